import type { IntakeParts } from '../parts.js';
import type { Applications } from '../mount.js';
import { rowOf, rowsOf } from './rows.js';

/** Applications as another package may use them. */
export function applicationsOf({ store, keys, erasures }: IntakeParts, now: () => Date): Applications {
  const archive = { store, keys };
  const place = async (reference: string): Promise<{ hub: string; leaf: string } | null> => {
    await keys.refresh();
    const row = await store.run((db) =>
      db
        .selectFrom('applications')
        .select(['hub', 'leaf'])
        .where('reference', '=', reference)
        .executeTakeFirst(),
    );
    return row === undefined || keys.gone(row.hub, row.leaf) ? null : row;
  };
  return {
    list: (hub, since = null) => rowsOf(archive, hub, since),
    get: (reference) => rowOf(archive, reference),
    forget: (reference) => erasures.forget(reference, now()),
    async seal(reference, text) {
      const found = await place(reference);
      return found && keys.seal(found.hub, found.leaf, text);
    },
    async open(reference, sealed) {
      const found = await place(reference);
      return found && keys.open(found.hub, found.leaf, sealed);
    },
    secretOf: (reference) => keys.digest(`receipt:${reference}`),
  };
}
