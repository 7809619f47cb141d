import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidDataError, type Quantity } from '../evidence/index.js';
import { loadEdition, PhaseNotFoundError, type Edition, type FundingTerm } from '../programme/index.js';
import { formatMoneyRange, fundingFor, fundingOverYears, releaseCost, type FundingFacts } from './index.js';

const sheet = await loadEdition('2020/21');
const recent = await loadEdition('2024/25');

describe('funding in 2020/21', () => {
  const { lines, total, note } = fundingFor(sheet, 'development', { textbookSpend: 300_000 });
  const [release, textbooks] = lines;

  it('gives £1,000 for release, as the information sheet does', () => {
    expect(release?.amount).toEqual({ min: 100_000, max: 100_000 });
    expect(release?.source).toContain('nw3-ncp20-10');
  });

  it('gives up to £2,000 for textbooks, by invitation, at a rate that no source states', () => {
    expect(textbooks?.amount).toEqual({ min: 0, max: 200_000 });
    expect(textbooks?.rule).toMatch(/No source says how much is paid for each pound.*invites the school/);
    expect(textbooks?.condition).toMatch(/invites/);
    expect(total).toEqual({ min: 100_000, max: 300_000 });
    expect(note).toMatch(/rate/);
  });

  it('shows pound for pound as an illustration only', () => {
    expect(textbooks?.illustration?.pence).toBe(200_000);
    expect(textbooks?.illustration?.words).toMatch(/illustration only/);
    const less = fundingFor(sheet, 'development', { textbookSpend: 123_45, invited: true }).lines[1];
    expect(less?.illustration?.pence).toBe(123_45);
    expect(less?.amount).toEqual({ min: 0, max: 200_000 });
    expect(fundingFor(sheet, 'development').lines[1]).not.toHaveProperty('illustration');
  });

  it('gives nothing for textbooks to a school that was not invited, or spends nothing', () => {
    for (const facts of [{ invited: false, textbookSpend: 300_000 }, { textbookSpend: 0 }])
      expect(fundingFor(sheet, 'development', facts).total).toEqual({ min: 100_000, max: 100_000 });
  });

  it.each(['readiness', 'embedding', 'sustaining'] as const)('sends a school to its hub for %s', (phase) => {
    const estimate = fundingFor(sheet, phase);
    expect(estimate.total).toEqual({ min: 0, max: null });
    expect(estimate.lines).toHaveLength(1);
    expect(estimate.lines[0]?.rule).toMatch(/Ask your hub/);
  });
});

describe('funding in other years', () => {
  it('is £1,000 in 2024/25, with nothing carried over for textbooks', () => {
    const { lines, total } = fundingFor(recent, 'development', { textbookSpend: 300_000 });
    expect(lines.map(({ id }) => id)).toEqual(['release']);
    expect(total).toEqual({ min: 100_000, max: 100_000 });
  });

  it('has no known end where the sum is promised but not stated', async () => {
    const { total, lines } = fundingFor(await loadEdition('2023/24'), 'development');
    expect(total).toEqual({ min: 0, max: null });
    expect(lines[0]?.rule).toMatch(/no source states the amount/);
  });

  it('pays textbooks once to a school in 2016/17', async () => {
    const edition = await loadEdition('2016/17');
    const line = (facts: FundingFacts) =>
      fundingFor(edition, 'development', facts).lines.find(({ id }) => id === 'textbooks');
    expect(line({ previousClaims: ['textbooks'] })?.amount).toEqual({ min: 0, max: 0 });
    expect(line({ previousClaims: [] })?.amount).toEqual({ min: 0, max: 200_000 });
    expect(line({})?.rule).toMatch(/Paid once/);
  });

  it('never treats a year without terms as one without money', () => {
    const journey = fundingOverYears([
      { edition: sheet, phase: 'development' },
      { edition: null, phase: 'embedding' },
    ]);
    expect(journey.years[1]).toBeNull();
    expect(journey.total).toEqual({ min: 100_000, max: null });
  });
});

