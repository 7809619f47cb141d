import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEdition, parseSchoolYear, type Edition, type Requirement } from '../../programme/index.js';
import type { Condition, Facts } from '../../rules/index.js';
import { FACTS, type GiasSchool, type PastPhase } from '../../schools/index.js';
import { decide } from '../index.js';
import {
  DECISION_HEADER,
  decisionLine,
  judge,
  pastFacts,
  questionOf,
  SHIFT_HEADER,
  shiftBetween,
  shiftLine,
  shiftTally,
  STANDINGS,
  tally,
  type Shift,
  type Standing,
} from './index.js';

const base = await loadEdition('2024/25');

/** 2024/25 with these rules for Development alone. */
function ruled(...rules: readonly (Partial<Requirement> & { id: string; condition: Condition })[]): Edition {
  return {
    ...base,
    phases: base.phases.map((phase) => ({
      ...phase,
      requirements:
        phase.id !== 'development'
          ? []
          : rules.map((rule) => ({
              statement: `Rule ${rule.id}.`,
              effect: 'bars' as const,
              source: ['boolean-dev-2024'],
              basis: 'stated' as const,
              ...rule,
            })),
    })),
  };
}
const OPEN = { id: 'open', condition: { fact: 'open', is: true } as Condition };
const NEW = { id: 'new', condition: { fact: 'development', is: 'never' } as Condition };
const HUB = { id: 'hub', condition: { hubDecides: 'No source found.' } as Condition };
const ADVICE = {
  id: 'advice',
  effect: 'advises' as const,
  condition: { fact: 'open', is: true } as Condition,
};
const standing = (edition: Edition, facts: Facts): Standing => judge(edition, 'development')(facts).standing;

describe('judge', () => {
  const edition = ruled(OPEN, NEW, HUB);

  it.each<[string, Edition, Facts, Standing]>([
    ['every rule is met', ruled(OPEN, NEW), { open: true, development: 'never' }, 'eligible'],
    ['a rule is not met', edition, { open: false }, 'not-eligible'],
    ['the file lacks what it could hold', edition, { development: 'never' }, 'not-told'],
    ['only the school can say the rest', ruled(OPEN, NEW), { open: true }, 'passes'],
    ['only the hub can say the rest', edition, { open: true, development: 'never' }, 'hub'],
    ['both the school and the hub are to say', edition, { open: true }, 'hub'],
    ['nothing is known at all', edition, {}, 'not-told'],
    ['there is no rule', ruled(), {}, 'eligible'],
  ])('says where a school is when %s', (_, terms, facts, expected) => {
    expect(standing(terms, facts)).toBe(expected);
  });

  it('names the rules and the facts behind it', () => {
    const { barredBy, forTheHub, notTold, toAsk, clauses, outcome } = judge(
      ruled(OPEN, { id: 'again', condition: { fact: 'open', is: true } }, NEW, HUB, ADVICE),
      'development',
    )({ open: null });
    expect(outcome).toBe('undetermined');
    expect(barredBy).toEqual([]);
    expect(forTheHub.map(({ id }) => id)).toEqual(['hub']);
    expect(notTold).toEqual(['open']);
    expect(toAsk).toEqual(['development']);
    expect([...clauses.keys()]).toEqual(['open', 'again', 'new', 'hub']);
    expect(judge(edition, 'development')({ open: false }).barredBy.map(({ statement }) => statement)).toEqual(
      ['Rule open.'],
    );
  });

  it('asks of a rule with several facts only for those that are not known', () => {
    const either = { id: 'either', condition: { any: [OPEN.condition, NEW.condition] } as Condition };
    expect(judge(ruled(either), 'development')({ open: false })).toMatchObject({
      notTold: [],
      toAsk: ['development'],
      standing: 'passes',
    });
  });

  it('shares one verdict between schools of which the same is known, whatever else their rows hold', () => {
    const of = judge(edition, 'development');
    expect(of({ open: true, urn: '100000' })).toBe(of({ urn: '100001', open: true }));
    expect(of({ open: true })).not.toBe(of({ open: false }));
    expect(of({ open: true }).standing).not.toBe(of({ open: false }).standing);
  });

  it('comes to what decide comes to, of every edition’s Development', async () => {
    const terms = await loadEdition('2024/25');
    const of = judge(terms, 'development');
    const known = fc.record(
      Object.fromEntries(
        FACTS.filter(({ domain }) => domain === 'boolean').map(({ id }) => [
          id,
          fc.constantFrom(true, false, null, undefined),
        ]),
      ),
    );
    fc.assert(
      fc.property(known, (facts) => {
        const { outcome, standing: at, barredBy } = of(facts);
        expect(outcome).toBe(decide(terms, 'development', facts, { facts: FACTS }).outcome);
        expect(at === 'eligible').toBe(outcome === 'eligible');
        expect(at === 'not-eligible').toBe(outcome === 'not-eligible');
        expect(barredBy.length > 0).toBe(outcome === 'not-eligible');
      }),
    );
  });
});

