/** Puts the site together from what is built: see scripts/site.mjs. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { zipSync } from 'fflate';
import { editions } from '@maths-hubs/sdk/programme';
import { loadHubs } from '@maths-hubs/sdk/hubs';
import { filesIn } from './folder-files.mjs';
import { galleryPages, widgetsOfBuild } from './gallery.mjs';
import { guidePages, guidesOfBuild } from './guides.mjs';
import { headersFile, htaccess } from './headers.mjs';
import { landing } from './landing.mjs';
import { llmsFull, llmsTxt } from './llms.mjs';
import { staticExample } from './example.mjs';
import { apiReference } from './api.mjs';

const quick = process.argv.includes('--quick');
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const out = at('site/dist');
const exec = promisify(execFile);
const node = (...args) => exec('node', args, { cwd: at(''), maxBuffer: 1e8 });

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

// What other builds have made.
const cdn = at('packages/components/dist/cdn');
await cp(cdn, `${out}/embed`, { recursive: true, filter: (path) => !path.endsWith('/manifest.json') });
await cp(at('packages/editor/dist/page'), `${out}/editor`, {
  recursive: true,
  filter: (path) => !path.endsWith('/manifest.json'),
});
await cp(at('packages/wordpress/dist/maths-hubs.zip'), `${out}/maths-hubs.zip`);
await staticExample(at('examples/hub-site'), `${out}/example`);
await node('scripts/data-release.mjs', `${out}/data`);

const files = await filesIn(`${out}/embed`);
const [hashed] = files.find((name) => /^[0-9a-f]{8}\//.test(name))?.split('/') ?? [];
await write('embed/.htaccess', htaccess(hashed));
await write('_headers', headersFile('/embed/', hashed, files));
await write('.nojekyll', '');
await write('maths-hubs-widgets.zip', await widgetsZip());

const parts = await Promise.all([
  node('packages/cli/bin/maths-hubs.js', 'prove', '--html', `${out}/proofs`).catch(onlyFindings),
  node('packages/cli/bin/maths-hubs.js', 'sources', '--json'),
]);
if (!quick) {
  await exec('npx', ['storybook', 'build', '--quiet', '-o', `${out}/storybook`], { cwd: at('') });
  await apiReference(at(''), `${out}/api`);
}

const widgets = await widgetsOfBuild();
const guides = guidesOfBuild();
const has = { storybook: !quick, api: !quick, data: true };
const years = editions().map(({ schoolYear }) => schoolYear);
const counts = {
  years: years.length,
  sources: JSON.parse(parts[1].stdout).length,
  hubs: (await loadHubs()).hubs.length,
  widgets: widgets.filter(({ name }) => name !== 'settings').length,
};
const pages = [
  ['index.html', landing({ counts, has, widgets })],
  ...galleryPages(widgets, has),
  ...guidePages(guides),
];
for (const [path, text] of pages) await write(path, text);
await write('llms.txt', llmsTxt({ guides, widgets, counts, years: `${years[0]} to ${years.at(-1)}`, has }));
await write('llms-full.txt', llmsFull(guides));
for (const name of ['site.css', 'icon.svg']) await cp(at(`site/${name}`), `${out}/${name}`);
await cp(at('packages/components/src/stories/whiteboard.svg'), `${out}/widgets/whiteboard.svg`);
console.log(`${pages.length} pages of our own, ${(await filesIn(out)).length} files.`);

async function write(path, content) {
  await mkdir(dirname(`${out}/${path}`), { recursive: true });
  await writeFile(`${out}/${path}`, content);
}

/** Rules that do not hold together are what the proofs are to show: the pages are written all the same. */
function onlyFindings(error) {
  if (error.code !== 1 || !existsSync(`${out}/proofs/index.html`)) throw error;
  return error;
}

/** The folder of widgets alone, as somebody uploads it. Dates are fixed, so that the same files give the same zip. */
async function widgetsZip() {
  /** @type {import('fflate').Zippable} */
  const folder = {};
  for (const name of await filesIn(`${out}/embed`))
    folder[`maths-hubs-widgets/${name}`] = [
      await readFile(`${out}/embed/${name}`),
      { mtime: new Date('2026-01-01T00:00:00'), level: 9 },
    ];
  return zipSync(folder);
}
