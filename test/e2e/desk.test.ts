import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  goTo,
  noAxe,
  OFFICE,
  OTHER,
  READER,
  startDeskService,
  type DeskService,
  type Signed,
} from './desk-service.js';
import { launchChromium } from '../support/chromium.js';

describe('a whole autumn at the desk', () => {
  let desk: DeskService;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let address = '';
  let letters: DeskService['letters'] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    desk = await startDeskService();
    ({ address, letters } = desk);
    browser = await launchChromium();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  const view = (name: string): Promise<void> => goTo(page, name);
  const told = (text: string | RegExp) => page.getByText(text).first().waitFor();

  it('signs in by a link from the mail, once', async () => {
    await page.goto(`${address}/desk/`);
    await page.fill('#email', OFFICE);
    await page.click('text=Send me a link');
    await told('Look in your inbox');
    const mail = letters.find(({ text }) => text.includes('#enter='));
    expect(mail?.to).toBe(OFFICE);
    const plain = (mail?.text ?? '').replace(/=\r?\n/g, '').replaceAll('=3D', '=');
    const [link = ''] = /http\S+#enter=[\w-]+/.exec(plain) ?? [];
    await page.goto('about:blank');
    await page.goto(link.trim());
    await page.click('text=Sign in to the desk');
    await page.waitForSelector('table.cases');
    const again = await context.request.post(`${address}/desk/api/enter`, {
      data: { link: link.trim().split('#enter=')[1] },
    });
    expect(again.status()).toBe(401);
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict' });
  });

  it('reads, finds and decides', async () => {
    expect(await page.locator('table.cases tbody tr').count()).toBe(60);
    await page.fill('#search', 'alder field');
    await told('1 of 60 applications');
    await page.click('table.cases tbody a');
    await told('By the terms of 2024/25');
    await told('Comes first for a place');
    await page.fill('#note', '=cmd() asked by telephone for names of teachers');
    await page.click('text=Add note');
    await told('Note added.');
    await page.selectOption('#state', 'in talks');
    await page.click('text=Set state');
    await told('1 application moved.');
    await page.click('button:text("Undo")');
    await told('Undone.');
    await view('Applications');
    await page.fill('#search', '');
    await page.selectOption('#filter-phase', 'readiness');
    await told('10 of 60 applications');
    await page.check('[aria-label="Choose all that are shown"]');
    await page.selectOption('#bulk', 'in talks');
    await page.click('button:text-is("Move")');
    await told('10 applications moved.');
    const inTalks = (): Promise<number> => page.locator('table.cases .state.in-talks').count();
    expect(await inTalks()).toBe(10);
    await page.click('button:text("Undo")');
    await told('Undone.');
    expect(await inTalks()).toBe(0);
    await page.selectOption('#filter-phase', '');
    // Each verdict is by today's terms, and every one of the sixty has one.
    await page.selectOption('#filter-priority', 'yes');
    const first = await page.locator('table.cases tbody tr').count();
    expect(first).toBeGreaterThan(0);
    expect(await page.locator('table.cases .mark:text("Comes first")').count()).toBe(first);
    await page.selectOption('#filter-priority', '');
    await noAxe(page);
  });

  it('forms groups, moves one by keyboard, undoes, keeps, and sets a date', async () => {
    await view('Work Groups');
    await page.click('text=Form groups');
    await told('Every rule is kept.');
    await told('Proven:');
    expect(await page.locator('.groups section.group').count()).toBe(6);
    const first = page.locator('.groups section.group').first();
    const move = first.locator('select').first();
    await move.focus();
    await page.keyboard.press('ArrowDown');
    await told('Rules that are not kept');
    await told("CD's group has 8 schools; it needs 6 or 7.");
    expect(await first.locator('select').first().inputValue()).toBe('AB 1');
    expect(await page.evaluate(() => document.activeElement?.id.startsWith('to-MH-'))).toBe(true);
    await page.click('.actions button:text-is("Undo")');
    await told('Every rule is kept.');
    await page.fill('#date-0', '2026-12-01');
    await page.locator('.dates button:text-is("Add")').first().click();
    await page.fill('#plan-name', 'Plan A');
    await page.click('button:text-is("Keep")');
    await told('Plans that are kept');
    await noAxe(page);
  });

  it('answers the schools by letters that are kept with them', async () => {
    await page.click('button:has-text("as offered")');
    await told('42 applications moved.');
    await page.click('button:has-text("as waiting")');
    await told('2 applications moved.');
    await page.click('button:has-text("Send 42 offers")');
    await page.getByText('42 letters sent.').first().waitFor({ timeout: 90_000 });
    const offers = letters.filter(({ to }) => /^maths@[\w-]+\.example$/.test(to));
    expect(new Set(offers.map(({ to }) => to)).size).toBe(42);
    expect(offers).toHaveLength(42);
    const [letter] = offers;
    expect(letter?.text).toContain('information-sheet.html');
    expect(letter?.text).toContain('work-group.ics');
    await page.click('.groups section.group a >> nth=0');
    await told('Offer of a place: Development Work Group 2024/25');
  });

  it('shows a school its own application, and nothing to whoever guesses', async () => {
    const cases = await desk.asOffice<{ reference: string; receipt: string; state: string }[]>('cases');
    const mine = cases.find(({ state }) => state === 'offered');
    const school = await (await browser.newContext()).newPage();
    await school.goto(mine?.receipt ?? '');
    await school.getByText('The hub has offered your school a place.').waitFor();
    const guesses = [
      `${(mine?.receipt ?? '').slice(0, -1)}_`,
      `${address}/desk/school/MH-00000-00000/${'x'.repeat(43)}`,
    ];
    const answers = await Promise.all(guesses.map((guess) => fetch(guess)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    const [wrong, absent] = await Promise.all(answers.map((answer) => answer.text()));
    expect(wrong).toBe(absent);
    await school.goto(mine?.receipt ?? '');
    await school.getByText('Your Work Group').waitFor();
    await school.click('text=Accept the place');
    await school.getByText('Your school has a place.').waitFor();
    await noAxe(school);
    await school.click('summary');
    await school.click('text=Withdraw it');
    await school.getByText('It has been withdrawn.').waitFor();
    // The hub hears of it by the reference alone.
    const told = letters.filter(
      ({ to, text }) =>
        to === OFFICE && text.includes('The school has') && text.includes(mine?.reference ?? ''),
    );
    expect(told.map(({ text }) => /The school has (\w+) it/.exec(text)?.[1])).toEqual([
      'accepted',
      'withdrawn',
    ]);
    // A forged change: of another school's application, by another's secret, and from another site's page.
    const theirs = cases.find(({ state, reference }) => state === 'offered' && reference !== mine?.reference);
    const secret = (mine?.receipt ?? '').split('/').at(-1);
    const forged = await fetch(`${address}/desk/school/${theirs?.reference}/${secret}/withdraw`, {
      method: 'POST',
    });
    expect(forged.status).toBe(404);
    expect(await stateOf(theirs?.reference)).toBe('offered');
    await school.context().close();
  });

  const stateOf = async (reference: string | undefined): Promise<string | undefined> =>
    (await desk.asOffice<{ reference: string; state: string }[]>('cases')).find(
      (each) => each.reference === reference,
    )?.state;

  it('exports safely, and erases one for good', async () => {
    await view('Applications');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=Export .csv')]);
    const csv = await readFile(await file.path(), 'utf8');
    expect(csv).toContain('"\'=cmd() asked by telephone');
    const [book] = await Promise.all([page.waitForEvent('download'), page.click('text=Export .xlsx')]);
    const sheet = new Map(
      Object.entries(unzipSync(new Uint8Array(await readFile(await book.path())))).map(([name, bytes]) => [
        name,
        Buffer.from(bytes).toString('utf8'),
      ]),
    );
    const text = [...sheet.values()].join('');
    // Leading zeros stay, and what begins like a formula is a text: no cell is a number or a formula.
    for (const held of [csv, text]) expect(held).toContain('0113 496 0100');
    expect(text).toContain('=cmd() asked by telephone');
    expect(sheet.get('xl/worksheets/sheet1.xml')).not.toMatch(/<f>|<c [^>]*t="n"/);
    await view('Personal data');
    await told('Applications are erased 400 days after they came.');
    await page.fill('#words', 'alder-field');
    await page.click('button:text-is("Search")');
    await told('1 application found');
    await page.check('main input[type=checkbox]');
    await page.click('button:has-text("Erase 1 chosen")');
    await page.click('dialog button:text-is("Erase")');
    await told('1 erased.');
    expect(await desk.asOffice<unknown[]>('cases')).toHaveLength(59);
    await view('Log');
    for (const words of [
      'erased',
      'export: 60 applications as csv',
      'state: new → offered',
      'letter sent: offer',
    ])
      await told(words);
    await noAxe(page);
    expect(faults).toEqual([]);
  });

  it('refuses another hub’s rows, forged changes, stale pages and a role that one has not', async () => {
    const [one] = await desk.asOffice<{ reference: string; state: string }[]>('cases');
    const reference = one?.reference ?? '';
    const url = `${address}/desk/api/hubs/wold-valley`;
    const stranger = await desk.signedIn(OTHER);
    const reader = await desk.signedIn(READER);
    const office = await desk.signedIn(OFFICE);
    const ask = (who: Signed, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      fetch(path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          cookie: who.cookie,
          'x-desk-token': who.token,
          'content-type': 'application/json',
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    const moves = { moves: [{ reference, from: one?.state, to: 'accepted' }] };
    const status = async (answer: Promise<Response>): Promise<number> => (await answer).status;
    expect(await status(ask(stranger, `${url}/cases`))).toBe(404);
    expect(await status(ask(stranger, `${address}/desk/api/hubs/other-hub/cases/${reference}`))).toBe(404);
    expect(await status(ask(stranger, `${address}/desk/api/hubs/other-hub/moves`, moves))).toBe(404);
    expect(
      await status(ask(stranger, `${address}/desk/api/hubs/other-hub/erase`, { references: [reference] })),
    ).toBe(404);
    expect(await status(ask(reader, `${url}/moves`, moves))).toBe(403);
    expect(await status(ask(reader, `${url}/erase`, { references: [reference] }))).toBe(403);
    expect(await status(ask(office, `${url}/moves`, moves, { 'x-desk-token': 'forged' }))).toBe(403);
    expect(await status(ask(office, `${url}/moves`, moves, { origin: 'https://evil.example' }))).toBe(403);
    expect(await status(ask(office, `${url}/moves`, moves, { 'sec-fetch-site': 'cross-site' }))).toBe(403);
    expect(await status(ask({ cookie: '', token: '' }, `${url}/cases`))).toBe(401);
    expect(
      await status(ask(office, `${url}/moves`, { moves: [{ reference, from: 'declined', to: 'accepted' }] })),
    ).toBe(409);
    expect(
      await status(ask(office, `${url}/moves`, { moves: [{ reference, from: one?.state, to: 'crowned' }] })),
    ).toBe(400);
    const after = await desk.asOffice<{ reference: string; state: string }[]>('cases');
    expect(after.find((each) => each.reference === reference)?.state).toBe(one?.state);
  });

  it('limits how often links are asked for, and tells nobody whose address is on a list', async () => {
    const answers = [];
    for (let time = 0; time < 7; time += 1)
      answers.push(
        await fetch(`${address}/desk/api/ask`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email: 'nobody@elsewhere.example' }),
        }),
      );
    expect(answers[0]?.status).toBe(202);
    expect(answers.at(-1)?.status).toBe(429);
    expect(letters.filter(({ to }) => to === 'nobody@elsewhere.example')).toEqual([]);
  });

  it('shows apart what came beyond a day’s number: released by keyboard with its mail, or erased', async () => {
    const ordinary = (await desk.asOffice<unknown[]>('cases')).length;
    const [first = '', second = '', third = ''] = await desk.flood(['Flood One', 'Flood Two', 'Flood Three']);
    await page.reload();
    await view('Applications');
    await told(`${ordinary} of ${ordinary} applications`);
    await told('3 more applications are set');
    await page.click('text=Look through them');
    await page.waitForSelector('h1:text-is("Set aside")');
    await told('3 applications set aside');
    expect(await page.locator('nav a[aria-current]').textContent()).toBe('Set aside (3)');
    await noAxe(page);

    // One, by keyboard; Escape changes nothing.
    const release = page.getByRole('button', { name: `Release Flood One, ${first}` });
    await release.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open] h2:text-is("Release Flood One?")');
    await noAxe(page);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog:not([open])', { state: 'attached' });
    expect(await release.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(letters.filter(({ text }) => text.includes(first))).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Enter');
    await told('1 application released. It is in your list now.');
    await told('2 applications set aside');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await expect
      .poll(() => letters.filter(({ to, text }) => to === OFFICE && text.includes(first)).length)
      .toBe(1);

    // One from its own page, where nothing else can be decided yet.
    await page.click('table.cases a:text-is("Flood Two")');
    await page.waitForSelector('.warn h2:text-is("Set aside")');
    expect(await page.locator('#state, #letter').count()).toBe(0);
    await page.click('.warn button:text-is("Release")');
    await page.click('dialog button:text-is("Release")');
    await page.waitForSelector('#state');

    // What is made up is erased, and nothing is left.
    await page.click('nav >> text=Set aside (1)');
    await page.waitForSelector('h1:text-is("Set aside")');
    await page.check('[aria-label="Choose all that are shown"]');
    await page.click('button:text-is("Erase 1 chosen")');
    // Who thinks again keeps the choice.
    await page.click('dialog button:text-is("Keep")');
    await page.click('button:text-is("Erase 1 chosen")');
    await page.click('dialog button:text-is("Erase")');
    await told('Nothing is set aside.');
    await noAxe(page);
    const cases = await desk.asOffice<{ reference: string; setAsideAt: string | null }[]>('cases');
    expect(cases).toHaveLength(ordinary + 2);
    expect(cases.filter(({ setAsideAt }) => setAsideAt !== null)).toEqual([]);
    expect(cases.map(({ reference }) => reference)).toEqual(expect.arrayContaining([first, second]));
    expect(cases.map(({ reference }) => reference)).not.toContain(third);
    expect(faults).toEqual([]);
  });
});
