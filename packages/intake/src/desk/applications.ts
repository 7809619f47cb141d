import type { IntakeParts } from '../parts.js';
import type { Applications } from '../mount.js';
import { release } from './release.js';
import { rowOf, rowsOf } from './rows.js';

/**
 * Applications as another package may use them.
 * @param released  told of a hub whose messages are due
 */
export function applicationsOf(
  { store, keys, erasures, hubs }: IntakeParts,
  now: () => Date,
  released: (hub: string) => void,
): Applications {
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
    async release(id, references) {
      const hub = hubs.get(id);
      if (hub === undefined || references.length === 0) return [];
      const found = await release(archive, hub, references, now());
      if (found.length > 0) released(id);
      return found;
    },
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
