/** Builds the desk's page: `dist/page` for a service, and `dist/desk.html`, one file that opens without any. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { minifyLit } from '../../../scripts/lib/minify-lit.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** @satisfies {import('vite').InlineConfig} */
const shared = {
  configFile: false,
  logLevel: 'warn',
  root: here('..'),
  base: './',
  plugins: [minifyLit()],
  resolve: {
    // Its plain build wants Node's Buffer.
    alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
    conditions: ['browser', 'module', 'import', 'default', 'production'],
  },
};
/** @satisfies {import('vite').BuildOptions} */
const common = { target: 'es2022', modulePreload: false, emptyOutDir: true, chunkSizeWarningLimit: 6000 };

await build({
  ...shared,
  worker: { format: 'es' },
  build: { ...common, outDir: here('../dist/page'), assetsDir: '', assetsInlineLimit: 0 },
});

// One classic script with the solver in it: a page opened from a folder may load neither modules nor files.
const alone = here('../dist/alone');
await build({
  ...shared,
  // A classic script has no address of its own; all that is asked of it is in the page already.
  define: { 'import.meta.url': 'globalThis.location.href' },
  resolve: {
    ...shared.resolve,
    // Nor has it a file for the solver's worker, which is in it as text.
    alias: {
      ...shared.resolve.alias,
      './start-worker.js': here('../src/page/solver/start-worker-inline.ts'),
    },
  },
  build: {
    ...common,
    outDir: alone,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    lib: { entry: here('../src/page/main.ts'), formats: ['iife'], name: 'desk', fileName: () => 'desk.js' },
  },
});
const style = readdirSync(here('../dist/page'))
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(here(`../dist/page/${name}`), 'utf8'))
  .join('');
const script = readFileSync(`${alone}/desk.js`, 'utf8').replaceAll('</script', '<\\/script');
mkdirSync(here('../dist'), { recursive: true });
writeFileSync(
  here('../dist/desk.html'),
  `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; connect-src data: blob:; worker-src blob: data:; img-src data: blob:">
<title>Desk</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<hub-desk><main><h1>Desk</h1><p>This page needs JavaScript.</p></main></hub-desk>
<script>${script}</script>
</body>
</html>
`,
);
