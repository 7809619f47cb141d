/** The page that pictures are taken of: one example of one widget, with nothing around it. */
import { readdirSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { root } from '../lib/run.mjs';

const source = `${root}packages/components/src/`;

/** Folders of widgets that have examples. */
const widgets = readdirSync(source).filter((name) => existsSync(`${source}${name}/examples.ts`));

const page = `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A picture</title>
<style>
  :root { color-scheme: light dark; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, 'DejaVu Sans', sans-serif; }
  body { margin: 0; padding: 1rem; }
  main { max-inline-size: 72rem; margin: auto; }
</style>
<main></main>
<script type="module" src="/page.js"></script>
</html>`;

/** Finds the examples in the address, mounts the one that is named, and signals when it is drawn. */
const entry = `
${widgets.map((name, at) => `import '${source}${name}/define.ts'; import { examples as e${at} } from '${source}${name}/examples.ts';`).join('\n')}
const all = { ${widgets.map((name, at) => `'${name}': e${at}`).join(', ')} };
globalThis.examples = Object.entries(all).flatMap(([widget, of]) =>
  Object.entries(of).map(([id, { name, summary }]) => ({ widget, id, name, summary })));
const [widget, id] = location.pathname.slice(1).split('/');
const example = all[widget]?.[id];
if (example) {
  const root = document.querySelector('main');
  root.innerHTML = example.html;
  example.setup?.(root);
}
`;

/** Bundles and serves it. @returns the address, and what stops it */
export async function servePage(folder) {
  await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    outdir: folder,
    entryNames: 'page',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: fileURLToPath(new URL('../../tsconfig.wtr.json', import.meta.url)),
    conditions: ['browser'],
    logLevel: 'error',
  });
  const app = new Hono()
    .use('*', serveStatic({ root: folder }))
    .get('/:widget?/:example?', (context) => context.html(page));
  const server = await new Promise((ready) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => ready(started));
  });
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
