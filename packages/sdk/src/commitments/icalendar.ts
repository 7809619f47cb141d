import { citation, formatQuantity, type Basis } from '../evidence/index.js';
import { InvalidDataError } from '../evidence/index.js';
import { halfTermSpan, HALF_TERMS, termOf, type HalfTermId } from './half-terms.js';
import { writeIcal, type IcalEvent } from './ical-text.js';
import type { CommitmentPlan, PlanItem, PlanYear } from './plan-item.js';
import { titleOfItem } from './title.js';

export { writeIcal } from './ical-text.js';

/** What goes into the calendar file, and when it is made. */
export interface CalendarOptions {
  /** When the file is made, in UTC: `2026-11-22T17:00:00Z`. A later file updates an earlier one's events. */
  readonly stamp: string;
  /** First day to include, ISO day; the day of the stamp by default. */
  readonly from?: string;
  /** The school whose calendar it is, by its URN or another id, which keeps two schools' entries apart. */
  readonly school?: string;
  /** Whether each half-term with unset dates gets a reminder to ask for them; `true` by default. */
  readonly reminders?: boolean;
}

const BASIS: Readonly<Record<Basis, string>> = {
  stated: 'Stated in the source.',
  derived: 'Worked out from what the source states.',
  hub: 'Set by your hub.',
};

/**
 * The plan as an iCalendar file (RFC 5545) for a headteacher: what has a day, with its times, and one reminder per half-term
 * to ask for the days that are not set. All-day items do not show as busy. Nothing is in the past, and an item has the same
 * UID in every file, made from the hub, the year and the phase.
 * @returns the file's text; without events when nothing is to come
 * @throws {InvalidDataError} when the stamp is not a time in UTC, or `from` is not an ISO day
 */
export function toICalendar(plan: CommitmentPlan, options: CalendarOptions): string {
  return writeIcal({
    name: plan.hub ? `Teaching for Mastery: ${plan.hub}` : 'Teaching for Mastery',
    stamp: readStamp(options.stamp),
    events: calendarEvents(plan, options),
  });
}

/** The events of that file, so that a page can count them before it makes one. */
export function calendarEvents(plan: CommitmentPlan, options: CalendarOptions): readonly IcalEvent[] {
  readStamp(options.stamp);
  const from = readDay(options.from ?? options.stamp.slice(0, 10));
  const mark = markOf(plan, options.school);
  return plan.years.flatMap((year) => [
    ...datedEvents(year, plan, mark, from),
    ...(options.reminders === false ? [] : reminders(year, mark, from)),
  ]);
}

/** Distinguishes this plan's entries from those of another hub's or school's plan. */
function markOf({ hubId, hub }: CommitmentPlan, school: string | undefined): string {
  return [hubId ?? slug(hub ?? 'national'), ...(school ? [slug(school)] : [])].join('.');
}

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const isEvent = ({ kind }: PlanItem): boolean => kind !== 'promise' && kind !== 'release';

function datedEvents(year: PlanYear, plan: CommitmentPlan, mark: string, from: string): IcalEvent[] {
  return year.items.flatMap((item): IcalEvent[] => {
    const { id, date, time, place } = item;
    if (!date || date < from || !isEvent(item)) return [];
    return [
      {
        uid: `${id}.${mark}@teaching-for-mastery`,
        summary: titleOfItem(item),
        description: describe(item, year, plan),
        day: date,
        starts: time?.starts ?? null,
        ends: time?.ends ?? null,
        busy: time !== null && item.kind !== 'claim',
        ...(place ? { location: place } : {}),
      },
    ];
  });
}

function describe(item: PlanItem, year: PlanYear, plan: CommitmentPlan): string {
  const { detail, count, basis, note, source } = item;
  return [
    `${year.name}, ${year.schoolYear ?? ''}.`,
    detail,
    count ? `${formatQuantity(count)} in the year.` : null,
    note ?? BASIS[basis],
    ...source.flatMap((id) => plan.sources[id] ?? []).map(citation),
  ]
    .filter((part) => part !== null)
    .join('\n');
}

/** Kinds whose day is worth asking for; work between meetings has none. */
const ASKED: readonly PlanItem['kind'][] = [
  'meeting',
  'first-workshop',
  'headteacher-meeting',
  'visit',
  'claim',
];

/** One reminder for each half-term that is not over: what belongs there and has no day yet. */
function reminders(year: PlanYear, mark: string, from: string): IcalEvent[] {
  const { schoolYear, phase, halfTerms } = year;
  if (schoolYear === null) return [];
  const open = year.items.filter((item) => item.date === null && ASKED.includes(item.kind));
  return HALF_TERMS.flatMap((halfTerm): IcalEvent[] => {
    const { starts, ends } = halfTermSpan(schoolYear, halfTerm, halfTerms);
    const here = open.filter((item) => placeOf(item) === halfTerm);
    const [first] = here;
    if (!first || ends < from) return [];
    const more = here.length > 1 ? `, and ${here.length - 1} more` : '';
    return [
      {
        uid: `${schoolYear.replace('/', '-')}/${phase}/reminder/${halfTerm}.${mark}@teaching-for-mastery`,
        summary: `Ask for the date of ${titleOfItem(first)}${more}`,
        description: [
          `${year.name}, ${schoolYear}. No day is set yet for:`,
          ...here.map((item) => `- ${titleOfItem(item)}`),
        ].join('\n'),
        day: starts < from ? from : starts,
        starts: null,
        ends: null,
        busy: false,
      },
    ];
  });
}

/** The half-term in which to ask: its own, the first of its term, or the first of the year. */
function placeOf({ halfTerm, term }: PlanItem): HalfTermId {
  return halfTerm ?? HALF_TERMS.find((id) => term !== null && termOf(id) === term) ?? 'autumn-1';
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

function readDay(day: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))) return day;
  throw new InvalidDataError('calendar', [
    {
      path: 'from',
      found: day,
      expected: 'an ISO day, like 2026-11-22',
      remedy: 'Give the first day that the calendar should hold.',
    },
  ]);
}
