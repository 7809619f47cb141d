import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quantity } from '../evidence/index.js';
import {
  loadEdition,
  PhaseNotFoundError,
  type CalendarEvent,
  type Edition,
  type Frequency,
  type HalfTerm,
  type Terms,
} from '../programme/index.js';
import {
  HALF_TERMS,
  journeyFrom,
  planCommitments,
  type PlanItem,
  type PlanKind,
  type PlanYear,
} from './index.js';

const sheet = await loadEdition('2020/21');
const recent = await loadEdition('2024/25');

const halfTerms: HalfTerm[] = [
  { id: 'autumn-1', starts: '2020-09-02', ends: '2020-10-23' },
  { id: 'autumn-2', starts: '2020-11-02', ends: '2020-12-18' },
  { id: 'spring-1', starts: '2021-01-04', ends: '2021-02-12' },
  { id: 'spring-2', starts: '2021-02-22', ends: '2021-04-01' },
  { id: 'summer-1', starts: '2021-04-19', ends: '2021-05-28' },
  { id: 'summer-2', starts: '2021-06-07', ends: '2021-07-21' },
];

function withTerms(edition: Edition, phaseId: string, terms: Partial<Terms>): Edition {
  return {
    ...edition,
    phases: edition.phases.map((phase) =>
      phase.id === phaseId ? { ...phase, terms: { ...phase.terms, ...terms } } : phase,
    ),
  };
}

function withEvents(edition: Edition, events: readonly Omit<CalendarEvent, 'id' | 'phase'>[]): Edition {
  return {
    ...edition,
    calendar: {
      halfTerms,
      events: events.map((event, index) => ({ ...event, id: `e${index}`, phase: 'development' })),
      source: ['our-hub'],
      basis: 'hub',
    },
  };
}

function stated<T>(value: T) {
  return { value, source: ['nw3-ncp20-10'], basis: 'stated' } as const;
}

const firstYear = (edition: Edition, phase = 'development'): PlanYear =>
  planCommitments(edition, phase).years[0]!;
const ofKind = ({ items }: PlanYear, kind: PlanKind): PlanItem[] =>
  items.filter((item) => item.kind === kind);

describe("the information sheet's year, 2020/21", () => {
  const year = firstYear(sheet);

  it('has a Work Group meeting in each of the six half-terms, as stated', () => {
    const meetings = ofKind(year, 'meeting');
    expect(meetings.map(({ halfTerm }) => halfTerm)).toEqual(HALF_TERMS);
    expect(meetings.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6].map((n) => ({ n, of: 6 })));
    expect(new Set(meetings.map(({ basis }) => basis))).toEqual(new Set(['stated']));
  });

  it('has agreed actions in each of the five gaps between them, placed by us', () => {
    const actions = ofKind(year, 'between-meetings');
    expect(actions.map(({ halfTerm }) => halfTerm)).toEqual(HALF_TERMS.slice(0, 5));
    expect(actions.every(({ basis, detail }) => basis === 'derived' && detail)).toBe(true);
  });

  it.each(['visit', 'headteacher-meeting'] as const)('has a %s in each term', (kind) => {
    const items = ofKind(year, kind);
    expect(items.map(({ term }) => term)).toEqual(['autumn', 'spring', 'summer']);
    expect(items.every(({ halfTerm, date }) => halfTerm === null && date === null)).toBe(true);
  });

  it('releases two teachers for three days each: six teacher-days', () => {
    expect(ofKind(year, 'release')[0]?.count).toEqual({ min: 3, max: 3, unit: 'day', per: 'teacher' });
    expect(year.totals.teacherDays.value).toEqual({ min: 6, max: 6, unit: 'day', per: 'school' });
    expect(year.totals.meetings.value?.min).toBe(6);
    expect(year.totals.visits.value?.min).toBe(3);
    expect(year.totals.headteacherMeetings.value?.min).toBe(3);
  });

  it("does not make half-days of the headteacher's meetings, whose length no source gives", () => {
    expect(year.totals.headteacherHalfDays.value).toBeNull();
    expect(year.totals.headteacherHalfDays.note).toMatch(/how long/);
  });

  it('keeps the promises of the school and of its headteacher, each with its source', () => {
    const promises = ofKind(year, 'promise');
    expect(promises.filter(({ who }) => who === 'school')).toHaveLength(3);
    expect(promises.filter(({ who }) => who === 'headteacher')).toHaveLength(2);
    expect(year.items.every(({ source }) => source.length > 0)).toBe(true);
  });

  it('asks the hub for the last day to claim textbooks', () => {
    expect(year.unknowns.map(({ kind }) => kind)).toEqual(['claim']);
  });

  it('cites only sources that it carries', () => {
    const plan = planCommitments(sheet, 'development');
    for (const id of plan.years.flatMap(({ items }) => items.flatMap(({ source }) => source)))
      expect(plan.sources).toHaveProperty([id]);
  });
});

