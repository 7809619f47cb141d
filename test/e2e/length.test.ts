/** How long the example page is on a telephone, and that nothing which is folded there is lost. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { drawAll } from './draw-all.js';
import { served } from './served.js';

const site = served();

/** What a page of every widget may take at 390 px, each in its first state. */
const LONGEST = 12_000;

let page: Page;
beforeEach(async () => {
  page = await site.browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(site.address);
  expect((await drawAll(page)).length).toBeGreaterThan(8);
  return () => page.close();
});

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
