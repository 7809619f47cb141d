/** How long the example page is on a telephone, and that nothing which is folded there is lost. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { served } from './served.js';

const site = served();

/** What a page of every widget may take at 390 px, each in its first state. */
const LONGEST = 12_000;

let page: Page;
beforeEach(async () => {
  page = await site.browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(site.address);
  await drawAll();
  return () => page.close();
});

/** Widgets below the fold are loaded when they come near: brings each into view until it is drawn. */
async function drawAll(): Promise<void> {
  const tags = await page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll('main *')]
        .map(({ localName }) => localName)
        .filter((name) => name.startsWith('mh-') && name !== 'mh-settings'),
    ),
  ]);
  expect(tags.length).toBeGreaterThan(8);
  for (const tag of tags) {
    await page.locator(tag).evaluate((each) => each.scrollIntoView());
    await page.waitForFunction((name) => {
      const widget = document.querySelector(name);
      const root = widget?.shadowRoot ?? widget;
      return (
        widget !== null &&
        'updateComplete' in widget &&
        !root?.querySelector('.loading, .map-room') &&
        (root?.querySelector('[part~=heading], .status') ?? null) !== null
      );
    }, tag);
  }
}

describe('the example page on a telephone', () => {
  it(`takes at most ${LONGEST} px with every widget in its first state`, async () => {
    const length = await page.evaluate(() => document.documentElement.scrollHeight);
    const parts = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter(({ localName }) => localName.startsWith('mh-'))
        .map((each) => `${each.localName} ${Math.round(each.getBoundingClientRect().height)}`),
    );
    expect(length, parts.join(', ')).toBeLessThanOrEqual(LONGEST);
  });

  it('prints what it folds: every hub, the credits and the whole sheet', async () => {
    const finder = page.locator('mh-find-a-hub');
    const sheet = page.locator('mh-information-sheet');
    const folded = [
      finder.getByText('East Midlands South Maths Hub').first(),
      finder.getByText('Open Government Licence').first(),
      sheet.locator('.three dt').first(),
    ];
    const drawn = (): Promise<boolean[]> =>
      Promise.all(
        folded.map((each) => each.evaluate((at) => at.checkVisibility({ contentVisibilityAuto: true }))),
      );
    expect(await drawn()).toEqual([false, false, false]);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(drawn).toEqual([true, true, true]);
  });
});
