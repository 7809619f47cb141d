import ical, { ICalEventTransparency } from 'ical-generator';
import { citation, formatQuantity, InvalidDataError } from '../evidence/index.js';
import { halfTermSpan, termSpan, yearSpan, type Span } from './half-terms.js';
import type { CommitmentPlan, PlanItem, PlanYear } from './plan-item.js';

export interface CalendarOptions {
  /** When the file is made, in UTC: `2026-11-22T17:00:00Z`. A later file updates what an earlier one brought. */
  readonly stamp: string;
}

const BASIS = {
  stated: 'Stated in the source.',
  derived: 'Worked out from what the source states.',
  hub: 'Set by your hub.',
} as const;

/**
 * The plan as an iCalendar file (RFC 5545). What has no day yet is an all-day span that leaves the calendar free and
 * says "approximate"; the same thing keeps its identity when its day becomes known. Promises and release time are not
 * events and are left out, as is a year that is not known.
 * @throws {InvalidDataError} when the stamp is not a time in UTC
 */
export function toICalendar(plan: CommitmentPlan, { stamp }: CalendarOptions): string {
  const made = readStamp(stamp);
  const calendar = ical({
    name: plan.hub ? `Teaching for Mastery: ${plan.hub}` : 'Teaching for Mastery',
    prodId: '//Maths Hubs//Commitment plan//EN',
  });
  for (const year of plan.years)
    for (const item of year.items.filter(({ kind }) => kind !== 'promise' && kind !== 'release')) {
      const span = spanOf(item, year);
      if (!span) continue;
      calendar.createEvent({
        id: `${item.id}@teaching-for-mastery`,
        stamp: made,
        lastModified: made,
        sequence: Math.floor(made.getTime() / 60_000),
        allDay: true,
        start: dayAt(span.starts),
        end: dayAt(span.ends, 1),
        summary: titleOf(item),
        description: describe(item, year, plan),
        transparency:
          item.date && item.kind !== 'claim'
            ? ICalEventTransparency.OPAQUE
            : ICalEventTransparency.TRANSPARENT,
        ...(item.place ? { location: item.place } : {}),
      });
    }
  return calendar.toString();
}

function titleOf({ title, number, date }: PlanItem): string {
  const numbered = number ? ` ${number.n}${number.of ? ` of ${number.of}` : ''}` : '';
  return `${title}${numbered}${date ? '' : ' (approximate)'}`;
}

function describe(
  { detail, count, basis, note, source, date }: PlanItem,
  year: PlanYear,
  plan: CommitmentPlan,
): string {
  const sources = source.flatMap((id) => plan.sources[id] ?? []).map(citation);
  return [
    `${year.name}, ${year.schoolYear}.`,
    detail,
    count ? `${formatQuantity(count)} in the year.` : null,
    date ? null : 'The day is not set yet: ask your hub.',
    note ?? BASIS[basis],
    ...sources,
  ]
    .filter((part) => part !== null)
    .join('\n');
}

function spanOf({ date, halfTerm, term }: PlanItem, { schoolYear, halfTerms }: PlanYear): Span | null {
  if (date) return { starts: date, ends: date };
  if (!schoolYear) return null;
  if (halfTerm) return halfTermSpan(schoolYear, halfTerm, halfTerms);
  return term ? termSpan(schoolYear, term, halfTerms) : yearSpan(schoolYear);
}

function dayAt(day: string, later = 0): Date {
  return new Date(Date.parse(day) + later * 86_400_000);
}

function readStamp(stamp: string): Date {
  const time = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(stamp) ? new Date(stamp) : null;
  if (time && !Number.isNaN(time.getTime())) return time;
  throw new InvalidDataError('calendar stamp', [
    {
      path: 'stamp',
      found: stamp,
      expected: 'a time in UTC, like 2026-11-22T17:00:00Z',
      remedy: 'Give the time when the file is made: new Date().toISOString().',
    },
  ]);
}
