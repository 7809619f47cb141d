/**
 * Builds what a website pastes in: `dist/cdn/embed.js`, one shared chunk, one chunk a tag,
 * and the data chunks that are fetched when they are needed; then the page for iframes, and the lists of files.
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
import { shortDecorators } from './short-decorators.mjs';
import { shortMessages } from './short-messages.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const foundation = (names) => new RegExp(`/components/src/foundation/(${names})\\.(styles\\.)?ts$`);

const controls = /\/components\/src\/foundation\/controls\.ts$/;
const forms = foundation('announcer|controls|frame-forms|step-history|edition/print(-event)?');

/** What every widget needs; what widgets over an edition share; what only forms need; rooms of the SDK that several use. */
const groups = [
  {
    name: 'shared',
    test: (id) =>
      (/\/node_modules\/(lit|lit-html|lit-element|@lit\/(context|reactive-element))\//.test(id) &&
        !/context-provider|value-notifier|lit(-html)?\/(async-)?directive/.test(id)) ||
      (foundation('[a-z-]+').test(id) &&
        !foundation(
          'announcer|controls|device-store|exchange|frame-forms|icons|late-part|pounds|step-history|text-at',
        ).test(id)) ||
      /\/sdk\/dist\/ground\/errors\.js$/.test(id),
  },
  {
    name: 'edition',
    test: (id) =>
      (foundation('edition/[a-z-]+|icons').test(id) &&
        !foundation(
          'edition/(own-edition|phase-(change-event|in|picker)|print(-event)?|term-(strings|text)|firmness-lines|secondary-year|where-to-apply)',
        ).test(id)) ||
      /\/sdk\/dist\/(programme\/(programme-facts|facts|phases)|evidence\/(quantity|money))\.js$/.test(id),
  },
  // What the phases' terms are called, and whether a hub is taking applications: for what lists or hands over a phase's terms.
  {
    name: 'recruitment',
    test: /\/sdk\/dist\/programme\/(recruitment|term-labels)\.js$/,
  },
  // Terms in words, give beside get, and how firm a requirement is: where lists show them, once the widget is drawn.
  {
    name: 'terms',
    test: /edition\/(term-text|firmness-lines|where-to-apply)\.ts$|foundation\/exchange\.(styles\.)?ts$|\/sdk\/dist\/eligibility\/(say-)?firmness\.js$/,
  },
  {
    name: 'controls',
    test: controls,
  },
  {
    name: 'forms',
    test: (id) =>
      (forms.test(id) && !controls.test(id)) || /lit(-html)?\/(development\/)?directives\/keyed/.test(id),
  },
  { name: 'map', test: /\/sdk\/dist\/(hubs\/map\/(map-data|packed-map)|generated\/hubs\/map)\.js$/ },
  // What every answer of the finder needs, the common ones and those that come by themselves: one file, packed once.
  {
    name: 'finding',
    test: /\/sdk\/dist\/(hubs\/(answer\/(say|verdict|evidence|read-area|council-of|match)|directory\/(areas|names|nations))|postcodes\/request)\.js$/,
  },
  { name: 'typed', test: /\/sdk\/dist\/typed\/(?!school-year)/ },
  {
    name: 'rules',
    test: /\/sdk\/dist\/(rules\/(?!prove|precise|path|check|excess|changes|planning)|eligibility\/(?!(say-)?firmness|decide|prove|wider|finder)|programme\/school-facts\.js)/,
  },
  {
    name: 'commitments',
    test: /\/sdk\/dist\/commitments\/(?!ical)|edition\/phase-(change-event|in)\.ts$/,
  },
  { name: 'funding', test: /\/sdk\/dist\/funding\/|foundation\/pounds\.ts$/ },
];

/** Widgets decide on our editions, and on files that `parseEdition` has read: what it refuses never comes to them. */
const alreadyRead = {
  name: 'already-read',
  load: (id) =>
    id.endsWith('/sdk/dist/eligibility/sound-rules.js') ? 'export function soundRules() {}' : undefined,
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
  plugins: [shortDecorators(), shortMessages(), minifyLit(), thirdParty(), alreadyRead, drawsItself],
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
