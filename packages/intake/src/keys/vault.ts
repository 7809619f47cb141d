import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { randomBytes, randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { StoreUnavailableError } from '../errors.js';
import type { Store } from '../store/interface.js';
import { handOver, keepToOwner, ownerOf } from '../store/owner.js';

/** Where the keys are kept. */
export interface Vault {
  /** In words, for a message. */
  readonly where: string;
  /** The file, where it is one. */
  readonly path: string | null;
  read(): Promise<string | null>;
  /**
   * Replaces what was there; what was there is overwritten where the system lets us.
   * @param stamp  of what is to be replaced, where it must be that
   * @throws {StoreUnavailableError} when it is another by now
   */
  write(text: string, stamp?: string | null): Promise<void>;
  /** Changes whenever the content does; cheap to ask. */
  stamp(): Promise<string>;
}

/** One file that only the service's own user may read. */
export function fileVault(path: string): Vault {
  const stampOf = (): string => {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stat === undefined ? '' : `${stat.ino} ${stat.mtimeNs}`;
  };
  return {
    where: path,
    path,
    read() {
      if (!existsSync(path)) return Promise.resolve(null);
      keepToOwner(path);
      return Promise.resolve(readFileSync(path, 'utf8'));
    },
    async write(text, stamp = null) {
      if (stamp !== null && stamp !== stampOf()) throw changedMeanwhile();
      await Promise.resolve(replaceFile(path, text));
    },
    stamp: () => Promise.resolve(stampOf()),
  };
}

/** A row of the database, where a service has no disk of its own. */
export function tableVault(store: Store): Vault {
  const field = async (name: 'value' | 'changed'): Promise<string | null> =>
    store.run(async (db) => {
      const row = await db.selectFrom('settings').select(name).where('name', '=', 'keys').executeTakeFirst();
      return row === undefined ? null : String(row[name as keyof typeof row]);
    });
  return {
    where: 'the database',
    path: null,
    read: () => field('value'),
    async write(value, stamp = null) {
      const changed = randomUUID();
      const written = await store.run((db) =>
        db
          .insertInto('settings')
          .values({ name: 'keys', value, changed })
          .onConflict((conflict) => {
            const updated = conflict.column('name').doUpdateSet({ value, changed });
            return stamp === null ? updated : updated.where('settings.changed', '=', stamp);
          })
          .returning('name')
          .execute(),
      );
      if (written.length === 0) throw changedMeanwhile();
    },
    stamp: async () => (await field('changed')) ?? '',
  };
}

/** Whoever was stopped in the middle and lost its turn would bring back keys that another has destroyed since. */
function changedMeanwhile(): StoreUnavailableError {
  return new StoreUnavailableError('Another process has changed the keys meanwhile. Do it again.');
}

/**
 * Replaces a file whole, on the disk before it returns, and then writes over the blocks of the one it replaced. (On a
 * copy-on-write file system, or a disk that moves blocks, old ones may remain until they are used again.)
 */
export function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const before = existsSync(path) ? openSync(path, 'r+') : null;
  const owner = ownerOf(path);
  const next = `${path}.${randomUUID()}`;
  try {
    const file = openSync(next, 'wx', 0o600);
    try {
      // A disk that is nearly full takes a part and says so by a number alone: this goes on until it has all, or fails.
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    handOver(next, owner);
    renameSync(next, path);
    syncFolder(dirname(path));
    if (before !== null) {
      writeSync(before, randomBytes(fstatSync(before).size), 0, null, 0);
      fsyncSync(before);
    }
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  } finally {
    if (before !== null) closeSync(before);
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
