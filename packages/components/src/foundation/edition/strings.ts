import type { Text } from '../strings.js';
import type { Strings } from '../wording.js';
import type { TERM_STRINGS } from './term-strings.js';

/** Texts of every widget that speaks of one year's terms; those of the terms themselves stand beside. A hub replaces any by its key through `<mh-settings>`. */
export const YEAR_STRINGS = {
  'year.terms': 'Terms for {year}',
  'year.hub-terms': 'Terms for {year}, stated by {hub}',
  'year.past': 'These details are from {year}. Check with your hub what is on offer in {now}.',
  'year.ask': 'Ask your hub',
  'year.loading': 'Loading the terms…',
  'year.unknown-year': 'This page asks for a year that we have no terms for.',
  'year.unreadable': 'This hub’s terms could not be read. The plain text below still applies.',
  'year.no-phases':
    'No public source states the school phases of {year}. Ask your hub what it offers this year.',
  'year.sources': 'Where these facts come from',
  'year.proofs': 'How the rules were checked',
} as const;

/** Reads one text of a widget of a year: its own, or one that such widgets share. */
export type YearText<Own extends Strings = Record<never, string>> = Text<Own & typeof YEAR_STRINGS>;

/** The same, of a widget that lists terms or requirements. */
export type TermsText<Own extends Strings = Record<never, string>> = YearText<Own & typeof TERM_STRINGS>;
