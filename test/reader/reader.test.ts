/** What a screen reader says, in the words that a person hears. `WRITE_TRANSCRIPTS=1` keeps them beside each widget's criteria. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveExamples, type ServedExamples } from '../../scripts/lib/serve.mjs';
import { OFFICE, startDeskService, type DeskService } from '../e2e/desk-service.js';
import { missing, openWithReader, type ScreenReader } from './screen-reader.js';

let site: ServedExamples;
beforeAll(async () => {
  if (missing.length > 0)
    throw new Error(`Not installed: ${missing.join(', ')}. See .ci/run for the packages.`);
  site = await serveExamples();
});
afterAll(() => site.close());

/** A page of one widget, opened with the reader. */
async function listen(
  widget: string,
  body: string,
  run: (reader: ScreenReader) => Promise<void>,
): Promise<void> {
  const page = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>A hub’s page</title>
    <script type="module" src="${site.address}/embed/embed.js"></script><h1>A hub’s page</h1>
    <mh-settings today="2025-01-15" resolver="none">${body}</mh-settings>`;
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
  );
  await new Promise<void>((next) => server.listen(0, '127.0.0.1', () => next()));
  const reader = await openWithReader(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  try {
    await run(reader);
    if (process.env['WRITE_TRANSCRIPTS'] === '1') {
      const to = new URL(`../../packages/components/src/${widget}/screen-reader.md`, import.meta.url);
      writeFileSync(
        fileURLToPath(to),
        `# What a screen reader says: <${'mh-' + widget}>\n\nOrca with Firefox. \`>\` is what was pressed; the lines below it are what was said. Made by \`test/reader\`.\n\n\`\`\`text\n${reader.transcript()}\`\`\`\n`,
      );
    }
  } catch (error) {
    console.error(reader.transcript());
    throw error;
  } finally {
    await reader.close();
    server.close();
  }
}

/** The desk with sixty applications and a plan, opened by a link that signs in. */
async function listenToDesk(run: (reader: ScreenReader) => Promise<void>): Promise<void> {
  const desk = await startDeskService();
  try {
    await keepPlan(desk);
    const reader = await openWithReader(await desk.linkFor(OFFICE));
    try {
      await run(reader);
    } catch (error) {
      console.error(reader.transcript());
      throw error;
    } finally {
      await reader.close();
    }
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

/** How often something was said. */
const times = (said: readonly string[], words: string): number =>
  said.filter((each) => each.includes(words)).length;

describe('a screen reader hears', () => {
  it('each question of the checker once, its group, and the verdict', () =>
    listen(
      'eligibility-checker',
      '<mh-eligibility-checker edition="2024/25"></mh-eligibility-checker>',
      async (reader) => {
        const first = await reader.press('Tab');
        expect(times(first, 'What kind of school is it? panel')).toBe(1);
        expect(times(first, 'Infant, junior, first or primary school push button')).toBe(1);
        const second = await reader.press('Return');
        expect(times(second, 'Has your school taken part in Teaching for Mastery before?')).toBe(1);
        const third = await reader.press('Tab', 'Return');
        expect(times(third, 'two teachers')).toBeGreaterThan(0);
        const fourth = await reader.press('Tab', 'Return');
        expect(times(fourth, 'Are any of these true')).toBeGreaterThan(0);
      },
    ));

  it('what the finder suggests, the count, and the answer once', () =>
    listen('find-a-hub', '<mh-find-a-hub show="field"></mh-find-a-hub>', async (reader) => {
      await reader.press('Tab');
      await reader.press({ type: 'oadby' });
      const suggested = await reader.press('Down');
      expect(times(suggested, 'Oadby')).toBeGreaterThan(0);
      const answer = await reader.press('Return');
      expect(times(answer, 'Your hub is East Midlands South Maths Hub heading level 3')).toBe(1);
    }));

  it('what is missing in the form, and where', () =>
    listen(
      'apply-form',
      '<mh-apply-form edition="2024/25" hub="east-midlands-south" mailto="office@example.org"></mh-apply-form>',
      async (reader) => {
        const field = await reader.press('Tab');
        expect(field.join(' ')).toMatch(/school/i);
        const held = await reader.press('Return');
        expect(held.join(' ')).toMatch(/problem/i);
        const led = await reader.press('Tab', 'Return');
        expect(led.join(' ')).toMatch(/invalid|required|school/i);
      },
    ));

  it('the new sum of the calculator, once', () =>
    listen(
      'funding-calculator',
      '<mh-funding-calculator edition="2020/21" phase="development"></mh-funding-calculator>',
      async (reader) => {
        await reader.press('Tab');
        await reader.press('Tab');
        await reader.press({ type: '100' });
        const sum = await reader.press('Tab');
        expect(sum.join(' ')).toMatch(/£/);
      },
    ));

  it('that a phase of the journey opens, and closes', () =>
    listen('journey-map', '<mh-journey-map edition="2020/21"></mh-journey-map>', async (reader) => {
      let said: string[] = [];
      for (let presses = 0; presses < 8 && !said.join(' ').includes('collapsed'); presses += 1)
        said = await reader.press('Tab');
      expect(said.join(' ')).toMatch(/collapsed/);
      expect((await reader.press('Return')).join(' ')).toContain('expanded');
      expect((await reader.press('Return')).join(' ')).toContain('collapsed');
    }));

  it('at the desk: where one is, which school a field moves, and what the move does to the groups', () =>
    listenToDesk(async (reader) => {
      await reader.press('Tab');
      const entered = await reader.press('Return');
      expect(entered.join(' ')).toContain('Applications heading level 1');
      let said: string[] = [];
      const until = async (words: string, key: string): Promise<void> => {
        for (let presses = 0; presses < 8 && !said.join(' ').includes(words); presses += 1)
          said = await reader.press(key);
        expect(said.join(' ')).toContain(words);
      };
      // Back over the bar of the page: Sign out, Log, Personal data, Work Groups.
      await until('Work Groups link', 'Shift+Tab');
      said = await reader.press('Return');
      expect(said.join(' ')).toContain('Work Groups heading level 1');
      // Past what the groups are formed by and kept under, to the first school.
      await reader.press(...Array<string>(13).fill('Tab'));
      await until('Move', 'Tab');
      const moved = await reader.press('Down');
      expect(moved.join(' ')).toContain('CD.');
      expect(moved.join(' ')).toMatch(/8 schools; it needs 6 or 7/);
    }));
});
