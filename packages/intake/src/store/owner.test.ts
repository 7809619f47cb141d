import { chmodSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { newFolder, openArchive } from '../../test/intake.js';
import { keepToOwner } from './owner.js';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

it('keeps a folder and keys to their owner that somebody made or copied by hand', async () => {
  const place = newFolder();
  const { folder } = place.location;
  const keys = `${folder}.keys`;
  await (await openArchive(place.location)).store.close();
  chmodSync(folder, 0o777);
  chmodSync(keys, 0o644);
  const { store } = await openArchive(place.location);
  expect([modeOf(folder), modeOf(keys)]).toEqual(['700', '600']);
  await store.close();
  place.remove();
});

it.runIf(process.platform === 'linux')('goes on where the disk knows no such rights', () => {
  const file = '/proc/self/status';
  expect(() => chmodSync(file, 0o400)).toThrow(/EPERM/);
  keepToOwner(file);
});
