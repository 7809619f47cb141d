import { describe, expect, it } from 'vitest';
import { at, emptiedAfterEach } from '../../test/archive.js';
import { answering, application, databases } from '../../test/intake.js';
import { receiver as newReceiver } from '../store/receive.js';
import { openStore } from '../store/store.js';
import { backup } from './backup.js';
import { erasures } from './erase.js';
import { readHead, restore } from './restore.js';
import { rowOf } from './rows.js';

describe.each(databases)('a restore on $name', ({ newPlace }) => {
  const { archive, take } = emptiedAfterEach(newPlace);

  it('restores a backup whole, without what was erased since', async () => {
    const gone = await take('gone', answering({ name: 'Forget Me' }));
    const kept = await take('kept');
    const saved: string[] = [];
    for await (const part of backup(archive())) saved.push(part);
    const lines = saved.join('').trimEnd().split('\n');
    readHead(lines.shift());
    await erasures(archive()).forget(gone.reference, at);
    const reading = async function* (some: readonly string[]) {
      yield* some;
    };
    await expect(restore(archive(), reading(lines))).rejects.toThrow(/holds applications already/);

    const elsewhere = await newPlace();
    const fresh = await openStore(elsewhere.location);
    const copy = { store: fresh, keys: archive().keys };
    try {
      await expect(restore(copy, reading(lines.slice(0, -1)))).rejects.toThrow(/not a whole backup/);
      await expect(restore(copy, reading([lines[0]!.slice(0, -9), ...lines.slice(1)]))).rejects.toThrow(
        /Line 2 of the backup cannot be read/,
      );
      expect(await restore(copy, reading(lines))).toEqual({ applications: 1, erased: 1 });
      expect(await rowOf(copy, gone.reference)).toBeNull();
      const row = await rowOf(copy, kept.reference);
      expect(row).toEqual(await rowOf(archive(), kept.reference));
      // Messages that were not delivered before have the ids that receivers know them by.
      expect(row?.notices.map(({ id, channel }) => [channel, /^msg_[0-9a-f]{32}$/.test(id)])).toEqual([
        ['email', true],
        ['webhook', true],
      ]);
      const again = newReceiver(fresh, archive().keys);
      const repeated = await again.take({ application, key: 'kept', at, channels: [] });
      expect(repeated).toMatchObject({ reference: kept.reference, repeated: true });
      const late = await again.take({
        application: answering({ name: 'Forget Me' }),
        key: 'gone',
        at,
        channels: [],
      });
      expect(late).toEqual({ erased: gone.reference });
    } finally {
      await fresh.close();
      elsewhere.remove();
    }
  });
});
