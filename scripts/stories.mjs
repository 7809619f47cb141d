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

let passed = 0;
let failed = 0;
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

async function faultsOf(id) {
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  try {
    await page.goto(
      `http://127.0.0.1:${server.address().port}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`,
    );
    await page.waitForFunction(
      () => {
        const story = document.querySelector('#storybook-root');
        const widgets = [...(story?.querySelectorAll('*') ?? [])].filter((each) =>
          each.localName.startsWith('mh-'),
        );
        return (
          widgets.length > 0 &&
          widgets.every(
            (each) => 'updateComplete' in each && !(each.shadowRoot ?? each).querySelector('.loading'),
          )
        );
      },
      undefined,
      { timeout: 90_000 },
    );
    await page.evaluate(axe);
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
  await page.close();
  return faults;
}

/** A page of documentation; one with a table of controls is a widget's. */
async function docsFaultsOf(id) {
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/iframe.html?id=${id}&viewMode=docs`);
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
    await page.close();
  }
  return faults;
}
