import { extendEdition, loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hub, logbook, newFolder } from '../../test/intake.js';
import { createIntake } from '../intake.js';
import type { Intake } from '../intake.js';

const place = newFolder();
const { log } = logbook();
let intake: Intake;
let terms: Edition;

const ofHub = async (date: string): Promise<Edition> =>
  extendEdition(await loadEdition('2024/25'), {
    format: 'maths-hubs-overrides/1',
    schoolYear: '2024/25',
    hub: 'test-hub',
    version: date,
    sources: {
      own: { id: 'own', publisher: 'Test Hub', title: 'Our dates', date: '2024/25', url: null },
    },
    set: {
      calendar: {
        halfTerms: [],
        events: [
          { id: 'first', kind: 'meeting', phase: 'development', date, starts: '09:30', ends: '15:30' },
        ],
        source: ['own'],
      },
    },
  });

beforeAll(async () => {
  terms = await ofHub('2024-10-09');
  intake = createIntake({
    hubs: [{ id: hub.id, name: hub.name, origins: hub.origins, notice: hub.notice, edition: terms }],
    store: place.location,
    now: () => new Date('2024-09-01T08:00:00Z'),
    log,
  });
  await intake.ready;
});
afterAll(async () => {
  await intake.close();
  place.remove();
});

const get = (path: string): Promise<Response> => intake.fetch(new Request(`https://intake.example${path}`));

describe('a calendar to subscribe to', () => {
  it('holds the hub’s dates with their times, and keeps its entries’ identity when it is read again', async () => {
    const path = `/calendars/${hub.id}/development.ics`;
    const first = await get(path);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toBe('public, max-age=3600');
    const events = async (response: Response): Promise<ICAL.Event[]> =>
      new ICAL.Component(ICAL.parse(await response.text()) as unknown[] as never)
        .getAllSubcomponents('vevent')
        .map((each) => new ICAL.Event(each));
    const found = await events(first);
    const meeting = found.find(({ startDate }) => startDate.toString().startsWith('2024-10-09'));
    expect(meeting?.startDate.isDate).toBe(false);
    const again = await events(await get(path));
    expect(again.map(({ uid }) => uid)).toEqual(found.map(({ uid }) => uid));
    expect(new Set(again.map(({ uid }) => uid)).size).toBe(again.length);
  });

  it.each([
    '/calendars/nobody/development.ics',
    `/calendars/${hub.id}/nothing.ics`,
    `/calendars/${hub.id}/`,
    `/calendars/${hub.id}/..%2fdevelopment.ics`,
  ])('%s is not there', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});
