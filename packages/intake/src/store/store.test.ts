import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answering, application, databases, newFolder } from '../../test/intake.js';
import type { Place } from '../../test/intake.js';
import { backup, restore } from '../desk/backup.js';
import { eraseOlder, erasures } from '../desk/erase.js';
import { rowOf, rowsOf } from '../desk/rows.js';
import { migrate } from './migrations.js';
import { receiver } from './receive.js';
import type { Receipt, Receive } from './receive.js';
import { openStore } from './store.js';
import type { Store } from './store.js';

const at = new Date('2099-01-01T10:00:00.000Z');
const scratch = mkdtempSync(join(tmpdir(), 'intake-store-test-'));
afterAll(() => rmSync(scratch, { recursive: true }));

describe.each(databases)('a store on $name', ({ newPlace }) => {
  let place: Place;
  let store: Store;
  let receive: Receive;
  beforeAll(async () => {
    place = await newPlace();
    store = await openStore(place.location);
    receive = receiver(store);
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

  const take = async (key: string | null, sent = application, when = at): Promise<Receipt> => {
    const receipt = await receive({ application: sent, key, at: when, channels: ['webhook', 'email'] });
    if ('conflictWith' in receipt) throw new Error('conflict');
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
    const references = rush.flatMap((receipt) => ('conflictWith' in receipt ? [] : [receipt.reference]));
    expect(references).toHaveLength(299);
    expect(new Set(references).size).toBe(100);
    expect(rush[299]).toMatchObject({ conflictWith: { reference: references[99] } });
    expect(await counts()).toEqual([100, 100, 0]);
  });

  it('stores those beside an application that the database will not take', async () => {
    const unstorable = answering({ name: 'nothing\u0000' });
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
    expect((await rowOf(store, reference))?.application.answers.name).toBe(name);
  });

  it('reads a hub’s rows in order across pages, each once, and no other hub’s', async () => {
    const { reference } = await take('first');
    await take('other', { ...application, hub: 'other-hub' });
    const rows = Array.from({ length: 1100 }, (_, index) => ({
      reference: `R-${index}`,
      hub: 'test-hub',
      kind: 'application' as const,
      school_year: '2099/00',
      received_at: new Date(at.getTime() + Math.floor(index / 7)),
      body: JSON.stringify(application),
    }));
    await store.run((db) => db.insertInto('applications').values(rows).execute());
    const read = [];
    for await (const row of rowsOf(store, 'test-hub', null)) read.push(row);
    expect(new Set(read.map((row) => row.reference))).toEqual(
      new Set([reference, ...rows.map((row) => row.reference)]),
    );
    expect(read).toHaveLength(1101);
    expect(read.map(({ receivedAt }) => receivedAt)).toEqual(read.map(({ receivedAt }) => receivedAt).sort());
    const since = [];
    for await (const row of rowsOf(store, 'test-hub', new Date(at.getTime() + 1))) since.push(row);
    expect(since).toHaveLength(1100 - 7);
  });

  it('erases an application with its keys and notices, and only that', async () => {
    const log = join(scratch, `forgotten-${Math.random()}`);
    const gone = await take('gone');
    const kept = await take('kept');
    expect(await erasures(store, log).forget(gone.reference, at)).toBe(true);
    expect(await erasures(store, log).forget('MH-00000-00000', at)).toBe(false);
    expect(await counts()).toEqual([1, 1, 2]);
    expect(await rowOf(store, kept.reference)).not.toBeNull();
    expect(JSON.parse(readFileSync(log, 'utf8'))).toEqual({
      reference: gone.reference,
      at: at.toISOString(),
    });
    const again = await take('gone');
    expect(again.repeated).toBe(false);
  });

  it('restores a backup whole, and erases again what was erased since', async () => {
    const log = join(scratch, `forgotten-${Math.random()}`);
    const gone = await take('gone', answering({ name: 'Forget Me' }));
    const kept = await take('kept');
    const saved = (await backup(store)).join('');
    await erasures(store, log).forget(gone.reference, at);

    await expect(store.run(() => Promise.resolve()).then(() => restore(store, saved))).rejects.toThrow(
      /holds applications already/,
    );
    const elsewhere = await newPlace();
    const fresh = await openStore(elsewhere.location);
    try {
      await expect(restore(fresh, saved.slice(0, -40))).rejects.toThrow(/not a whole backup|cannot be read/);
      expect(await restore(fresh, saved)).toBe(2);
      expect(await erasures(fresh, log).reapply()).toBe(1);
      expect(await rowOf(fresh, gone.reference)).toBeNull();
      expect(await rowOf(fresh, kept.reference)).toEqual(await rowOf(store, kept.reference));
      expect((await backup(fresh)).join('')).not.toContain('Forget Me');
      const repeated = await receiver(fresh)({ application, key: 'kept', at, channels: [] });
      expect(repeated).toMatchObject({ reference: kept.reference, repeated: true });
    } finally {
      await fresh.close();
      elsewhere.remove();
    }
  });

  it('writes down again an erasure that its file has lost', async () => {
    const log = join(scratch, `forgotten-${Math.random()}`);
    const { reference } = await take('gone');
    await erasures(store, log).forget(reference, at);
    rmSync(log);
    await erasures(store, log).reapply();
    expect(readFileSync(log, 'utf8')).toContain(reference);
  });

  it('lets go of what is older than the hub keeps', async () => {
    await take('old', application, new Date(at.getTime() - 1));
    const kept = await take('new');
    await take('other', { ...application, hub: 'other-hub' }, new Date(at.getTime() - 1));
    expect(await eraseOlder(store, 'test-hub', at)).toBe(1);
    expect(await counts()).toEqual([2, 2, 4]);
    expect(await rowOf(store, kept.reference)).not.toBeNull();
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
    const store = await openStore(place.location);
    const receive = receiver(store);
    const { fsyncSync } = disk;
    const happened: string[] = [];
    disk.fsyncSync = (file) => {
      fsyncSync(file);
      happened.push('on disk');
    };
    syncBuiltinESMExports();
    try {
      await receive({ application, key: 'durable', at, channels: [] });
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
});
