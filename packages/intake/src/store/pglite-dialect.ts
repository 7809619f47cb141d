import type { PGlite } from '@electric-sql/pglite';
import { CompiledQuery, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';

/** Lets kysely speak to a PostgreSQL inside this process. kysely has this of its own from 0.29, which asks for Node 22. */
export function pgliteDialect(pglite: PGlite): Dialect {
  return {
    createAdapter: () => new PGliteAdapter(),
    createDriver: () => driver(pglite),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** PGlite has one connection, which is held for as long as a migration runs: nothing else can migrate beside it. */
class PGliteAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

/** One connection, handed to one user at a time in the order in which they asked. */
function driver(pglite: PGlite): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, affectedRows } = await pglite.query<R>(sql, [...parameters]);
      return { rows, ...(affectedRows === undefined ? {} : { numAffectedRows: BigInt(affectedRows) }) };
    },
    streamQuery() {
      throw new Error('PGlite does not stream.');
    },
  };
  let last: Promise<void> = Promise.resolve();
  let release: () => void = () => {};
  const execute = async (sql: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    async init() {
      await pglite.waitReady;
    },
    async acquireConnection() {
      const before = last;
      let free: () => void = () => {};
      last = new Promise((resolve) => (free = resolve));
      await before;
      release = free;
      return connection;
    },
    async releaseConnection() {
      release();
    },
    beginTransaction: () => execute('begin'),
    commitTransaction: () => execute('commit'),
    rollbackTransaction: () => execute('rollback'),
    async destroy() {
      if (!pglite.closed) await pglite.close();
    },
  };
}
