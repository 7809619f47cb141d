/** A slow and a broken connection between the checker's first question and what it takes to go on. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { served } from './served.js';

const site = served();
let page: Page;

const PAGE = `<!doctype html><html lang="en-GB"><title>Page</title><script type="module" src="/embed/embed.js"></script>
<body><h1>A page</h1><mh-eligibility-checker edition="2024/25"></mh-eligibility-checker></body></html>`;
const DECIDING = /\/deciding\.js$/;

afterEach(() => page.close());

async function open(): Promise<void> {
  page = await site.browser.newPage();
  await page.route('**/page.html', (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
}

const checker = () => page.locator('mh-eligibility-checker');
const question = () => checker().locator('#question');
const first = () => checker().getByRole('button', { name: 'Infant, junior, first or primary school' });

const focused = () =>
  page.evaluate(() => document.querySelector('mh-eligibility-checker')?.shadowRoot?.activeElement?.id);

describe('a check whose next question is not there yet', () => {
  it('asks the first question before it is, takes the answer, and goes on once it has come', async () => {
    await open();
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(DECIDING, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${site.address}/page.html`);
    await first().click();
    await expect.poll(() => first().getAttribute('aria-pressed')).toBe('true');
    await checker().getByText('Loading', { exact: false }).waitFor();
    expect(await question().textContent()).toBe('What kind of school is it?');
    release();
    await checker().getByRole('heading', { name: 'Has your school taken part', exact: false }).waitFor();
    await expect.poll(focused).toBe('question');
    expect(await checker().locator('.progress').textContent()).toBe('2 of about 4');
  });

  it('says where it cannot be had, and takes the same answer once it can', async () => {
    await open();
    await page.route(DECIDING, (route) => route.abort());
    await page.goto(`${site.address}/page.html`);
    await first().click();
    await checker().getByRole('alert').getByText('could not be loaded', { exact: false }).waitFor();
    expect(await question().textContent()).toBe('What kind of school is it?');
    await page.unroute(DECIDING);
    await first().click();
    await checker().getByRole('heading', { name: 'Has your school taken part', exact: false }).waitFor();
    expect(await checker().getByRole('alert').count()).toBe(0);
  });

  it('offers to try again where a check is under way', async () => {
    await open();
    await page.route(DECIDING, (route) => route.abort());
    await page.goto(`${site.address}/page.html#mh-check?stateFunded=true&schoolPhase=primary`);
    const again = checker().getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.unroute(DECIDING);
    await again.click();
    await question().waitFor();
    expect(await question().textContent()).not.toBe('What kind of school is it?');
  });
});
