/** A headteacher's five questions, each answered on the first screen of its widget, with the widget's top at the top of the screen. */
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { served } from './served.js';

const site = served();
const PHONES = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const;

let page: Page;
afterEach(() => page.close());

async function open(viewport: (typeof PHONES)[number]): Promise<void> {
  page = await site.browser.newPage({ viewport });
  await page.goto(site.address);
}

/** Waits until the whole of it lies within the first screen of the widget: what is drawn above it may still be on its way. */
async function isOnFirstScreen(widget: Locator, answer: Locator): Promise<void> {
  await widget.scrollIntoViewIfNeeded();
  await answer.waitFor();
  const height = page.viewportSize()?.height ?? 0;
  const end = async (): Promise<number> =>
    widget.evaluate(
      (each, part) => (part?.getBoundingClientRect().bottom ?? Infinity) - each.getBoundingClientRect().top,
      await answer.elementHandle(),
    );
  await expect
    .poll(end, { message: `${(await answer.textContent())?.trim()}, px below the top of its widget` })
    .toBeLessThanOrEqual(height);
}

for (const size of PHONES)
  describe(`on the first screen of its widget, ${size.width} by ${size.height}, is`, () => {
    it('what this is: a phase in a sentence, and what it takes and brings', async () => {
      await open(size);
      const map = page.locator('mh-journey-map');
      await isOnFirstScreen(map, map.locator('.purpose').first());
      await isOnFirstScreen(map, map.locator('.numbers').first());
    });

    it('whether we can join: the way to ask, and, five taps later, the answer with Apply', async () => {
      await open(size);
      const check = page.locator('mh-eligibility-checker');
      const unlisted = check.getByRole('button', { name: 'My school is not listed' });
      await isOnFirstScreen(check, check.getByRole('heading', { name: 'Which school?' }));
      await isOnFirstScreen(check, unlisted);
      await unlisted.click();
      for (const words of ['Infant, junior, first or primary school', 'No, never', 'Yes', 'None of these'])
        await check.getByRole('button', { name: words, exact: true }).click();
      await isOnFirstScreen(check, check.locator('#result'));
      await isOnFirstScreen(check, check.getByRole('link', { name: 'Apply', exact: false }).first());
    });

    it('what it costs and brings: the money', async () => {
      await open(size);
      const cost = page.locator('mh-funding-calculator');
      const sum = cost.locator('[part=total]');
      await isOnFirstScreen(cost, sum);
      expect(await sum.textContent()).toContain('£2,000');
    });

    it('when: the next day, with what it is', async () => {
      await open(size);
      const planner = page.locator('mh-commitment-planner');
      const next = planner.locator('[part=next]');
      await isOnFirstScreen(planner, next);
      expect(await next.textContent()).toMatch(/\d{1,2} \w+ 20\d\d/);
    });

    it('how to apply: until when, with the way there, and the first thing to fill in', async () => {
      await open(size);
      const status = page.locator('mh-recruitment-status');
      await isOnFirstScreen(status, status.getByText('Open to applications until', { exact: false }));
      await isOnFirstScreen(status, status.getByRole('link', { name: 'Apply' }));
      const form = page.locator('mh-apply-form');
      await isOnFirstScreen(form, form.getByLabel('Find your school by its name'));
    });
  });
