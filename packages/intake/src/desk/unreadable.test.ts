import { readFileSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, openArchive } from '../../test/intake.js';
import { applications, hub as installedHub, install } from '../../test/service.js';
import { openKeys } from '../keys/open-keys.js';
import { openStore } from '../store/store.js';
import { rowsOf } from './rows.js';

describe('applications that cannot be opened', () => {
  const place = newFolder();
  const keyFile = `${place.location.folder}.keys`;
  const references: string[] = [];

  beforeAll(async () => {
    const { store, receiver } = await openArchive(place.location);
    const application = await applications();
    for (let count = 0; count < 3; count += 1) {
      const outcome = await receiver.take({
        application: application(`Person ${count}`),
        key: null,
        at: new Date(Date.UTC(2026, 1, count + 1)),
        channels: [],
      });
      if ('reference' in outcome) references.push(outcome.reference);
    }
    // As a disk spoils it.
    await store.run((db) =>
      sql`update applications set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)
        where reference = ${references[1]}`.execute(db),
    );
    await store.close();
  });
  afterAll(() => place.remove());

  it('keep nobody from those that can, and are named', async () => {
    const { store, keys } = await openArchive(place.location);
    const found: string[] = [];
    const reading = async (): Promise<void> => {
      for await (const { reference } of rowsOf({ store, keys }, installedHub.id, null)) found.push(reference);
    };
    await expect(reading()).rejects.toThrow(new RegExp(`^1 of the applications .*: ${references[1]}\\.`));
    expect(found).toEqual([references[0], references[2]]);
    await store.close();
  });

  it('break an export off, which says so and is not taken for whole', async () => {
    const installed = install(place.location);
    const service = await installed.serve();
    const asked = await installed.run('export', '--format', 'json');
    expect(asked.code).toBe(1);
    expect(asked.stderr).toMatch(/^The service broke off .*desk-broke-off.*\n$/);
    expect(() => JSON.parse(asked.stdout) as unknown).toThrow();
    await service.end('SIGTERM');
    const alone = await installed.run('list');
    expect([alone.code, alone.stderr]).toEqual([1, expect.stringContaining(String(references[1]))]);
    expect(alone.stdout.match(/^MH-/gm)).toHaveLength(2);
    installed.remove();
  });

  it('are not added to by a start with keys that are spoilt', async () => {
    const whole = readFileSync(keyFile, 'utf8');
    const spoilt = (JSON.parse(whole) as { trees: Record<string, Record<string, string>> }).trees;
    const tree = spoilt[installedHub.id] ?? {};
    for (const [path, key] of Object.entries(tree))
      tree[path] = Buffer.from(key, 'base64').reverse().toString('base64');
    writeFileSync(keyFile, JSON.stringify({ ...JSON.parse(whole), trees: spoilt }));
    const store = await openStore(place.location);
    await expect(openKeys({ store: place.location }, store, [installedHub.id])).rejects.toThrow(/spoilt/);
    await store.close();
    writeFileSync(keyFile, whole);
  });
});
