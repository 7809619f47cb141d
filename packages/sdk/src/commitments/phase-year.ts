import type { CalendarEvent, Calendar, HalfTerm, Phase, SchoolYear } from '../programme/index.js';
import { halfTermOn, halfTermSpan, termOf, termSpan } from './half-terms.js';
import type { PlanItem } from './plan-item.js';
import { SOME_TIME } from './rhythm.js';

/** One year of one phase, with the dates that are known of it. */
export interface PhaseYear {
  readonly schoolYear: SchoolYear;
  readonly phase: Phase;
  readonly calendar: Calendar | null;
  /** Of this school year, in order; empty where no dates are known. */
  readonly halfTerms: readonly HalfTerm[];
}

/** Where a thing stands, and who put it there. */
export type Standing = Pick<PlanItem, 'date' | 'time' | 'place' | 'term' | 'halfTerm' | 'basis' | 'source'>;

/** What an item has while nothing more is known of it. */
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

/** @param which  what tells it from others of its kind in that year: a number, or a name */
export function idOf({ schoolYear, phase }: PhaseYear, kind: string, which: number | string): string {
  return [schoolYear.replace('/', '-'), phase.id, kind, which].join('/');
}

/** The hub's events of one kind for this phase, by date. */
export function eventsOf({ calendar, phase }: PhaseYear, kind: CalendarEvent['kind']): CalendarEvent[] {
  return (calendar?.events ?? [])
    .filter((event) => event.kind === kind && event.phase === phase.id)
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** The standing of what a hub has fixed. */
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

/** By date or place in the year; what stands at some time in the year comes last. */
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
