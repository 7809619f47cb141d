import type { Edition, FundingTerm, PhaseId } from '../programme/index.js';
import type { FundingFacts } from './facts.js';
import { fundingFor, type FundingEstimate, type FundingLine } from './funding-for.js';
import { ANY_AMOUNT, NOTHING, sumRanges, upTo, type PenceRange } from './range.js';

/** One year of a school's journey: a phase in that year's own edition, or null if its terms are unknown. */
export interface FundingStep {
  readonly edition: Edition | null;
  readonly phase: PhaseId;
  readonly facts?: FundingFacts;
}

/** What the programme pays a school over several years, in pence. */
export interface FundingOverYears {
  /** In the order given; null if the year has no edition. One-off payments are not repeated in a later year. */
  readonly years: readonly (FundingEstimate | null)[];
  /** Not always the sum of the years: a one-off payment may fall in one of several, and counts once. */
  readonly total: PenceRange;
}

/** Money over several years, each phase in its own edition. A year without one may bring any amount. */
export function fundingOverYears(steps: readonly FundingStep[]): FundingOverYears {
  const alone = steps.map(({ edition, phase, facts }) => edition && fundingFor(edition, phase, facts));
  const lines = alone.flatMap((year) => year?.lines ?? []);
  const purposes = new Set(lines.filter(isOnce).map(({ term }) => term.purpose));
  const repeated = lines.filter((line) => !isOnce(line)).map(({ amount }) => amount);
  const once = [...purposes].map((purpose) =>
    alone.map((year) => onceAmount(year, purpose)).reduceRight((later, first) => firstPaid(first, later)),
  );
  const unknownYears = alone.filter((year) => year === null).map(() => ANY_AMOUNT);
  return {
    years: alone.map((year, index) => year && withoutRepeats(year, alone.slice(0, index))),
    total: sumRanges([...repeated, ...once, ...unknownYears]),
  };
}

type OnceLine = FundingLine & { readonly term: FundingTerm };

function isOnce(line: FundingLine): line is OnceLine {
  return line.term?.oncePerSchool === true;
}

/** A year of unknown funding may have paid it too. */
function onceAmount(year: FundingEstimate | null, purpose: FundingTerm['purpose']): PenceRange {
  if (!year || year.lines.some(({ term }) => term === null)) return ANY_AMOUNT;
  const lines = year.lines.filter(isOnce).filter(({ term }) => term.purpose === purpose);
  return sumRanges(lines.map(({ amount }) => amount));
}

/** A one-off payment falls in the first year that brings anything; a later year counts only if that one brings nothing. */
function firstPaid(first: PenceRange, later: PenceRange): PenceRange {
  if (first.min > 0) return first;
  if (first.max === 0) return later;
  return upTo(first.max === null || later.max === null ? null : Math.max(first.max, later.max));
}

function withoutRepeats(
  year: FundingEstimate,
  earlier: readonly (FundingEstimate | null)[],
): FundingEstimate {
  const lines = year.lines.map((line): FundingLine => {
    if (!isOnce(line)) return line;
    const before = sumRanges(earlier.map((each) => onceAmount(each, line.term.purpose)));
    if (before.max === 0) return line;
    const paid = before.min > 0;
    const { illustration, ...rest } = line;
    return {
      ...rest,
      ...(illustration && !paid ? { illustration } : {}),
      amount: paid ? NOTHING : upTo(line.amount.max),
      rule: paid
        ? 'Paid once to a school, in an earlier year.'
        : `${line.rule} Not if an earlier year brought it.`,
    };
  });
  return { ...year, lines, total: sumRanges(lines.map(({ amount }) => amount)) };
}
