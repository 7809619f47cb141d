/**
 * Builds the plugin into `dist/maths-hubs` and `dist/maths-hubs.zip`: the PHP of `plugin/`, the widgets and the editor's
 * page as they are built beside it, and tables that are made from the SDK, so that no rule is written twice.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { phpFile } from './php.mjs';
import { applicationSchema, formRules } from './rules.mjs';
import { plainContent, widgetTable } from './tables.mjs';
import { template } from './template.mjs';

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const cdn = here('../components/dist/cdn');
const page = here('../editor/dist/page');
const out = here('dist/maths-hubs');

/** Every file below a folder, by path, in one order on every machine. */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
    .sort();
}

async function hashOf(folder) {
  const hash = createHash('sha256');
  for (const name of await filesIn(folder)) hash.update(name).update(await readFile(`${folder}/${name}`));
  return hash.digest('hex').slice(0, 12);
}

const { version } = JSON.parse(await readFile(here('../components/package.json'), 'utf8'));
const manifest = JSON.parse(await readFile(`${page}/manifest.json`, 'utf8'));
const entry = Object.values(manifest).find(({ isEntry }) => isEntry);
const assets = { folder: await hashOf(cdn), editor: entry.file };

await rm(here('dist'), { recursive: true, force: true });
await cp(here('plugin'), out, { recursive: true });
await cp(cdn, `${out}/assets/${assets.folder}`, { recursive: true });
await cp(`${page}/assets`, `${out}/editor/assets`, { recursive: true });
for (const name of ['LICENSE', 'NOTICE']) await cp(here(`../../${name}`), `${out}/${name}`);

await mkdir(`${out}/generated`);
const tables = {
  assets,
  widgets: await widgetTable(),
  plain: await plainContent(),
  rules: await formRules(),
  schema: applicationSchema(),
};
for (const [name, table] of Object.entries(tables))
  await writeFile(`${out}/generated/${name}.php`, phpFile(table));

for (const name of ['maths-hubs.php', 'readme.txt'])
  await writeFile(
    `${out}/${name}`,
    (await readFile(`${out}/${name}`, 'utf8'))
      .replaceAll("VERSION = '0.0.0'", `VERSION = '${version}'`)
      .replace(/^(.*(?:Version|Stable tag):\s*)0\.0\.0$/gm, `$1${version}`),
  );

const sources = (await filesIn(out)).filter((name) => /^(includes|admin|blocks|[^/]+\.php)/.test(name));
await mkdir(`${out}/languages`);
await writeFile(
  `${out}/languages/maths-hubs.pot`,
  template(
    await Promise.all(
      sources.map(async (name) => ({ name, text: await readFile(`${out}/${name}`, 'utf8') })),
    ),
  ),
);

/** @type {import('fflate').Zippable} */
const files = {};
for (const name of await filesIn(out))
  files[`maths-hubs/${name}`] = [await readFile(`${out}/${name}`), { mtime: '1980-01-01T12:00:00' }];
const zip = zipSync(files, { level: 9 });
await writeFile(here('dist/maths-hubs.zip'), zip);
console.log(
  `maths-hubs.zip ${version}: ${Object.keys(files).length} files, ${Math.round(zip.length / 1024)} KB`,
);