describe('the three years', () => {
  it('are Development, Embedding and Sustaining, a year each', () => {
    const years = planCommitments(sheet, 'development').years;
    expect(years.map(({ phase, schoolYear }) => [phase, schoolYear])).toEqual([
      ['development', '2020/21'],
      ['embedding', '2021/22'],
      ['sustaining', '2022/23'],
    ]);
  });

  it('leave later terms unknown rather than carry them forward', () => {
    const [, embedding, sustaining] = planCommitments(sheet, 'development').years;
    for (const year of [embedding, sustaining]) {
      expect(year?.items).toEqual([]);
      expect(year?.missing).toMatch(/none are carried forward.*Ask your hub/);
      expect(year?.totals.meetings.value).toBeNull();
      expect(year?.unknowns.map(({ kind }) => kind)).toContain('meeting');
    }
  });

  it("take a later year's terms from that year's own edition", async () => {
    const later = withTerms({ ...sheet, schoolYear: '2022/23' }, 'sustaining', {
      meetings: stated(count(4)),
    });
    const years = planCommitments(sheet, 'development', { editions: { '2022/23': later } }).years;
    expect(years[1]?.missing).not.toBeNull();
    expect(years[2]?.missing).toBeNull();
    expect(ofKind(years[2]!, 'meeting')[0]?.count?.min).toBe(4);
  });

  it('know no terms for a start in a year without an edition', () => {
    const [first] = planCommitments(sheet, 'development', { from: '2021/22' }).years;
    expect(first).toMatchObject({ schoolYear: '2021/22', items: [] });
    expect(first?.missing).toMatch(/2021\/22/);
  });

  it('take as many years as a phase lasts, and no year after a phase of unknown length', () => {
    const years = (max: number | null) =>
      journeyFrom(
        withTerms(sheet, 'development', {
          duration: stated<Quantity>({ min: 2, max, unit: 'year' }),
        }),
        'development',
      ).map(({ phase, schoolYear, yearOfPhase }) => [phase, schoolYear, yearOfPhase]);
    expect(years(2).slice(0, 3)).toEqual([
      ['development', '2020/21', 1],
      ['development', '2021/22', 2],
      ['embedding', '2022/23', 1],
    ]);
    expect(years(3).slice(0, 2)).toEqual([
      ['development', '2020/21', 1],
      ['embedding', null, 1],
    ]);
  });

  it('come to an end when phases lead back to themselves', () => {
    const looped = withTerms({ ...sheet, transitions: [] }, 'sustaining', { next: stated(['development']) });
    expect(journeyFrom(looped, 'development')).toHaveLength(3);
  });

  it('start from a phase that is there', () => {
    // @ts-expect-error That year has no such phase.
    expect(() => planCommitments(sheet, 'mastery')).toThrow(PhaseNotFoundError);
  });
});

