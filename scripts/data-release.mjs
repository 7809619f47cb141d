/**
 * Writes the data as a release of its own, for whoever has a spreadsheet and no Node: JSON as the packages hold it, CSV
 * of what is a table, a dictionary of every column, checksums, and the licence. `npm run data:release [-- folder]`
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { csvLine } from '../packages/sdk/dist/ground/spreadsheet.js';
import { TABLES } from './data-release/tables.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = join(root, 'packages/sdk/data');
const folder = process.argv[2] ?? join(root, 'dist/data-release');
const read = (path) => JSON.parse(readFileSync(join(data, path), 'utf8'));
const { version } = JSON.parse(readFileSync(join(root, 'packages/sdk/package.json'), 'utf8'));

const sources = {
  editions: readdirSync(join(data, 'editions')).map((file) => ({
    ...read(`editions/${file}`),
    requirements: readIf(`requirements/${file}`) ?? {},
  })),
  hubs: read('hubs.json'),
  coverage: read('coverage.json'),
  authorities: read('authorities.json'),
  statistics: read('statistics.json'),
  programme: read('programme.json'),
  undated: read('undated.json'),
  sources: read('sources.json'),
};

function readIf(path) {
  try {
    return read(path);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const files = new Map();
for (const [name, content] of Object.entries(sources)) {
  if (name === 'editions')
    for (const edition of content)
      files.set(
        `json/editions/${edition.schoolYear.replace('/', '-')}.json`,
        `${JSON.stringify(edition, null, 2)}\n`,
      );
  else files.set(`json/${name}.json`, `${JSON.stringify(content, null, 2)}\n`);
}
for (const { file, rows, columns } of TABLES)
  files.set(
    `csv/${file}`,
    csvLine(columns.map(({ name }) => name)) +
      rows(sources)
        .map((row) => csvLine(columns.map(({ of }) => of(row))))
        .join(''),
  );
files.set(
  'csv/dictionary.csv',
  csvLine(['table', 'column', 'meaning']) +
    TABLES.flatMap(({ file, columns }) =>
      columns.map(({ name, meaning }) => csvLine([file, name, meaning])),
    ).join(''),
);
files.set('LICENSE', readFileSync(join(root, 'LICENSE'), 'utf8'));
files.set('NOTICE', readFileSync(join(root, 'NOTICE'), 'utf8'));
files.set('VERSION', `${version}\n`);
files.set(
  'README.md',
  `# Teaching for Mastery in England, as data\n\nVersion ${version}. Every value names its sources; what is not known has no value. JSON is what the packages hold; CSV is the same as tables, in UTF-8 with a comma between cells. A text that a spreadsheet would run as a formula begins with an apostrophe.\n\n${TABLES.map(({ file, about }) => `- \`csv/${file}\`: ${about}`).join('\n')}\n- \`csv/dictionary.csv\`: what every column holds.\n- \`SHA256SUMS\`: checksums; \`sha256sum -c SHA256SUMS\` checks them.\n\nThe terms of use stand in LICENSE, the credits in NOTICE.\n`,
);
const page = [
  ...TABLES.map(({ file, about }) => [`csv/${file}`, about]),
  ['csv/dictionary.csv', 'What every column holds.'],
];
files.set(
  'index.html',
  `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The data – Teaching for Mastery in England</title>
<style>
:root{color-scheme:light dark;font:1.125rem/1.5 system-ui,sans-serif}
body{max-inline-size:42rem;margin:2rem auto;padding-inline:1rem}
a{overflow-wrap:anywhere}
</style>
<main>
<h1>Teaching for Mastery in England, as data</h1>
<p>Version ${version}. Every value names its sources; what is not known has no value.</p>
<p><a href="maths-hubs-data-${version}.zip">Everything in one zip</a></p>
<h2>Tables</h2>
<ul>
${page.map(([file, about]) => `<li><a href="${file}">${file}</a>: ${about}</li>`).join('\n')}
</ul>
<h2>JSON</h2>
<ul>
${[...files.keys()]
  .filter((name) => name.startsWith('json/'))
  .map((name) => `<li><a href="${name}">${name}</a></li>`)
  .join('\n')}
</ul>
<p><a href="SHA256SUMS">Checksums</a>, <a href="LICENSE">licence</a>, <a href="NOTICE">credits</a>, <a href="README.md">read me</a>. <a href="../index.html">Back to the site</a></p>
</main>
</html>
`,
);
const sum = (content) => createHash('sha256').update(content).digest('hex');
files.set('SHA256SUMS', [...files].map(([name, content]) => `${sum(content)}  ${name}\n`).join(''));

// Only a release of ours is replaced: a slip in the address must not cost anybody a folder.
if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, 'SHA256SUMS'))) {
  console.error(`${folder} holds something else. Give an empty or a new folder.`);
  process.exit(2);
}
rmSync(folder, { recursive: true, force: true });
/** @type {import('fflate').Zippable} */
const zipped = {};
for (const [name, content] of files) {
  const to = join(folder, name);
  mkdirSync(join(to, '..'), { recursive: true });
  writeFileSync(to, content);
  // A date of its own, so that the same data is the same file.
  zipped[`maths-hubs-data-${version}/${name}`] = [Buffer.from(content), { mtime: '2026-01-01' }];
}
writeFileSync(join(folder, `maths-hubs-data-${version}.zip`), zipSync(zipped));
console.log(`${files.size} files and a zip in ${folder}`);
