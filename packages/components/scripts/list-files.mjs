import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tags } from './build-frame.mjs';

const LISTS = ['manifest.json', 'sri.json', 'versions.json'];
const ENTRIES = ['embed.js', 'embed.html', 'frame.js', 'frame-host.js'];

/**
 * Writes `sri.json`, every file with its hash as an `integrity` attribute takes it, and `versions.json`,
 * which names the version, its tags and the files that a page may point to. The same sources give the same lists.
 */
export async function listFiles(folder, version) {
  const names = (await readdir(folder, { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.includes('.') && !LISTS.includes(name))
    .sort();
  const sri = {};
  for (const name of names) {
    const hash = createHash('sha384').update(await readFile(`${folder}/${name}`));
    sri[name] = `sha384-${hash.digest('base64')}`;
  }
  const entries = ENTRIES.map((file) => ({ file, integrity: sri[file] }));
  if (entries.some(({ integrity }) => integrity === undefined))
    throw new Error(
      `A file that pages point to was not built: ${ENTRIES.filter((name) => !sri[name]).join(', ')}.`,
    );
  const major = version.split('.')[0];
  const versions = {
    format: 'maths-hubs-versions/1',
    version,
    major: Number(major),
    tags: await tags(),
    entries,
  };
  const write = (name, value) => writeFile(`${folder}/${name}`, `${JSON.stringify(value, null, 2)}\n`);
  await write('sri.json', sri);
  await write('versions.json', versions);
}
