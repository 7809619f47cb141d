/** How many files a page with one widget asks for until that is drawn, and in how many turns. Times are for `npm run bench -- page`. */
import { readFileSync } from 'node:fs';
import type { Route } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { intakeForm } from '../../packages/components/src/apply-form/examples.js';
import { examples as stories } from '../../packages/components/src/stories/examples.js';
import { served } from './served.js';

const site = served();

/** Files of ours after `embed.js`, of code and data: what all share, what is over an edition, its own, and its data. */
const MOST = 4;
/** The loader knows what is asked for first; what that imports comes in the second turn. */
const TURNS = 2;

const { tags } = JSON.parse(
  readFileSync(new URL('../../packages/components/dist/cdn/versions.json', import.meta.url), 'utf8'),
) as { readonly tags: readonly string[] };

afterEach(async () => {
  for (const context of site.browser.contexts()) await context.close();
});

/** Widgets that draw nothing from an empty tag. */
const PAGES: Readonly<Record<string, string>> = {
  'mh-apply-form': intakeForm,
  'mh-stories': stories.listed.html,
};

/** Hands the files out turn by turn: all that is asked for before any of them is there is one turn. */
async function turnsOf(tag: string): Promise<readonly (readonly string[])[]> {
  const page = await (await site.browser.newContext()).newPage();
  const held: Route[] = [];
  await page.route(/\/embed\/[0-9a-f]{8}\//, (route) => void held.push(route));
  await page.route('**/one.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en-GB"><title>Page</title><script type="module" src="/embed/embed.js"></script>
<body>${PAGES[tag] ?? `<${tag} edition="2024/25"><p>Plain</p></${tag}>`}</body></html>`,
    }),
  );
  await page.goto(`${site.address}/one.html`);
  const isDrawn = (): Promise<boolean> =>
    page
      .locator(tag)
      .evaluate((widget) =>
        [widget, widget.shadowRoot].some((each) =>
          each?.querySelector('.head, h2, h3, form.mh-form, .status, .stories'),
        ),
      );
  const turns: (readonly string[])[] = [];
  while (!(await isDrawn())) {
    await expect
      .poll(() => held.length, { message: `${tag} waits for no file, and is not drawn` })
      .toBeGreaterThan(0);
    for (let count = 0; count < held.length;) {
      count = held.length;
      await page.waitForTimeout(250);
    }
    const turn = held.splice(0);
    turns.push(turn.map((route) => route.request().url().replace(/.*\//, '')));
    await Promise.all(turn.map((route) => route.continue()));
    // Drawn, or waiting for more.
    await expect.poll(async () => held.length > 0 || (await isDrawn())).toBe(true);
  }
  return turns;
}

describe('a page with one widget', () => {
  for (const tag of tags.filter((each) => each !== 'mh-settings'))
    it(`asks for at most ${MOST} files in ${TURNS} turns until <${tag}> is drawn`, async () => {
      const turns = await turnsOf(tag);
      expect(turns.length, JSON.stringify(turns)).toBeLessThanOrEqual(TURNS);
      expect(turns.flat().length, JSON.stringify(turns)).toBeLessThanOrEqual(MOST);
    });
});
