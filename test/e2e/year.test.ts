import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordpress } from '../sanitisers/wordpress.mjs';
import { served } from './served.js';

const editor = served();

/** A hub's site: its page as WordPress gives it out, and its terms file. */
const site = { page: '', terms: '' };
let server: Server;
let home: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const isTerms = request.url === '/terms.json';
    response
      .writeHead(200, { 'content-type': isTerms ? 'application/json' : 'text/html; charset=utf-8' })
      .end(
        isTerms
          ? site.terms
          : `<!doctype html><html lang="en-GB"><head><title>Us</title></head><body><main><h1>Our hub</h1>${site.page}</main></body></html>`,
      );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  server.close();
});

/** `maths-hubs check`, as a monthly job runs it. */
function check(): Promise<{ code: number; rules: string[] }> {
  const program = fileURLToPath(new URL('../../packages/cli/bin/maths-hubs.js', import.meta.url));
  return new Promise((done) =>
    execFile(process.execPath, [program, 'check', home, '--json', '--today', '2027-10-01'], (error, out) => {
      const { findings } = JSON.parse(out) as { findings: { rule: string }[] };
      done({ code: Number(error?.code ?? 0), rules: [...new Set(findings.map(({ rule }) => rule))] });
    }),
  );
}

async function copied(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: `Copy ${title}`, exact: true }).click();
  await page.getByRole('button', { name: `Copied ${title}` }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

describe('a hub’s year', () => {
  it('is stated, rolled on, changed, proved, pasted, stripped by a colleague, found out, and put right', async () => {
    const context = await editor.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${editor.address}/editor/`);
    await page
      .getByLabel('Your hub', { exact: true })
      .locator('option')
      .nth(5)
      .waitFor({ state: 'attached' });

    // Last year, in one press, saved to a file.
    await page.getByLabel('Your hub', { exact: true }).selectOption({ label: 'West Yorkshire Maths Hub' });
    await page.getByLabel('School year of your terms').selectOption('2026/27');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.locator('#take-over').click();
    await page.getByRole('button', { name: 'Use this: it is right' }).click();
    await page.locator('#part-calendar > summary').click();
    await page
      .getByLabel('Or paste a list of dates')
      .fill('Thursday 15 October 2026, 1.30pm, first workshop\nsome day');
    await page.getByRole('button', { name: 'Add these dates' }).click();
    await page.getByText('1 date was added.').waitFor();
    expect(await page.getByLabel('Or paste a list of dates').inputValue()).toBe('some day');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to a file' }).click();
    const file = await (await saved).path();

    // A year on: the file is opened and rolled on, what holds is taken over, one term is changed, the dates are confirmed.
    await page.reload();
    await page.getByLabel('Saved file').setInputFiles(file);
    await page.locator('#roll-on').click();
    await page.getByText('These are your terms for 2027/28 now.').waitFor();
    await page.locator('#take-over').click();
    await page.locator('#phases-1 > summary').click();
    await page.locator('#phases-1-terms-meetings-value').fill('7');
    await page.locator('#unconfirmed button').click();

    // Proved: nothing in the rules contradicts itself.
    await page.getByRole('button', { name: 'Check my terms' }).click();
    await page
      .getByText(/Your requirements hold together|What your requirements come to/)
      .or(page.locator('#error-summary'))
      .first()
      .waitFor();
    expect(await page.locator('#error-summary').allInnerTexts()).toEqual([]);

    await page.getByRole('button', { name: 'Next: your widgets' }).click();
    await page.getByLabel('Eligibility checker').check();
    await page.getByRole('button', { name: 'Next: your snippet' }).click();
    await page.getByRole('tab', { name: 'WordPress' }).click();
    const snippet = await copied(page, 'Snippet for a Custom HTML block');

    // An administrator's page is as it was pasted: it draws, and the check finds nothing but that its loader is on this machine.
    site.page = snippet;
    const visitor = await context.newPage();
    await visitor.goto(home);
    const map = visitor.locator('mh-journey-map');
    await map.locator('ol.path').waitFor();
    await expect.poll(() => map.evaluate((element) => element.shadowRoot?.textContent)).toContain('2027/28');
    const whole = await check();
    expect(whole).toEqual({ code: 1, rules: ['own-computer'] });

    // A colleague corrects a word: WordPress takes scripts and tags out. The check knows by the mark, and leaves 1.
    site.page = wordpress(snippet);
    const stripped = await check();
    expect(stripped.code).toBe(1);
    expect(stripped.rules.some((rule) => ['nothing-here', 'stripped-script'].includes(rule))).toBe(true);

    // The links survive the same colleague, and become widgets.
    await page.getByLabel('Address of your terms file').fill(`${home}terms.json`);
    const terms = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the terms file' }).click();
    const { readFile } = await import('node:fs/promises');
    site.terms = await readFile(await (await terms).path(), 'utf8');
    const links = await copied(page, 'If your account may not add scripts: links that become widgets');
    const loader = await copied(page, 'The loader for such links, once, by an administrator');
    site.page = `${wordpress(links)}${loader}`;
    await visitor.goto(home);
    await map.locator('ol.path').waitFor();
    await expect.poll(() => map.evaluate((element) => element.shadowRoot?.textContent)).toContain('2027/28');
    await expect.poll(() => visitor.locator('mh-eligibility-checker').count()).toBe(1);
    expect((await check()).rules).toEqual(['own-computer']);
    await context.close();
  });
});
