import { chmodSync, lchownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Whose a file is. */
interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const ROOT = 0;

/**
 * Whose the files in a place are to be when root writes them: those of whoever owns it, or the folder it is to be in. A
 * command of root's works on what belongs to the service's own user, which must be able to use it afterwards. Null where
 * we are not root, or the place is root's.
 */
export function ownerOf(path: string): Owner | null {
  if (process.geteuid?.() !== ROOT) return null;
  const around = resolve(path);
  const stat = statSync(around, { throwIfNoEntry: false });
  if (stat === undefined) return around === dirname(around) ? null : ownerOf(dirname(around));
  return stat.uid === ROOT ? null : { uid: stat.uid, gid: stat.gid };
}

/** Gives a file, or a folder with all in it, to its owner, where it is root's. */
export function handOver(path: string, owner: Owner | null): void {
  if (owner === null) return;
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isDirectory()) for (const entry of readdirSync(path)) handOver(join(path, entry), owner);
  if (stat.uid === ROOT) lchownSync(path, owner.uid, owner.gid);
}

/**
 * Takes from other users of the machine what they may do with a file or folder, which may have been made or copied by hand.
 * What is not ours to change (a volume that its host made) stays as it is.
 */
export function keepToOwner(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  const we = process.geteuid?.();
  if (stat === undefined || (stat.mode & 0o077) === 0 || (we !== ROOT && we !== stat.uid)) return;
  try {
    chmodSync(path, stat.mode & 0o700);
  } catch (error) {
    // A disk that is only read, or that knows no such rights (a share of another system), can still be used.
    if (!/^(?:EPERM|EROFS|ENOTSUP|ENOSYS)$/.test(codeOf(error))) throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The first of the files in a folder that is another user's; null where all are ours, or we are root. */
export function foreignFile(path: string): string | null {
  const we = process.geteuid?.();
  if (we === undefined || we === ROOT) return null;
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (stat.uid !== we) return path;
  if (!stat.isDirectory()) return null;
  for (const entry of readdirSync(path)) {
    const found = foreignFile(join(path, entry));
    if (found !== null) return found;
  }
  return null;
}
