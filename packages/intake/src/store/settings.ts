import type { Store } from './interface.js';

/** A value that the services on this database share; null when nobody has set it. */
export async function readSetting(store: Store, name: string): Promise<string | null> {
  const row = await store.run((db) =>
    db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst(),
  );
  return row?.value ?? null;
}

export async function writeSetting(store: Store, name: string, value: string): Promise<void> {
  const changed = new Date().toISOString();
  await store.run((db) =>
    db
      .insertInto('settings')
      .values({ name, value, changed })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, changed }))
      .execute(),
  );
}
