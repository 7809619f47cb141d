import type { Quantity, Sourced, Unit } from '../evidence/index.js';
import type { Frequency, Terms } from '../programme/index.js';
import { eventsOf, idOf, inOrder, onEvent, UNPLACED, type PhaseYear, type Standing } from './phase-year.js';
import type { PlanItem } from './plan-item.js';
import { exactly } from './quantities.js';
import { rhythmOf, SOME_TIME, type Rhythm, type Slot } from './rhythm.js';

/** What recurs in the year: its count and its rhythm in the terms. */
interface Recurring extends Pick<PlanItem, 'side' | 'who' | 'title'> {
  readonly kind: 'meeting' | 'visit' | 'headteacher-meeting';
  /** Title of an item that stands for several times. */
  readonly plural: string;
  readonly unit: Unit;
  readonly count: (terms: Terms) => Sourced<Quantity>;
  readonly frequency: (terms: Terms) => Sourced<Frequency>;
}

export const MEETINGS: Recurring = {
  kind: 'meeting',
  side: 'gives',
  who: 'teachers',
  title: 'Work Group meeting',
  plural: 'Work Group meetings',
  unit: 'meeting',
  count: ({ meetings }) => meetings,
  frequency: ({ meetingFrequency }) => meetingFrequency,
};

export const VISITS: Recurring = {
  kind: 'visit',
  side: 'receives',
  who: 'specialist',
  title: 'Visit to the school',
  plural: 'Visits to the school',
  unit: 'visit',
  count: ({ visits }) => visits,
  frequency: ({ visitFrequency }) => visitFrequency,
};

export const HEADTEACHER_MEETINGS: Recurring = {
  kind: 'headteacher-meeting',
  side: 'gives',
  who: 'headteacher',
  title: 'Headteacher meeting',
  plural: 'Headteacher meetings',
  unit: 'meeting',
  count: ({ headteacherMeetings }) => headteacherMeetings,
  frequency: ({ headteacherFrequency }) => headteacherFrequency,
};

type Placed = Standing &
  Partial<Pick<PlanItem, 'note'>> &
  Pick<PlanItem, 'count'> & { readonly title?: string | undefined };

/** One item for each time, numbered through the year; or one that stands for several at unknown times. */
export function recurringItems(year: PhaseYear, what: Recurring): PlanItem[] {
  const { kind, side, who, title, plural, unit } = what;
  const dated = eventsOf(year, kind).map((event): Placed => ({
    ...onEvent(year, event),
    title: event.title,
    count: null,
  }));
  const rhythm = rhythmOf(what.count(year.phase.terms), what.frequency(year.phase.terms), unit);
  const placed = inOrder(year, rhythm ? place(rhythm, dated, unit) : dated);
  const of = placed.some(({ count }) => count) ? exact(rhythm?.count ?? null) : placed.length;
  return placed.map(({ title: named, ...standing }, index): PlanItem => {
    const single = standing.date !== null || standing.term !== null;
    return {
      ...UNPLACED,
      ...standing,
      id: idOf(year, kind, single ? index + 1 : 'in-the-year'),
      kind,
      side,
      who,
      title: named ?? (single ? title : plural),
      named: named !== undefined,
      number: single ? { n: index + 1, of } : null,
    };
  });
}

/**
 * Puts a hub's events in the places that the rhythm gives. Every event appears once; a place without an event stays
 * open, unless the events do not show which place that is: then what is left has no place in the year.
 */
function place(
  { basis, note, source, count, slots }: Rhythm,
  dated: readonly Placed[],
  unit: Unit,
): Placed[] {
  const open = (slot: Slot, several: Quantity | null = null): Placed => ({
    ...UNPLACED,
    ...slot,
    count: several,
    basis,
    note,
    source,
  });
  if (slots.length === 1) {
    if (dated.length === 0) return [open(SOME_TIME, count)];
    const left = count && less(count, dated.length);
    return left?.min ? [...dated, open(SOME_TIME, left)] : [...dated];
  }
  const free = slots.filter(
    ({ halfTerm, term }) =>
      !dated.some((each) => (halfTerm ? each.halfTerm === halfTerm : each.term === term)),
  );
  const left = Math.max(0, slots.length - dated.length);
  if (free.length === left) return [...dated, ...free.map((slot) => open(slot))];
  return left === 0 ? [...dated] : [...dated, open(SOME_TIME, exactly(left, unit))];
}

function less(count: Quantity, taken: number): Quantity {
  const rest = (end: number | null): number | null => (end === null ? null : Math.max(0, end - taken));
  return { ...count, min: rest(count.min), max: rest(count.max) };
}

function exact(count: Quantity | null): number | null {
  return count && count.min === count.max && !count.about ? count.min : null;
}
