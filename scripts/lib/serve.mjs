import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { proxy } from 'hono/proxy';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { variantPage } from './variants.mjs';

const at = (path) => relative(process.cwd(), fileURLToPath(new URL(`../../${path}`, import.meta.url))) || '.';

const TEXT = /^(text\/|application\/(json|javascript|geo\+json)|image\/svg)/;
const squeezed = new Map();

const WAYS = { br: brotliCompressSync, gzip: (bytes) => gzipSync(bytes, { level: 9 }) };

/** Sends text compressed, as any site and every CDN does: each file once, at the best that Brotli or gzip can; what is answered in the moment as it is. */
async function compressed(context, next) {
  await next();
  const { req, res } = context;
  const type = res.headers.get('content-type') ?? '';
  const accepted = req.header('accept-encoding') ?? '';
  const way = Object.keys(WAYS).find((each) => new RegExp(`\\b${each}\\b`).test(accepted));
  if (!res.ok || !way || !TEXT.test(type) || req.method !== 'GET' || req.path.startsWith('/intake/')) return;
  const key = `${way} ${req.path} ${res.headers.get('etag')}`;
  if (!squeezed.has(key)) squeezed.set(key, WAYS[way](Buffer.from(await res.arrayBuffer())));
  const headers = new Headers(res.headers);
  headers.set('content-encoding', way);
  headers.set('vary', 'accept-encoding');
  headers.delete('content-length');
  context.res = undefined;
  context.res = new Response(squeezed.get(key), { status: res.status, headers });
}

/** Where each folder of the project appears on every server of examples; the first that fits answers. */
const FOLDERS = {
  '/embed/': 'packages/components/dist/cdn',
  '/editor/': 'packages/editor/dist/page',
  '/examples/': 'examples',
};
/** What stands at the root: the example hub's page, as a hub would have it. */
const HUB = { '/': 'examples/hub-site' };
/** Or the public site, with the example hub below it. */
export const SITE = { '/example/': 'examples/hub-site', '/': 'site/dist' };

/**
 * Serves the example site, the embed and the editor's page on 127.0.0.1.
 * @param {{ port?: number, headers?: Readonly<Record<string, string>>, folders?: Readonly<Record<string, string>>, intakeUrl?: () => string | undefined }} options
 *   `port`: 0 for a free one; `folders`: what else is served, by the path it stands at, the example hub's page at the
 *   root unless told; `intakeUrl`: tells where the intake listens, which then answers below `/intake/`
 * @returns its address and a function that stops it
 */
export async function serveExamples({ port = 0, headers = {}, folders = HUB, intakeUrl } = {}) {
  const app = new Hono();
  app.use('*', compressed, etag());
  app.use('*', async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    // A folder of the embed is named after what is in it; everything else is asked about each time.
    const isForEver = /^\/embed\/[0-9a-f]{8}\//.test(context.req.path) && context.res.ok;
    context.res.headers.set('cache-control', isForEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    // A browser takes a module script from another site only with this header; a pasted page is another site.
    if (context.req.path.startsWith('/embed/')) context.res.headers.set('access-control-allow-origin', '*');
  });
  if (intakeUrl)
    app.all('/intake/*', ({ req, text }) => {
      const url = intakeUrl();
      return url
        ? proxy(url + req.path.slice('/intake'.length), req)
        : text('The intake is not running.', 502);
    });
  for (const [prefix, folder] of Object.entries({ ...FOLDERS, ...folders }))
    if (folder === HUB['/'])
      app.get(`${prefix}:page`, (context, next) => {
        const page = variantPage(context.req.param('page'));
        return page === undefined ? next() : context.html(page);
      });
  for (const [prefix, folder] of Object.entries({ ...FOLDERS, ...folders }))
    app.use(
      `${prefix}*`,
      serveStatic({
        root: at(folder),
        rewriteRequestPath: (path) => path.slice(prefix.length - 1),
      }),
    );
  const server = await new Promise((ready, failed) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, () => ready(started));
    started.once('error', failed);
  });
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}
