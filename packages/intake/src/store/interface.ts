import type { Kysely } from 'kysely';
import type { FolderLock } from './lock.js';
import type { Tables } from './tables.js';

export type StoreLocation = { readonly folder: string } | { readonly databaseUrl: string };

/** The database, whichever it is. No wait in it is without an end. */
export interface Store {
  /**
   * Does work on the database, within seconds.
   * @throws {StoreUnavailableError} when it cannot be reached or cannot write; nothing was acknowledged
   */
  run<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** The same for what may take minutes and blocks nobody: migrations, backups. */
  slowly<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** One statement that is asked again and again, by a name under which the database may keep its plan. */
  query<Row>(name: string, text: string, values: unknown[]): Promise<Row[]>;
  /** Does work while no other process on this database does such. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Statements of one kind that it is worth having under way at once. */
  readonly statements: number;
  /** Set for the embedded store, which has one owner. */
  readonly lock: FolderLock | null;
  /** Told once, when the folder is no longer ours: end the process. */
  onLost?: (() => void) | undefined;
  close(): Promise<void>;
}
