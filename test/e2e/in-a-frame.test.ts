/** What a page may do to a frame that holds a widget. CONTRACT.md in packages/components names these tests. */
import type { Frame, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { served } from './served.js';

const site = served();

afterEach(async () => {
  for (const context of site.browser.contexts()) await context.close();
});

async function open(body: string): Promise<Page> {
  const page = await (await site.browser.newContext({ viewport: { width: 1000, height: 800 } })).newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en-GB"><title>Host</title><body><h1>Host</h1>${body}<script type="module" src="/embed/frame-host.js"></script>`,
    }),
  );
  await page.goto(`${site.address}/host.html`);
  return page;
}

const inner = (page: Page): Frame | undefined =>
  page.frames().find((each) => each.url().includes('embed.html'));

describe('a frame with loading="lazy"', () => {
  const lazy =
    '<div style="height: 9000px"></div><iframe loading="lazy" data-maths-hubs src="/embed/embed.html?widget=journey-map&edition=2020-21"></iframe>';

  it('is drawn when the reader comes near, gets its height and its name', async () => {
    const page = await open(lazy);
    await page.waitForTimeout(500);
    expect(inner(page)).toBe(undefined);
    const frame = page.locator('iframe');
    await frame.scrollIntoViewIfNeeded();
    await page.frameLocator('iframe').locator('mh-journey-map h1').waitFor();
    await expect
      .poll(() => frame.evaluate((each) => each.getBoundingClientRect().height))
      .toBeGreaterThan(300);
    expect(await frame.getAttribute('title')).toContain('Journey map');
  });
});

describe('print from within a frame', () => {
  it('prints the frame, its widget alone, and leaves the page around it as it was', async () => {
    const page = await open(
      '<iframe width="900" height="700" src="/embed/embed.html?widget=information-sheet&edition=2024-25"></iframe>',
    );
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Print or save as PDF' }).waitFor();
    const before = await page.content();
    await inner(page)?.evaluate(() => {
      const view = window as Window & { printed?: string };
      view.print = () => {
        dispatchEvent(new Event('beforeprint'));
        view.printed = document.querySelector('[data-mh-printing]')?.localName ?? 'nothing';
        dispatchEvent(new Event('afterprint'));
      };
    });
    await frame.getByRole('button', { name: 'Print or save as PDF' }).click();
    expect(await inner(page)?.evaluate(() => (window as { printed?: string }).printed)).toBe(
      'mh-information-sheet',
    );
    expect(await inner(page)?.evaluate(() => document.querySelectorAll('[data-mh-printing]').length)).toBe(0);
    await page.waitForTimeout(1200);
    expect(await frame.getByRole('alert').count()).toBe(0);
    expect(await page.content()).toBe(before);
  });

  it('says so where the page does not allow it', async () => {
    const page = await open(
      '<iframe sandbox="allow-scripts" width="900" height="700" src="/embed/embed.html?widget=information-sheet&edition=2024-25"></iframe>',
    );
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Print or save as PDF' }).click();
    const said = frame.getByRole('alert');
    await expect.poll(() => said.textContent()).toContain('does not let it print');
    expect(await said.locator('a').getAttribute('target')).toBe('_blank');
    expect(await said.locator('a').getAttribute('href')).toBe(inner(page)?.url());
    // What it did for the paper is taken back, and it says so once.
    expect(await inner(page)?.evaluate(() => document.querySelectorAll('[data-mh-printing]').length)).toBe(0);
    await frame.getByRole('button', { name: 'Print or save as PDF' }).click();
    await page.waitForTimeout(1500);
    expect(await said.count()).toBe(1);
  });
});
