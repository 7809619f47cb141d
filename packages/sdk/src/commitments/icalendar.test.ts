import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { loadEdition, type Edition } from '../programme/index.js';
import { toICalendar } from './icalendar.js';
import { planCommitments } from './index.js';

const sheet = await loadEdition('2020/21');
const stamp = '2020-06-01T09:00:00Z';

function read(file: string) {
  const events = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent');
  return events.map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      location: event.location,
      starts: event.startDate.toString(),
      ends: event.endDate.toString(),
      allDay: event.startDate.isDate,
      sequence: event.sequence,
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      transparency: String(component.getFirstPropertyValue('transp')),
    };
  });
}

const withMeeting = (date: string): Edition => ({
  ...sheet,
  calendar: {
    halfTerms: [{ id: 'autumn-1', starts: '2020-09-02', ends: '2020-10-23' }],
    events: [
      {
        id: 'one',
        kind: 'meeting',
        phase: 'development',
        date,
        title: 'Fractions; halves, thirds',
        place: 'Oak School, Hall',
      },
    ],
    source: [],
    basis: 'hub',
  },
});

describe('the calendar file, read by another program', () => {
  const events = read(toICalendar(planCommitments(sheet, 'development', { hub: 'Our Hub' }), { stamp }));

  it('has the meetings, the actions between them, the visits and the headteacher meetings', () => {
    expect(events).toHaveLength(6 + 5 + 3 + 3);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  it('leaves the calendar free on the last day to claim, which takes nobody’s time', () => {
    const calendar = { ...withMeeting('2020-09-24').calendar!, events: [] };
    const claims = [{ id: 'books', kind: 'claim', phase: 'development', date: '2021-07-16' }] as const;
    const plan = planCommitments({ ...sheet, calendar: { ...calendar, events: claims } }, 'development');
    const claim = read(toICalendar(plan, { stamp })).find(({ starts }) => starts === '2021-07-16');
    expect(claim).toMatchObject({ summary: 'Last day to claim', transparency: 'TRANSPARENT' });
  });

  it('says approximate, and leaves the calendar free, where no day is known', () => {
    for (const event of events) {
      expect(event.summary).toMatch(/\(approximate\)$/);
      expect(event.transparency).toBe('TRANSPARENT');
      expect(event.allDay).toBe(true);
      expect(event.ends > event.starts).toBe(true);
    }
  });

  it('cites the source in each event', () => {
    expect(events.every(({ description }) => /NCP 20-10|Information Sheet/.test(description))).toBe(true);
  });

  it('is folded and ended as RFC 5545 asks', () => {
    const file = toICalendar(planCommitments(sheet, 'development'), { stamp });
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('takes the half-term that the hub gives, its last day included', () => {
    const file = toICalendar(planCommitments(withMeeting('2020-11-12'), 'development'), { stamp });
    const first = read(file).find(({ uid }) => uid.includes('/meeting/1@'));
    expect(first).toMatchObject({ starts: '2020-09-02', ends: '2020-10-24' });
  });

  it('puts what the hub has set on its day, with its words intact', () => {
    const file = toICalendar(planCommitments(withMeeting('2020-09-24'), 'development'), { stamp });
    expect(read(file).find(({ uid }) => uid.includes('/meeting/1@'))).toMatchObject({
      summary: 'Fractions; halves, thirds 1 of 6',
      location: 'Oak School, Hall',
      starts: '2020-09-24',
      ends: '2020-09-25',
      transparency: 'OPAQUE',
    });
  });
});

describe('a second file', () => {
  const make = (date: string, at: string) =>
    read(toICalendar(planCommitments(withMeeting(date), 'development'), { stamp: at }));

  it('updates what the first one brought', () => {
    const [before, after] = [make('2020-09-24', stamp), make('2020-10-01', '2020-06-02T09:00:00Z')];
    expect(after.map(({ uid }) => uid).sort()).toEqual(before.map(({ uid }) => uid).sort());
    expect(Math.min(...after.map(({ sequence }) => sequence))).toBeGreaterThan(before[0]!.sequence);
    expect(after[0]!.stamp).toBe('2020-06-02T09:00:00Z');
  });

  it('is the same file for the same plan and stamp', () => {
    const file = () => toICalendar(planCommitments(sheet, 'development'), { stamp });
    expect(file()).toBe(file());
  });
});

describe('the stamp', () => {
  it.each(['2020-06-01', '2020-06-01T09:00:00', 'now', '2020-13-01T09:00:00Z'])('is not %s', (wrong) => {
    expect(() => toICalendar(planCommitments(sheet, 'development'), { stamp: wrong })).toThrow(/stamp.*UTC/);
  });
});
