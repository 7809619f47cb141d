import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StoreInUseError } from '../errors.js';

/** Who holds a folder. Only the owner's user may read it: `token` opens the owner's desk. */
interface Owner {
  readonly id: string;
  readonly pid: number;
  readonly host: string;
  /** When the process started, as the system counts it; tells a process from a later one of the same number. */
  readonly started: string | null;
  /** Where the owner answers commands on this machine, once it does. */
  readonly desk: { readonly port: number; readonly token: string } | null;
}

export interface FolderLock {
  /** Tells commands where to find the owner. */
  announce(desk: { readonly port: number; readonly token: string }): void;
  release(): void;
}

const HEARTBEAT = 5_000;
const SILENT = 30_000;

/**
 * Takes a folder for this process alone. A lock left by a process that is gone is taken over; one of another
 * machine only when its heartbeat has been silent for 30 s.
 * @throws {StoreInUseError} when a living process holds it
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, 'owner.lock');
  const owner: Owner = {
    id: randomUUID(),
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
    desk: null,
  };
  if (!create(path, owner)) takeOver(path, owner);
  const beat = setInterval(() => {
    if (readOwner(path)?.id === owner.id) utimesSync(path, new Date(), new Date());
  }, HEARTBEAT);
  beat.unref();
  return {
    announce(desk) {
      const next = `${path}.${owner.id}`;
      write(next, { ...owner, desk });
      renameSync(next, path);
    },
    release() {
      clearInterval(beat);
      if (readOwner(path)?.id === owner.id) rmSync(path, { force: true });
    },
  };
}

/** Where a folder's owner answers commands; null when nobody holds it, or it does not answer commands. */
export function deskOf(folder: string): { readonly port: number; readonly token: string } | null {
  const path = join(folder, 'owner.lock');
  const owner = readOwner(path);
  return owner !== null && alive(path, owner) ? owner.desk : null;
}

/** One process at a time may clear a dead owner's lock; its own mark is void after 30 s. */
function takeOver(path: string, owner: Owner): void {
  const held = readOwner(path);
  if (held !== null && alive(path, held)) throw inUse(path, held);
  const clearing = `${path}.clearing`;
  if (age(clearing) > SILENT) rmSync(clearing, { force: true });
  if (!create(clearing, owner)) throw inUse(path, held);
  try {
    const again = readOwner(path);
    if (again !== null && alive(path, again)) throw inUse(path, again);
    rmSync(path, { force: true });
    if (!create(path, owner)) throw inUse(path, readOwner(path));
  } finally {
    rmSync(clearing, { force: true });
  }
}

function inUse(path: string, owner: Owner | null): StoreInUseError {
  const who = owner === null ? 'Another process' : `Process ${owner.pid} on ${owner.host}`;
  return new StoreInUseError(
    `${who} holds this store (${path}). Two processes on one folder lose applications: stop the other first, ` +
      'or use PostgreSQL (DATABASE_URL), which several may share.',
  );
}

/** Creates the file whole or not at all; false when it is there already. */
function create(path: string, owner: Owner): boolean {
  const whole = `${path}.${randomUUID()}`;
  write(whole, owner);
  try {
    linkSync(whole, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(whole);
  }
}

function write(path: string, owner: Owner): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, JSON.stringify(owner));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function readOwner(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function alive(path: string, owner: Owner): boolean {
  if (owner.host !== hostname()) return age(path) < SILENT;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return owner.started === null || owner.started === startOf(owner.pid);
}

function age(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return Infinity;
  }
}

/** Clock ticks from the machine's start to the process's; null where the system does not tell. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
