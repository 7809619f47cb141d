import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
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
