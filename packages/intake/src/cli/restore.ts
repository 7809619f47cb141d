import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { IntakeConfig } from '../config/config.js';
import { prepareHubs } from '../config/hubs.js';
import { erasures } from '../desk/erase.js';
import { readHead, restore, RestoreError } from '../desk/restore.js';
import type { Restored } from '../desk/restore.js';
import type { BackupHead } from '../desk/backup-lines.js';
import { KeyError } from '../errors.js';
import { openKeys, vaultOf } from '../keys/open-keys.js';
import { readState, writeState } from '../keys/state.js';
import type { KeyState } from '../keys/state.js';
import { replaceFile } from '../keys/vault.js';
import { openStore } from '../store/store.js';
import type { Store } from '../store/interface.js';
import { backupLines, besideBackup } from './backup.js';

interface RestoreOptions {
  readonly file: string;
  /** Where the keys of the backup's applications are. */
  readonly keys: string | null;
  readonly backupKey: string | null;
  readonly now: Date;
}

/**
 * Puts a backup into the empty store of a configuration, with the newest keys that can be found.
 * @throws {RestoreError} {KeyError}
 */
export async function restoreFrom(
  config: IntakeConfig,
  { file, keys: keyFile, backupKey, now }: RestoreOptions,
): Promise<Restored> {
  const hubs = await prepareHubs(config);
  const store = await openStore(config.store);
  try {
    const lines = backupLines(file, backupKey);
    const head = readHead((await lines.next()).value ?? undefined);
    await mustBeEmpty(store);
    await bringKeys(config, store, head, keyFile, besideBackup(file));
    const keys = await openKeys(config, store, hubs.keys());
    const restored = await restore({ store, keys }, lines);
    await erasures({ store, keys }).reapply(now);
    return restored;
  } finally {
    await store.close();
  }
}

async function mustBeEmpty(store: Store): Promise<void> {
  const any = await store.run((db) =>
    db.selectFrom('applications').select('reference').limit(1).executeTakeFirst(),
  );
  if (any !== undefined)
    throw new RestoreError('The store holds applications already. Restore into an empty store only.');
}

/** Puts the newest keys that can be found where the configuration says they belong. */
async function bringKeys(
  config: IntakeConfig,
  store: Store,
  { keys: wanted }: BackupHead,
  given: string | null,
  beside: string,
): Promise<void> {
  const vault = vaultOf(config, store);
  const secret = config.keySecret ?? null;
  const present = await vault.read();
  const read = (text: string, where: string): KeyState | null => {
    const state = readState(text, secret, where);
    return state.id === wanted.id ? state : null;
  };
  const found: KeyState[] = [];
  if (given !== null) {
    const state = read(readFileSync(given, 'utf8'), given);
    if (state === null) throw new KeyError(`${given} holds the keys of another service than this backup's.`);
    found.push(state);
  }
  const there = present === null ? null : read(present, vault.where);
  if (there !== null) found.push(there);
  for (const path of [beside, wanted.path])
    if (path !== null && existsSync(path) && resolve(path) !== vault.path) {
      const state = tryRead(() => read(readFileSync(path, 'utf8'), path));
      if (state !== null) found.push(state);
    }
  const newest = found.sort((a, b) => b.generation - a.generation)[0];
  if (newest === undefined)
    throw new KeyError(
      'The applications in this backup are hidden under keys that are not in it, and that are neither in ' +
        `${vault.where} nor in ${beside}. Say where the newest copy of them is: restore --keys <file>.`,
    );
  if (newest === there) return;
  // Keys of another service are not ours to destroy.
  if (present !== null && there === null && vault.path !== null)
    replaceFile(`${vault.path}.before-restore`, present);
  await vault.write(writeState(newest, secret));
}

/** A file that only might hold the keys need not. */
function tryRead<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
