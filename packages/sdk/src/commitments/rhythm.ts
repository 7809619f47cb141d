import type { Basis, Quantity, Sourced, SourceId, Unit } from '../evidence/index.js';
import { FREQUENCY_WORDS, type Frequency } from '../programme/index.js';
import { HALF_TERMS, SCHOOL_TERMS, termOf, type HalfTermId, type SchoolTerm } from './half-terms.js';
import { allows, exactly, sourcesOf } from './quantities.js';

/** When a thing happens in the school year: in a half-term, in a term, or (both null) at some time in it. */
export interface Slot {
  readonly term: SchoolTerm | null;
  readonly halfTerm: HalfTermId | null;
}

export const SOME_TIME: Slot = { term: null, halfTerm: null };

/** Times in a school year, as far as the sources say. */
export interface Rhythm {
  /** One for each time if the rhythm is known; else one that stands for them all. */
  readonly slots: readonly Slot[];
  /** How many times in the year; null if unknown. */
  readonly count: Quantity | null;
  readonly basis: Basis;
  /** How the count was worked out; null where it is stated. */
  readonly note: string | null;
  readonly source: readonly SourceId[];
}

const SLOTS: Partial<Record<Frequency, readonly Slot[]>> = {
  'half-termly': HALF_TERMS.map((halfTerm) => ({ term: termOf(halfTerm), halfTerm })),
  termly: SCHOOL_TERMS.map((term) => ({ term, halfTerm: null })),
  yearly: [SOME_TIME],
};

/**
 * Places a thing in the school year by how often it happens. A count without a rhythm, or against it,
 * is not spread over the year: it is at some time in it. Null if nothing is known.
 */
export function rhythmOf(count: Sourced<Quantity>, frequency: Sourced<Frequency>, unit: Unit): Rhythm | null {
  const slots = frequency.value && SLOTS[frequency.value];
  const inYear = countInYear(count, frequency, unit);
  if (slots && (!count.value || (isEvents(count.value.unit) && allows(count.value, slots.length))))
    return {
      slots,
      count: inYear.value,
      basis: count.value ? frequency.basis : inYear.basis,
      note: (!count.value && inYear.note) || null,
      source: sourcesOf(frequency),
    };
  if (!count.value && !frequency.value) return null;
  const { basis } = count.value ? count : frequency;
  return { slots: [SOME_TIME], count: count.value, basis, note: null, source: sourcesOf(count, frequency) };
}

/** How many times a year: the count, else that of the rhythm. */
export function countInYear(
  count: Sourced<Quantity>,
  frequency: Sourced<Frequency>,
  unit: Unit,
): Sourced<Quantity> {
  const slots = frequency.value && SLOTS[frequency.value];
  if (count.value || !frequency.value || !slots) return count;
  return {
    value: exactly(slots.length, unit),
    source: frequency.source,
    basis: frequency.basis === 'hub' ? 'hub' : 'derived',
    note: `Worked out from “${FREQUENCY_WORDS[frequency.value]}”: ${slots.length} in a school year.`,
  };
}

function isEvents(unit: Unit): boolean {
  return unit === 'meeting' || unit === 'visit' || unit === 'half-day';
}