describe('2024/25, with its unknowns', () => {
  const year = firstYear(recent);

  it('places meetings and visits by the rhythm that is stated', () => {
    expect(ofKind(year, 'meeting')).toHaveLength(6);
    expect(ofKind(year, 'visit')).toHaveLength(3);
    expect(year.totals.meetings).toMatchObject({ value: { min: 6, max: 6 }, basis: 'derived' });
  });

  it('says that a number was worked out where only the rhythm is stated', () => {
    const every = (kind: PlanKind) =>
      new Set(ofKind(year, kind).map(({ basis, note }) => `${basis}: ${note}`));
    expect([...every('meeting')]).toEqual([
      'derived: Worked out from “every half-term”: 6 in a school year.',
    ]);
    expect([...every('visit')]).toEqual(['derived: Worked out from “every term”: 3 in a school year.']);
    expect(year.totals.visits).toMatchObject({
      basis: 'derived',
      note: 'Worked out from “every term”: 3 in a school year.',
    });
    expect(ofKind(firstYear(sheet), 'meeting').every(({ note }) => note === null)).toBe(true);
  });

  it('does not know the release, nor the headteacher’s part', () => {
    expect(year.totals.teacherDays.value).toBeNull();
    expect(year.unknowns.map(({ kind }) => kind)).toEqual(['headteacher-meeting', 'release']);
  });

  it('has the headteacher at the first workshop of Readiness, at a time that is not known', () => {
    const [workshop] = ofKind(firstYear(recent, 'readiness'), 'first-workshop');
    expect(workshop).toMatchObject({ who: 'headteacher', term: null, date: null, basis: 'stated' });
    expect(workshop?.source).toEqual(['ems-readiness-2024']);
  });

  it('asks how many where no number is stated', () => {
    const readiness = firstYear(recent, 'readiness');
    const [meeting, ...others] = ofKind(readiness, 'meeting');
    expect(readiness.unknowns.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['meeting', 'visit']));
    expect(others).toEqual([]);
    expect(meeting).toMatchObject({ number: null, count: null, halfTerm: null });
  });
});

describe('a count without a rhythm', () => {
  it('stands at some time in the year', () => {
    const [meetings, ...others] = ofKind(firstYear(sheet, 'sustaining'), 'meeting');
    expect(others).toEqual([]);
    expect(meetings).toMatchObject({ term: null, halfTerm: null, count: { min: 6 }, basis: 'stated' });
  });

  it('is not spread over half-terms when it is against the rhythm', () => {
    const edition = withTerms(sheet, 'development', { meetings: stated(count(5)) });
    expect(ofKind(firstYear(edition), 'meeting')).toHaveLength(1);
  });
});

describe('last days to claim', () => {
  it('stand on their day, also after the school year', async () => {
    const [claim] = ofKind(firstYear(await loadEdition('2017/18')), 'claim');
    expect(claim).toMatchObject({ date: '2018-12-31', halfTerm: null, basis: 'stated', side: 'receives' });
  });
});

