import { Kysely, PostgresDialect } from 'kysely';
import { sql } from 'kysely';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { breaker } from './breaker.js';
import { endsConnection, explained, sqlState } from './faults.js';
import type { Store } from './interface.js';
import type { Tables } from './tables.js';

/** How long anything may take, in milliseconds. The database gives up first, so that it says why. */
const QUICK = { statement: 3_000, lock: 2_000, answer: 4_000 };
const SLOW = { statement: 120_000, lock: 10_000, answer: 130_000 };
const CONNECT = 3_000;
/** One at a time among all services on this database. Any number, as long as it stays the same. */
const TURN = 5_208_417_001;

/** PostgreSQL, shared with whoever else uses it. No wait is without an end, and a connection that fell silent is left. */
export function postgresStore(databaseUrl: string): Store {
  const quick = connections(databaseUrl, 10, QUICK);
  const slow = connections(databaseUrl, 3, SLOW);
  const guard = breaker();
  let named = true;
  return {
    lock: null,
    statements: 4,
    run: (work) => guard.run(() => work(quick.db).catch(rethrow)),
    slowly: (work) => work(slow.db).catch(rethrow),
    query: (name, text, values) =>
      guard.run(async () => {
        try {
          return (await quick.query(named ? { name, text, values } : { text, values })).rows;
        } catch (error) {
          // A pooler in between may give each statement to another connection, which knows no prepared ones.
          if (!named || !/^(?:26000|42P05|08P01)$/.test(sqlState(error) ?? '')) return rethrow(error);
          named = false;
          return (await quick.query({ text, values }).catch(rethrow)).rows;
        }
      }),
    exclusively: (work) =>
      slow.db
        .transaction()
        .execute(async (holding) => {
          await sql`select pg_advisory_xact_lock(${TURN})`.execute(holding);
          return work();
        })
        .catch(rethrow),
    async close() {
      await Promise.all([quick.end(), slow.end()]);
    },
  };
}

function rethrow(error: unknown): never {
  throw explained(error);
}

interface Connections {
  readonly db: Kysely<Tables>;
  query(query: pg.QueryConfig): Promise<pg.QueryResult>;
  end(): Promise<void>;
}

function connections(databaseUrl: string, max: number, limits: typeof QUICK): Connections {
  const open = (): pg.Pool => {
    const pool = new pg.Pool({
      connectionString: databaseUrl,
      max,
      connectionTimeoutMillis: CONNECT,
      idleTimeoutMillis: 30_000,
      maxLifetimeSeconds: 1_800,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
      statement_timeout: limits.statement,
      lock_timeout: limits.lock,
      idle_in_transaction_session_timeout: limits.statement * 2,
      query_timeout: limits.answer,
      application_name: 'maths-hubs-intake',
    });
    // A broken connection is reported twice: to the work that holds it, which fails, and as an event that would end
    // the process if nobody listened. The next work gets a new one.
    pool.on('error', heard);
    pool.on('connect', (client) => client.on('error', heard));
    return pool;
  };
  let pool = open();

  /** One connection that fell silent is seldom the only one: those that wait idle are left with it. */
  const renew = (broken: pg.Pool): void => {
    if (broken !== pool) return;
    pool = open();
    void broken.end().catch(heard);
  };

  const take = async (): Promise<Lent> => {
    const from = pool;
    const client = await from.connect();
    let broken = false;
    return {
      async query(query, values) {
        if (broken) throw new Error('The connection broke before this statement');
        try {
          return await client.query(query as string, values);
        } catch (error) {
          if (endsConnection(error)) broken = true;
          throw error;
        }
      },
      release() {
        if (!broken) return client.release();
        client.release(true);
        // Nobody waits for the good-bye of the other end.
        (
          client as unknown as { connection?: { stream?: { destroy(): void } } }
        ).connection?.stream?.destroy();
        renew(from);
      },
    };
  };

  const lending: PostgresPool = {
    connect: async () => (await take()) as unknown as PostgresPoolClient,
    end: () => pool.end(),
  };
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: lending }) }),
    async query(query) {
      const lent = await take();
      try {
        return await lent.query(query);
      } finally {
        lent.release();
      }
    },
    async end() {
      const late = new Promise((resolve) => setTimeout(resolve, 1_000).unref());
      await Promise.race([pool.end(), late]);
    },
  };
}

interface Lent {
  query(query: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult>;
  release(): void;
}

const heard = (): void => undefined;
