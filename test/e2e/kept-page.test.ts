import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firefoxPath, webkitPath } from '../../scripts/lib/browsers.mjs';
import { serveExamples, type ServedExamples } from '../../scripts/lib/serve.mjs';
import { webkitDriver } from '../../scripts/lib/webkit-driver.mjs';

/*
 * A page that Firefox or WebKit keeps whole while a person is elsewhere, and gives back as it was: no script runs anew.
 * `way.test.ts` has the same for Chromium.
 */

/** The little that two browsers driven in two ways have in common. */
interface Driven {
  open(address: string): Promise<unknown>;
  /** Runs a function's body in the page. */
  run(body: string): Promise<unknown>;
  back(): Promise<unknown>;
  close(): Promise<unknown>;
}

async function firefox(): Promise<Driven> {
  const executablePath = firefoxPath();
  if (executablePath === undefined) throw new Error('There is no Firefox here (Debian: firefox-esr).');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath });
  const page = await browser.newPage();
  return {
    open: (address) => page.goto(address),
    run: (body) => page.evaluate(`(() => { ${body} })()`),
    // The driver's own way back waits for a load, and a kept page does not load.
    back: () => page.evaluate('void setTimeout(() => history.back())'),
    close: () => browser.close(),
  };
}

async function webkit(): Promise<Driven> {
  const binary = webkitPath();
  if (binary === undefined) throw new Error('There is no WebKit here (Debian: webkit2gtk-driver xvfb).');
  const driver = webkitDriver(binary);
  await driver.start();
  return {
    open: (url) => driver.command('POST', '/url', { url }),
    run: (body) => driver.run(body),
    back: () => driver.run('setTimeout(() => history.back())'),
    close: () => driver.stop(),
  };
}

let site: ServedExamples;
beforeAll(async () => {
  site = await serveExamples();
});
afterAll(() => site.close());

const CHECKER = `document.querySelector('mh-eligibility-checker')?.shadowRoot`;
const question = (browser: Driven) =>
  expect.poll(() => browser.run(`return ${CHECKER}?.querySelector('#question')?.textContent ?? ''`));

/** Presses the answer with these words, once it is asked for. */
async function answer(browser: Driven, words: string): Promise<void> {
  const button = `[...${CHECKER}?.querySelectorAll('button') ?? []].find((each) => each.textContent.trim() === ${JSON.stringify(words)})`;
  await expect.poll(() => browser.run(`return Boolean(${button})`), { message: words }).toBe(true);
  await browser.run(`${button}.click()`);
}

const BROWSERS: readonly (readonly [string, () => Promise<Driven>])[] = [
  ['Firefox', firefox],
  ['WebKit', webkit],
];

describe.each(BROWSERS)('a page that %s keeps', (_, start) => {
  let browser: Driven;
  beforeAll(async () => {
    browser = await start();
  });
  afterAll(() => browser.close());

  it('stands as it was left, and its check goes on, forward and back', async () => {
    await browser.open(`${site.address}/#check`);
    await answer(browser, 'My school is not listed');
    await answer(browser, 'Infant, junior, first or primary school');
    await answer(browser, 'No, never');
    await question(browser).toContain('two teachers');
    await browser.run(`addEventListener('pageshow', ({ persisted }) => { window.wasKept = persisted; })`);

    await browser.open(`${site.address}/schools/manifest.json`);
    await browser.back();
    await question(browser).toContain('two teachers');
    // A page that opts out, by a listener say, would have been loaded again.
    expect(await browser.run('return window.wasKept')).toBe(true);

    await answer(browser, 'Yes');
    await question(browser).toContain('Are any');
    await browser.run('history.back()');
    await question(browser).toContain('two teachers');
  });
});
