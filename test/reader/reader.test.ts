/** What a screen reader says, in the words that a person hears. `WRITE_TRANSCRIPTS=1` keeps it beside each widget's criteria. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveExamples, type ServedExamples } from '../../scripts/lib/serve.mjs';
import { OFFICE, startDeskService, type DeskService } from '../e2e/desk-service.js';
import { SCENARIOS, type Listener, type Scenario } from './scenarios.js';
import { missing, startReader, type ScreenReader } from './screen-reader.js';
import { keepTranscripts, keptTranscript } from './transcripts.js';

/** How long words may take after the press that leads to them, in milliseconds. */
const LATEST = 40_000;
const writes = process.env['WRITE_TRANSCRIPTS'] === '1';
const heard = new Map<Scenario, string>();
/** One for all scenarios; another after one that went wrong. */
let reader: ScreenReader | undefined;
let site: ServedExamples;
let pages: Server;
let address: string;

beforeAll(async () => {
  if (missing.length > 0)
    throw new Error(`Not installed: ${missing.join(', ')}. See .ci/run for the packages.`);
  site = await serveExamples();
  pages = createServer(({ method, url }, response) => {
    if (method === 'POST')
      return response
        .writeHead(201, { 'content-type': 'application/json' })
        .end(JSON.stringify({ reference: 'MH-11111-22222', receivedAt: '2025-01-15T10:00:00.000Z' }));
    return response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(pageOf(SCENARIOS[Number(url?.slice(1))]?.html ?? ''));
  });
  await new Promise<void>((next) => pages.listen(0, '127.0.0.1', () => next()));
  address = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await reader?.close();
  await site.close();
  pages.closeAllConnections();
  pages.close();
  if (writes) keepTranscripts(heard);
});

/** A hub's page with one widget. */
const pageOf = (body: string): string =>
  `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>A hub’s page</title>
  <script type="module" src="${site.address}/embed/embed.js"></script><h1>A hub’s page</h1>
  <mh-settings today="2025-01-15" resolver="none">${body}</mh-settings>`;

/** How often something was said. */
const times = (said: readonly string[], words: string): number =>
  said.filter((each) => each.includes(words)).length;

/** Opens a page, does what the scenario does, and compares with what was kept. */
async function listen(scenario: Scenario, at: string): Promise<void> {
  const words: string[] = [];
  let said: readonly string[] = [];
  try {
    const session = (reader ??= await startReader());
    await session.open(at);
    const hears: Listener['hears'] = async (wanted, often) => {
      words.push(wanted);
      // On a busy machine a pause is no end: what is late is waited for.
      for (const end = Date.now() + LATEST; times(said, wanted) < (often ?? 1) && Date.now() < end;)
        said = await session.listen();
      if (often === undefined) expect(said.join('\n')).toContain(wanted);
      else expect(times(said, wanted), `“${wanted}” in:\n${said.join('\n')}`).toBe(often);
    };
    const press: Listener['press'] = async (...keys) => {
      said = await session.press(...keys);
    };
    const pressUntil: Listener['pressUntil'] = async (key, wanted, most = 8) => {
      let presses = 0;
      do await press(key);
      while (times(said, wanted) === 0 && (presses += 1) < most);
      await hears(wanted);
    };
    await scenario.run({ press, pressUntil, hears });
    heard.set(scenario, session.transcript());
    if (writes) return;
    const kept = keptTranscript(scenario);
    expect(kept, 'Keep the transcript with WRITE_TRANSCRIPTS=1').toBeDefined();
    expect(words.filter((each) => !kept?.includes(each))).toEqual([]);
  } catch (error) {
    console.error(reader?.transcript());
    await reader?.close();
    reader = undefined;
    throw error;
  }
}

/** The desk with sixty applications and a plan, opened by a link that signs in. */
async function listenToDesk(scenario: Scenario): Promise<void> {
  const desk = await startDeskService();
  try {
    await keepPlan(desk);
    await listen(scenario, await desk.linkFor(OFFICE));
  } finally {
    await desk.close();
  }
}
/** Keeps groups of seven in the order that the schools applied in: which they are does not matter here. */
async function keepPlan(desk: DeskService): Promise<void> {
  const { cookie, token } = await desk.signedIn(OFFICE);
  const cases = await desk.asOffice<{ reference: string; answers: { phase: string } }[]>('cases');
  const kept = await desk.asOffice<{ specialists: { id: string }[] }>('desk');
  const schools = cases.filter(({ answers }) => answers.phase === 'development');
  const groups = kept.specialists.map(({ id }, index) => ({
    specialist: id,
    number: 1,
    schools: schools.slice(index * 7, index * 7 + 7).map(({ reference }) => reference),
    dates: [],
  }));
  const answer = await fetch(`${desk.address}/desk/api/hubs/wold-valley/desk`, {
    method: 'PUT',
    headers: { cookie, 'x-desk-token': token, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...kept,
      plans: [{ name: 'Plan A', phase: 'development', groups }],
      chosen: 'Plan A',
    }),
  });
  expect(answer.status).toBe(200);
}

describe('a screen reader hears', () => {
  for (const [index, scenario] of SCENARIOS.entries())
    it(`${scenario.of}: ${scenario.name}`, () =>
      scenario.html === undefined ? listenToDesk(scenario) : listen(scenario, `${address}/${index}`));
});
