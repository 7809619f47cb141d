import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { at } from '../../test/archive.js';
import { answering, application, newFolder, openArchive } from '../../test/intake.js';
import { openStore } from './store.js';

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
