import { sql } from 'kysely';
import { likenessOf } from '../store/digest.js';
import { readSetting, writeSetting } from '../store/settings.js';
import type { Archive } from './rows.js';

const PAGE = 200;

/**
 * Hides applications that lie open in a store from before they were hidden, and frees what they leave: at the first
 * start only. How many.
 */
export async function hideOld({ store, keys }: Archive): Promise<number> {
  if ((await readSetting(store, 'all-hidden')) === 'yes') return 0;
  let hidden = 0;
  for (;;) {
    const page = await store.run((db) =>
      db
        .selectFrom('applications')
        .select(['reference', 'hub', 'received_at', 'body'])
        .where('body', 'is not', null)
        .limit(PAGE)
        .execute(),
    );
    if (page.length === 0) break;
    await store.run((db) =>
      db.transaction().execute(async (all) => {
        for (const { reference, hub, received_at: at, body } of page) {
          if (body === null) continue;
          const leaf = keys.newLeaf(at);
          await all
            .updateTable('applications')
            .set({
              leaf,
              sealed: keys.seal(hub, leaf, JSON.stringify(body)),
              likeness: keys.digest(likenessOf(body)),
              body: null,
            })
            .where('reference', '=', reference)
            .execute();
        }
      }),
    );
    hidden += page.length;
  }
  if (hidden > 0)
    await store.slowly(async (db) => {
      await sql`vacuum full applications`.execute(db);
      if (store.lock === null) return;
      // The log still holds what lay open: begin another, and let the old one go.
      await sql`select pg_switch_wal()`.execute(db);
      await sql`checkpoint`.execute(db);
    });
  await writeSetting(store, 'all-hidden', 'yes');
  return hidden;
}
