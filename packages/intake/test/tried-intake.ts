import { FIELDS } from '@maths-hubs/sdk/applications';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { createIntake } from '../src/intake.js';
import type { Intake } from '../src/intake.js';
import { hub, logbook, newFolder, otherHub } from './intake.js';

/** What applications of tests say of a person, and addresses that requests come from. */
const PERSONAL = ['Teacher', 'Hill Top', 'school.example', 'wrong.address', '123456', 'LE1', '203.0.113.77'];

/** An intake of two hubs for the tests of a file, each on a day of its own. Whatever they do, its log names nobody. */
export function triedIntake() {
  const { entries, log } = logbook();
  const place = newFolder();
  const clock = { now: Date.parse('2099-01-01T10:00:00Z') };
  let intake: Intake;
  beforeAll(async () => {
    intake = createIntake({
      hubs: [
        { ...hub, fields: Object.fromEntries(FIELDS.map(({ id }) => [id, { purpose: 'To test it.' }])) },
        otherHub,
      ],
      store: place.location,
      now: () => new Date(clock.now),
      log,
      trustProxy: 1,
      limits: { bodySeconds: 1, burst: 20 },
    });
    await intake.ready;
  });
  afterAll(async () => {
    await intake.close();
    place.remove();
    const lines = JSON.stringify(entries);
    expect(PERSONAL.filter((word) => lines.includes(word))).toEqual([]);
  });
  beforeEach(() => {
    clock.now += 48 * 3_600_000;
  });
  return {
    clock,
    entries,
    parts: () => intake.ready,
    async send(request: Request, address = `192.0.2.${clock.now % 251}`) {
      const response = await intake.fetch(request, { address });
      const text = await response.text();
      const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
      return { status: response.status, headers: response.headers, text, json };
    },
    /** How many applications are stored. */
    async stored(): Promise<number> {
      const { store } = await intake.ready;
      const { count } = await store.run((db) =>
        db
          .selectFrom('applications')
          .select((eb) => eb.fn.countAll().as('count'))
          .executeTakeFirstOrThrow(),
      );
      return Number(count);
    },
  };
}