describe('what it is given', () => {
  it.each([12.5, -1, Number.NaN, 2 ** 60])('refuses %s as pence, and says what to give', (textbookSpend) => {
    expect(() => fundingFor(sheet, 'development', { textbookSpend })).toThrow(InvalidDataError);
    expect(() => fundingFor(sheet, 'development', { textbookSpend })).toThrow(/textbookSpend.*1250/);
  });

  it('names the phases that there are', () => {
    // @ts-expect-error That year has no such phase.
    expect(() => fundingFor(sheet, 'mastery')).toThrow(PhaseNotFoundError);
  });
});

describe('release in 2020/21', () => {
  it('is six teacher-days, of which £1,000 pays four and a half at £220', () => {
    const cost = releaseCost(sheet, 'development', { dailySupplyCost: 220_00 });
    expect(cost.days.value).toEqual({ min: 6, max: 6, unit: 'day', per: 'school' });
    expect(cost.days.basis).toBe('derived');
    expect(cost.cost).toEqual({ min: 1320_00, max: 1320_00 });
    expect(cost.received).toEqual({ min: 1000_00, max: 1000_00 });
    expect(cost.shortfall).toEqual({ min: 320_00, max: 320_00 });
    expect(cost.daysCovered).toEqual({ min: 4.5, max: 4.5 });
  });

  it('has no cost without a daily cost, and still its days', () => {
    const cost = releaseCost(sheet, 'development');
    expect(cost.cost).toEqual({ min: 0, max: null });
    expect(cost.daysCovered).toBeNull();
    expect(cost.days.value?.min).toBe(6);
  });

  it('stays unknown in 2024/25, where no source says how long a meeting is', () => {
    const cost = releaseCost(recent, 'development', { dailySupplyCost: 220_00 });
    expect(cost.days.value).toBeNull();
    expect(cost.cost.max).toBeNull();
    expect(cost.shortfall.max).toBeNull();
    expect(cost.received).toEqual({ min: 1000_00, max: 1000_00 });
  });

  it('leaves the money open where a year tells of textbooks only', async () => {
    const { received } = releaseCost(await loadEdition('2017/18'), 'development');
    expect(received).toEqual({ min: 0, max: null });
  });
});

describe('a range in words', () => {
  it.each([
    [{ min: 0, max: null }, 'not known'],
    [{ min: 100_000, max: null }, 'at least £1,000'],
    [{ min: 0, max: 200_000 }, 'up to £2,000'],
    [{ min: 100_000, max: 100_000 }, '£1,000'],
    [{ min: 100_000, max: 300_050 }, '£1,000 to £3,000.50'],
  ])('%j is %s', (range, words) => {
    expect(formatMoneyRange(range)).toBe(words);
  });
});

/** Terms and facts with everything known, and the same with some of it unknown. */
interface Case {
  readonly full: { readonly edition: Edition; readonly facts: FundingFacts };
  readonly partial: { readonly edition: Edition; readonly facts: FundingFacts };
}

const pence = fc.integer({ min: 0, max: 5_000_00 });
const known = fc.boolean();

const termPair = fc
  .record({
    purpose: fc.constantFrom('release', 'textbooks', 'other'),
    kind: fc.constantFrom('fixed', 'match-ceiling'),
    pence,
    per: fc.constantFrom('school', 'teacher'),
    rate: fc.integer({ min: 0, max: 2000 }).map((thousandths) => thousandths / 1000),
    byInvitation: fc.boolean(),
    oncePerSchool: fc.boolean(),
    penceKnown: known,
    rateKnown: known,
    stated: known,
  })
  .map(({ rate, byInvitation, oncePerSchool, penceKnown, rateKnown, stated, ...rest }) => {
    const full: FundingTerm = {
      ...rest,
      id: 'term',
      description: 'Money',
      ...(rest.kind === 'match-ceiling' ? { matchRate: rate } : {}),
      ...(byInvitation ? { byInvitation } : {}),
      ...(oncePerSchool ? { oncePerSchool } : {}),
    };
    const partial: FundingTerm = {
      ...full,
      pence: penceKnown ? full.pence : null,
      ...(full.kind === 'match-ceiling' && !rateKnown ? { matchRate: null } : {}),
      ...(full.kind === 'fixed' && !stated ? { kind: 'not-stated', pence: null } : {}),
    };
    return { full, partial };
  });

