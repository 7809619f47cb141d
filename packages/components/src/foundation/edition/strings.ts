import type { Text } from '../strings.js';
import type { Strings } from '../wording.js';

/** Texts of every widget that speaks of one year's terms; a hub replaces any by its key through `<mh-settings>`. */
export const YEAR_STRINGS = {
  'year.terms': 'Terms for {year}',
  'year.hub-terms': 'Terms for {year}, stated by {hub}',
  'year.past': 'These details are from {year}. Check with your hub what is on offer in {now}.',
  'year.ask': 'Ask your hub',
  'year.ask-about': 'No public source states: {things}. Ask your hub.',
  'year.loading': 'Loading the terms…',
  'year.unknown-year': 'This page asks for a year that we have no terms for.',
  'year.unreadable': 'This hub’s terms could not be read. The plain text below still applies.',
  'year.no-phases':
    'No public source states the school phases of {year}. Ask your hub what it offers this year.',
  'year.sources': 'Where these facts come from',
  'year.proofs': 'How the rules were checked',
  'year.asks': 'What it asks of your school',
  'year.advice': 'Good to know',
  'year.hub-decides': 'Your hub decides',
  'year.hub-some': 'In some cases your hub decides.',
  'year.hub-otherwise': 'Otherwise, ask your hub.',
  'year.hub-cases': '{cases}: ask your hub.',
  'year.worked-out': 'Worked out, not stated in so many words.',
  'year.money-release': 'Money for release',
  'year.money-textbooks': 'Money for textbooks',
  'year.money-other': 'Other money',
  'year.free': 'Free of charge',
  'year.charged': 'There is a charge',
  'year.invitation': 'by invitation only',
  'year.not-stated': 'amount not stated',
} as const;

/** Reads one text of a widget of a year: its own, or one that such widgets share. */
export type YearText<Own extends Strings = Record<never, string>> = Text<Own & typeof YEAR_STRINGS>;
