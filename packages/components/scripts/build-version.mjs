/** Writes the version that the elements report, from package.json: two copies on one page compare it. */
import { readFile, writeFile } from 'node:fs/promises';

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
const file = new URL('../src/foundation/version.ts', import.meta.url);
const text = `/** Written by build-version.mjs from package.json; two copies on one page compare it. */
export const VERSION = ${JSON.stringify(version)};
`.replaceAll('"', "'");
// A file that is not touched is not compiled again.
if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeFile(file, text);
