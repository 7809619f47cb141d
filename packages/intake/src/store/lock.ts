import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreInUseError } from '../errors.js';
import { lockOpenFile } from './kernel-lock.js';

/** Where an owner answers commands: a socket in the folder, or a port where such a socket cannot be. */
export interface DeskAddress {
  readonly socket?: string;
  readonly port?: number;
  readonly token: string;
}

/** Who holds a folder. Only the owner's user may read it: `token` opens the owner's desk. */
interface Owner {
  readonly id: string;
  readonly pid: number;
  readonly host: string;
  readonly desk: DeskAddress | null;
}

export interface FolderLock {
  /** Whether folder and lock are still those that were taken. Cheap enough to ask before every acknowledgement. */
  held(): boolean;
  /** Tells commands where to find the owner. */
  announce(desk: DeskAddress): void;
  release(): void;
}

const HEARTBEAT = 2_000;
/** How long an owner on another machine must have been silent. */
const SILENT = 15_000;
/** File systems whose locks may not reach other machines: NFS, SMB, 9P, FUSE. @source Linux, statfs(2) */
const NETWORKS = new Set([0x6969, 0xff534d42, 0xfe534d42, 0x517b, 0x01021997, 0x65735546]);

/**
 * Takes a folder for this process alone, by a lock of the kernel that ends with the process. Where the folder may be
 * shared with another machine, whose locks the kernel may not see, its heartbeat must have been silent too.
 * @throws {StoreInUseError} when a living process holds it
 */
export async function lockFolder(folder: string, silent = SILENT): Promise<FolderLock> {
  const path = join(folder, 'owner.lock');
  const file = openSync(path, 'a+', 0o600);
  try {
    const locked = lockOpenFile(file);
    if (locked === null)
      throw new StoreInUseError(
        'This system offers no way to lock a folder (flock, perl or python3 is needed). Two processes on one folder ' +
          'lose applications, so it is not used without. Install util-linux, or use PostgreSQL (DATABASE_URL).',
      );
    // The file may have been replaced between our opening and locking it: then the lock is on nothing.
    if (!locked || !sameFile(file, path)) throw inUse(path, readOwner(folder));
    if (isNetwork(folder)) await untilSilent(folder, silent);
  } catch (error) {
    closeSync(file);
    throw error;
  }
  return held(folder, path, file);
}

function held(folder: string, path: string, file: number): FolderLock {
  const owner: Owner = { id: randomUUID(), pid: process.pid, host: hostname(), desk: null };
  const card = join(folder, 'owner.json');
  writeCard(card, owner);
  let open = true;
  const beat = setInterval(() => {
    try {
      utimesSync(card, new Date(), new Date());
    } catch {
      // A folder that is gone is found by `held`, which says so.
    }
  }, HEARTBEAT);
  beat.unref();
  return {
    held: () => open && sameFile(file, path),
    announce: (desk) => writeCard(card, { ...owner, desk }),
    release() {
      if (!open) return;
      open = false;
      clearInterval(beat);
      if (sameFile(file, path) && readOwner(folder)?.id === owner.id) rmSync(card, { force: true });
      // The lock's file stays: whoever takes it away lets a second process lock another one of its name.
      closeSync(file);
    },
  };
}

/** Where a folder's owner said that it answers commands; null when nobody has. It may have ended since. */
export function deskOf(folder: string): DeskAddress | null {
  return readOwner(folder)?.desk ?? null;
}

function inUse(path: string, owner: Owner | null): StoreInUseError {
  const who = owner === null ? 'Another process' : `Process ${owner.pid} on ${owner.host}`;
  return new StoreInUseError(
    `${who} holds this store (${path}). Two processes on one folder lose applications: stop the other first, ` +
      'or use PostgreSQL (DATABASE_URL), which several may share.',
  );
}

function sameFile(file: number, path: string): boolean {
  try {
    const [ours, there] = [fstatSync(file), statSync(path, { throwIfNoEntry: false })];
    return there !== undefined && ours.ino === there.ino && ours.dev === there.dev;
  } catch {
    return false;
  }
}

function isNetwork(folder: string): boolean {
  try {
    return NETWORKS.has(statfsSync(folder).type);
  } catch {
    return true;
  }
}

/** Waits until whoever wrote the card last has been silent; its clock need not agree with ours. */
async function untilSilent(folder: string, silent: number): Promise<void> {
  const card = join(folder, 'owner.json');
  const beat = (): number | undefined => statSync(card, { throwIfNoEntry: false })?.mtimeMs;
  const first = beat();
  const end = performance.now() + silent;
  while (first !== undefined && beat() !== undefined && performance.now() < end) {
    if (beat() !== first) throw inUse(card, readOwner(folder));
    await pause(Math.min(250, silent));
  }
}

function writeCard(path: string, owner: Owner): void {
  const next = `${path}.${owner.id}`;
  const file = openSync(next, 'w', 0o600);
  try {
    writeFileSync(file, JSON.stringify(owner));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(next, path);
}

function readOwner(folder: string): Owner | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'));
  } catch {
    return null;
  }
}
