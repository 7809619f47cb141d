import type { Basis, Quantity, Source, SourceId, Sourced } from '../evidence/index.js';
import type { HalfTerm, PhaseId } from '../programme/index.js';
import type { HalfTermId, SchoolTerm } from './half-terms.js';

/** What an entry of a plan is. */
export type PlanKind =
  | 'meeting'
  | 'between-meetings'
  | 'visit'
  | 'headteacher-meeting'
  | 'first-workshop'
  | 'release'
  | 'claim'
  | 'promise'
  | 'other';

/**
 * One thing that a school promises or receives, on a day, in a half-term, in a term,
 * or, where all three are null, at some time in the school year.
 */
export interface PlanItem {
  /** Stable across plans, whether or not the day is known yet. */
  readonly id: string;
  readonly kind: PlanKind;
  readonly side: 'gives' | 'receives';
  readonly who: 'teachers' | 'headteacher' | 'school' | 'specialist';
  readonly title: string;
  /** Whether the title is the hub's own, and so takes no number. */
  readonly named: boolean;
  readonly detail: string | null;
  readonly term: SchoolTerm | null;
  readonly halfTerm: HalfTermId | null;
  /** ISO day, where the hub has set it or a source states it. */
  readonly date: string | null;
  /** Times of the day, `09:30`, English local time; null if the hub has set none. The end may be open. */
  readonly time: { readonly starts: string; readonly ends: string | null } | null;
  readonly place: string | null;
  /** Number within the year; `of` is null where no source counts them. */
  readonly number: { readonly n: number; readonly of: number | null } | null;
  /** Set on an item that stands for several times, or for an amount of time. */
  readonly count: Quantity | null;
  /** `stated` in a source, `derived` from what sources state, or set by the `hub`. */
  readonly basis: Basis;
  /** How the number of times was worked out; null where a source states it, or there is none. */
  readonly note: string | null;
  readonly source: readonly SourceId[];
}

/** What no source states for this year, so ask the hub. The sources are those that were searched. */
export interface PlanUnknown {
  readonly kind: PlanKind;
  readonly title: string;
  readonly source: readonly SourceId[];
}

/** Totals of one year of a phase. Each may be unknown. */
export interface PlanTotals {
  /** All teachers added together. Unit `day`, per `school`. */
  readonly teacherDays: Sourced<Quantity>;
  readonly meetings: Sourced<Quantity>;
  readonly visits: Sourced<Quantity>;
  readonly headteacherMeetings: Sourced<Quantity>;
  /** Unknown unless a source says how long the headteacher's meetings are. Unit `half-day`. */
  readonly headteacherHalfDays: Sourced<Quantity>;
}

/** One school year of a plan. */
export interface PlanYear {
  readonly schoolYear: string | null;
  readonly phase: PhaseId;
  readonly name: string;
  readonly yearOfPhase: number;
  /** Why this year's terms are not known; null where they are. Nothing is carried forward from another year. */
  readonly missing: string | null;
  /** The half-terms whose dates are known. */
  readonly halfTerms: readonly HalfTerm[];
  /** By date or place in the year; items without either come last. */
  readonly items: readonly PlanItem[];
  readonly unknowns: readonly PlanUnknown[];
  readonly totals: PlanTotals;
}

/** What a school promises and receives, year by year, from the phase it joins. */
export interface CommitmentPlan {
  readonly entryPhase: PhaseId;
  /** The hub that the plan is for, if given. */
  readonly hub: string | null;
  /** Id of the hub whose terms these are; null for the national evidence. */
  readonly hubId: string | null;
  readonly years: readonly PlanYear[];
  /** Every source that the plan cites. */
  readonly sources: Readonly<Record<SourceId, Source>>;
}
