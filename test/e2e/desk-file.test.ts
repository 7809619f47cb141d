import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, noAxe } from './desk-service.js';
import { launchChromium } from '../support/chromium.js';

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const DESK = new URL('../../packages/desk/dist/desk.html', import.meta.url).href;

describe('the desk from a file, without a server', () => {
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    const context = await browser.newContext({ permissions: ['clipboard-write'] });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => asked.push(request.url()));
  });
  afterAll(() => browser?.close());

  const told = (text: string | RegExp) => page.getByText(text).first().waitFor();

  it('reads an export, decides, forms groups and writes letters; nothing leaves the computer', async () => {
    await page.goto(DESK);
    await page.setInputFiles('#file', path('examples/groups/applications.csv'));
    await page.click('text=Open it');
    await told('60 of 60 applications');
    await goTo(page, 'Work Groups');
    await page.setInputFiles('#specialists-file', path('examples/groups/specialists.csv'));
    await page.click('text=Use this list');
    await told('Specialists read.');
    await page.click('text=Form groups');
    await told('Groups formed.');
    await told('Proven:');
    expect(await page.locator('.groups section.group').count()).toBe(6);
    await page.click('button:text-is("Keep")');
    await told('Kept.');
    await page.locator('.groups li a').first().click();
    await page.waitForSelector('h2:has-text("What it says")');
    await page.click('button:has-text("Copy")');
    await told('Copied, and kept with the application.');
    await told(/Offer of a place: Development Work Group .*\(copied/);
    const files: string[] = [];
    page.on('download', (file) => files.push(file.suggestedFilename()));
    await page.click('text=Save the sheet and the calendar');
    await expect.poll(() => files).toEqual(['information-sheet.html', 'work-group.ics']);
    await noAxe(page);
  });

  it('saves the work as a file that it opens again', async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=Save my work')]);
    const saved = await readFile(await file.path());
    await page.goto('about:blank');
    await page.goto(DESK);
    await page.setInputFiles('#file', { name: 'desk.json', mimeType: 'application/json', buffer: saved });
    await page.click('text=Open it');
    await told('60 of 60 applications');
    await goTo(page, 'Work Groups');
    await told('Plans that are kept');
    expect(await page.locator('.groups section.group').count()).toBe(6);
  });

  it('says by line what it could not read, and says of what is no list that it is none', async () => {
    await page.goto('about:blank');
    await page.goto(DESK);
    const open = async (name: string, text: string): Promise<void> => {
      await page.setInputFiles('#file', { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
      await page.click('text=Open it');
    };
    await open('letter.csv', 'Dear colleague\n');
    await told('The file holds its header line and nothing under it.');
    await open('broken.json', '{"format": ');
    await told('broken.json is not JSON.');
    await open('nothing.json', '[]');
    await told('nothing.json has no applications.');
    await open(
      'twice.csv',
      'reference,kind,schoolYear,schoolName,phase\nMH-1,application,2024/25,A School,development\nMH-1,application,2024/25,A School,development\n,application,2024/25,B School,development\n',
    );
    await told('Line 3: Row left out: MH-1 is on line 2 already.');
    await told('Line 4: Row left out: it has no reference.');
    await told('1 of 1 applications');
  });

  it('reads what is set aside in an export, and puts it among the others', async () => {
    await page.goto('about:blank');
    await page.goto(DESK);
    const head = 'reference,receivedAt,setAsideAt,kind,schoolYear,schoolName,phase';
    const row = (number: number, aside: string): string =>
      `MH-${number},2026-09-01T09:00:00.000Z,${aside},application,2024/25,School ${number},development`;
    const text = [head, row(1, ''), row(2, '2026-09-01T09:00:00.000Z'), ''].join('\n');
    await page.setInputFiles('#file', { name: 'two.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.click('text=Open it');
    await told('1 of 1 applications');
    await page.click('nav >> text=Set aside (1)');
    await told('Nothing is sent, and the service still holds it as set aside.');
    await page.click('button:text-is("Release all")');
    await told('Nothing is set aside.');
    await page.click('nav >> text=Applications');
    await told('2 of 2 applications');
  });

  it('asks no other place for anything', () => {
    expect(asked.filter((url) => !/^(?:file|data|blob|about):/.test(url))).toEqual([]);
    expect(faults).toEqual([]);
  });
});