describe('pastFacts', () => {
  const year = parseSchoolYear('2024/25');
  const past = (phase: string, when: string): PastPhase => ({ urn: '100000', phase, schoolYear: when });
  const record = (phases: PastPhase[], uncertain: PastPhase[] = []) => ({ phases, uncertain });
  const ours = (history: Parameters<typeof pastFacts>[0], complete = true) =>
    pastFacts(history, year, complete);

  it('says never of every phase, where the record is complete and holds nothing', () => {
    expect(ours(record([]))).toEqual({
      readiness: 'never',
      development: 'never',
      embedding: 'never',
      sustaining: 'never',
      introductory: 'never',
    });
  });

  it('says nothing where the record is not complete, or a row could not be read', () => {
    expect(ours(record([]), false)).toEqual({});
    expect(ours({ ...record([]), unread: true })).toEqual({});
  });

  it('tells a phase of this year from one that is done, by the last of its years', () => {
    expect(ours(record([past('development', '2024/25')]))).toMatchObject({
      development: 'now',
      developmentYear: 2024,
      embedding: 'never',
    });
    expect(ours(record([past('development', '2021/22'), past('development', '2022/23')]))).toMatchObject({
      development: 'done',
      developmentYear: 2022,
    });
    expect(ours(record([past('embedding', '2023/24')]), false)).toEqual({ embedding: 'done' });
  });

  it('is not sure of a past in doubt, unless its own is known', () => {
    expect(ours(record([], [past('development', '2020/21')]))).toMatchObject({ development: null });
    expect(ours(record([], [past('development', '2020/21')]), false)).toEqual({ development: null });
    expect(ours(record([past('development', '2022/23')], [past('development', '2020/21')]))).toMatchObject({
      development: 'done',
      developmentYear: 2022,
    });
  });

  it('takes nothing of a later year for done, nor for never', () => {
    const later = ours(record([past('embedding', '2025/26')]));
    expect(later).not.toHaveProperty('embedding');
    expect(later).toMatchObject({ development: 'never' });
    expect(ours(record([], [past('embedding', '2025/26')]))).toMatchObject({ embedding: 'never' });
  });
});

const school = {
  urn: '100000',
  name: '=Hill Top, "Primary"',
  laCode: '201',
  laName: 'City of London',
  postcode: 'LE1 1AA',
} as GiasSchool;
const STAMP = { phase: 'development', schoolYear: '2024/25', editionVersion: '1.2', assumed: '' };

/** The cells of a line, with the quotation marks in them still doubled. */
const cells = (line: string): string[] => line.trimEnd().slice(1, -1).split('","');

