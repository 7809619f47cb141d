import { describe, expect, it } from 'vitest';
import { at } from '../../test/archive.js';
import { bytesFound } from '../../test/bytes.js';
import { answering, databases, openArchive } from '../../test/intake.js';
import { openOldStore } from '../../test/old-store.js';
import { hideOld } from './hide-old.js';
import { rowOf } from './rows.js';

describe('a store from before applications were hidden', () => {
  it.each(databases)(
    'is brought up to date on $name with nothing lost and nothing left open',
    async ({ newPlace }) => {
      const place = await newPlace();
      const old = await openOldStore(place.location, [
        { reference: 'MH-OLD01-00001', application: answering({ name: 'Zebedee Unhidden' }), at },
      ]);
      await old.close();
      const { store, keys } = await openArchive(place.location);
      expect(await hideOld({ store, keys })).toBe(1);
      const row = await rowOf({ store, keys }, 'MH-OLD01-00001');
      expect(row).toMatchObject({ hub: 'test-hub', application: { answers: { name: 'Zebedee Unhidden' } } });
      expect(row!.notices[0]!.id).toMatch(/^msg_[0-9a-f]{32}$/);
      await store.close();
      if ('folder' in place.location)
        expect(bytesFound(place.location.folder, 'Zebedee Unhidden')).toEqual([]);
      place.remove();
    },
  );
});
