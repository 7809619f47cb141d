import type { Cited } from '../evidence/index.js';
import type { Edition, PhaseId, RecruitmentWindow } from './edition.js';
import { compareSchoolYears, schoolYearOf } from './school-year.js';

/** Whether schools may apply. A hub may declare `register-interest` and `fully-booked`; `unknown` means no window at all. */
export type RecruitmentState =
  'open' | 'closing-soon' | 'closed' | 'register-interest' | 'fully-booked' | 'unknown';

/** Whether schools may apply on a day, and the window that says so. */
export interface RecruitmentStatus extends Cited {
  readonly status: RecruitmentState;
  /** Null if the edition has no window. */
  readonly window: RecruitmentWindow | null;
  /** Last day to apply; set while the window is open. */
  readonly closes: string | null;
  /** First day of the next window, if a later one is known. */
  readonly opens: string | null;
}

/** The day and phase in question. */
export interface RecruitmentQuestion {
  /** The ISO day in question. */
  readonly on: string;
  /** Only windows for this phase, or for every phase; all windows by default. */
  readonly phase?: PhaseId;
  /** An open window is closing soon when it has this many days left, or fewer; 14 by default. */
  readonly closingSoonDays?: number;
}

/** The most helpful window decides. */
const BEST_FIRST: readonly RecruitmentState[] = [
  'closing-soon',
  'open',
  'register-interest',
  'fully-booked',
  'closed',
  'unknown',
];

/**
 * Whether schools may apply. What a hub sets by hand applies, except that nothing is open after its last day, and
 * everything is closed once the edition's school year is over. A window with a last day and no first day counts as open
 * until then.
 * @throws {InvalidSchoolYearError} when `on` is not an ISO day
 */
export function recruitmentStatus(
  edition: Edition,
  { on, phase, closingSoonDays = 14 }: RecruitmentQuestion,
): RecruitmentStatus {
  const yearIsOver = compareSchoolYears(schoolYearOf(on), edition.schoolYear) > 0;
  const windows = edition.recruitment.filter(
    ({ phases }) => phase === undefined || phases.length === 0 || phases.includes(phase),
  );
  const opens = windows
    .flatMap((window) => (window.opens && window.opens > on ? [window.opens] : []))
    .sort()
    .at(0);
  const [best] = windows
    .map((window) => ({
      window,
      status: yearIsOver ? ('closed' as const) : statusOf(window, on, closingSoonDays),
    }))
    .sort((a, b) => BEST_FIRST.indexOf(a.status) - BEST_FIRST.indexOf(b.status));
  const isOpen = best?.status === 'open' || best?.status === 'closing-soon';
  return {
    status: best?.status ?? (yearIsOver ? 'closed' : 'unknown'),
    window: best?.window ?? null,
    closes: (isOpen && best.window.closes) || null,
    opens: opens ?? null,
    source: best?.window.source ?? [],
    basis: yearIsOver ? 'derived' : (best?.window.basis ?? 'stated'),
  };
}

function statusOf(
  { opens, closes, status }: RecruitmentWindow,
  on: string,
  closingSoonDays: number,
): RecruitmentState {
  if (status && status !== 'open') return status;
  if (closes && on > closes) return 'closed';
  if (!status && opens && on < opens) return 'closed';
  if (closes) return daysFrom(on, closes) <= closingSoonDays ? 'closing-soon' : 'open';
  return status || opens ? 'open' : 'unknown';
}

function daysFrom(day: string, later: string): number {
  return (Date.parse(later) - Date.parse(day)) / 86_400_000;
}

/** What a school can do on a day: apply, or register interest. */
export interface Applying {
  readonly kind: 'application' | 'interest';
  /** Why it can only register interest: the school year is over, or the hub takes no applications. Null if it may apply. */
  readonly because: 'year-over' | 'closed' | 'fully-booked' | null;
  /** First day of the next window, if known. */
  readonly opens: string | null;
}

/**
 * Whether a school may apply under these terms on a day. Nobody applies under the terms of a past year, and only a
 * hub's own terms can close applications; the status line, the checker and the form all use this.
 * @throws {InvalidSchoolYearError} when `on` is not an ISO day
 */
export function applyingOn(edition: Edition, question: Pick<RecruitmentQuestion, 'on' | 'phase'>): Applying {
  if (compareSchoolYears(schoolYearOf(question.on), edition.schoolYear) > 0)
    return { kind: 'interest', because: 'year-over', opens: null };
  if (edition.hub === null) return { kind: 'application', because: null, opens: null };
  const { status, opens } = recruitmentStatus(edition, question);
  if (status === 'fully-booked') return { kind: 'interest', because: 'fully-booked', opens };
  if (status === 'closed' || status === 'register-interest')
    return { kind: 'interest', because: 'closed', opens };
  return { kind: 'application', because: null, opens };
}
