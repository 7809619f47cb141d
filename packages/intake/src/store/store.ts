import { mkdirSync } from 'node:fs';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { IntakeError, StoreUnavailableError } from '../errors.js';
import { openPGlite } from './embedded.js';
import { lockFolder } from './lock.js';
import type { FolderLock } from './lock.js';
import { migrate } from './migrations.js';
import { pgliteDialect } from './pglite-dialect.js';
import type { Tables } from './tables.js';

export type StoreLocation = { readonly folder: string } | { readonly databaseUrl: string };

/** The database, whichever it is. */
export interface Store {
  /**
   * Does work on the database.
   * @throws {StoreUnavailableError} when it cannot be reached or cannot write; nothing was acknowledged
   */
  run<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Set for the embedded store, which has one owner. */
  readonly lock: FolderLock | null;
  close(): Promise<void>;
}

/**
 * Opens the store and brings its tables up to date.
 * @throws {StoreInUseError} when another process holds the folder
 * @throws {StoreUnavailableError} when the database cannot be reached
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  const store = 'folder' in location ? embedded(location.folder) : shared(location.databaseUrl);
  try {
    await store.run(migrate);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function shared(databaseUrl: string): Store {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    application_name: 'maths-hubs-intake',
  });
  // A connection that breaks is told twice: to the work that holds it, which fails, and as an event that would end
  // the process if nobody listened. The next work gets a new one.
  const heard = (): void => undefined;
  pool.on('error', heard);
  pool.on('connect', (client) => client.on('error', heard));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    lock: null,
    run: (work) => work(db).catch((error: unknown) => Promise.reject(explained(error))),
    close: () => db.destroy(),
  };
}

/**
 * One PGlite, one piece of work at a time. When it breaks (a full disk stops it), nothing more is asked of it,
 * and the folder is opened afresh at the next use, which replays the write-ahead log.
 */
function embedded(folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  let opened: Kysely<Tables> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
  return {
    lock,
    run: (work) =>
      inTurn(async () => {
        try {
          opened ??= new Kysely<Tables>({ dialect: pgliteDialect(await openPGlite(folder)) });
        } catch (error) {
          throw unavailable(error);
        }
        try {
          return await work(opened);
        } catch (error) {
          if (isBroken(error)) opened = null;
          throw explained(error);
        }
      }),
    close: () =>
      inTurn(async () => {
        try {
          await opened?.destroy();
        } finally {
          opened = null;
          lock.release();
        }
      }),
  };
}

/** SQLSTATE classes that say the database is away, full or stopping, not that the statement was wrong. */
const AWAY = /^(?:08|53|57P|58|XX)/;

function explained(error: unknown): unknown {
  const state = sqlState(error);
  if (state !== null) return AWAY.test(state) ? unavailable(error) : error;
  const ours = error instanceof TypeError || error instanceof RangeError || error instanceof IntakeError;
  return ours ? error : unavailable(error);
}

/** Not an answer of PGlite but the end of it: the program in it has stopped half-way. */
function isBroken(error: unknown): boolean {
  if (error instanceof WebAssembly.RuntimeError) return true;
  if (!(error instanceof Error)) return true;
  const severity = 'severity' in error ? error.severity : undefined;
  return error.name === 'ExitStatus' || severity === 'PANIC' || severity === 'FATAL';
}

function sqlState(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

function unavailable(cause: unknown): StoreUnavailableError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StoreUnavailableError(`The database cannot be used now: ${why}`, { cause });
}
