import type { Basis, Quantity, Sourced, SourceId, Unit } from '../facts/index.js';
import type { Frequency } from '../programme/index.js';
import { HALF_TERMS, SCHOOL_TERMS, termOf, type HalfTermId, type SchoolTerm } from './half-terms.js';
import { allows, exactly, sourcesOf } from './quantities.js';

/** When a thing stands in the school year: in a half-term, in a term, or (both null) at some time in it. */
export interface Slot {
  readonly term: SchoolTerm | null;
  readonly halfTerm: HalfTermId | null;
}

export const SOME_TIME: Slot = { term: null, halfTerm: null };

/** Times in a school year, by what the sources say of it. */
export interface Rhythm {
  /** One for each time where the rhythm is known; else a single one that stands for all of them. */
  readonly slots: readonly Slot[];
  /** How many times in the year; null where it is not known. */
  readonly count: Quantity | null;
  readonly basis: Basis;
  readonly source: readonly SourceId[];
}

const SLOTS: Partial<Record<Frequency, readonly Slot[]>> = {
  'half-termly': HALF_TERMS.map((halfTerm) => ({ term: termOf(halfTerm), halfTerm })),
  termly: SCHOOL_TERMS.map((term) => ({ term, halfTerm: null })),
  yearly: [SOME_TIME],
};

/**
 * Places a thing in the school year by how often it happens. A count without a rhythm, or against it,
 * is not spread over the year: it stands at some time in it. Null where nothing is known.
 */
export function rhythmOf(count: Sourced<Quantity>, frequency: Sourced<Frequency>, unit: Unit): Rhythm | null {
  const slots = frequency.value && SLOTS[frequency.value];
  if (slots && (!count.value || (isEvents(count.value.unit) && allows(count.value, slots.length))))
    return {
      slots,
      count: count.value ?? exactly(slots.length, unit),
      basis: frequency.basis,
      source: sourcesOf(frequency),
    };
  if (!count.value && !frequency.value) return null;
  const { basis } = count.value ? count : frequency;
  return { slots: [SOME_TIME], count: count.value, basis, source: sourcesOf(count, frequency) };
}

/** How many times a year: the count, else what the rhythm comes to. */
export function countInYear(
  count: Sourced<Quantity>,
  frequency: Sourced<Frequency>,
  unit: Unit,
): Sourced<Quantity> {
  const slots = frequency.value && SLOTS[frequency.value];
  if (count.value || !slots) return count;
  return {
    value: exactly(slots.length, unit),
    source: frequency.source,
    basis: frequency.basis === 'hub' ? 'hub' : 'derived',
    note: `Counted from "${frequency.value}", in a school year of three terms and six half-terms.`,
  };
}

function isEvents(unit: Unit): boolean {
  return unit === 'meeting' || unit === 'visit' || unit === 'half-day';
}
