/**
 * Opens every story of a built Storybook in Chromium: it must draw without an error, and axe must find nothing.
 * A widget's own page has to be short, and its controls have to set what they say.
 * `node scripts/stories.mjs site/dist/storybook` takes the one of the public site; without a folder, `storybook-static`.
 */
import { serveStatic } from '@hono/node-server/serve-static';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { headlessChromiumPath } from './lib/browsers.mjs';
import { root } from './lib/run.mjs';

const folder = process.argv[2] ?? 'storybook-static';
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { entries } = JSON.parse(await readFile(`${root}${folder}/index.json`, 'utf8'));

// Every story loads the same code: kept by the browser, it is read and compiled once.
const app = new Hono()
  .use('*', async (context, next) => {
    await next();
    context.header('Cache-Control', 'public, max-age=3600');
  })
  .use('*', serveStatic({ root: folder }));
const server = await new Promise((ready) => {
  const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => ready(started));
});
const browser = await chromium.launch({
  executablePath: await headlessChromiumPath(),
  args: ['--no-sandbox'],
});
const context = await browser.newContext();
// What one story keeps is nothing to the next.
await context.addInitScript(() => localStorage.clear());
const address = `http://127.0.0.1:${server.address().port}/iframe.html`;

let passed = 0;
let failed = 0;
// One page for all stories, shown one after the other as Storybook's own list does: to start Storybook anew takes longer
// than to draw and judge a story.
let shown = await newPage();
for (const { id, type } of Object.values(entries)) {
  const faults = type === 'story' ? await faultsOf(id) : await docsFaultsOf(id);
  if (faults.length === 0) passed += 1;
  else {
    failed += 1;
    console.log(`✗ ${id}\n  ${faults.join('\n  ')}`);
  }
}
await browser.close();
server.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || !passed ? 1 : 0;

/** A page, and what went wrong in it since it was last asked. */
async function newPage() {
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(`error: ${error.message}`));
  return { page, errors: () => errors.splice(0) };
}

async function show(page, id) {
  if (!page.url().startsWith(address)) {
    await page.goto(`${address}?id=${id}&viewMode=story&globals=a11y.manual:!true`);
    await page.evaluate(axe);
    return;
  }
  await page.evaluate((storyId) => {
    localStorage.clear();
    sessionStorage.clear();
    globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' });
  }, id);
}

async function faultsOf(id) {
  const { page, errors } = shown;
  const faults = [];
  try {
    await show(page, id);
    await page.waitForFunction(
      (storyId) => {
        const { currentRender } = globalThis.__STORYBOOK_PREVIEW__ ?? {};
        if (currentRender?.id !== storyId || currentRender.phase !== 'finished') return false;
        const widgets = [...document.querySelectorAll('#storybook-root *')].filter((each) =>
          each.localName.startsWith('mh-'),
        );
        return (
          widgets.length > 0 &&
          widgets.every(
            (each) => 'updateComplete' in each && !(each.shadowRoot ?? each).querySelector('.loading'),
          )
        );
      },
      id,
      { timeout: 90_000 },
    );
    const { violations } = await page.evaluate(() =>
      globalThis.axe.run('#storybook-root', {
        resultTypes: ['violations'],
        rules: { region: { enabled: false } },
      }),
    );
    faults.push(...violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`));
  } catch (error) {
    faults.push(String(error));
  }
  faults.push(...errors());
  if (faults.length > 0) {
    await page.close();
    shown = await newPage();
  }
  return faults;
}

/** A page of documentation; one with a table of controls is a widget's. */
async function docsFaultsOf(id) {
  const { page, errors } = await newPage();
  const faults = [];
  try {
    await page.goto(`${address}?id=${id}&viewMode=docs`);
    await page.locator('#storybook-docs h1').first().waitFor({ timeout: 90_000 });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (height > 8000) faults.push(`the page is ${height} px long`);
    if (!entries[id].importPath.endsWith('.stories.ts')) return faults;
    const edition = page.locator('select[id$="-edition"]');
    if ((await edition.count()) === 0) return faults;
    await edition.selectOption('2019/20');
    await page
      .locator('#storybook-docs [edition="2019/20"]')
      .first()
      .waitFor({ timeout: 90_000, state: 'attached' });
  } catch (error) {
    faults.push(String(error));
  } finally {
    faults.push(...errors());
    await page.close();
  }
  return faults;
}
