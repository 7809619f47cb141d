import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { messageOf } from '@maths-hubs/sdk/evidence';
import type { LogEntry } from '../config/log-entry.js';
import { KeyError } from '../errors.js';
import type { Store, StoreLocation } from '../store/interface.js';
import { readSetting, writeSetting } from '../store/settings.js';
import { writeLog } from '../write-log.js';
import { keyring } from './keyring.js';
import type { Keyring } from './keyring.js';
import { newState, readState, withHubs, writeState } from './state.js';
import { fileVault, replaceFile, tableVault } from './vault.js';
import type { Vault } from './vault.js';

export interface KeyPlace {
  readonly store: StoreLocation;
  readonly keyFile?: string;
  readonly keySecret?: string;
  /** Told of a copy of the keys that is not the newest any more. */
  readonly log?: (entry: LogEntry) => void;
}

/**
 * Where the keys are: in the file that the configuration names; else beside the folder, so that a copy of the folder
 * does not hold them; else, where nothing but a database is at hand, in it.
 */
export function vaultOf({ store: location, keyFile }: KeyPlace, store: Store): Vault {
  if (keyFile !== undefined) return fileVault(resolve(keyFile));
  return 'folder' in location ? fileVault(besideFolder(location.folder)) : tableVault(store);
}

/** What lies beside the root of a disk lies on another one, which may not last: then the keys lie within. */
function besideFolder(folder: string): string {
  const path = resolve(folder);
  const within = join(path, 'keys');
  const ownDisk = statSync(path).dev !== statSync(dirname(path)).dev;
  return existsSync(within) || ownDisk ? within : `${path}.keys`;
}

/**
 * Opens the keys of a store, or makes them when it holds nothing yet.
 * @throws {KeyError} when they are missing or belong to another store
 */
export async function openKeys(place: KeyPlace, store: Store, hubs: Iterable<string>): Promise<Keyring> {
  const ids = [...hubs];
  const vault = vaultOf(place, store);
  const secret = place.keySecret ?? null;
  const log = place.log ?? writeLog;
  const state = await store.exclusively(async () => {
    const text = await vault.read();
    const known = await readSetting(store, 'keys-id');
    const found = text === null ? null : readState(text, secret, vault.where);
    if (known !== null && known !== found?.id && (await holdsApplications(store)))
      throw new KeyError(
        found === null
          ? `The keys of this store's applications are not in ${vault.where}. Put back the newest copy of them, or ` +
              'say where they are (keyFile). Without them nobody can read the applications.'
          : `${vault.where} holds the keys of another store. Put back this store's, or say where they are (keyFile).`,
      );
    const state = withHubs(found ?? newState(), ids);
    if (state !== found) {
      await vault.write(writeState(state, secret));
      // A copy without a new hub's keys would open none of its applications.
      await renewCopies(store, writeState(state, secret), log);
    }
    if (known !== state.id) await writeSetting(store, 'keys-id', state.id);
    // Of keys that are new nothing is destroyed yet: there is nothing to look for.
    if (found === null) await writeSetting(store, 'keys-generation', String(state.generation));
    return state;
  });
  const keys = keyring({
    vault,
    secret,
    state,
    exclusively: store.exclusively,
    renewCopies: (text) => renewCopies(store, text, log),
  });
  await keys.refresh();
  for (const hub of ids) await mustOpen(store, keys, hub);
  return keys;
}

/** Keys of the right name may be spoilt all the same: what is hidden under them could be opened by nobody later. */
async function mustOpen(store: Store, keys: Keyring, hub: string): Promise<void> {
  const newest = await store.run((db) =>
    db
      .selectFrom('applications')
      .select(['leaf', 'sealed'])
      .where('hub', '=', hub)
      .where('sealed', 'is not', null)
      .orderBy('received_at', 'desc')
      .limit(LOOKED_AT)
      .execute(),
  );
  let fault: unknown = null;
  for (const { leaf, sealed } of newest)
    try {
      keys.open(hub, leaf, sealed);
      return;
    } catch (error) {
      fault = error;
    }
  if (fault !== null)
    throw new KeyError(
      `The keys in ${keys.where} do not open the newest applications of ${hub}: they are spoilt, or another service's. ` +
        'Put back the newest copy of them.',
      { cause: fault },
    );
}

/** One that is spoilt itself is no reason not to start. */
const LOOKED_AT = 3;

async function holdsApplications(store: Store): Promise<boolean> {
  const any = await store.run((db) =>
    db
      .selectFrom('applications')
      .select('reference')
      .where('sealed', 'is not', null)
      .limit(1)
      .executeTakeFirst(),
  );
  return any !== undefined;
}

/** Files that hold a copy of the keys, written by `backup`. */
async function keyCopies(store: Store): Promise<readonly string[]> {
  const known = JSON.parse((await readSetting(store, 'key-copies')) ?? '[]') as string[];
  return known.filter((path) => !isGone(path));
}

/** What cannot be looked at may still be there. */
function isGone(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}

/** Writes the keys to their copies. Those that cannot be written now are in the log, and written again by the next backup. */
async function renewCopies(
  store: Store,
  text: string,
  log: (entry: LogEntry) => void,
): Promise<readonly string[]> {
  const behind: string[] = [];
  for (const path of await keyCopies(store))
    try {
      replaceFile(path, text);
    } catch (error) {
      behind.push(path);
      log({ level: 'warn', event: 'keys-copy-behind', path, why: messageOf(error) });
    }
  return behind;
}

/** Remembers a copy of the keys, so that it is renewed when a key is destroyed. */
export async function rememberCopy(store: Store, path: string): Promise<void> {
  const known = new Set(await keyCopies(store)).add(path);
  await writeSetting(store, 'key-copies', JSON.stringify([...known]));
}
