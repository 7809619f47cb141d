import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';

const site = fileURLToPath(new URL('../../site/dist/', import.meta.url));
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The site is in a folder of somebody's server, as on GitHub Pages. */
const FOLDER = '/some/where/';

let browser: Browser;
let home: string;
let close: () => void;

beforeAll(async () => {
  const app = new Hono().use(
    `${FOLDER}*`,
    serveStatic({
      root: relative(process.cwd(), site),
      rewriteRequestPath: (path) => path.slice(FOLDER.length - 1),
    }),
  );
  const server = await new Promise<ReturnType<typeof serve>>((ready) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => ready(started));
  });
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}${FOLDER}`;
  close = () => void server.close();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  close();
});

const pagesIn = async (folder: string): Promise<string[]> =>
  (await readdir(site + folder)).filter((name) => name.endsWith('.html')).map((name) => folder + name);

const own = [
  ...(await pagesIn('')),
  ...(await pagesIn('guides/')),
  ...(await pagesIn('widgets/')),
  ...(await pagesIn('example/')),
  'editor/index.html',
];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe('a page of the site', () => {
  it.each(own)('%s: whole, within 320 px, and axe finds nothing', async (path) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.url().includes('no-such'))
        faults.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(home + path, { waitUntil: 'networkidle' });
    // Widgets are drawn when a reader comes near.
    await page.evaluate(async () => {
      for (let y = 0; y < document.documentElement.scrollHeight; y += 500) {
        scrollTo(0, y);
        await new Promise((done) => setTimeout(done, 20));
      }
      scrollTo(0, 0);
    });
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(page: Document, options: unknown): Promise<{ violations: Violation[] }> };
      };
      // A page of the gallery has one widget several times, so its landmarks are there several times too.
      const rules = { 'landmark-unique': { enabled: document.querySelectorAll('.variant').length < 2 } };
      return (await axe.run(document, { rules })).violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`,
      );
    });
    await page.close();
    expect([...faults, ...violations]).toEqual([]);
  });

  it('draws the journey on the first page, and takes a hub’s editor to the editor’s page', async () => {
    const page = await browser.newPage();
    await page.goto(home);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('.window mh-journey-map').getByRole('heading', { name: 'Development' }).waitFor();
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(
      expect.arrayContaining(['From your terms to your page in ten minutes']),
    );
    await page.getByRole('link', { name: 'Open the editor’s page' }).click();
    await page.getByRole('button', { name: /Begin/ }).first().waitFor();
    await page.close();
  });
});
