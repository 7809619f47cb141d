import { sql } from 'kysely';
import { readSetting, writeSetting } from '../store/settings.js';
import type { Store } from '../store/interface.js';

/** Tables of another package that backups hold: each by the columns that put its rows in order. */
export type OwnTables = Readonly<Record<string, readonly string[]>>;

const SETTING = 'own-tables';

/** Which they are, also for a command that runs without the other package. */
export async function ownTablesOf(store: Store): Promise<OwnTables> {
  return JSON.parse((await readSetting(store, SETTING)) ?? '{}');
}

/**
 * Has backups hold tables of another package, and puts in what a restore has set aside for them: it could not know
 * whether they are there yet. Numbers that a table gives by itself are given again, in the same order.
 */
export async function keepInBackups(store: Store, tables: OwnTables): Promise<void> {
  const before = await ownTablesOf(store);
  const all = { ...before, ...tables };
  if (JSON.stringify(all) !== JSON.stringify(before)) await writeSetting(store, SETTING, JSON.stringify(all));
  await store.run((db) =>
    db.transaction().execute(async (inside) => {
      for (const name of Object.keys(tables)) {
        const { rows } = await sql<{ name: string }>`
          select attname as name from pg_attribute
          where attrelid = ${name}::regclass and attnum > 0 and not attisdropped and attidentity = ''
          order by attnum`.execute(inside);
        const columns = sql.join(rows.map((column) => sql.ref(column.name)));
        // Taken away and put in at once, so that of two services that start together one does it.
        await sql`
          with held as (delete from set_aside where table_name = ${name} returning id, whole)
          insert into ${sql.table(name)} (${columns})
          select ${columns} from (
            select (jsonb_populate_record(null::${sql.table(name)}, whole)).* from held order by id
          ) as rows on conflict do nothing`.execute(inside);
      }
    }),
  );
}
