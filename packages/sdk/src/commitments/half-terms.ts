import { schoolYearDays, type HalfTerm, type SchoolYear } from '../programme/index.js';

/** A half-term: `autumn-1` to `summer-2`. */
export type HalfTermId = HalfTerm['id'];
/** One of the three terms of a school year. */
export type SchoolTerm = 'autumn' | 'spring' | 'summer';

/** ISO days, both included. */
export interface Span {
  readonly starts: string;
  readonly ends: string;
}

/**
 * The half-terms of a school year in order, with the dates that they usually span: month and day, both included.
 * England has no national half-term dates. These only place approximate items; they are never shown as dates.
 */
const USUAL: Readonly<Record<HalfTermId, readonly [string, string]>> = {
  'autumn-1': ['09-01', '10-31'],
  'autumn-2': ['11-01', '12-31'],
  'spring-1': ['01-01', '02-14'],
  'spring-2': ['02-15', '03-31'],
  'summer-1': ['04-01', '05-31'],
  'summer-2': ['06-01', '07-31'],
};

/** The six half-terms in the order of the school year. */
export const HALF_TERMS = Object.keys(USUAL) as readonly HalfTermId[];
/** The three terms in the order of the school year. */
export const SCHOOL_TERMS: readonly SchoolTerm[] = ['autumn', 'spring', 'summer'];

/** The term that a half-term belongs to: `autumn-1` is in `autumn`. */
export function termOf(halfTerm: HalfTermId): SchoolTerm {
  return halfTerm.slice(0, -2) as SchoolTerm;
}

/** The half-terms, out of any year's, that start in this school year. */
export function halfTermsIn(schoolYear: SchoolYear, halfTerms: readonly HalfTerm[]): HalfTerm[] {
  const { first, last } = schoolYearDays(schoolYear);
  return halfTerms
    .filter(({ starts }) => starts >= first && starts <= last)
    .sort((a, b) => a.starts.localeCompare(b.starts));
}

/**
 * The half-term that a day is in: a known one, or for a holiday between two known ones the one before,
 * else by month. Null outside the school year.
 */
export function halfTermOn(
  date: string,
  schoolYear: SchoolYear,
  halfTerms: readonly HalfTerm[],
): HalfTermId | null {
  const year = yearSpan(schoolYear);
  if (date < year.starts || date > year.ends) return null;
  const started = halfTerms.filter(({ starts }) => starts <= date).at(-1);
  const nextId = started && HALF_TERMS[HALF_TERMS.indexOf(started.id) + 1];
  const known = started && (date <= started.ends || halfTerms.some(({ id }) => id === nextId));
  if (known) return started.id;
  return HALF_TERMS.find((id) => date <= usualSpan(schoolYear, id).ends) ?? null;
}

/** First to last day of a half-term: as given, else its usual dates. */
export function halfTermSpan(schoolYear: SchoolYear, id: HalfTermId, halfTerms: readonly HalfTerm[]): Span {
  const known = halfTerms.find((each) => each.id === id);
  return known ? { starts: known.starts, ends: known.ends } : usualSpan(schoolYear, id);
}

/** First to last day of a term. */
export function termSpan(schoolYear: SchoolYear, term: SchoolTerm, halfTerms: readonly HalfTerm[]): Span {
  return {
    starts: halfTermSpan(schoolYear, `${term}-1`, halfTerms).starts,
    ends: halfTermSpan(schoolYear, `${term}-2`, halfTerms).ends,
  };
}

/** First to last day of a school year's teaching, by month. */
function yearSpan(schoolYear: SchoolYear): Span {
  return { starts: usualSpan(schoolYear, 'autumn-1').starts, ends: usualSpan(schoolYear, 'summer-2').ends };
}

function usualSpan(schoolYear: SchoolYear, id: HalfTermId): Span {
  const { first, last } = schoolYearDays(schoolYear);
  const year = (termOf(id) === 'autumn' ? first : last).slice(0, 4);
  const [starts, ends] = USUAL[id];
  return { starts: `${year}-${starts}`, ends: `${year}-${ends}` };
}
