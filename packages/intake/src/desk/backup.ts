import { createHash } from 'node:crypto';
import type { Store } from '../store/interface.js';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { ownTablesOf } from './own-tables.js';
import type { Archive } from './rows.js';

export const FORMAT = 'maths-hubs-intake-backup/2';
const PAGE = 150;

/**
 * Everything the store holds, a JSON line a row, the same for both databases; applications as they lie there, hidden
 * under keys that are not in it. It is read a page at a time, so that nobody waits for it. Each application in it is
 * whole: what came while it was being read may be in it or not.
 */
export async function* backup({ store, keys }: Archive): AsyncGenerator<string> {
  await keys.refresh();
  yield line({ format: FORMAT, keys: { id: keys.id, generation: keys.generation, path: keys.path } });
  const rows = rowLines(store);
  const sum = createHash('sha256');
  for (;;) {
    const { done, value } = await rows.next();
    if (done) return yield line({ end: FORMAT, applications: value, sha256: sum.digest('hex') });
    sum.update(value);
    yield value;
  }
}

/** The rows of every table; how many of them are applications. */
async function* rowLines(store: Store): AsyncGenerator<string, number, undefined> {
  const held = new Set<string>();
  for await (const page of pages(
    store,
    'applications',
    ['reference'],
    sql`reference, hub, kind, school_year, received_at, leaf, translate(encode(sealed, 'base64'), e'\n', '') as sealed, likeness, set_aside_at`,
  )) {
    for (const { reference } of page) held.add(String(reference));
    yield page.map((row) => line({ table: 'applications', row })).join('');
  }
  // What came after its page was passed is left out whole.
  const ofThose = (row: Row): boolean => (row.erased_at ?? null) !== null || held.has(String(row.reference));
  for (const [table, key] of [
    ['keys', ['hub', 'digest']],
    ['outbox', ['id']],
  ] as const)
    for await (const page of pages(store, table, key, sql`*`))
      yield page
        .filter(ofThose)
        .map((row) => line({ table, row }))
        .join('');
  for (const [table, key] of [
    ['forgotten', ['reference']],
    ['endpoints', ['hub', 'channel']],
  ] as const)
    for await (const page of pages(store, table, key, sql`*`))
      yield page.map((row) => line({ table, row })).join('');
  for (const [name, key] of Object.entries(await ownTablesOf(store)))
    for await (const page of pages(store, name, key, sql`to_jsonb(${sql.ref(name)}) as whole, ${keyOf(key)}`))
      yield page.map(({ whole }) => line({ table: 'own', name, row: whole })).join('');
  return held.size;
}

function keyOf(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)));
}

type Row = Readonly<Record<string, unknown>>;

/** A table in the order of its key. */
async function* pages(
  store: Store,
  table: string,
  key: readonly string[],
  columns: RawBuilder<unknown>,
): AsyncGenerator<readonly Row[]> {
  const order = keyOf(key);
  let where = sql``;
  for (;;) {
    const page = sql<Row>`select ${columns} from ${sql.table(table)} ${where} order by ${order} limit ${sql.lit(PAGE)}`;
    const { rows } = await store.run((db) => page.execute(db));
    if (rows.length > 0) yield rows;
    const end: Row | undefined = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    where = sql`where (${order}) > (${sql.join(key.map((column) => end[column]))})`;
  }
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