const teachersPair = fc
  .record({ n: fc.nat(4), below: fc.nat(4), above: fc.nat(4), form: fc.nat(3) })
  .map(({ n, below, above, form }) => {
    const full: Quantity = { min: n, max: n, unit: 'teacher' };
    const forms: (Quantity | null)[] = [
      full,
      null,
      { ...full, about: true, min: n + above, max: n + above },
      { ...full, min: Math.max(0, n - below), max: n + above },
    ];
    return { full, partial: forms[form]! };
  });

const factsPair = fc
  .record({
    textbookSpend: pence,
    invited: fc.boolean(),
    previousClaims: fc.subarray<FundingTerm['purpose']>(['release', 'textbooks', 'other']),
    hidden: fc.subarray<keyof FundingFacts>(['textbookSpend', 'invited', 'previousClaims']),
  })
  .map(({ hidden, ...full }) => ({
    full,
    partial: Object.fromEntries(
      Object.entries(full).filter(([key]) => !hidden.includes(key as 'invited')),
    ) as FundingFacts,
  }));

const cases: fc.Arbitrary<Case> = fc
  .record({
    terms: fc.array(termPair, { maxLength: 4 }),
    teachers: teachersPair,
    facts: factsPair,
    listed: known,
  })
  .map(({ terms, teachers, facts, listed }) => ({
    full: {
      edition: withFunding(
        terms.map(({ full }) => full),
        teachers.full,
      ),
      facts: facts.full,
    },
    partial: {
      edition: withFunding(listed ? terms.map(({ partial }) => partial) : null, teachers.partial),
      facts: facts.partial,
    },
  }));

function withFunding(funding: FundingTerm[] | null, teachers: Quantity | null): Edition {
  const [phase] = sheet.phases;
  const fact = { source: ['nw3-ncp20-10'], basis: 'stated' } as const;
  const terms = {
    ...phase!.terms,
    funding: { ...fact, value: funding },
    teachers: { ...fact, value: teachers },
  };
  return { ...sheet, sources: {}, phases: [{ ...phase!, id: 'development', requirements: [], terms }] };
}

/** The money, worked out in the simplest way, with everything known. */
function paid(
  term: FundingTerm,
  teachers: number,
  facts: FundingFacts,
  claimed = facts.previousClaims!,
): number {
  if (term.byInvitation && !facts.invited) return 0;
  if (term.oncePerSchool && claimed.includes(term.purpose)) return 0;
  if (term.kind === 'fixed') return term.pence! * (term.per === 'teacher' ? teachers : 1);
  const thousandths = Math.round(term.matchRate! * 1000);
  return Math.min(term.pence!, Math.floor((facts.textbookSpend! * thousandths) / 1000));
}

function fundingOf(edition: Edition): { terms: readonly FundingTerm[]; teachers: number } {
  const { funding, teachers } = edition.phases[0]!.terms;
  return { terms: funding.value!, teachers: teachers.value!.min! };
}

