import type { Pence } from '../evidence/index.js';
import { formatMoney } from '../evidence/index.js';

/** Whole pence from `min` to `max`, both possible; `max` is null where no bound is known. */
export interface PenceRange {
  readonly min: Pence;
  readonly max: Pence | null;
}

export const NOTHING: PenceRange = { min: 0, max: 0 };
export const ANY_AMOUNT: PenceRange = { min: 0, max: null };

export function exactly(pence: Pence): PenceRange {
  return { min: pence, max: pence };
}

export function upTo(pence: Pence | null): PenceRange {
  return { min: 0, max: pence };
}

/** Adds ranges of pence. The sum has no upper end if one of them has none; no ranges add up to 0. */
export function sumRanges(ranges: readonly PenceRange[]): PenceRange {
  return ranges.reduce(
    (sum, { min, max }) => ({
      min: sum.min + min,
      max: sum.max === null || max === null ? null : sum.max + max,
    }),
    NOTHING,
  );
}

/** A range of money in a reader's words: `£1,000`, `up to £2,000`, `£1,000 to £3,000`, `at least £1,000`, `not known`. */
export function formatMoneyRange({ min, max }: PenceRange): string {
  if (max === null) return min === 0 ? 'not known' : `at least ${formatMoney(min)}`;
  if (min === max) return formatMoney(min);
  return min === 0 ? `up to ${formatMoney(max)}` : `${formatMoney(min)} to ${formatMoney(max)}`;
}
