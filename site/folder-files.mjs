import { readdir } from 'node:fs/promises';

/** Every file below a folder, by path, in one order on every machine. */
export async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.replace(/\/$/, '').length + 1))
    .sort();
}
