import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bytesFound } from '../../test/bytes.js';
import { answering, application, databases, newFolder, openArchive } from '../../test/intake.js';
import type { Place } from '../../test/intake.js';
import { openOldStore } from '../../test/old-store.js';
import { backup } from '../desk/backup.js';
import { erasures } from '../desk/erase.js';
import { readHead, restore } from '../desk/restore.js';
import { hideOld } from '../desk/hide-old.js';
import { rowOf, rowsOf } from '../desk/rows.js';
import type { Archive } from '../desk/rows.js';
import { migrate } from './migrations.js';
import { receiver as newReceiver } from './receive.js';
import type { Arrival, Receiver } from './receive.js';
import type { Outcome, Receipt } from './store-all.js';
import { openStore } from './store.js';
import type { Store } from './interface.js';

const at = new Date('2099-01-01T10:00:00.000Z');

describe.each(databases)('a store on $name', ({ newPlace }) => {
  let place: Place;
  let archive: Archive;
  let store: Store;
  let receiver: Receiver;
  const receive = (arrival: Arrival): Promise<Outcome> => receiver.take(arrival);
  beforeAll(async () => {
    place = await newPlace();
    ({ receiver, ...archive } = await openArchive(place.location));
    ({ store } = archive);
  });
  afterAll(async () => {
    await store.close();
    place.remove();
  });
  afterEach(() =>
    store.run(async (db) => {
      for (const table of ['applications', 'keys', 'outbox', 'forgotten'] as const)
        await db.deleteFrom(table).execute();
    }),
  );
  const isReceipt = (outcome: Outcome): outcome is Receipt => 'receivedAt' in outcome;

  const take = async (key: string | null, sent = application, when = at): Promise<Receipt> => {
    const receipt = await receive({ application: sent, key, at: when, channels: ['webhook', 'email'] });
    if (!isReceipt(receipt)) throw new Error(JSON.stringify(receipt));
    return receipt;
  };
  const counts = () =>
    store.run(async (db) => {
      const count = async (table: 'applications' | 'keys' | 'outbox') =>
        Number(
          (
            await db
              .selectFrom(table)
              .select((eb) => eb.fn.countAll().as('n'))
              .executeTakeFirstOrThrow()
          ).n,
        );
      return [await count('applications'), await count('keys'), await count('outbox')];
    });

  it('stores one key raced fifty times once, and tells all fifty the same', async () => {
    const receipts = await Promise.all(Array.from({ length: 50 }, () => take('raced')));
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);
    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await counts()).toEqual([1, 1, 2]);
  });

  it('stores the same content raced without a key once', async () => {
    const receipts = await Promise.all(Array.from({ length: 20 }, () => take(null)));
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);
    expect(await counts()).toEqual([1, 1, 2]);
  });

  it('stores a rush whole, whatever repeats in it, and tells conflicts apart', async () => {
    const rush = await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        receive({
          application: index === 299 ? answering({ name: 'Another' }) : application,
          key: `rush-${index % 100}`,
          at,
          channels: [],
        }),
      ),
    );
    const references = rush.flatMap((outcome) => (isReceipt(outcome) ? [outcome.reference] : []));
    expect(new Set(references).size).toBe(100);
    // Three came under the last key, one of them with something else in it: whichever is stored first has the key.
    const [first, second, other] = [99, 199, 299].map((index) => rush[index]!);
    const [kept, refused] = isReceipt(other!) ? [[other], [first, second]] : [[first, second], [other]];
    const [reference] = kept.flatMap((outcome) => (isReceipt(outcome!) ? [outcome.reference] : []));
    expect(kept).toEqual(kept.map(() => expect.objectContaining({ reference })));
    expect(refused).toEqual(refused.map(() => ({ conflictWith: reference })));
    expect(references).toHaveLength(300 - refused.length);
    expect(await counts()).toEqual([100, 100, 0]);
  });

  it('stores those beside an application that the database will not take', async () => {
    const unstorable = { ...application, edition: { schoolYear: '2099\u0000', version: 'v1' } };
    const sent = [application, unstorable, application].map((each, index) =>
      receive({ application: each, key: `beside-${index}`, at, channels: [] }),
    );
    const settled = await Promise.allSettled([take('first-in-line'), ...sent]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await counts()).toEqual([3, 3, 2]);
  });

  it('keeps every character of an answer', async () => {
    const name = 'Zoë O’Néill-Ó Súilleabháin 李 \u{1F600} "quoted" \\ %s $1 \'; drop table keys; --';
    const { reference } = await take('characters', answering({ name }));
    expect((await rowOf(archive, reference))?.application.answers.name).toBe(name);
  });

  it('reads a hub’s rows in order across pages, each once, and no other hub’s', async () => {
    const { reference } = await take('first');
    await take('other', { ...application, hub: 'other-hub' });
    const sent = Array.from({ length: 1100 }, (_, index) =>
      receive({
        application,
        key: `row-${index}`,
        at: new Date(at.getTime() + Math.floor(index / 7)),
        channels: [],
      }),
    );
    const references = (await Promise.all(sent)).filter(isReceipt).map((receipt) => receipt.reference);
    const read = [];
    for await (const row of rowsOf(archive, 'test-hub', null)) read.push(row);
    expect(new Set(read.map((row) => row.reference))).toEqual(new Set([reference, ...references]));
    expect(read).toHaveLength(1101);
    expect(read.map(({ receivedAt }) => receivedAt)).toEqual(read.map(({ receivedAt }) => receivedAt).sort());
    const since = [];
    for await (const row of rowsOf(archive, 'test-hub', new Date(at.getTime() + 1))) since.push(row);
    expect(since).toHaveLength(1100 - 7);
  });

  it('marks what another of the same school for the same phase and year probably repeats', async () => {
    const first = await take('likely-1');
    const later = new Date(at.getTime() + 1);
    const again = await take(
      'likely-2',
      answering({ name: 'Another', schoolName: 'HILL TOP  primary ' }),
      later,
    );
    const elsewhere = await take(
      'likely-3',
      answering({ urn: '999999', schoolName: 'Elsewhere', postcode: 'LE1 1AB' }),
    );
    const marks = new Map<string, string | null>();
    for await (const row of rowsOf(archive, 'test-hub', null)) marks.set(row.reference, row.probablyRepeats);
    expect([...marks]).toEqual(
      expect.arrayContaining([
        [first.reference, null],
        [again.reference, first.reference],
        [elsewhere.reference, null],
      ]),
    );
  });

  it('erases an application with its messages, and only that; a late repeat stores nothing anew', async () => {
    const gone = await take('gone');
    const keyless = await take(null, answering({ name: 'Keyless' }));
    const kept = await take('kept');
    const erasing = erasures(archive);
    expect(await erasing.forget(gone.reference, at)).toEqual({ copiesBehind: [] });
    expect(await erasing.forget(keyless.reference, at)).toEqual({ copiesBehind: [] });
    expect(await erasing.forget('MH-00000-00000', at)).toBeNull();
    expect(await counts()).toEqual([1, 3, 2]);
    expect(await rowOf(archive, kept.reference)).not.toBeNull();
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
    const erasing = erasures(archive);
    await erasing.forget(reference, at);
    await erasing.tidy(new Date(at.getTime() + 89 * 86_400_000));
    expect((await counts())[1]).toBe(1);
    await erasing.tidy(new Date(at.getTime() + 91 * 86_400_000));
    expect((await counts())[1]).toBe(0);
  });

  it('restores a backup whole, without what was erased since', async () => {
    const gone = await take('gone', answering({ name: 'Forget Me' }));
    const kept = await take('kept');
    const saved: string[] = [];
    for await (const part of backup(archive)) saved.push(part);
    const lines = saved.join('').trimEnd().split('\n');
    readHead(lines.shift());
    await erasures(archive).forget(gone.reference, at);
    const reading = async function* (some: readonly string[]) {
      yield* some;
    };
    await expect(restore(archive, reading(lines))).rejects.toThrow(/holds applications already/);

    const elsewhere = await newPlace();
    const fresh = await openStore(elsewhere.location);
    const copy = { store: fresh, keys: archive.keys };
    try {
      await expect(restore(copy, reading(lines.slice(0, -1)))).rejects.toThrow(/not a whole backup/);
      await expect(restore(copy, reading([lines[0]!.slice(0, -9), ...lines.slice(1)]))).rejects.toThrow(
        /Line 2 of the backup cannot be read/,
      );
      expect(await restore(copy, reading(lines))).toEqual({ applications: 1, erased: 1 });
      expect(await rowOf(copy, gone.reference)).toBeNull();
      const row = await rowOf(copy, kept.reference);
      expect(row).toEqual(await rowOf(archive, kept.reference));
      // Messages that were not delivered before have the ids that receivers know them by.
      expect(row?.notices.map(({ id, channel }) => [channel, /^msg_[0-9a-f]{32}$/.test(id)])).toEqual([
        ['email', true],
        ['webhook', true],
      ]);
      const again = newReceiver(fresh, archive.keys);
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

  it('lets go of what is older than the hub keeps', async () => {
    await take('old', application, new Date(at.getTime() - 1));
    const kept = await take('new');
    await take('other', { ...application, hub: 'other-hub' }, new Date(at.getTime() - 1));
    expect(await erasures(archive).older('test-hub', at, at)).toBe(1);
    expect(await counts()).toEqual([2, 3, 4]);
    expect(await rowOf(archive, kept.reference)).not.toBeNull();
    await expect(take('too-late', application, new Date(at.getTime() - 1))).rejects.toThrow(/clock/);
  });

  it('is up to date however often it is migrated', async () => {
    await store.run(migrate);
    await store.run(migrate);
  });
});

/** The module object that every `node:fs` import is made from. */
const disk = createRequire(import.meta.url)('node:fs') as { fsyncSync: (file: number) => void };

describe('the embedded store', () => {
  it('has an application on the disk before it says so', async () => {
    const place = newFolder();
    const { store, receiver } = await openArchive(place.location);
    const { fsyncSync } = disk;
    const happened: string[] = [];
    disk.fsyncSync = (file) => {
      fsyncSync(file);
      happened.push('on disk');
    };
    syncBuiltinESMExports();
    try {
      await receiver.take({ application, key: 'durable', at, channels: [] });
      happened.push('acknowledged');
    } finally {
      disk.fsyncSync = fsyncSync;
      syncBuiltinESMExports();
    }
    expect(happened).toEqual(['on disk', 'acknowledged']);
    await store.close();
    place.remove();
  });

  it('has one owner', async () => {
    const place = newFolder();
    const store = await openStore(place.location);
    await expect(openStore(place.location)).rejects.toThrow(`Process ${process.pid}`);
    await store.close();
    const next = await openStore(place.location);
    await next.close();
    place.remove();
  });

  it.each([
    ['removed', (folder: string) => rmSync(folder, { recursive: true })],
    ['replaced by another', (folder: string) => (renameSync(folder, `${folder}-old`), mkdirSync(folder))],
    ['emptied of its lock', (folder: string) => rmSync(join(folder, 'owner.lock'))],
    [
      'given another lock',
      (folder: string) => {
        rmSync(join(folder, 'owner.lock'));
        writeFileSync(join(folder, 'owner.lock'), '');
      },
    ],
  ])('acknowledges nothing more once its folder is %s', async (_, take) => {
    const place = newFolder();
    const { store, receiver } = await openArchive(place.location);
    let told = 0;
    store.onLost = () => void (told += 1);
    const send = (key: string) => receiver.take({ application, key, at, channels: [] });
    await send('before');
    take(place.location.folder);
    await expect(send('after-1')).rejects.toMatchObject({ code: 'store-lost' });
    await expect(send('after-2')).rejects.toMatchObject({ code: 'store-lost' });
    expect(told).toBe(1);
    await store.close();
    place.remove();
  });

  it('notices that its folder is gone also when nobody asks anything of it', async () => {
    const place = newFolder();
    const store = await openStore(place.location);
    const lost = new Promise<void>((tell) => (store.onLost = tell));
    rmSync(place.location.folder, { recursive: true });
    await lost;
    await store.close();
    place.remove();
  });

  it('keeps its log short, so that a start does not take long', async () => {
    const place = newFolder();
    const { store, receiver } = await openArchive(place.location);
    for (let round = 0; round < 8; round += 1)
      await Promise.all(
        Array.from({ length: 256 }, (_, index) =>
          receiver.take({
            application: answering({ role: 'x'.repeat(150) }),
            key: `long-${round}-${index}`,
            at,
            channels: [],
          }),
        ),
      );
    await store.close();
    const size = readdirSync(join(place.location.folder, 'database', 'pg_wal')).filter((name) =>
      /^[0-9A-F]{24}$/.test(name),
    );
    expect(size.length).toBeLessThanOrEqual(5);
    place.remove();
  });
});

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
