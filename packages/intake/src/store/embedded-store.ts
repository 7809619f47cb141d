import { mkdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { PostgresPoolClient } from 'kysely';
import { StoreLostError, StoreUnavailableError } from '../errors.js';
import { openPGlite } from './embedded.js';
import { explained, unavailable } from './faults.js';
import { lockFolder } from './lock.js';
import type { FolderLock } from './lock.js';
import { foreignFile, handOver, keepToOwner, ownerOf } from './owner.js';
import type { Store } from './interface.js';
import type { Tables } from './tables.js';

/** How often the write-ahead log is looked at, and how large it may grow before it is written into the tables. */
const LOOK = 5_000;
const LOG_BYTES = 16 * 1024 * 1024;
const FENCE = 1_000;

interface Opened {
  readonly pglite: PGlite;
  readonly db: Kysely<Tables>;
}

/**
 * One PGlite, one piece of work at a time. When it breaks (a full disk stops it), nothing more is asked of it, and the
 * folder is opened afresh at the next use, which replays the write-ahead log. When the folder or its lock is no longer
 * ours, nothing is acknowledged any more.
 */
export async function embeddedStore(folder: string): Promise<Store> {
  const owner = ownerOf(folder);
  const lock = await take(folder);
  let opened: Opened | null = null;
  let lost = false;
  let closed = false;
  let used = false;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };

  function fence(): void {
    if (closed) throw new StoreUnavailableError('The service is ending, and has closed its store.');
    if (!lost && lock.held()) return;
    if (!lost) {
      lost = true;
      store.onLost?.();
    }
    throw new StoreLostError(
      `The folder ${folder} was taken away or replaced under this service. It acknowledges nothing more: start it again.`,
    );
  }

  const using = <T>(work: (opened: Opened) => Promise<T>): Promise<T> =>
    inTurn(async () => {
      fence();
      try {
        opened ??= await open(folder);
      } catch (error) {
        throw notOurs(folder) ?? unavailable(error);
      }
      let result: T;
      try {
        result = await work(opened);
      } catch (error) {
        if (isBroken(error)) opened = null;
        throw explained(error);
      }
      used = true;
      // PGlite works without a pause: what comes over the network meanwhile is heard here, or an export of many pages
      // would leave it unheard until the connection is given up.
      await setImmediate();
      // What was written to a folder that is gone was not stored.
      fence();
      return result;
    });

  const run = <T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> => using(({ db }) => work(db));

  /** PGlite has no process beside it that would do this, so its log would grow, and a start take as long as it is. */
  let written = 0;
  let grown = false;
  const checkpoint = async (): Promise<void> => {
    if (!used || lost || closed) return;
    used = false;
    await run(async (db) => {
      const { rows } = await sql<{ at: string }>`select pg_current_wal_lsn() - '0/0'::pg_lsn as at`.execute(
        db,
      );
      const at = Number(rows[0]?.at ?? 0);
      if (at - written < LOG_BYTES) return;
      await sql`checkpoint`.execute(db);
      written = at;
      grown = true;
    }).catch(() => undefined);
    if (!grown) return;
    grown = false;
    // Without a count of what is there, each page of an export would be looked for among all rows.
    for (const table of ['applications', 'keys', 'outbox'])
      await run((db) => sql`analyze ${sql.table(table)}`.execute(db)).catch(() => undefined);
    used = false;
  };
  const looking = setInterval(() => void checkpoint(), LOOK);
  const fencing = setInterval(() => {
    try {
      fence();
    } catch {
      clearInterval(fencing);
    }
  }, FENCE);
  looking.unref();
  fencing.unref();

  const store: Store = {
    lock,
    statements: 1,
    run,
    slowly: run,
    query: (_, text, values) =>
      using(async ({ pglite }) => (await pglite.query(text, values)).rows as never[]),
    exclusively: serial(),
    close: () =>
      inTurn(async () => {
        clearInterval(looking);
        clearInterval(fencing);
        try {
          if (!lost && lock.held()) {
            if (opened && written > 0) await sql`checkpoint`.execute(opened.db).catch(() => undefined);
            await opened?.db.destroy();
          }
        } finally {
          opened = null;
          closed = true;
          lock.release();
          handOver(folder, owner);
        }
      }),
  };
  return store;
}

/** Makes the folder where there is none, and takes it. */
async function take(folder: string): Promise<FolderLock> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = await lockFolder(folder);
    keepToOwner(folder);
    return lock;
  } catch (error) {
    throw notOurs(folder) ?? error;
  }
}

/** A database that cannot read its own files says no more than that it ended. */
function notOurs(folder: string): StoreUnavailableError | null {
  const path = foreignFile(folder);
  if (path === null) return null;
  return new StoreUnavailableError(
    `${path} belongs to another user than the one this runs as. Run it as the user that the service runs as, or give ` +
      `that user the whole folder: chown -R <user> ${folder}`,
  );
}

/** Work one piece after another. */
function serial(): Store['exclusively'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
}

async function open(folder: string): Promise<Opened> {
  const pglite = await openPGlite(folder);
  const client = {
    async query(text: string, values: readonly unknown[]) {
      const { rows, affectedRows } = await pglite.query(text, [...values]);
      return {
        command: text.trimStart().split(/\s/, 1)[0]?.toUpperCase(),
        rowCount: affectedRows ?? 0,
        rows,
      };
    },
    release: () => undefined,
  } as unknown as PostgresPoolClient;
  const pool = { connect: () => Promise.resolve(client), end: () => pglite.close() };
  return { pglite, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) };
}

/** Not an answer of PGlite but the end of it: the program in it has stopped half-way. */
function isBroken(error: unknown): boolean {
  if (error instanceof WebAssembly.RuntimeError) return true;
  if (!(error instanceof Error)) return true;
  const severity = 'severity' in error ? error.severity : undefined;
  return error.name === 'ExitStatus' || severity === 'PANIC' || severity === 'FATAL';
}
