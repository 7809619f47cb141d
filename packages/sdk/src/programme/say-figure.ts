import { formatQuantity, type Quantity } from '../evidence/index.js';
import type { Statistic } from './programme-facts.js';

/** A source's own words for an inexact number, from its note: `Just over 1,500.` */
const OWN_WORDS = /^(Just over|Approaching|More than|Over|Up to) [\d,]+/;

/**
 * A figure in the words of its source if inexact: `just over 1,500 people`, `nearly 1,000 people`; else
 * the number with its unit: `8,461 schools`. A figure without a value is `not known`.
 */
export function sayFigure({ value, note }: Pick<Statistic, 'value' | 'note'>): string {
  if (value === null) return 'not known';
  const { unit } = value;
  const said =
    unit === 'hub' || unit === 'institution'
      ? formatQuantity({ ...value, unit: 'school' } as Quantity).replace(/\bschool(?=s?\b)/, unit)
      : formatQuantity(value as Quantity);
  const own = OWN_WORDS.exec(note ?? '');
  return own
    ? said.replace(
        /^(about )?(at least|up to)/,
        own[1] === 'Approaching' ? 'nearly' : (own[1] ?? '').toLowerCase(),
      )
    : said;
}
