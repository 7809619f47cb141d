/** Every page of the example hub, with all its widgets drawn: axe finds nothing, and nothing is wider than a telephone. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawAll } from './draw-all.js';
import { served } from './served.js';

const site = served();
const PAGES = ['', 'national.html', 'wordpress.html', 'govuk.html', 'dark.html'];

let axe: string;
beforeAll(async () => {
  axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
});

describe.each(PAGES)('the example’s page /%s', (path) => {
  it.each([1280, 320])('holds in axe and in its width at %i px', async (width) => {
    const page = await site.browser.newPage({ viewport: { width, height: 900 } });
    try {
      await page.goto(`${site.address}/${path}`);
      expect((await drawAll(page)).length).toBeGreaterThan(4);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe: run } = globalThis as unknown as {
          axe: { run(o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await run.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      });
      expect(found).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
