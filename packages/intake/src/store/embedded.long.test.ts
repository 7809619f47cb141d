import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPGlite } from './embedded.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intake-embedded-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('keeps every file of the database for its owner alone, made first or later, wherever the folder is copied to', async () => {
  const database = await openPGlite(folder);
  await database.exec(`create table kept as select md5(i::text) as text from generate_series(1, 2000) i;
    create index on kept (text); checkpoint;`);
  await database.close();
  const again = await openPGlite(folder);
  await again.exec('create table later as select * from kept; checkpoint;');
  await again.close();
  const paths = await readdir(join(folder, 'database'), { recursive: true });
  expect(paths.length).toBeGreaterThan(500);
  const modes = await Promise.all(paths.map((path) => stat(join(folder, 'database', path))));
  expect(paths.filter((_, at) => ((modes[at]?.mode ?? 0) & 0o077) !== 0)).toEqual([]);
});

it('makes the database whole, whatever an earlier start left half-made, in memory that is given back', async () => {
  const left = join(folder, 'database.new-of-a-start-that-was-killed');
  await mkdir(left);
  await writeFile(join(left, 'PG_VERSION'), '18');
  const database = await openPGlite(folder);
  const { rows } = await database.query<{ server_encoding: string }>('show server_encoding');
  expect(rows).toEqual([{ server_encoding: 'UTF8' }]);
  await database.close();
  expect(await readdir(folder)).toEqual(['database']);
  // Made in this process, the database would leave some 800 MB with it.
  expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(550);
});

it('says what to look at when the database cannot be made, and leaves nothing behind', async () => {
  const { execPath } = process;
  process.execPath = '/bin/false';
  try {
    await expect(openPGlite(folder)).rejects.toThrow(/could not be made. See that the disk has 100 MB left/);
  } finally {
    process.execPath = execPath;
  }
  expect(await readdir(folder, { recursive: true })).toEqual(['database']);
});
