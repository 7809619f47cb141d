import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { logbook, newFolder } from '../../test/intake.js';
import { openStore } from '../store/store.js';
import { openKeys, rememberCopy } from './open-keys.js';

it('says which copy of the keys could not be renewed: for a new hub, and when keys are destroyed', async () => {
  const place = newFolder();
  const store = await openStore(place.location);
  const { entries, log } = logbook();
  const open = (...hubs: string[]) => openKeys({ store: place.location, log }, store, hubs);
  await open('one');
  // Not a file: nothing can be written there.
  const copy = join(place.location.folder, '..', 'copy');
  mkdirSync(copy);
  await rememberCopy(store, copy);
  const behind = {
    level: 'warn',
    event: 'keys-copy-behind',
    path: copy,
    why: expect.stringContaining('EISDIR'),
  };
  const keys = await open('one', 'another');
  expect(entries).toEqual([behind]);
  expect(await keys.destroyBefore('one', new Date())).toEqual([copy]);
  expect(entries).toEqual([behind, behind]);
  await store.close();
  place.remove();
});
