import { formatMoney, formatQuantity } from '../evidence/index.js';
import type { PhaseId } from './edition.js';
import { FREQUENCY_WORDS, TERM_KINDS } from './terms.js';
import type { FundingTerm, TermId, Terms, TermValues } from './terms.js';

/** The words that go around a term's value. Whoever shows terms passes their own, so that a hub can replace them. */
export interface TermWords {
  readonly free: string;
  readonly charged: string;
  readonly yes: string;
  readonly no: string;
  readonly notStated: string;
  readonly byInvitation: string;
  readonly upTo: (sum: string) => string;
  readonly per: (sum: string, per: FundingTerm['per']) => string;
  /** A phase's name, by its id. */
  readonly phase: (id: PhaseId) => string;
}

/** Plain English for a reader; phases by their ids. Spread it and override some with your own words. */
export const TERM_WORDS: TermWords = {
  free: 'Free of charge',
  charged: 'There is a charge',
  yes: 'Yes',
  no: 'No',
  notStated: 'amount not stated',
  byInvitation: 'by invitation only',
  upTo: (sum) => `up to ${sum}`,
  per: (sum, per) => `${sum} per ${per}`,
  phase: (id) => id,
};

/** A term's value in words. A term that lists things gives a list, which may be empty. */
export type TermText = string | readonly string[];

type Sayers = {
  readonly [K in keyof TermValues]: (value: TermValues[K], words: TermWords, id: TermId) => TermText;
};

const SAY: Sayers = {
  quantity: formatQuantity,
  text: (value) => value,
  texts: (value) => value,
  flag: (value, { free, charged, yes, no }, id) =>
    id === 'charge' ? (value ? charged : free) : value ? yes : no,
  frequency: (value) => FREQUENCY_WORDS[value],
  phases: (value, { phase }) => value.map((id) => phase(id)).join(', '),
  funding: (value, words) => value.map((term) => sayFunding(term, words)),
};

/**
 * The value of a term in words, without markup: a web page, a terminal and a form add their own.
 * @param value  a known value; the words for an unknown depend on the place
 * @example
 * sayTerm('charge', false, TERM_WORDS); // 'Free of charge'
 * sayTerm('teachers', { min: 2, max: 2, unit: 'teacher' }, TERM_WORDS); // '2 teachers'
 */
export function sayTerm<K extends TermId>(
  id: K,
  value: NonNullable<Terms[K]['value']>,
  words: TermWords,
): TermText {
  const say = SAY[TERM_KINDS[id]] as (value: unknown, words: TermWords, id: TermId) => TermText;
  return say(value, words, id);
}

/**
 * One sum of money with its conditions, in a line.
 * @example
 * 'Release time: £1,000 per school (by invitation only)'
 */
export function sayFunding(term: FundingTerm, words: TermWords): string {
  const { pence, kind, per, description, byInvitation, condition } = term;
  const sum = pence === null ? words.notStated : words.per(formatMoney(pence), per);
  const amount = kind === 'match-ceiling' && pence !== null ? words.upTo(sum) : sum;
  const limits = [byInvitation ? words.byInvitation : '', condition ?? ''].filter(Boolean).join('; ');
  return `${description && `${description}: `}${amount}${limits && ` (${limits})`}`;
}
