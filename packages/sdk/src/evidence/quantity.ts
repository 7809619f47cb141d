import { formatMoney } from './money.js';
import type { Per, Quantity, Unit } from './sourced.js';

const PLURAL: Partial<Record<Unit, string>> = { person: 'people', percent: '%', pence: 'pence' };
const PER: Partial<Record<Per, string>> = { 'both-teachers': 'for both teachers together' };

/**
 * A counted amount in a reader's words: `6 or 7 schools`, `about 6 schools`, `up to 8 schools`,
 * `at least 10 days`, `6 to 12 schools`, `3 days per teacher`, `£1,000 per school`.
 */
export function formatQuantity(quantity: Quantity): string {
  const { unit, per, about } = quantity;
  const amount = formatRange(quantity);
  const counted =
    unit === 'pence' ? amount : unit === 'percent' ? `${amount}%` : `${amount} ${noun(quantity)}`;
  const whom = per === undefined ? '' : ` ${PER[per] ?? `per ${per}`}`;
  return `${about ? 'about ' : ''}${counted}${whom}`;
}

function formatRange({ min, max, unit }: Quantity): string {
  const written = (amount: number): string =>
    unit === 'pence' ? formatMoney(amount) : amount.toLocaleString('en-GB');
  if (min === null) return max === null ? 'an unknown number of' : `up to ${written(max)}`;
  if (max === null) return `at least ${written(min)}`;
  if (min === max) return written(min);
  return `${written(min)} ${max - min === 1 ? 'or' : 'to'} ${written(max)}`;
}

function noun({ min, max, unit }: Quantity): string {
  const last = max ?? min;
  return last === 1 ? unit : pluralOf(unit);
}

/** A unit in the plural: `schools`, `people`, `half-days`. */
export function pluralOf(unit: Unit): string {
  return PLURAL[unit] ?? `${unit}s`;
}
