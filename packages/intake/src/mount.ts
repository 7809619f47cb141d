import type { Hono } from 'hono';
import type { LogEntry } from './config/log-entry.js';
import type { Hubs } from './config/hubs.js';
import type { OwnTables } from './desk/own-tables.js';
import type { Erased } from './desk/erase.js';
import type { Received, rowOf } from './desk/rows.js';
import type { SendMail } from './notify/mail.js';
import type { Store } from './store/interface.js';

/** What another package may use of a running service. */
export interface MountParts {
  readonly hubs: Hubs;
  /** The database: for tables of the other package's own, whose names begin with its own. */
  readonly store: Store;
  readonly applications: Applications;
  /** Has backups hold the other package's tables, and puts back into them what a restore has set aside. */
  readonly keepInBackups: (tables: OwnTables) => Promise<void>;
  /** Sends one plain e-mail; null where no mail server is configured. */
  readonly mail: SendMail | null;
  readonly log: (entry: LogEntry) => void;
  readonly now: () => Date;
}

/** Applications, opened with their keys. */
export interface Applications {
  /** A hub's applications in the order they came. */
  list(hub: string, since?: Date | null): AsyncGenerator<Received>;
  /** One application with what became of its messages; null when there is none. */
  get(reference: string): ReturnType<typeof rowOf>;
  /**
   * Puts applications of a hub that were set aside among the others, and has their messages sent. @returns those that
   * were set aside until now
   */
  release(hub: string, references: readonly string[]): Promise<string[]>;
  /** Erases it for good; null when there is none. */
  forget(reference: string): Promise<Erased | null>;
  /** Hides a text about an application under its key, so that `forget` reaches it; null when there is no such application. */
  seal(reference: string, text: string): Promise<Buffer | null>;
  /** What was hidden; null when it is erased. */
  open(reference: string, sealed: Uint8Array): Promise<string | null>;
  /**
   * A secret of 256 bits for whoever applied, the same after a restore: it cannot be worked out from the reference, and
   * lies in no database.
   */
  secretOf(reference: string): string;
}

/** An app of the other package, below a path: it has the service's log, request ids and faults. */
export type Mount = (parts: MountParts) => Promise<{
  readonly path: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the other package's own variables are its own
  readonly app: Hono<any>;
  /** Where a school sees its own application, with {@link Applications.secretOf} in it: given to whoever applied. */
  readonly receipt?: (reference: string) => string;
  /** Where a hub's own people look through what is set aside. */
  readonly setAside?: string;
}>;
