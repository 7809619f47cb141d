import { spawnSync } from 'node:child_process';

/**
 * Programs that lock the file behind their descriptor 3 and end, with 0 when they have it and 1 when another has. The
 * lock belongs to the open file (flock(2)), which is ours: it stays when the program has ended, holds in every
 * namespace that sees the file, and is let go by the system when we close it or end, however we end.
 */
export const PROGRAMS: readonly (readonly [string, ...string[]])[] = [
  ['flock', '-x', '-n', '3'],
  [
    'perl',
    '-e',
    'use Fcntl ":flock"; open(my $file, "+<&=", 3) or exit 2; exit(flock($file, LOCK_EX | LOCK_NB) ? 0 : 1)',
  ],
  [
    'python3',
    '-c',
    'import fcntl, sys\ntry: fcntl.flock(3, fcntl.LOCK_EX | fcntl.LOCK_NB)\nexcept BlockingIOError: sys.exit(1)',
  ],
];

/**
 * Takes the kernel's lock on an open file for this process alone. Node has no call for it, so a small program of the
 * system does it for us.
 * @returns whether we have it; null where the system offers no way
 */
export function lockOpenFile(file: number, programs = PROGRAMS): boolean | null {
  for (const [program, ...args] of programs) {
    const { status } = spawnSync(program, args, {
      stdio: ['ignore', 'ignore', 'ignore', file],
      timeout: 10_000,
    });
    if (status === 0) return true;
    if (status === 1) return false;
  }
  return null;
}
