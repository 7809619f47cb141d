import fc from 'fast-check';
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { loadEdition, type CalendarEvent, type Edition } from '../programme/index.js';
import { calendarEvents, toICalendar } from './icalendar.js';
import { planCommitments } from './index.js';

const sheet = await loadEdition('2020/21');
const stamp = '2020-06-01T09:00:00Z';

/** The file as ical.js, Thunderbird's reader, sees it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      location: event.location,
      starts: event.startDate.toString(),
      ends: event.endDate.toString(),
      instant: event.startDate.toJSDate().toISOString(),
      allDay: event.startDate.isDate,
      sequence: event.sequence,
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      transparency: String(component.getFirstPropertyValue('transp')),
    };
  });
}

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: 'one',
  kind: 'meeting',
  phase: 'development',
  date: '2020-09-24',
  title: 'Fractions; halves, thirds',
  place: 'Oak School, Hall',
  ...more,
});

const withEvents = (...events: readonly CalendarEvent[]): Edition => ({
  ...sheet,
  hub: 'oak-hub',
  calendar: {
    halfTerms: [{ id: 'autumn-1', starts: '2020-09-02', ends: '2020-10-23' }],
    events,
    source: [],
    basis: 'hub',
  },
});

const make = (edition: Edition, options: Partial<Parameters<typeof toICalendar>[1]> = {}) =>
  read(toICalendar(planCommitments(edition, 'development'), { stamp, ...options }));

describe('the calendar file, read by another program', () => {
  it('has what has a day, with its times, by a clock in England', () => {
    const [summer, winter] = make(
      withEvents(
        event({ starts: '09:30', ends: '12:00' }),
        event({ id: 'two', date: '2020-11-19', starts: '13:15', title: 'Ratio' }),
      ),
      { reminders: false },
    );
    expect(summer).toMatchObject({
      summary: 'Fractions; halves, thirds',
      location: 'Oak School, Hall',
      starts: '2020-09-24T09:30:00',
      ends: '2020-09-24T12:00:00',
      instant: '2020-09-24T08:30:00.000Z',
      transparency: 'OPAQUE',
      allDay: false,
    });
    expect(winter).toMatchObject({ summary: 'Ratio', instant: '2020-11-19T13:15:00.000Z' });
  });

  it('leaves the calendar free for what has a day and no times, and for a last day to claim', () => {
    const events = make(
      withEvents(event(), event({ id: 'books', kind: 'claim', date: '2021-07-16', starts: '17:00' })),
      { reminders: false },
    );
    expect(events.map(({ transparency }) => transparency)).toEqual(['TRANSPARENT', 'TRANSPARENT']);
    expect(events[0]).toMatchObject({ allDay: true, starts: '2020-09-24', ends: '2020-09-25' });
  });

  it('has one reminder a half-term to ask for what has no day, and no banner over weeks', () => {
    const events = make(sheet);
    expect(events).toHaveLength(6);
    expect(new Set(events.map(({ starts }) => starts.slice(0, 7)))).toHaveLength(6);
    for (const each of events) {
      expect(each.summary).toMatch(/^Ask for the date of /);
      expect(each.transparency).toBe('TRANSPARENT');
      expect(Date.parse(each.ends) - Date.parse(each.starts)).toBe(86_400_000);
    }
    expect(events[2]?.summary).toContain('Work Group meeting 3 of 6');
    expect(events[0]?.description).toContain('- Visit to the school 1 of 3');
  });

  it('holds nothing of the past', () => {
    const late = make(withEvents(event(), event({ id: 'two', date: '2021-03-04' })), { from: '2021-03-01' });
    expect(late.length).toBeGreaterThan(1);
    for (const { starts } of late) expect(starts >= '2021-03-01').toBe(true);
    expect(make(sheet, { stamp: '2026-11-25T09:00:00Z' })).toEqual([]);
  });

  it('gives a hub’s own title no number', () => {
    for (const { summary } of make(withEvents(event({ title: 'Work Group meeting 1' })), {
      reminders: false,
    }))
      expect(summary).toBe('Work Group meeting 1');
  });

  it('is read alike by a second program', () => {
    const file = toICalendar(
      planCommitments(
        withEvents(event({ starts: '09:30', ends: '12:00' }), event({ id: 'two', date: '2020-11-19' })),
        'development',
      ),
      { stamp },
    );
    const one = read(file);
    const other = convertIcsCalendar(undefined, file).events ?? [];
    const seen = (uid: string, summary: string | undefined, day: string | undefined) =>
      `${uid} ${summary} ${day}`;
    expect(
      other.map(({ uid, summary, start }) => seen(uid, summary, start.date.toISOString().slice(0, 10))),
    ).toEqual(one.map(({ uid, summary, starts }) => seen(uid, summary, starts.slice(0, 10))));
  });

  it('is folded and ended as RFC 5545 asks, whatever a hub writes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        (title, place) => {
          const file = toICalendar(planCommitments(withEvents(event({ title, place })), 'development'), {
            stamp,
          });
          expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          const clean = title.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
          if (!/\p{Surrogate}/u.test(title))
            expect(read(file).some(({ summary }) => summary === clean)).toBe(true);
        },
      ),
    );
  });

  it('takes the half-term that the hub gives', () => {
    const days = make(withEvents(event({ date: '2020-11-12' }))).map(({ starts }) => starts);
    expect(days).toContain('2020-09-02');
  });

  it('cites the source in each dated event', () => {
    const cited: Edition = {
      ...withEvents(event()),
      calendar: { ...withEvents(event()).calendar!, source: ['nw3-ncp20-10'] },
    };
    expect(make(cited, { reminders: false })[0]?.description).toMatch(/NCP 20-10|Information Sheet/);
  });
});

describe('identity', () => {
  const uids = (edition: Edition, options = {}) => make(edition, options).map(({ uid }) => uid);

  it('is the same in a later file, which updates the first', () => {
    const before = make(withEvents(event()));
    const after = make(withEvents(event({ date: '2020-10-01' })), { stamp: '2020-06-02T09:00:00Z' });
    expect(after.map(({ uid }) => uid).sort()).toEqual(before.map(({ uid }) => uid).sort());
    expect(Math.min(...after.map(({ sequence }) => sequence))).toBeGreaterThan(before[0]!.sequence);
    expect(after[0]!.stamp).toBe('2020-06-02T09:00:00Z');
  });

  it('holds hub, year and phase, and the school where it is known: no two plans share one', () => {
    const one = uids(withEvents(event()));
    expect(one[0]).toMatch(/^2020-21\/development\/.*\.oak-hub@/);
    const others = [
      uids({ ...withEvents(event()), hub: 'elm-hub' }),
      uids(withEvents(event()), { school: '900001' }),
      uids(sheet),
    ];
    const all = [one, ...others].flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it('is the same file for the same plan and stamp', () => {
    const file = () => toICalendar(planCommitments(sheet, 'development'), { stamp });
    expect(file()).toBe(file());
    expect(calendarEvents(planCommitments(sheet, 'development'), { stamp })).toHaveLength(6);
  });
});

describe('what it is given', () => {
  it.each(['2020-06-01', '2020-06-01T09:00:00', 'now', '2020-13-01T09:00:00Z'])(
    'is no stamp: %s',
    (wrong) => {
      expect(() => toICalendar(planCommitments(sheet, 'development'), { stamp: wrong })).toThrow(
        /stamp.*UTC/,
      );
    },
  );

  it('is no day', () => {
    expect(() => toICalendar(planCommitments(sheet, 'development'), { stamp, from: 'today' })).toThrow(
      /ISO day/,
    );
  });
});
