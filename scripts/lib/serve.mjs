import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => relative(process.cwd(), fileURLToPath(new URL(`../../${path}`, import.meta.url))) || '.';

/** Where each folder of the project appears on the example server. */
const folders = {
  '/embed/': 'packages/components/dist/cdn',
  '/editor/': 'packages/editor/dist/page',
  '/examples/': 'examples',
  '/': 'examples/hub-site',
};

/**
 * Serves the example site, the embed and the editor's page on 127.0.0.1.
 * @param port  0 for a free one
 * @param intakeUrl  tells where the intake listens, which then answers below `/intake/`
 * @returns its address and a function that stops it
 */
export async function serveExamples({ port = 0, headers = {}, intakeUrl } = {}) {
  const app = new Hono();
  app.use('*', async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    context.res.headers.set('cache-control', 'no-store');
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
  for (const [prefix, folder] of Object.entries(folders))
    app.use(
      `${prefix}*`,
      serveStatic({
        root: at(folder),
        rewriteRequestPath: (path) => (prefix === '/' ? path : path.slice(prefix.length - 1)),
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
