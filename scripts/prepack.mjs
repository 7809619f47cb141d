/**
 * Before a package is packed: the licence and the credits that must travel with each copy are in the root once,
 * and are put beside package.json. `--undo` takes them away again.
 */
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './lib/run.mjs';

const undo = process.argv.includes('--undo');
for (const name of ['LICENSE', 'NOTICE']) {
  const there = join(process.cwd(), name);
  await (undo ? rm(there, { force: true }) : copyFile(join(root, name), there));
}
