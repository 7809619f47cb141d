import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../scripts/lib/browsers.mjs';
import { exampleDesk, fillDesk } from '../../scripts/lib/desk.mjs';
import { startIntake, type RunningIntake } from '../../packages/intake/dist/index.js';

const OFFICE = 'office@wold-valley.example';
const READER = 'reader@wold-valley.example';
const OTHER = 'office@other.example';
const origin = 'https://hub.example';
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

describe('a whole autumn at the desk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'maths-hubs-desk-'));
  const letters: { to: string; text: string }[] = [];
  let smtp: SMTPServer;
  let service: RunningIntake;
  let desk: ReturnType<typeof exampleDesk>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let address = '';
  const faults: string[] = [];

  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        let text = '';
        stream.on('data', (piece) => (text += piece));
        stream.on('end', () => {
          letters.push({ to: session.envelope.rcptTo.map((each) => each.address).join(), text });
          done();
        });
      },
    });
    const mailPort = await freePort();
    await new Promise<void>((ready) => smtp.listen(mailPort, '127.0.0.1', () => ready()));
    const example = JSON.parse(
      await readFile(fileURLToPath(new URL('../../examples/hub-site/intake.json', import.meta.url)), 'utf8'),
    );
    const hub = { ...example, edition: '2024/25', phases: ['readiness', 'development'] };
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    desk = exampleDesk({
      address,
      hub: hub.id,
      staff: [
        { email: OFFICE, roles: ['read', 'decide', 'erase'] },
        { email: READER, roles: ['read'] },
      ],
      others: { 'other-hub': [{ email: OTHER, roles: ['read', 'decide', 'erase'] }] },
    });
    service = await startIntake({
      hubs: [
        { ...hub, origins: [origin], retentionDays: 400 },
        { ...hub, id: 'other-hub', name: 'Other Hub', origins: ['https://other.example'] },
      ],
      store: { folder: join(folder, 'store') },
      port,
      mail: { smtpUrl: `smtp://127.0.0.1:${mailPort}`, from: 'desk@wold-valley.example' },
      mount: desk.mount,
      limits: { burst: 1000 },
      log: () => undefined,
    });
    await fillDesk({ url: address, hub, origin, link: await desk.linkFor(OFFICE) });
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => faults.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
    await new Promise<void>((closed) => smtp.close(() => closed()));
    rmSync(folder, { recursive: true, force: true });
  });

  const view = async (name: string): Promise<void> => {
    await page.click(`nav >> text=${name}`);
    await page.waitForSelector(`h1:has-text("${name}")`);
  };
  const told = (text: string | RegExp) => page.getByText(text).first().waitFor();

  it('signs in by a link from the mail, once', async () => {
    await page.goto(`${address}/desk/`);
    await page.fill('#email', OFFICE);
    await page.click('text=Send me a link');
    await told('Look in your inbox');
    const mail = letters.pop();
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
    expect(await page.locator('table.cases tbody tr').count()).toBe(54);
    await page.fill('#search', 'alder field');
    await told('1 of 54 applications');
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
    await told('10 of 54 applications');
    await page.check('[aria-label="Choose all that are shown"]');
    await page.selectOption('#bulk', 'in talks');
    await page.click('button:text-is("Move")');
    await told('10 applications moved.');
    await page.selectOption('#filter-phase', '');
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
    letters.length = 0;
    await page.click('button:has-text("Send 42 offers")');
    await page.getByText('42 letters sent.').first().waitFor({ timeout: 90_000 });
    expect(letters).toHaveLength(42);
    const [letter] = letters;
    expect(letter?.to).toMatch(/^maths@[\w-]+\.example$/);
    expect(letter?.text).toContain('information-sheet.html');
    expect(letter?.text).toContain('work-group.ics');
    await page.click('.groups section.group a >> nth=0');
    await told('Offer of a place: Development Work Group 2024/25');
  });

  it('shows a school its own application, and nothing to whoever guesses', async () => {
    const cases = await asOffice<{ reference: string; receipt: string; state: string }[]>('cases');
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
    await school.click('summary');
    await school.click('text=Withdraw it');
    await school.getByText('It has been withdrawn.').waitFor();
    await school.context().close();
  });

  it('exports safely, and erases one for good', async () => {
    await view('Applications');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=Export .csv')]);
    const csv = await readFile(await file.path(), 'utf8');
    expect(csv).toContain('"\'=cmd() asked by telephone');
    const [book] = await Promise.all([page.waitForEvent('download'), page.click('text=Export .xlsx')]);
    expect((await readFile(await book.path())).subarray(0, 2).toString()).toBe('PK');
    await view('Personal data');
    await told('Applications are erased 400 days after they came.');
    await page.fill('#words', 'alder-field');
    await page.click('button:text-is("Search")');
    await told('1 application found');
    await page.check('main input[type=checkbox]');
    await page.click('button:has-text("Erase 1 chosen")');
    await page.click('dialog button:text-is("Erase")');
    await told('1 erased.');
    expect(await asOffice<unknown[]>('cases')).toHaveLength(53);
    await view('Log');
    for (const words of [
      'erased',
      'export: 54 applications as csv',
      'state: new → offered',
      'letter sent: offer',
    ])
      await told(words);
    await noAxe(page);
    expect(faults).toEqual([]);
  });

  it('refuses another hub’s rows, forged changes, stale pages and a role that one has not', async () => {
    const [one] = await asOffice<{ reference: string; state: string }[]>('cases');
    const reference = one?.reference ?? '';
    const url = `${address}/desk/api/hubs/wold-valley`;
    const stranger = await signedIn(OTHER);
    const reader = await signedIn(READER);
    const office = await signedIn(OFFICE);
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
    const after = await asOffice<{ reference: string; state: string }[]>('cases');
    expect(after.find((each) => each.reference === reference)?.state).toBe(one?.state);
  });

  it('limits how often links are asked for, and tells nobody whose address is on a list', async () => {
    const before = letters.length;
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
    expect(letters.length).toBe(before);
  });

  interface Signed {
    readonly cookie: string;
    readonly token: string;
  }

  async function signedIn(email: string): Promise<Signed> {
    const link = (await desk.linkFor(email)).split('#enter=')[1];
    const entered = await fetch(`${address}/desk/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ link }),
    });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
    const me = (await (await fetch(`${address}/desk/api/me`, { headers: { cookie } })).json()) as {
      token: string;
    };
    return { cookie, token: me.token };
  }

  async function asOffice<T>(path: string): Promise<T> {
    const { cookie } = await signedIn(OFFICE);
    return (await (
      await fetch(`${address}/desk/api/hubs/wold-valley/${path}`, { headers: { cookie } })
    ).json()) as T;
  }
});

/** The page's own policy lets no strange script in, so axe comes by the debugger. */
async function noAxe(page: Page): Promise<void> {
  await page.evaluate(await readFile(axe, 'utf8'));
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
  expect(violations).toEqual([]);
}