describe('a range of money', () => {
  it('is the sum itself, to the penny, once everything is known', () => {
    fc.assert(
      fc.property(cases, ({ full: { edition, facts } }) => {
        const { terms, teachers } = fundingOf(edition);
        const sum = terms.reduce((total, term) => total + paid(term, teachers, facts), 0);
        expect(fundingFor(edition, 'development', facts).total).toEqual({ min: sum, max: sum });
      }),
    );
  });

  it('holds every completion of the unknowns, and more knowledge never widens it', () => {
    fc.assert(
      fc.property(cases, ({ full, partial }) => {
        const wide = fundingFor(partial.edition, 'development', partial.facts);
        for (const narrow of [
          fundingFor(partial.edition, 'development', full.facts),
          fundingFor(full.edition, 'development', partial.facts),
          fundingFor(full.edition, 'development', full.facts),
        ]) {
          expect(narrow.total.min).toBeGreaterThanOrEqual(wide.total.min);
          expect(narrow.total.max ?? Infinity).toBeLessThanOrEqual(wide.total.max ?? Infinity);
        }
      }),
    );
  });

  it('is always whole pence, the total being the sum of its lines', () => {
    fc.assert(
      fc.property(cases, ({ partial }) => {
        const { lines, total } = fundingFor(partial.edition, 'development', partial.facts);
        for (const { amount } of lines) {
          expect(Number.isSafeInteger(amount.min)).toBe(true);
          expect(amount.max === null || Number.isSafeInteger(amount.max)).toBe(true);
        }
        expect(total.min).toBe(lines.reduce((sum, { amount }) => sum + amount.min, 0));
      }),
    );
  });
});

describe('money over several years', () => {
  const start: FundingTerm = {
    id: 'start',
    purpose: 'other',
    kind: 'fixed',
    pence: 500_00,
    per: 'school',
    description: 'Money to start',
    oncePerSchool: true,
  };

  it('is the one year, for one year', () => {
    fc.assert(
      fc.property(cases, ({ partial: { edition, facts } }) => {
        const alone = fundingFor(edition, 'development', facts);
        expect(fundingOverYears([{ edition, phase: 'development', facts }])).toEqual({
          years: [alone],
          total: alone.total,
        });
      }),
    );
  });

  it('holds every way the years may turn out, with what is paid once counted once', () => {
    fc.assert(
      fc.property(fc.array(cases, { minLength: 1, maxLength: 3 }), (years) => {
        const before = years[0]!.full.facts.previousClaims!;
        const claimed = new Set(before);
        let sum = 0;
        for (const { full } of years) {
          const { terms, teachers } = fundingOf(full.edition);
          const amounts = terms.map((term) => ({
            term,
            amount: paid(term, teachers, full.facts, [...claimed]),
          }));
          for (const { term, amount } of amounts)
            if (term.oncePerSchool && amount > 0) claimed.add(term.purpose);
          sum += amounts.reduce((total, { amount }) => total + amount, 0);
        }
        const { total } = fundingOverYears(
          years.map(({ partial: { edition, facts } }) => ({
            edition,
            phase: 'development',
            facts: { ...facts, ...('previousClaims' in facts ? { previousClaims: before } : {}) },
          })),
        );
        expect(sum).toBeGreaterThanOrEqual(total.min);
        expect(sum).toBeLessThanOrEqual(total.max ?? Infinity);
      }),
    );
  });

  it('is not sure of what is paid once, after a year that may have paid it', () => {
    const edition = withFunding([{ ...start, pence: 200 }], null);
    const step = { phase: 'development', facts: { previousClaims: [] } };
    for (const earlier of [null, withFunding(null, null)]) {
      const { years, total } = fundingOverYears([
        { ...step, edition: earlier },
        { ...step, edition },
      ]);
      expect(years[1]?.total).toEqual({ min: 0, max: 200 });
      expect(total).toEqual({ min: 0, max: null });
    }
  });

  it('pays in a later year what an earlier one did not', () => {
    const byInvitation = withFunding([{ ...start, byInvitation: true }], null);
    const { total } = fundingOverYears([
      { edition: byInvitation, phase: 'development', facts: { previousClaims: [], invited: false } },
      { edition: withFunding([start], null), phase: 'development', facts: { previousClaims: [] } },
    ]);
    expect(total).toEqual({ min: 500_00, max: 500_00 });
  });

  it('does not pay in a later year what an earlier one has paid', () => {
    const edition = withFunding([start], null);
    const step = { edition, phase: 'development', facts: { previousClaims: [] } };
    const { years, total } = fundingOverYears([step, step]);
    expect(years.map((year) => year?.total)).toEqual([
      { min: 500_00, max: 500_00 },
      { min: 0, max: 0 },
    ]);
    expect(total).toEqual({ min: 500_00, max: 500_00 });
  });
});
