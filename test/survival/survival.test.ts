import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWordPress, type WordPress } from '../../packages/wordpress/test/wordpress.js';
import { inBrowser, inWordPress, sanitisers, type Route } from './routes.js';
import { SAFE, SPELLINGS, TERMS } from './spellings.js';
import { launchChromium } from '../support/chromium.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const DOCUMENT = here('../../docs/surviving-markup.md');
const cdn = here('../../packages/components/dist/cdn/');
const ownTerms = readFileSync(here('../embed/pages/own-terms.json'), 'utf8');

/** What a visitor sees: the widget, the plain content alone, data as prose, or nothing. */
type Seen = 'widget' | 'plain' | 'data as prose' | 'nothing';

let browser: Browser;
let wp: WordPress;
let routes: readonly Route[];
const table = new Map<string, Map<string, Seen>>();

/** A hub's page with this content and the loader, on a phone; nothing of it comes from a network. */
async function visit(content: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 320, height: 700 } });
  const page = await context.newPage();
  await context.route('**', async (route) => {
    const url = new URL(route.request().url());
    const headers = { 'access-control-allow-origin': '*' };
    if (url.href === TERMS)
      return route.fulfill({ body: ownTerms, contentType: 'application/json', headers });
    if (url.host === 'hub.test')
      return route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>x</title><body style="margin:8px;font:16px sans-serif"><main>${content}<p><a href="https://hub.test/apply">Apply</a></p></main><script type="module" src="https://widgets.test/embed.js" data-allow="https://hub.test"></script>`,
      });
    if (url.host === 'widgets.test')
      return route.fulfill({
        path: `${cdn}${url.pathname.slice(1).replace(/^embed$/, 'embed.html')}`,
        contentType: url.pathname.endsWith('.js') ? 'text/javascript' : 'text/html',
        headers,
      });
    return route.abort();
  });
  await page.goto('https://hub.test/');
  return page;
}

async function seen(page: Page): Promise<Seen> {
  await page.waitForLoadState('networkidle');
  const marked = await page.locator('mh-journey-map').count();
  const drawn =
    marked > 0 &&
    (await page
      .waitForFunction(() =>
        document.querySelector('mh-journey-map')?.shadowRoot?.querySelector('h2, h3, ol'),
      )
      .then(() => true));
  const framed = page.frames().some((frame) => frame.url().startsWith('https://widgets.test/embed'));
  if (drawn || framed) return 'widget';
  const text = await page.evaluate(() => document.querySelector('main')?.innerText ?? '');
  if (/[{}]|maths-hubs-edition|application\/json|<\/?\w+/.test(text)) return 'data as prose';
  return /Development/.test(text) ? 'plain' : 'nothing';
}

beforeAll(async () => {
  browser = await launchChromium();
  wp = await startWordPress();
  wp.php(`wp_create_user('author','author-password','author@hub.example'); get_user_by('login','author')->set_role('author');
    wp_create_user('plain-editor','x-password','editor@hub.example'); get_user_by('login','plain-editor')->set_role('author'); get_user_by('login','plain-editor')->add_cap('edit_others_pages'); get_user_by('login','plain-editor')->add_cap('edit_published_pages');`);
  routes = [...sanitisers, ...(await inBrowser(browser)), ...inWordPress(wp)];
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await wp?.close();
});

describe.each(SPELLINGS)('$name', ({ name, html }) => {
  it('goes every way', async () => {
    const row = new Map<string, Seen>();
    table.set(name, row);
    for (const route of routes) {
      const content = await route.pass(html);
      const page = await visit(content);
      const what = await seen(page);
      row.set(route.name, what);
      if (!SAFE.includes(name as (typeof SAFE)[number])) {
        await page.context().close();
        continue;
      }
      expect(['widget', 'plain'], `${route.name}: ${content}`).toContain(what);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), route.name).toBeLessThanOrEqual(
        320,
      );
      expect(await page.locator('main > p > a[href="https://hub.test/apply"]').count(), 'Apply is left').toBe(
        1,
      );
      if (what === 'widget') {
        const map = page.locator('mh-journey-map');
        expect(await map.count(), route.name).toBe(1);
        expect(await map.getAttribute('edition'), route.name).toBe('2020/21');
        if (/link/.test(name)) expect(await map.getAttribute('src'), route.name).toBe(TERMS);
        expect(await map.locator('li').count(), route.name).toBeGreaterThan(2);
        expect(await page.evaluate(() => document.querySelector('main')?.innerText)).not.toContain(
          '[maths-hub',
        );
      }
      await page.context().close();
    }
  });
});

it('is the table of the documentation', () => {
  const names = routes.map((route) => route.name);
  const marks: Readonly<Record<Seen, string>> = {
    widget: 'widget',
    plain: 'plain list',
    'data as prose': '**data as prose**',
    nothing: '**nothing**',
  };
  const lines = [...table].map(
    ([spelling, row]) =>
      `| ${spelling} | ${names.map((name) => marks[row.get(name) ?? 'nothing']).join(' | ')} | ${names.filter((name) => row.get(name) === 'widget').length} of ${names.length} |`,
  );
  const made = [
    `| spelling | ${names.join(' | ')} | widget |`,
    `|${' --- |'.repeat(names.length + 2)}`,
    ...lines,
  ].join('\n');
  console.log(`\n${made}\n`);
  const written = readFileSync(DOCUMENT, 'utf8');
  const between = /(<!-- table -->\n)[\s\S]*(<!-- end of table -->)/;
  if (process.env['WRITE_TABLE']) writeFileSync(DOCUMENT, written.replace(between, `$1\n${made}\n\n$2`));
  const cells = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('|') && !/^\|[\s|-]+$/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(cells(between.exec(readFileSync(DOCUMENT, 'utf8'))?.[0] ?? '')).toEqual(cells(made));
});
