import { describe, expect, it } from 'vitest';
import { loadEdition, type Edition, type FundingTerm } from '../programme/index.js';
import { fundingFor, fundingOverYears, releaseCost, type FundingFacts } from './index.js';

/** Schools budget by these lines: checks each word and each sum, for each kind of term. */
const sheet = await loadEdition('2020/21');

const TERM: FundingTerm = {
  id: 'money',
  kind: 'fixed',
  description: 'Money',
  purpose: 'textbooks',
  pence: 500_00,
  per: 'school',
};

/** Development in 2020/21 with these terms of funding in place of its own. */
function withTerms(...terms: readonly Partial<FundingTerm>[]): Edition {
  const value = terms.map((term) => ({ ...TERM, ...term }));
  const change = (phase: Edition['phases'][number]) =>
    phase.id === 'development'
      ? { ...phase, terms: { ...phase.terms, funding: { ...phase.terms.funding, value, note: undefined } } }
      : phase;
  return { ...sheet, phases: sheet.phases.map(change) } as Edition;
}
const lineOf = (term: Partial<FundingTerm>, facts: FundingFacts = {}) => {
  const [line] = fundingFor(withTerms(term), 'development', facts).lines;
  if (!line) throw new Error('A term makes a line');
  return line;
};

describe('the rule of a line', () => {
  it.each([
    ['a sum for the school', {}, 'A set sum of £500 for the school.'],
    ['a sum for a teacher', { per: 'teacher' }, 'A set sum of £500 for each teacher taking part.'],
    [
      'a promise',
      { kind: 'not-stated', pence: null },
      'Promised, but no source states the amount. Ask your hub.',
    ],
    [
      'a match without a rate',
      { kind: 'match-ceiling' },
      'What the school spends is matched, up to £500. No source says how much is paid for each pound.',
    ],
    [
      'a match without a rate or a most',
      { kind: 'match-ceiling', pence: null },
      'What the school spends is matched, no source states the most. No source says how much is paid for each pound.',
    ],
    [
      'a match with a rate',
      { kind: 'match-ceiling', matchRate: 0.5 },
      'For each pound that the school spends, £0.50; up to £500.',
    ],
  ] as const)('of %s', (_, term, rule) => {
    expect(lineOf(term).rule).toBe(rule);
  });

  it('of a match, where the school spends nothing', () => {
    const line = lineOf({ kind: 'match-ceiling' }, { textbookSpend: 0 });
    expect(line).toMatchObject({
      amount: { min: 0, max: 0 },
      rule: 'What the school spends is matched, up to £500.',
    });
  });

  it.each([
    [
      { byInvitation: true },
      {},
      'A set sum of £500 for the school. Paid only if the Department invites the school.',
    ],
    [
      { byInvitation: true },
      { invited: false },
      'Paid by invitation only, and the school has not been invited.',
    ],
    [{ byInvitation: true }, { invited: true }, 'A set sum of £500 for the school.'],
    [
      { oncePerSchool: true },
      {},
      'A set sum of £500 for the school. Paid once to a school: nothing if it has had it before.',
    ],
    [
      { oncePerSchool: true },
      { previousClaims: ['textbooks'] },
      'Paid once to a school, and this school has had it.',
    ],
  ] as const)('says what stands in the way: %j, %j', (term, facts, rule) => {
    expect(lineOf(term, facts).rule).toBe(rule);
  });

  it('sends a school to its hub where nothing is known', () => {
    expect(fundingFor(sheet, 'embedding').lines[0]).toMatchObject({
      id: 'unknown',
      description: 'Funding',
      rule: 'No source says whether there is money for this phase. Ask your hub.',
    });
  });
});

describe('an illustration', () => {
  it('is of a match whose rate no source states, up to the most', () => {
    expect(lineOf({ kind: 'match-ceiling' }, { textbookSpend: 900_00 }).illustration).toEqual({
      pence: 500_00,
      words:
        'For illustration only: if it were pound for pound, £900 of books would bring £500. No source says that it is.',
    });
    expect(
      lineOf({ kind: 'match-ceiling', pence: null }, { textbookSpend: 900_00 }).illustration?.pence,
    ).toBe(900_00);
  });

  it.each([
    ['a set sum', {}, { textbookSpend: 900_00 }],
    ['a rate that is stated', { kind: 'match-ceiling', matchRate: 0.5 }, { textbookSpend: 900_00 }],
    ['nothing spent', { kind: 'match-ceiling' }, { textbookSpend: 0 }],
    [
      'a closed way',
      { kind: 'match-ceiling', byInvitation: true },
      { textbookSpend: 900_00, invited: false },
    ],
  ] as const)('is not made of %s', (_, term, facts) => {
    expect(lineOf(term, facts)).not.toHaveProperty('illustration');
  });
});

describe('what is paid once, over several years', () => {
  const facts = { textbookSpend: 300_00, previousClaims: [] };
  const step = (term: Partial<FundingTerm>, more: FundingFacts = facts) => ({
    edition: withTerms({ oncePerSchool: true, ...term }),
    phase: 'development' as const,
    facts: more,
  });
  const match = { kind: 'match-ceiling' } as const;

  it('is nothing in a later year when an earlier one surely brought it, and illustrates nothing', () => {
    const { years, total } = fundingOverYears([step({}), step(match)]);
    const [later] = years[1]?.lines ?? [];
    expect(later).toMatchObject({
      amount: { min: 0, max: 0 },
      rule: 'Paid once to a school, in an earlier year.',
    });
    expect(later).not.toHaveProperty('illustration');
    expect(total).toEqual({ min: 500_00, max: 500_00 });
  });

  it('may come in a later year when an earlier one may have brought nothing, and keeps its illustration', () => {
    const { years, total } = fundingOverYears([step(match), step({ ...match, pence: 800_00 })]);
    const [later] = years[1]?.lines ?? [];
    expect(later?.amount).toEqual({ min: 0, max: 800_00 });
    expect(later?.rule).toMatch(/No source says how much .* Not if an earlier year brought it\.$/);
    expect(later?.illustration?.pence).toBe(300_00);
    expect(total).toEqual({ min: 0, max: 800_00 });
  });

  it('keeps the greater of two uncertain sums, in either order, and no end where one has none', () => {
    const most = (...pence: readonly (number | null)[]) =>
      fundingOverYears(pence.map((each) => step({ ...match, pence: each }))).total.max;
    expect(most(800_00, 200_00)).toBe(800_00);
    expect(most(200_00, 800_00)).toBe(800_00);
    expect(most(null, 200_00)).toBeNull();
    expect(most(200_00, null)).toBeNull();
  });

  it('is open after a year whose money is not known: that may have brought it, and less of it', () => {
    const unknown = { edition: sheet, phase: 'embedding' as const };
    const { years, total } = fundingOverYears([unknown, step({})]);
    expect(years[1]?.lines[0]?.amount).toEqual({ min: 0, max: 500_00 });
    expect(total).toEqual({ min: 0, max: null });
  });
});

describe('the days that a school enters', () => {
  it('are derived, times the teachers taking part, and say so', async () => {
    const recent = await loadEdition('2024/25');
    const { days } = releaseCost(recent, 'development', { daysPerTeacher: 3 });
    expect(days).toMatchObject({
      value: { unit: 'day', per: 'school' },
      basis: 'derived',
      note: 'From the days that you entered, times the teachers taking part.',
    });
    expect(days.value?.min).toBeGreaterThanOrEqual(3);
  });

  it('do not replace those that a source states', () => {
    expect(releaseCost(sheet, 'development', { daysPerTeacher: 99 }).days.value?.max).toBe(6);
  });
});
