/**
 * Builds what a website pastes in: `dist/cdn/embed.js`, a shared chunk and one of what is over an edition, one chunk a tag, and what is
 * fetched when it is needed: at most four files for a widget, its data with them. Then the page for iframes, and the lists of files.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { minifyLit } from '../../../scripts/lib/minify-lit.mjs';
import { thirdParty } from '../../../scripts/lib/third-party.mjs';
import { buildFrame } from './build-frame.mjs';
import { listFiles } from './list-files.mjs';
import { minifyParts } from './minify-parts.mjs';
import { nameFiles, PARTS } from './name-files.mjs';
import { ownCopies } from './own-copies.mjs';
import { shortDecorators } from './short-decorators.mjs';
import { shortMessages } from './short-messages.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const foundation = (names) => new RegExp(`/components/src/foundation/(${names})\\.(styles\\.)?ts$`);

/** What every widget needs; what widgets over an edition share; rooms of the SDK that parts share which come later. */
const groups = [
  {
    name: 'shared',
    test: (id) =>
      (/\/node_modules\/(lit|lit-html|lit-element|@lit\/(context|reactive-element))\//.test(id) &&
        !/context-provider|value-notifier|lit(-html)?\/(async-)?directive/.test(id)) ||
      (foundation('[a-z-]+').test(id) && !foundation('device-store|late-part|text-at').test(id)) ||
      /\/sdk\/dist\/ground\/errors\.js$/.test(id),
  },
  {
    name: 'edition',
    test: (id) =>
      (foundation('edition/[a-z-]+').test(id) &&
        !foundation('edition/(own-edition|secondary-year)').test(id)) ||
      /\/sdk\/dist\/(programme\/(programme-facts|facts|phases)|evidence\/(quantity|money))\.js$/.test(id),
  },
  { name: 'map', test: /\/sdk\/dist\/(hubs\/map\/(map-data|packed-map)|generated\/hubs\/map)\.js$/ },
  // What every answer of the finder needs, the common ones and those that come by themselves: one file, packed once.
  {
    name: 'finding',
    test: /\/sdk\/dist\/(hubs\/(answer\/(say|verdict|evidence|read-area|council-of|match)|directory\/(areas|names|nations))|postcodes\/request)\.js$/,
  },
  { name: 'typed', test: /\/sdk\/dist\/typed\/(?!school-year)[a-z-]+\.js$/ },
  {
    name: 'rules',
    test: /\/sdk\/dist\/(rules\/(?!prove|precise|path|check|excess|changes|planning)[a-z-]+|eligibility\/(?!(say-)?firmness|decide|prove|wider|finder)[a-z-]+|programme\/school-facts)\.js$/,
  },
];

/** Widgets decide on our editions, and on files that `parseEdition` has read: what it refuses never comes to them. */
const alreadyRead = {
  name: 'already-read',
  load: (id) =>
    /\/sdk\/dist\/eligibility\/sound-rules\.js(\?|$)/.test(id)
      ? 'export function soundRules() {}'
      : undefined,
};

/** What a server drew has other templates than ours, made small: the embed draws everything itself. */
const drawsItself = {
  name: 'draws-itself',
  load: (id) =>
    id.endsWith('/foundation/taking-over.ts') ? "export { LitElement as TakingOver } from 'lit';" : undefined,
};

await build({
  configFile: false,
  logLevel: 'warn',
  root: here('..'),
  plugins: [
    alreadyRead,
    drawsItself,
    ownCopies(),
    shortDecorators(),
    shortMessages(),
    minifyLit(),
    thirdParty(),
  ],
  resolve: { conditions: ['browser', 'module', 'import', 'default', 'production'] },
  build: {
    outDir: here('../dist/cdn'),
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2022',
    modulePreload: false,
    // Library mode: without it Vite adds a preload helper bigger than the loader.
    lib: { entry: { embed: here('../src/embed/embed.ts') }, formats: ['es'] },
    rolldownOptions: {
      optimization: { inlineConst: { mode: 'all', pass: 2 } },
      output: {
        format: 'es',
        minify: true,
        entryFileNames: '[name].js',
        // A short name where the loader's budget has to carry it; and that of what is in it: the schema, not the least of its neighbours.
        chunkFileNames: ({ name, facadeModuleId }) =>
          `${PARTS}/${/src\/([a-z-]+)\/define\.ts$/.exec(facadeModuleId ?? '')?.[1] ?? name.replace('directory-data', 'hubs').replace('text-at', 'schema')}.js`,
        codeSplitting: { groups },
      },
    },
  },
});

const { version } = JSON.parse(await readFile(here('../package.json'), 'utf8'));
await minifyParts(here(`../dist/cdn/${PARTS}`));
await nameFiles(here('../dist/cdn'));
await buildFrame(here('../dist/cdn'));
await listFiles(here('../dist/cdn'), version);
