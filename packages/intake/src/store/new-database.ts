import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StoreUnavailableError } from '../errors.js';
import { PLAINLY } from './program.js';

/** Ends with the process that waits for it. */
const PROGRAM = `
  const [pglite, folder] = process.argv.slice(1);
  process.stdin.once('end', () => process.exit(1)).resume();
  require(pglite).PGlite.create(folder).then((database) => database.close()).then(() => process.exit());`;

/**
 * Makes an empty database in a folder, whole or not at all. PGlite needs several hundred megabytes more for that than
 * to run, and keeps them as long as its process lives: so it is done in one of its own.
 */
export async function makeDatabase(folder: string): Promise<void> {
  const around = dirname(folder);
  const name = `${basename(folder)}.new-`;
  for (const left of readdirSync(around).filter((entry) => entry.startsWith(name)))
    rmSync(join(around, left), { recursive: true, force: true });
  const made = join(around, `${name}${randomUUID()}`);
  try {
    await run([createRequire(import.meta.url).resolve('@electric-sql/pglite'), made]);
    settleTree(made);
    rmdirSync(folder);
    renameSync(made, folder);
    syncPath(around);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function run(words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Nothing of the service's environment is for this one: neither its secrets nor how it was started.
    execFile(process.execPath, [...PLAINLY, '-e', PROGRAM, ...words], { env: {} }, (error, _said, why) => {
      if (error === null) resolve();
      else
        reject(
          new StoreUnavailableError(
            'The database could not be made. See that the disk has 100 MB left and the machine 1 GB of memory for a ' +
              `moment, and start again. ${why.slice(0, 400)}`,
            { cause: error },
          ),
        );
    });
  });
}

/** What was made: on the disk, and for its owner alone. */
function settleTree(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) settleTree(inner);
    else if (entry.isFile()) {
      chmodSync(inner, 0o600);
      syncPath(inner);
    }
  }
  chmodSync(path, 0o700);
  syncPath(path);
}

export function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
