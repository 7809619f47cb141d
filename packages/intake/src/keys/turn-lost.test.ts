import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hub, newFolder } from '../../test/intake.js';
import { openStore } from '../store/store.js';
import { keyring } from './keyring.js';
import { newState, withHubs, writeState } from './state.js';
import { fileVault, tableVault } from './vault.js';
import type { Vault } from './vault.js';

it.each(['a file', 'the database'])(
  'brings no key in %s back that another has destroyed, when a process was stopped in the middle and has lost its turn',
  async (where) => {
    const folder = mkdtempSync(join(tmpdir(), 'intake-turn-'));
    const place = newFolder();
    const store = await openStore(place.location);
    const vault = where === 'a file' ? fileVault(join(folder, 'k.keys')) : tableVault(store);
    const state = withHubs(newState(), [hub.id]);
    await vault.write(writeState(state, null));
    const open = (through: Vault) =>
      keyring({
        vault: through,
        secret: null,
        state,
        // The lock was lost: nobody waits for anybody.
        exclusively: (work) => work(),
        renewCopies: () => Promise.resolve([]),
      });
    let goOn = (): void => undefined;
    const stopped = open({
      ...vault,
      async write(...what) {
        await new Promise<void>((resolve) => (goOn = resolve));
        return vault.write(...what);
      },
    });
    const other = open(vault);
    const [mine, theirs] = [stopped.newLeaf(new Date(0)), other.newLeaf(new Date(1))];
    const late = stopped.destroy([{ hub: hub.id, leaf: mine }]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await other.destroy([{ hub: hub.id, leaf: theirs }]);
    goOn();
    await expect(late).rejects.toThrow('Another process has changed the keys meanwhile');
    await stopped.refresh();
    expect([stopped.gone(hub.id, theirs), stopped.gone(hub.id, mine)]).toEqual([true, false]);
    await store.close();
    place.remove();
    rmSync(folder, { recursive: true });
  },
);
