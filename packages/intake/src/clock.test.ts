import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, databases, hub, logbook, post } from '../test/intake.js';
import type { Place } from '../test/intake.js';
import { createIntake } from './intake.js';
import type { Intake } from './intake.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe.each(databases)('a clock that leaps on $name', ({ newPlace }) => {
  const { entries, log } = logbook();
  const begun = Date.UTC(2026, 0, 1);
  let now = begun;
  let place: Place;
  let intake: Intake;
  const kept = async (): Promise<number> =>
    (await (await intake.ready).store.run((db) => db.selectFrom('applications').select('hub').execute()))
      .length;
  const send = async (name: string): Promise<number> =>
    (await intake.fetch(post(answering({ name })))).status;
  const at = async (moment: number): Promise<number> => {
    now = moment;
    await intake.work();
    return kept();
  };

  beforeAll(async () => {
    place = await newPlace();
    intake = createIntake({
      hubs: [{ ...hub, retentionDays: 30 }],
      store: place.location,
      onDemand: true,
      now: () => new Date(now),
      log,
    });
    await intake.ready;
  });
  afterAll(async () => {
    await intake.close();
    place.remove();
  });

  it('erases nothing, and takes applications again once it is set right', async () => {
    expect(await send('First')).toBe(201);
    // No look at the clock is known of yet, as after a restore.
    expect(await at(begun + 3_650 * DAY)).toBe(1);
    expect(await at(begun + 3_650 * DAY + HOUR)).toBe(1);
    expect(entries.filter(({ event }) => event === 'clock-leapt')).toHaveLength(2);
    expect(await at(begun + HOUR)).toBe(1);
    expect(await send('Second')).toBe(201);
    expect(entries.filter(({ event }) => event === 'clock-leapt')).toHaveLength(2);
  });

  it('is believed after a day, as after a long stop', async () => {
    expect(await at(begun + 40 * DAY)).toBe(2);
    expect(await at(begun + 40 * DAY + 23 * HOUR)).toBe(2);
    expect(await at(begun + 41 * DAY)).toBe(0);
  });
});
