import { describe, expect, it } from 'vitest';
import { at, emptiedAfterEach } from '../../test/archive.js';
import { answering, application, databases } from '../../test/intake.js';
import { erasures } from './erase.js';
import { rowOf } from './rows.js';

describe.each(databases)('erasing on $name', ({ newPlace }) => {
  const { archive, receive, take, counts } = emptiedAfterEach(newPlace);

  it('erases an application with its messages, and only that; a late repeat stores nothing anew', async () => {
    const gone = await take('gone');
    const keyless = await take(null, answering({ name: 'Keyless' }));
    const kept = await take('kept');
    const erasing = erasures(archive());
    expect(await erasing.forget(gone.reference, at)).toEqual({ copiesBehind: [] });
    expect(await erasing.forget(keyless.reference, at)).toEqual({ copiesBehind: [] });
    expect(await erasing.forget('MH-00000-00000', at)).toBeNull();
    expect(await counts()).toEqual([1, 3, 2]);
    expect(await rowOf(archive(), kept.reference)).not.toBeNull();
    expect(await receive({ application, key: 'gone', at, channels: [] })).toEqual({ erased: gone.reference });
    expect(
      await receive({ application: answering({ name: 'Keyless' }), key: null, at, channels: [] }),
    ).toEqual({ erased: keyless.reference });
    expect(await counts()).toEqual([1, 3, 2]);
    const nextDay = new Date(at.getTime() + 25 * 3_600_000);
    const anew = await receive({
      application: answering({ name: 'Keyless' }),
      key: null,
      at: nextDay,
      channels: [],
    });
    expect(anew).toMatchObject({ repeated: false });
  });

  it('forgets what a sender’s key brought in once no sender can repeat it', async () => {
    const { reference } = await take('long-gone');
    const erasing = erasures(archive());
    await erasing.forget(reference, at);
    await erasing.tidy(new Date(at.getTime() + 89 * 86_400_000));
    expect((await counts())[1]).toBe(1);
    await erasing.tidy(new Date(at.getTime() + 91 * 86_400_000));
    expect((await counts())[1]).toBe(0);
  });

  it('lets go of what is older than the hub keeps', async () => {
    await take('old', application, new Date(at.getTime() - 1));
    const kept = await take('new');
    await take('other', { ...application, hub: 'other-hub' }, new Date(at.getTime() - 1));
    expect(await erasures(archive()).older('test-hub', at, at)).toBe(1);
    expect(await counts()).toEqual([2, 3, 4]);
    expect(await rowOf(archive(), kept.reference)).not.toBeNull();
    await expect(take('too-late', application, new Date(at.getTime() - 1))).rejects.toThrow(/clock/);
  });
});
