/** Builds the editor's page into `dist/page`: one script, and what it fetches when it is needed. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { build } from 'vite';
import { minifyLit } from '../../../scripts/lib/minify-lit.mjs';
import { thirdParty } from '../../../scripts/lib/third-party.mjs';
import { widgetsOf } from '../dist/widgets/manifest.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const components = here('../../components/');
const manifest = JSON.parse(readFileSync(`${components}custom-elements.json`, 'utf8'));
const { version } = JSON.parse(readFileSync(`${components}package.json`, 'utf8'));

const textsOf = (path) => import(pathToFileURL(`${components}dist/${path}.js`).href);

/** Every widget's own texts, by tag; under `*` those that several share. */
async function texts() {
  const { SHARED_STRINGS } = await textsOf('foundation/strings');
  const { YEAR_STRINGS } = await textsOf('foundation/edition/strings');
  const { TERM_STRINGS } = await textsOf('foundation/edition/term-strings');
  const tags = readdirSync(`${components}dist`).filter((name) =>
    existsSync(`${components}dist/${name}/strings.js`),
  );
  const all = await Promise.all(
    tags.map(async (name) => {
      // Texts that are loaded later stand in files of their own, like `result-strings`.
      const files = readdirSync(`${components}dist/${name}`).filter((file) => file.endsWith('strings.js'));
      const parts = await Promise.all(files.map((file) => textsOf(`${name}/${file.slice(0, -3)}`)));
      return [`mh-${name}`, Object.assign({}, ...parts.flatMap((part) => Object.values(part)))];
    }),
  );
  return {
    '*': { ...SHARED_STRINGS, ...YEAR_STRINGS, ...TERM_STRINGS },
    ...Object.fromEntries(all),
  };
}

const modules = {
  'virtual:widgets': async () =>
    `export const VERSION = ${JSON.stringify(version)}; export const WIDGETS = ${JSON.stringify(widgetsOf(manifest))};`,
  'virtual:texts': async () => `export const TEXTS = ${JSON.stringify(await texts())};`,
};

/** Files that hold nothing but the SDK: its schema, its proof, its data. What is the page's own is measured without them. */
const ofSdk = {
  name: 'files-of-the-sdk',
  generateBundle(_options, bundle) {
    const files = Object.values(bundle)
      .filter(({ type, moduleIds = [] }) => type === 'chunk' && moduleIds.length > 0)
      .filter(({ moduleIds }) =>
        moduleIds.every((id) => /\/sdk\/dist\/|\/node_modules\/zod\/|^\0rolldown\//.test(id)),
      )
      .map(({ fileName }) => fileName);
    writeFileSync(here('../dist/sdk-files.json'), `${JSON.stringify(files)}\n`);
  },
};

await build({
  configFile: false,
  logLevel: 'warn',
  root: here('..'),
  base: './',
  plugins: [
    minifyLit(),
    thirdParty(),
    ofSdk,
    {
      name: 'virtual-modules',
      resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
      load: (id) => modules[id.slice(1)]?.(),
    },
  ],
  resolve: { conditions: ['browser', 'module', 'import', 'default', 'production'] },
  build: {
    outDir: here('../dist/page'),
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      optimization: { inlineConst: { mode: 'all', pass: 2 } },
      output: {
        codeSplitting: {
          groups: [
            // What people type is read by the SDK; the page and its later parts share one file of it.
            { name: 'typed', test: /\/sdk\/dist\/typed\// },
            // A year of ours made a hub's own: asked for at a start, not before.
            { name: 'extend', test: /\/sdk\/dist\/programme\/(extend|misfits)\.js/ },
          ],
        },
      },
    },
  },
});

/** Linked only now: the build would take its addresses for files to name anew. */
const link = '<link rel="manifest" href="./app.webmanifest" />\n  </head>';
/** The page's own files, and the worker that keeps them. */
const page = here('../dist/page/');
const built = Object.values(JSON.parse(readFileSync(`${page}manifest.json`, 'utf8')));
const files = [...new Set(built.flatMap(({ file, css = [] }) => [file, ...css]))].toSorted();
const hash = createHash('sha256').update(files.join(' ') + readFileSync(`${page}index.html`, 'utf8'));
const { code } = await transform(readFileSync(here('offline-worker.js'), 'utf8'), {
  minify: true,
  define: {
    FILES: JSON.stringify(['./', ...files]),
    BUILD: JSON.stringify(`maths-hubs-editor ${hash.digest('hex').slice(0, 8)}`),
  },
});
writeFileSync(`${page}index.html`, readFileSync(`${page}index.html`, 'utf8').replace('</head>', link));
writeFileSync(`${page}offline.js`, code);
writeFileSync(
  `${page}app.webmanifest`,
  JSON.stringify({
    name: 'Your terms, your widgets – Maths Hubs',
    short_name: 'Maths Hubs editor',
    start_url: './',
    display: 'standalone',
    lang: 'en-GB',
    background_color: '#f7f6f1',
    theme_color: '#1d6b77',
    icons: [{ src: 'icon.svg', type: 'image/svg+xml', sizes: 'any' }],
  }),
);
copyFileSync(here('icon.svg'), `${page}icon.svg`);
