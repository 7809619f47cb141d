/** A reader who asks their system for more contrast. CONTRACT.md in packages/components names this test. */
import { expect, it } from 'vitest';
import { TAGS } from '../../packages/components/src/embed/tags.js';
import { contrast, type Rgb } from '../../packages/components/src/foundation/palette.js';
import { served } from './served.js';

const site = served();
const TEXTS = ['ink', 'muted', 'accent-text', 'give', 'error'];
const LINES = ['control-line', 'edge', 'focus'];
const GROUNDS = ['paper', 'surface', 'tint', 'alarm'];
const tags = Object.keys(TAGS).filter((tag) => !['mh-settings', 'mh-apply-form'].includes(tag));

const rgb = (colour: string): Rgb => {
  const [red = NaN, green = NaN, blue = NaN] = (colour.match(/[\d.]+/g) ?? []).map(
    (part) => Number(part) / 255,
  );
  return [red, green, blue];
};

/** The least contrast of these colours with the grounds that they stand on, by widget. */
async function least(prefers: 'more' | 'no-preference', colours: readonly string[]): Promise<number> {
  const page = await (await site.browser.newContext({ contrast: prefers })).newPage();
  await page.route('**/contrast.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en-GB"><title>Page</title><script type="module" src="/embed/embed.js"></script>
        <body style="color:#444;background:#f4f1ea">${tags.map((tag) => `<${tag} edition="2024/25"></${tag}>`).join('')}`,
    }),
  );
  await page.goto(`${site.address}/contrast.html`);
  const found: number[] = [];
  for (const tag of tags) {
    const widget = page.locator(tag);
    await widget.scrollIntoViewIfNeeded();
    await expect
      .poll(() => widget.evaluate((each) => getComputedStyle(each).getPropertyValue('--_paper')))
      .toMatch(/^rgb/);
    const [texts, grounds] = await widget.evaluate(
      (each, names) =>
        names.map((some) => some.map((name) => getComputedStyle(each).getPropertyValue(`--_${name}`))),
      [[...colours], GROUNDS],
    );
    for (const text of texts ?? []) for (const on of grounds ?? []) found.push(contrast(rgb(text), rgb(on)));
  }
  await page.context().close();
  return Math.min(...found);
}

it('has text at 7 : 1 and lines at 4.5 : 1, and others as they were', async () => {
  expect(await least('more', TEXTS)).toBeGreaterThanOrEqual(7);
  expect(await least('more', LINES)).toBeGreaterThanOrEqual(4.5);
  const others = await least('no-preference', TEXTS);
  expect(others).toBeGreaterThanOrEqual(4.5);
  expect(others).toBeLessThan(7);
});