describe("a hub's calendar", () => {
  const dated = withEvents(sheet, [
    { kind: 'meeting', date: '2020-09-24', place: 'Oak School' },
    { kind: 'meeting', date: '2021-03-10', title: 'Workshop on variation' },
    { kind: 'visit', date: '2020-11-19' },
    { kind: 'first-workshop', date: '2020-09-24' },
    { kind: 'other', date: '2020-09-10', title: 'Launch' },
  ]);
  const year = firstYear(dated);

  it('puts a meeting on its day, in the place that the rhythm had for it', () => {
    const meetings = ofKind(year, 'meeting');
    expect(meetings.map(({ date, halfTerm }) => date ?? halfTerm)).toEqual([
      '2020-09-24',
      'autumn-2',
      'spring-1',
      '2021-03-10',
      'summer-1',
      'summer-2',
    ]);
    expect(meetings[0]).toMatchObject({ basis: 'hub', place: 'Oak School', halfTerm: 'autumn-1' });
    expect(meetings[3]).toMatchObject({ title: 'Workshop on variation', number: { n: 4, of: 6 } });
    expect(meetings[1]?.basis).toBe('stated');
  });

  it('keeps the identity of a thing whose day becomes known', () => {
    expect(ofKind(year, 'meeting').map(({ id }) => id)).toEqual(
      ofKind(firstYear(sheet), 'meeting').map(({ id }) => id),
    );
  });

  it('shows what only the hub knows of', () => {
    expect(year.items[0]?.date).toBeNull();
    expect(ofKind(year, 'other')[0]).toMatchObject({ title: 'Launch', date: '2020-09-10', basis: 'hub' });
    expect(ofKind(year, 'first-workshop')[0]).toMatchObject({ date: '2020-09-24', basis: 'hub' });
  });

  it('leaves what is left at some time in the year, when the days do not tell which place is free', () => {
    const twice = withEvents(sheet, [
      { kind: 'meeting', date: '2020-09-10' },
      { kind: 'meeting', date: '2020-10-08' },
    ]);
    const meetings = ofKind(firstYear(twice), 'meeting');
    expect(meetings).toHaveLength(3);
    expect(meetings.at(-1)).toMatchObject({ term: null, number: null, count: { min: 4, max: 4 } });
  });

  it("gives way to the council's own half-term dates", () => {
    const terms = halfTerms.map((each) => ({
      ...each,
      starts: each.starts.replace('2020-09-02', '2020-09-07'),
    }));
    const plan = planCommitments(dated, 'development', { terms });
    expect(plan.years[0]?.halfTerms[0]?.starts).toBe('2020-09-07');
    expect(plan.years[1]?.halfTerms).toEqual([]);
  });
});

function count(n: number): Quantity {
  return { min: n, max: n, unit: 'meeting' };
}

const quantity: fc.Arbitrary<Quantity | null> = fc.option(
  fc
    .record({ min: fc.nat(8), more: fc.nat(3), unit: fc.constantFrom('meeting', 'visit', 'day') })
    .map(({ min, more, unit }) => ({ min, max: min + more, unit })),
);
const frequency: fc.Arbitrary<Frequency | null> = fc.option(
  fc.constantFrom('half-termly', 'termly', 'yearly', 'regular'),
);
const days = fc
  .uniqueArray(fc.integer({ min: 0, max: 330 }), { maxLength: 8 })
  .map((offsets) =>
    offsets.map((offset) => new Date(Date.UTC(2020, 8, 1 + offset)).toISOString().slice(0, 10)),
  );

describe('any plan', () => {
  it('keeps every day that the hub has set, once, and has one id for each item', () => {
    fc.assert(
      fc.property(quantity, frequency, days, (meetings, meetingFrequency, dates) => {
        const terms = { meetings: stated(meetings), meetingFrequency: stated(meetingFrequency) };
        const events = dates.map((date) => ({ kind: 'meeting', date }) as const);
        const edition = withEvents(withTerms(sheet, 'development', terms), events);
        const { items, unknowns } = firstYear(edition);
        const found = items.filter(({ kind }) => kind === 'meeting');
        expect(found.flatMap(({ date }) => date ?? []).sort()).toEqual([...dates].sort());
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        expect(unknowns.some(({ kind }) => kind === 'meeting')).toBe(
          !found.some(({ number, count: several }) => number ?? several),
        );
      }),
    );
  });

  it('never shows fewer meetings than are promised', () => {
    fc.assert(
      fc.property(fc.nat(8), frequency, days, (n, meetingFrequency, dates) => {
        const terms = { meetings: stated(count(n)), meetingFrequency: stated(meetingFrequency) };
        const events = dates.map((date) => ({ kind: 'meeting', date }) as const);
        const edition = withEvents(withTerms(sheet, 'development', terms), events);
        const shown = ofKind(firstYear(edition), 'meeting').map((item) =>
          item.number ? 1 : (item.count?.max ?? 1),
        );
        expect(shown.reduce((sum, each) => sum + each, 0)).toBe(Math.max(n, dates.length));
      }),
    );
  });
});
