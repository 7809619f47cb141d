/** Texts of every widget that speaks of one year's terms; a hub replaces any by its key through `<mh-settings>`. */
export const YEAR_STRINGS = {
  'year.terms': 'Terms for {year}',
  'year.hub-terms': 'Terms for {year}, stated by {hub}',
  'year.past': 'These are the {year} terms. Ask your hub about this year.',
  'year.find': 'Find your Maths Hub',
  'year.ask': 'Ask your hub',
  'year.loading': 'Loading the terms…',
  'year.unknown-year': 'This page asks for a year that we have no terms for.',
  'year.unreadable': "This hub's terms could not be read. What stands below still holds.",
  'year.editor': 'For the person who looks after this page',
  'year.no-phases':
    'No public source states the school phases of {year}. Ask your hub what it offers this year.',
  'year.sources': 'Where these facts come from',
  'year.free': 'Free of charge',
  'year.charged': 'There is a charge',
  'year.invitation': 'by invitation only',
  'year.up-to': 'up to {amount}',
  'year.not-stated': 'amount not stated',
} as const;

/** A widget's own texts with those that every widget of a year has. */
export type YearText<T extends Readonly<Record<string, string>> = Record<never, string>> = (
  key: (keyof T & string) | keyof typeof YEAR_STRINGS,
  values?: Readonly<Record<string, string | number>>,
) => string;
