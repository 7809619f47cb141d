/** A site with a service worker of its own between its pages and our files. CONTRACT.md in packages/components names these tests. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { served } from './served.js';

const site = served();

const BODY = `<mh-settings edition="2020/21" resolver="none">
  <mh-journey-map><p id="plain">Plain words</p></mh-journey-map>
</mh-settings>`;

/** What a site's worker may do with a file of ours, as the code that answers its `fetch` event. */
const WORKERS = {
  keeps: `event.respondWith(caches.open('all').then(async (kept) =>
    (await kept.match(event.request)) ?? fetch(event.request).then((answer) => (kept.put(event.request, answer.clone()), answer))));`,
  late: `event.respondWith(new Promise((next) => setTimeout(next, 400)).then(() => fetch(event.request)));`,
  fails: `event.respondWith(new Response('Too many visitors', { status: 503 }));`,
  page: `event.respondWith(new Response('<!doctype html><title>Offline</title>', { headers: { 'content-type': 'text/html' } }));`,
} as const;

const workerOf = (answer: string): string => `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => { if (new URL(event.request.url).pathname.startsWith('/embed/')) { ${answer} } });`;

let server: Server;
let address = '';
let isDown = false;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const send = (status: number, type: string, body: string | Buffer): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    };
    if (pathname === '/worker.js')
      return send(
        200,
        'text/javascript',
        workerOf(WORKERS[searchParams.get('does') as keyof typeof WORKERS]),
      );
    if (pathname === '/empty.html') return send(200, 'text/html', '<!doctype html><title>Empty</title>');
    if (pathname === '/page.html')
      return send(
        200,
        'text/html',
        `<!doctype html><html lang="en-GB"><title>Page</title><script type="module" src="/embed/embed.js"></script><body>${BODY}`,
      );
    if (!pathname.startsWith('/embed/')) return send(404, 'text/plain', '');
    asked.push(pathname);
    if (isDown) return send(502, 'text/plain', '');
    void fetch(site.address + pathname).then(async (answer) =>
      send(
        answer.status,
        answer.headers.get('content-type') ?? 'text/plain',
        Buffer.from(await answer.arrayBuffer()),
      ),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

/** A page of the site, once its worker stands between. */
async function open(does: keyof typeof WORKERS): Promise<{ page: Page; faults: string[] }> {
  const page = await (await site.browser.newContext()).newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(`${address}/empty.html`);
  await page.evaluate(async (worker) => {
    await navigator.serviceWorker.register(worker);
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((next) => navigator.serviceWorker.addEventListener('controllerchange', next));
  }, `/worker.js?does=${does}`);
  await page.goto(`${address}/page.html`);
  return { page, faults };
}

const isDrawn = (page: Page) =>
  page.locator('mh-journey-map .head p').filter({ hasText: 'Terms for 2020/21' }).waitFor();

describe('a service worker of the site', () => {
  it('may keep every file: the widget is drawn from what it kept, with our server gone', async () => {
    const { page, faults } = await open('keeps');
    await isDrawn(page);
    await page.locator('mh-journey-map #phase-development').click();
    await page.locator('mh-journey-map #panel-development').first().waitFor();
    isDown = true;
    const before = asked.length;
    await page.reload();
    await isDrawn(page);
    isDown = false;
    expect(asked.length).toBe(before);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('may answer late', async () => {
    const { page, faults } = await open('late');
    expect(await page.locator('#plain').isVisible()).toBe(true);
    await isDrawn(page);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  for (const does of ['fails', 'page'] as const)
    it(`may answer with ${does === 'fails' ? '503' : 'a page of its own'}: the plain content stays`, async () => {
      const before = asked.length;
      const { page, faults } = await open(does);
      await page.waitForTimeout(1000);
      expect(await page.locator('#plain').isVisible()).toBe(true);
      expect(asked.length).toBe(before);
      expect(faults).toEqual([]);
      await page.context().close();
    });
});