describe('a line of the report', () => {
  it('has a column for each heading, and is safe to open in a spreadsheet', () => {
    const edition = ruled(OPEN, NEW, HUB);
    const line = decisionLine(school, judge(edition, 'development')({}), null, STAMP);
    expect(cells(DECISION_HEADER)).toEqual([
      'URN',
      'EstablishmentName',
      'LA (code)',
      'LA (name)',
      'Postcode',
      'Phase',
      'School year',
      'Edition version',
      'Outcome',
      'Standing',
      'Barred by',
      'Left to the hub',
      'Not in the file',
      'For the school to say',
      'Past phases',
      'Past taken over from',
      'Assumed',
    ]);
    expect(cells(line)).toEqual([
      '100000',
      '\'=Hill Top, ""Primary""',
      '201',
      'City of London',
      'LE1 1AA',
      'development',
      '2024/25',
      '1.2',
      'undetermined',
      STANDINGS['not-told'],
      '',
      'Rule hub.',
      questionOf('open'),
      questionOf('development'),
      '',
      '',
      '',
    ]);
  });

  it('says what bars, each rule apart, and which past was taken over from whom', () => {
    const shut = judge(ruled(OPEN, { ...OPEN, id: 'open2' }), 'development')({ open: false });
    const line = decisionLine(
      school,
      shut,
      {
        phases: [
          { urn: '1', phase: 'development', schoolYear: '2021/22' },
          { urn: '1', phase: 'embedding', schoolYear: '2022/23' },
        ],
        uncertain: [],
        through: [
          { urn: '90', name: 'Old School', becameUrn: '100000', link: 'Predecessor', continues: true },
          { urn: '91', name: '', becameUrn: '100000', link: 'Predecessor - merged', continues: false },
        ],
      },
      { ...STAMP, assumed: '{"open":false}' },
    );
    expect(line).toContain('Rule open. | Rule open2.');
    expect(line).toContain('development 2021/22; embedding 2022/23');
    expect(line).toContain(
      '90 Old School (Predecessor); 91 (Predecessor - merged: not certain, ask the hub)',
    );
    expect(line).toContain('"{""open"":false}"');
  });

  it('asks for a fact in its own question, and for one of the hub’s by its name', () => {
    expect(questionOf('open')).toBe(FACTS.find(({ id }) => id === 'open')?.question);
    expect(questionOf('shoe-size')).toBe('shoe-size');
  });
});

describe('what changes between two years', () => {
  const judged = (edition: Edition, facts: Facts) => judge(edition, 'development')(facts);

  it('is nothing for a school that is where it was', () => {
    expect(
      shiftBetween(
        judged(ruled(OPEN), { open: true }),
        judged(ruled(OPEN, NEW), { open: true, development: 'never' }),
      ),
    ).toBeNull();
  });

  it.each<[string, Edition, Edition, Facts, [Standing, Standing], string[]]>([
    [
      'a rule that came',
      ruled(OPEN),
      ruled(OPEN, NEW),
      { open: true, development: 'done' },
      ['eligible', 'not-eligible'],
      ['new'],
    ],
    [
      'a rule that went',
      ruled(OPEN, NEW),
      ruled(OPEN),
      { open: true, development: 'done' },
      ['not-eligible', 'eligible'],
      ['new'],
    ],
    ['a question that came', ruled(OPEN), ruled(OPEN, NEW), { open: true }, ['eligible', 'passes'], ['new']],
    [
      'the hub’s say that came',
      ruled(NEW),
      ruled(HUB, NEW),
      {},
      ['passes', 'hub'],
      ['hub', 'new'].slice(0, 1),
    ],
    ['a fact that the file lacks', ruled(NEW), ruled(OPEN, NEW), {}, ['passes', 'not-told'], ['open']],
    [
      'rules in the later year’s order, then those that fell away',
      ruled(NEW, HUB),
      ruled(OPEN),
      { open: false, development: 'done' },
      ['not-eligible', 'not-eligible'],
      [],
    ],
  ])('is put down to %s', (_, from, to, facts, standings, by) => {
    const shift = shiftBetween(judged(from, facts), judged(to, facts));
    if (standings[0] === standings[1]) return expect(shift).toBeNull();
    expect([shift?.before.standing, shift?.after.standing]).toEqual(standings);
    expect(shift?.by).toEqual(by);
  });

  it('names no rule that bears on the school as before', () => {
    const shift = shiftBetween(
      judged(ruled(OPEN, NEW), { open: true, development: 'never' }),
      judged(ruled(NEW, { ...OPEN, condition: { fact: 'open', is: false } }), {
        open: true,
        development: 'never',
      }),
    );
    expect(shift?.by).toEqual(['open']);
  });

  it('names no rule that does not decide where the school is, though it is new', () => {
    const shift = shiftBetween(
      judged(ruled(OPEN), { open: true }),
      judged(ruled({ ...OPEN, condition: { fact: 'open', is: false } }, NEW, HUB), { open: true }),
    );
    expect([shift?.after.standing, shift?.by]).toEqual(['not-eligible', ['open']]);
  });

  it('is one line of CSV under its headings', () => {
    const facts = { open: true, development: 'done' };
    const shift = shiftBetween(judged(ruled(OPEN), facts), judged(ruled(OPEN, NEW), facts)) as Shift;
    expect(cells(SHIFT_HEADER)).toEqual(
      'URN,EstablishmentName,LA (code),LA (name),Postcode,Phase,From,Standing then,To,Standing now,By,Assumed'.split(
        ',',
      ),
    );
    const from = { ...STAMP, schoolYear: '2023/24', editionVersion: '1.0' };
    expect(
      cells(shiftLine({ ...school, name: 'Hill Top' }, shift, from, { ...STAMP, assumed: 'x' })),
    ).toEqual([
      '100000',
      'Hill Top',
      '201',
      'City of London',
      'LE1 1AA',
      'development',
      '2023/24 (1.0)',
      STANDINGS.eligible,
      '2024/25 (1.2)',
      STANDINGS['not-eligible'],
      'new',
      'x',
    ]);
  });
});

