import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOTH, enterDesk, goTo, noAxe, READER, startDeskService, type DeskService } from './desk-service.js';
import { launchChromium } from '../support/chromium.js';

describe('work groups at the desk', () => {
  let desk: DeskService;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let workers = 0;

  beforeAll(async () => {
    desk = await startDeskService();
    browser = await launchChromium();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.on('worker', () => (workers += 1));
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  const told = (text: string | RegExp) => page.getByText(text).first().waitFor();
  const groups = () => page.locator('.groups section.group');
  const namesIn = async (index: number): Promise<string[]> =>
    (await groups().nth(index).locator('li > p > a').allTextContents()).map((name) => name.trim());
  const keep = async (name: string): Promise<void> => {
    await page.fill('#plan-name', name);
    await page.click('button:text-is("Keep")');
    await page.waitForSelector(`.plans th:has-text("${name}")`);
  };

  it('lets whoever is on the lists of two hubs choose between them', async () => {
    await enterDesk(page, await desk.linkFor(BOTH));
    await told('60 of 60 applications');
    await page.selectOption('#hub', 'other-hub');
    await told('No school has applied yet');
    // There they may only read.
    expect(await page.locator('#bulk').count()).toBe(0);
    await page.selectOption('#hub', 'wold-valley');
    await told('60 of 60 applications');
    expect(await page.locator('#bulk').count()).toBe(1);
  });

  it('forms groups beside the page, in a worker', async () => {
    await goTo(page, 'Work Groups');
    await page.click('text=Form groups');
    await told('Groups formed.');
    await told('Every rule is kept.');
    expect(workers).toBe(1);
    await keep('Plan A');
  });

  it('moves a school by dragging it from list to list, and sees what that does at once', async () => {
    const [moved = ''] = await namesIn(0);
    const item = groups().nth(0).locator('li', { hasText: moved }).first();
    await item.dragTo(groups().nth(1).locator('h2'));
    await told(`${moved} is with CD now.`);
    expect(await namesIn(0)).not.toContain(moved);
    expect(await namesIn(1)).toContain(moved);
    await told("CD's group has 8 schools; it needs 6 or 7.");
    // Each list beside a school shows the group it is in.
    for (const [index, leader] of ['AB', 'CD'].entries())
      expect(
        new Set(
          await groups()
            .nth(index)
            .locator('select')
            .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value)),
        ),
      ).toEqual(new Set([`${leader} 1`]));
  });

  it('moves a school by dragging its dot on the map; Escape and letting go elsewhere put it back', async () => {
    const [reference = ''] = await page.$$eval('.map circle.group-2', (dots) =>
      dots.map((dot) => dot.getAttribute('data-school') ?? ''),
    );
    const dot = page.locator(`.map circle[data-school="${reference}"]`);
    const select = page.locator(`#to-${reference}`);
    const before = await select.inputValue();
    const middle = async (of: typeof dot): Promise<[number, number]> => {
      await of.scrollIntoViewIfNeeded();
      const box = await of.boundingBox();
      return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    };
    await page.locator('.map').scrollIntoViewIfNeeded();
    const [x, y] = await middle(dot);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 40, { steps: 4 });
    await page.waitForSelector('.map .dragged');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await page.locator('.map .dragged').count()).toBe(0);
    expect(await select.inputValue()).toBe(before);

    const [toX, toY] = await middle(page.locator('.map rect.group-3'));
    const [fromX, fromY] = await middle(dot);
    await page.mouse.move(fromX, fromY);
    await page.mouse.down();
    await page.mouse.move(toX, toY, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => select.inputValue()).not.toBe(before);
    await page.click('.actions button:text-is("Undo")');
    await expect.poll(() => select.inputValue()).toBe(before);
  });

  it('compares two plans that were kept, school by school', async () => {
    await keep('Plan B');
    const row = page.locator('.plans tr', { hasText: 'Plan A' });
    await page.selectOption('#against', 'Plan B');
    const [moved = ''] = await row.locator('summary').allTextContents();
    expect(moved).toBe('1 school');
    await row.locator('summary').click();
    expect(await row.locator('li').innerText()).toMatch(/: CD → AB$/);
    const rules = await page.locator('.plans tbody tr td:nth-child(5)').allTextContents();
    expect(rules.map((each) => each.trim())).toEqual(['0', expect.stringMatching(/^[1-9]/)]);
    await row.locator('button:has-text("Choose")').click();
    await page.waitForSelector('.plans tr:has-text("Plan A") .mark');
    await row.locator('button:has-text("Open")').click();
    await told('Every rule is kept.');
  });

  it('keeps a pinned school where it is, also when groups are formed anew', async () => {
    const [school = ''] = await namesIn(0);
    const item = groups().nth(0).locator('li', { hasText: school }).first();
    const select = item.locator('select');
    const reference = ((await select.getAttribute('id')) ?? '').slice('to-'.length);
    await select.selectOption({ label: 'CD' });
    await told(`${school} is with CD now.`);
    const pinned = page.locator(`li:has(#to-${reference}) input[type=checkbox]`);
    await pinned.check();
    await told('Kept.');
    await page.click('text=Form groups');
    await told('Groups formed.');
    await told('Every rule is kept.');
    expect(await page.locator(`#to-${reference}`).inputValue()).toBe('CD 1');
    expect(await pinned.isChecked()).toBe(true);
    await page.locator(`li:has(#to-${reference}) summary`, { hasText: 'Why here' }).click();
    expect(await page.locator(`li:has(#to-${reference}) details`).innerText()).toContain('Pinned');
    await noAxe(page);
  });

  it('prints a list for each specialist, or one alone', async () => {
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
    });
    const printed = async (): Promise<void> => {
      await page.waitForSelector('html[data-printed]');
      await page.evaluate(() => document.documentElement.removeAttribute('data-printed'));
    };
    const sheets = page.locator('.sheet');
    await page.click('text=Print the lists');
    await printed();
    await page.emulateMedia({ media: 'print' });
    expect(await sheets.count()).toBe(6);
    for (let index = 0; index < 6; index += 1) expect(await sheets.nth(index).isVisible()).toBe(true);
    expect(await groups().first().isVisible()).toBe(false);
    expect(await page.locator('nav').isVisible()).toBe(false);
    const first = await sheets.first().innerText();
    for (const words of ['AB: Development Work Group 2024/25', 'Sample Applicant', '@', 'LE', 'Dates'])
      expect(first).toContain(words);
    const pages = (await page.pdf()).toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? [];
    expect(pages.length).toBeGreaterThanOrEqual(7);
    await page.emulateMedia({ media: 'screen' });
    await groups().nth(2).locator('button:has-text("Print this list")').click();
    await printed();
    expect(await sheets.count()).toBe(1);
    expect(await sheets.first().locator('h2').textContent()).toContain('EF');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.map').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });

  it('is useful at 320 and 390 px: nothing runs out of the page, and every part of it is there', async () => {
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 700 });
      for (const name of ['Applications', 'Work Groups', 'Personal data', 'Log']) {
        await goTo(page, name);
        await page.waitForFunction(() => !document.body.innerText.includes('Loading…'));
        const [inside, outside] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        expect([name, width, inside]).toEqual([name, width, outside]);
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('shows a reader everything and lets them change nothing', async () => {
    const theirs = await (await browser.newContext()).newPage();
    await enterDesk(theirs, await desk.linkFor(READER));
    await goTo(theirs, 'Work Groups');
    await theirs.waitForSelector('.groups section.group');
    expect(await theirs.locator('button:text-is("Form groups")').isDisabled()).toBe(true);
    expect(await theirs.locator('.groups select, .groups input, #plan-name').count()).toBe(0);
    await theirs.locator('.groups li a').first().click();
    await theirs.waitForSelector('h2:has-text("What it says")');
    expect(await theirs.locator('#state, #note, #kind').count()).toBe(0);
    await goTo(theirs, 'Personal data');
    await theirs.fill('#words', 'alder');
    await theirs.click('button:text-is("Search")');
    await theirs.waitForSelector('h2:has-text(" found")');
    expect(await theirs.locator('button.danger:visible').count()).toBe(0);
    await theirs.context().close();
  });
});
