/** A calendar to subscribe to: the file that the editor saves and the one that the command prints, as another program reads them. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { served } from './served.js';

const site = served();

/** Before the dates, whenever the test is run: what has gone by is left out. */
const TODAY = '2026-09-07T09:00:00Z';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maths-hubs-calendar-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Read {
  readonly uid: string;
  readonly summary: string;
  readonly start: string;
}

function read(text: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((each) => {
    const { uid, summary, startDate } = new ICAL.Event(each);
    return { uid, summary, start: startDate.toString() };
  });
}

async function saved(page: Page, name: string | RegExp): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name }).first().click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

interface Terms {
  readonly calendar: { readonly events: readonly { readonly date: string }[] };
}

/** What the command prints of these terms, on the day that the editor is opened. */
async function printed(edition: Terms, phase: string): Promise<string> {
  const terms = join(folder, 'terms.json');
  await writeFile(terms, JSON.stringify(edition));
  const program = fileURLToPath(new URL('../../packages/cli/bin/maths-hubs.js', import.meta.url));
  const clock = `const Own = Date; globalThis.Date = class extends Own {
    constructor(...given) { super(...(given.length > 0 ? given : ['${TODAY}'])); }
    static now() { return Own.parse('${TODAY}'); }
  };`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    `data:text/javascript,${encodeURIComponent(clock)}`,
    ...[program, 'plan', '--edition', terms, '--from', phase, '--ics'],
  ]);
  return stdout;
}

it('is the same from the editor and from the command, keeps its names, and follows a date that changes', async () => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  await page.clock.setFixedTime(TODAY);
  await page.goto(`${site.address}/editor/`);
  const hub = page.getByLabel('Your hub', { exact: true });
  await hub.locator('option').nth(5).waitFor({ state: 'attached' });
  await hub.selectOption({ label: 'West Yorkshire Maths Hub' });
  await page.getByLabel('School year of your terms').selectOption('2026/27');
  await page.getByLabel('The four phases, empty').check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.locator('#part-calendar > summary').click();
  const dates = page.getByLabel('Or paste a list of dates');
  await dates.fill('Thursday 15 October 2026, 1.30pm, first workshop\nTuesday 9 February 2027, meeting');
  await page.getByRole('button', { name: 'Add these dates' }).click();
  await page.getByText('2 dates were added.').waitFor();

  const { name, text } = await saved(page, /^Save \S+\.ics/);
  const phase = name.replace('.ics', '');
  const fromEditor = read(text);
  expect(fromEditor.map(({ start }) => start.slice(0, 10))).toEqual(
    expect.arrayContaining(['2026-10-15', '2027-02-09']),
  );
  expect(fromEditor.find(({ start }) => start.startsWith('2026-10-15'))?.start).toContain('T13:30');
  expect(new Set(fromEditor.map(({ uid }) => uid)).size).toBe(fromEditor.length);

  const { edition } = JSON.parse((await saved(page, 'Save to a file')).text) as { edition: Terms };
  expect(read(await printed(edition, phase))).toEqual(fromEditor);

  // A day later: the entry that a head has is the one that moves.
  const events = edition.calendar.events.map((each) =>
    each.date === '2026-10-15' ? { ...each, date: '2026-10-16' } : each,
  );
  const moved = read(await printed({ ...edition, calendar: { ...edition.calendar, events } }, phase));
  expect(moved.map(({ uid }) => uid)).toEqual(fromEditor.map(({ uid }) => uid));
  expect(moved.map(({ start }) => start)).toContain('2026-10-16T13:30:00');
  await context.close();
});