describe('tally', () => {
  const edition = ruled(OPEN, NEW, HUB);
  const of = judge(edition, 'development');

  it('counts every school once by where it is, and each reason where it decides', () => {
    const counts = tally();
    const rows: Facts[] = [
      { open: false },
      { open: false, development: 'done' },
      { development: 'done', open: true },
      { open: true, development: 'never' },
      { open: true },
      {},
    ];
    for (const facts of rows) counts.add(of(facts));
    expect(counts.result()).toEqual({
      schools: 6,
      standings: { eligible: 0, passes: 0, hub: 2, 'not-told': 1, 'not-eligible': 3 },
      barredBy: { 'Rule open.': 2, 'Rule new.': 2 },
      forTheHub: { 'Rule hub.': 2 },
      notTold: { open: 1 },
    });
    const before = counts.result();
    counts.add(of({}));
    expect(before.schools + 1).toBe(counts.result().schools);
    expect(before.standings['not-told']).toBe(1);
  });

  it('lists the commonest reason first', () => {
    const counts = tally();
    counts.add(of({ open: true, development: 'done' }));
    counts.add(of({ open: false, development: 'never' }));
    counts.add(of({ open: false, development: 'never' }));
    expect(Object.entries(counts.result().barredBy)).toEqual([
      ['Rule open.', 2],
      ['Rule new.', 1],
    ]);
  });

  it('counts changes by where from, where to and why', () => {
    const counts = shiftTally();
    const facts = { open: true, development: 'done' };
    const shift = shiftBetween(
      judge(ruled(OPEN), 'development')(facts),
      judge(ruled(OPEN, NEW), 'development')(facts),
    );
    const back = shiftBetween(
      judge(ruled(OPEN, NEW), 'development')(facts),
      judge(ruled(OPEN), 'development')(facts),
    );
    for (const each of [back, shift, null, shift]) counts.add(each);
    expect(counts.result()).toEqual({
      schools: 4,
      changed: 3,
      changes: [
        { from: 'eligible', to: 'not-eligible', by: 'new', schools: 2 },
        { from: 'not-eligible', to: 'eligible', by: 'new', schools: 1 },
      ],
    });
  });
});
