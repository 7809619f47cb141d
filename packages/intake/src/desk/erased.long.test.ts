import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { bytesFound } from '../../test/bytes.js';
import { answering, hub, newFolder, post } from '../../test/intake.js';
import { startCluster } from '../../test/postgres.js';
import { install } from '../../test/service.js';
import { backupTo } from '../cli/backup.js';
import { restoreFrom } from '../cli/restore.js';
import type { IntakeConfig } from '../config/config.js';
import { createIntake } from '../intake.js';
import { backup } from './backup.js';
import { rowOf, rowsOf } from './rows.js';

const PERSON = {
  name: 'Zebedee Quillfeather',
  email: 'zebedee.unique@quill.example',
  schoolName: 'Quillfeather Primary',
};
const SOUGHT = [PERSON.name, PERSON.email, 'zebedee.unique', 'Quillfeather'];
const quiet = { hubs: [hub], log: () => undefined };

/** Sends one person and some others, backs up, copies, forgets, restores; whether anything readable is left anywhere. */
async function eraseAndSearch(
  config: IntakeConfig,
  everywhere: string,
  scratch: string,
  elsewhere: IntakeConfig,
  others = 0,
) {
  const intake = createIntake(config);
  const parts = await intake.ready;
  const send = async (answers: object): Promise<string> => {
    const response = await intake.fetch(post(answering(answers)));
    expect(response.status).toBe(201);
    return ((await response.json()) as { reference: string }).reference;
  };
  const gone = await send(PERSON);
  const kept = await send({ name: 'Somebody Kept' });
  const file = join(scratch, 'backup.ndjson');
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for await (const part of backup(parts)) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });
  await backupTo(file, body, null);
  expect(bytesFound(scratch, ...SOUGHT)).toEqual([]);
  await parts.erasures.forget(gone, new Date());
  await intake.close();
  expect(bytesFound(everywhere, ...SOUGHT)).toEqual([]);

  expect(await restoreFrom(elsewhere, { file, keys: null, backupKey: null, now: new Date() })).toEqual({
    applications: others + 1,
    erased: 1,
  });
  const restored = createIntake(elsewhere);
  const archive = await restored.ready;
  expect(await rowOf(archive, gone)).toBeNull();
  expect((await rowOf(archive, kept))?.application.answers.name).toBe('Somebody Kept');
  await restored.close();
  expect(bytesFound(everywhere, ...SOUGHT)).toEqual([]);
  return { gone, kept };
}

describe('what is erased', () => {
  it('is in no byte of the folder, its log, a backup and a restored copy; a copy of the folder cannot be read', async () => {
    const place = newFolder();
    const other = newFolder();
    const scratch = mkdtempSync(join(tmpdir(), 'intake-erased-'));
    const { folder } = place.location;
    const before = createIntake({ ...quiet, store: { folder } });
    const early = await before.fetch(post(answering({ ...PERSON, role: 'Early' })));
    const { reference } = (await early.json()) as { reference: string };
    await before.close();
    const copy = join(scratch, 'copy');
    cpSync(folder, copy, { recursive: true });

    const elsewhere = { ...quiet, store: other.location, keyFile: `${folder}.keys` };
    await eraseAndSearch({ ...quiet, store: { folder } }, folder, scratch, elsewhere, 1);
    const again = createIntake({ ...quiet, store: { folder } });
    const { erasures } = await again.ready;
    await erasures.forget(reference, new Date());
    await again.close();
    // The copy from before, without keys: it says what is missing, and opens nothing.
    const without = createIntake({ ...quiet, store: { folder: copy }, keyFile: join(scratch, 'none') });
    await expect(without.ready).rejects.toMatchObject({ code: 'keys' });
    // And with the keys as they are now.
    const copied = createIntake({ ...quiet, store: { folder: copy }, keyFile: `${folder}.keys` });
    const archive = await copied.ready;
    expect(await rowOf(archive, reference)).toBeNull();
    for await (const row of rowsOf(archive, 'test-hub', null)) expect(row.reference).not.toBe(reference);
    await copied.close();
    expect(bytesFound(scratch, ...SOUGHT)).toEqual([]);
    for (const one of [place, other]) one.remove();
    rmSync(scratch, { recursive: true });
  });

  it.runIf(inject('postgres') !== null)(
    'is in no byte of PostgreSQL, its log, a backup and a restored copy',
    async () => {
      const cluster = await startCluster();
      const second = await startCluster();
      const scratch = mkdtempSync(join(tmpdir(), 'intake-erased-'));
      const keyFile = join(scratch, 'keys', 'intake.keys');
      try {
        await eraseAndSearch(
          { ...quiet, store: { databaseUrl: cluster.url }, keyFile },
          cluster.folder,
          scratch,
          { ...quiet, store: { databaseUrl: second.url }, keyFile },
        );
        expect(bytesFound(second.folder, ...SOUGHT)).toEqual([]);
      } finally {
        cluster.remove();
        second.remove();
        rmSync(scratch, { recursive: true });
      }
    },
  );

  it('is out of reach of the copy of the keys beside the backups as well', async () => {
    const place = newFolder();
    const scratch = mkdtempSync(join(tmpdir(), 'intake-copies-'));
    const installed = install(place.location);
    const file = join(scratch, 'backup.ndjson');
    expect((await installed.run('backup', '--out', file)).code).toBe(0);
    const before = readFileSync(join(scratch, 'intake.keys'), 'utf8');
    const intake = createIntake({ ...quiet, store: place.location });
    const { reference } = (await (await intake.fetch(post(answering(PERSON)))).json()) as {
      reference: string;
    };
    const { erasures } = await intake.ready;
    expect(await erasures.forget(reference, new Date())).toEqual({ copiesBehind: [] });
    const after = readFileSync(join(scratch, 'intake.keys'), 'utf8');
    expect(after).not.toBe(before);
    expect(after).toBe(readFileSync(`${place.location.folder}.keys`, 'utf8'));
    await intake.close();
    installed.remove();
    place.remove();
    rmSync(scratch, { recursive: true });
  });
});
