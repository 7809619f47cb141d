import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { expect } from 'vitest';
import { exampleDesk, fillDesk, sampleApplications } from '../../scripts/lib/desk.mjs';
import { startIntake } from '../../packages/intake/dist/index.js';

export const OFFICE = 'office@wold-valley.example';
export const READER = 'reader@wold-valley.example';
export const OTHER = 'office@other.example';
export const BOTH = 'both@wold-valley.example';
const origin = 'https://hub.example';
const all = ['read', 'decide', 'erase'] as const;
/** As many as the sample has: what comes after it is more than a day brings. */
const SCHOOLS = 60;

/** A member of staff with a session of their own, outside the browser. */
export interface Signed {
  readonly cookie: string;
  readonly token: string;
}

export interface DeskService {
  readonly address: string;
  /** What the mail server has taken. */
  readonly letters: { to: string; text: string }[];
  linkFor(email: string): Promise<string>;
  signedIn(email: string): Promise<Signed>;
  /** Sends more than a day brings, which are set aside. @returns their references */
  flood(names: readonly string[]): Promise<string[]>;
  /** What the office may read, below the hub's own path. */
  asOffice<T>(path: string): Promise<T>;
  close(): Promise<void>;
}

/** A service with sixty invented schools' applications, a second hub without any, and a mail server on this machine. */
export async function startDeskService(): Promise<DeskService> {
  const folder = mkdtempSync(join(tmpdir(), 'maths-hubs-desk-'));
  const letters: DeskService['letters'] = [];
  const smtp = new SMTPServer({
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
  const hub = { ...example, edition: '2024/25', phases: ['readiness', 'development', 'embedding'] };
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const toMidday = 43_200_000 - (Date.now() % 86_400_000);
  const desk = exampleDesk({
    address,
    hub: hub.id,
    staff: [
      { email: OFFICE, roles: all },
      { email: READER, roles: ['read'] },
      { email: BOTH, roles: all },
    ],
    others: {
      'other-hub': [
        { email: OTHER, roles: all },
        { email: BOTH, roles: ['read'] },
      ],
    },
  });
  const service = await startIntake({
    hubs: [
      { ...hub, origins: [origin], retentionDays: 400, email: { to: OFFICE } },
      { ...hub, id: 'other-hub', name: 'Other Hub', origins: ['https://other.example'] },
    ],
    store: { folder: join(folder, 'store') },
    port,
    mail: { smtpUrl: `smtp://127.0.0.1:${mailPort}`, from: 'desk@wold-valley.example' },
    mount: desk.mount,
    limits: { burst: 1000, perHubDay: SCHOOLS },
    // Midday, so that no midnight comes between one application and the next.
    now: () => new Date(Date.now() + toMidday),
    log: () => undefined,
  });
  await fillDesk({ url: address, hub, origin, link: await desk.linkFor(OFFICE) });

  const signedIn = async (email: string): Promise<Signed> => {
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
  };
  let office: Promise<Signed> | null = null;
  return {
    address,
    letters,
    linkFor: (email) => desk.linkFor(email),
    signedIn,
    async flood(names) {
      const [sample] = await sampleApplications(hub);
      const references: string[] = [];
      for (const schoolName of names) {
        const answers = { ...sample?.answers, schoolName, urn: undefined };
        const response = await fetch(`${address}/applications`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin },
          body: JSON.stringify({ ...sample, answers }),
        });
        expect(response.status).toBe(201);
        references.push(((await response.json()) as { reference: string }).reference);
      }
      return references;
    },
    async asOffice<T>(path: string): Promise<T> {
      const { cookie } = await (office ??= signedIn(OFFICE));
      const answer = await fetch(`${address}/desk/api/hubs/wold-valley/${path}`, { headers: { cookie } });
      return (await answer.json()) as T;
    },
    async close() {
      await service.close();
      await new Promise<void>((closed) => smtp.close(() => closed()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Signs in by a link that was not mailed. */
export async function enterDesk(page: Page, link: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(link);
  await page.click('text=Sign in to the desk');
  await page.waitForSelector('h1:has-text("Applications")');
}

export async function goTo(page: Page, name: string): Promise<void> {
  await page.click(`nav >> text=${name}`);
  await page.waitForSelector(`h1:has-text("${name}")`);
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The page's own policy lets no strange script in, so axe comes by the debugger. */
export async function noAxe(page: Page): Promise<void> {
  await page.evaluate(await readFile(axe, 'utf8'));
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
  expect(violations).toEqual([]);
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
