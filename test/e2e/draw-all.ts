import type { Page } from 'playwright-core';

/**
 * Widgets below the fold are loaded when they come near: brings each of the page into view until it is drawn.
 * @returns their tags
 */
export async function drawAll(page: Page): Promise<readonly string[]> {
  const tags = await page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll('main *')]
        .map(({ localName }) => localName)
        .filter((name) => name.startsWith('mh-') && name !== 'mh-settings'),
    ),
  ]);
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
  return tags;
}
