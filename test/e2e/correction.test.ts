import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEdition } from '../../packages/sdk/dist/programme/index.js';
import { noAxe, startDeskService, type DeskService } from './desk-service.js';
import { launchChromium } from '../support/chromium.js';

describe('the page that says what to put right, without script', () => {
  let service: DeskService;
  let browser: Browser;

  beforeAll(async () => {
    service = await startDeskService();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
  });

  it('fits a telephone of 320 px, leads to each field, and holds what was typed', async () => {
    const { version: loadedVersion } = await loadEdition('2024/25');
    const long = `Saint ${'Bartholomew'.repeat(12)} Primary School`;
    const answer = await fetch(`${service.address}/applications`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://hub.example',
      },
      body: new URLSearchParams({
        hub: 'wold-valley',
        schoolYear: '2024/25',
        editionVersion: loadedVersion,
        noticeVersion: 'example-1',
        schoolName: long,
        postcode: 'not a postcode',
        email: 'nobody',
      }).toString(),
    });
    expect(answer.status).toBe(422);
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.setContent(await answer.text());
    const [inside, outside] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(inside).toBe(outside);
    const links = page.locator('.problems a');
    const count = await links.count();
    expect(count).toBeGreaterThan(2);
    for (const target of await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')))
      expect([target, await page.locator(target).count()]).toEqual([target, 1]);
    expect(await page.locator('[name=schoolName]').inputValue()).toBe(long);
    expect(await page.locator('[name=email]').inputValue()).toBe('nobody');
    // Nothing to press is lower than the 24 px of WCAG 2.5.8.
    const small = await page.locator('button, input:not([type=hidden]), select').evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility())
        .map((one) => [one.outerHTML.slice(0, 60), one.getBoundingClientRect().height] as const)
        .filter(([, height]) => height < 24),
    );
    expect(small).toEqual([]);
    await noAxe(page);
  });
});
