import type { CalendarEvent, Calendar, HalfTerm, Phase, SchoolYear } from '../programme/index.js';
import { halfTermOn, halfTermSpan, termOf, termSpan } from './half-terms.js';
import type { PlanItem } from './plan-item.js';
import { SOME_TIME } from './rhythm.js';

/** One year of one phase, with its known dates. */
export interface PhaseYear {
  readonly schoolYear: SchoolYear;
  readonly phase: Phase;
  readonly calendar: Calendar | null;
  /** Of this school year, in order; empty if no dates are known. */
  readonly halfTerms: readonly HalfTerm[];
}

/** When an item takes place, and on whose word. */
export type Standing = Pick<PlanItem, 'date' | 'time' | 'place' | 'term' | 'halfTerm' | 'basis' | 'source'>;

/** For an item of which nothing more is known. */
export const UNPLACED = {
  ...SOME_TIME,
  date: null,
  time: null,
  named: false,
  place: null,
  number: null,
  count: null,
  detail: null,
  note: null,
} as const;

/** @param which  distinguishes it from others of its kind in that year: a number, or a name */
export function idOf({ schoolYear, phase }: PhaseYear, kind: string, which: number | string): string {
  return [schoolYear.replace('/', '-'), phase.id, kind, which].join('/');
}

/** The hub's events of one kind for this phase, by date. */
export function eventsOf({ calendar, phase }: PhaseYear, kind: CalendarEvent['kind']): CalendarEvent[] {
  return (calendar?.events ?? [])
    .filter((event) => event.kind === kind && event.phase === phase.id)
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** When an event that a hub has fixed takes place. */
export function onEvent(year: PhaseYear, event: CalendarEvent): Standing {
  return {
    ...onDay(year, event.date),
    time: event.starts ? { starts: event.starts, ends: event.ends ?? null } : null,
    place: event.place ?? null,
    basis: year.calendar?.basis ?? 'hub',
    source: year.calendar?.source ?? [],
  };
}

export function onDay(year: PhaseYear, date: string): Pick<PlanItem, 'date' | 'term' | 'halfTerm'> {
  const halfTerm = halfTermOn(date, year.schoolYear, year.halfTerms);
  return { date, halfTerm, term: halfTerm && termOf(halfTerm) };
}

/** By date or place in the year; items without either come last. */
export function inOrder<T extends Pick<PlanItem, 'date' | 'term' | 'halfTerm'>>(
  { schoolYear, halfTerms }: PhaseYear,
  items: readonly T[],
): T[] {
  const firstDay = ({ date, halfTerm, term }: T): string => {
    if (date) return date;
    if (halfTerm) return halfTermSpan(schoolYear, halfTerm, halfTerms).starts;
    return term ? termSpan(schoolYear, term, halfTerms).starts : '9999';
  };
  return [...items].sort((a, b) => firstDay(a).localeCompare(firstDay(b)));
}
