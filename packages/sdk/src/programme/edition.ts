import type { Basis, Quantity, Source, SourceId, Sourced } from '../evidence/index.js';
import type { Condition } from '../rules/index.js';
import type { Terms } from './terms.js';

/** `readiness`, `development`, `embedding`, `sustaining`, `introductory`, `continuing`, or a hub's own (kebab-case). */
export type PhaseId = string;

/** A requirement for joining a phase: a bar, or only advice. */
export interface Requirement {
  readonly id: string;
  /** The rule in words a headteacher would use. */
  readonly statement: string;
  readonly condition: Condition;
  readonly effect: 'bars' | 'advises';
  readonly source: readonly SourceId[];
  readonly basis: Basis;
  readonly note?: string;
}

/** One phase of the programme in one school year: its terms, and the requirements for joining. */
export interface Phase<Id extends PhaseId = PhaseId> {
  readonly id: Id;
  /** Its name in that year's sources. */
  readonly name: Sourced<string>;
  readonly terms: Terms;
  readonly requirements: readonly Requirement[];
}

/** A door into the programme: where a school starts, and which schools it is for. */
export interface EntryPoint {
  readonly phase: PhaseId;
  readonly forWhom: string;
  readonly source: readonly SourceId[];
  readonly basis: Basis;
}

/**
 * A way on for a school: into a phase, to the secondary programme, or to its hub where the year has no phase for it.
 * It advises and never bars. For each school, exactly one of a year's doors is right.
 */
export interface Door {
  readonly id: string;
  /** The primary programme if absent. */
  readonly programme?: 'secondary';
  /** Null where the edition has no phase for such a school. */
  readonly phase: PhaseId | null;
  /** Why this door, in words a headteacher would use. */
  readonly statement: string;
  /** The schools it is right for. */
  readonly condition: Condition;
  readonly source: readonly SourceId[];
  readonly basis: Basis;
}

/** A move from one phase to another, or one that is ruled out. */
export interface Transition {
  readonly from: PhaseId;
  readonly to: PhaseId;
  readonly rule: 'expected' | 'allowed' | 'not-allowed' | 'optional';
  readonly statement: string;
  readonly source: readonly SourceId[];
  readonly basis: Basis;
}

/** A time in which schools may apply. ISO days; either end may be unknown. */
export interface RecruitmentWindow {
  readonly id: string;
  /** Phases it is for; empty means every phase. */
  readonly phases: readonly PhaseId[];
  readonly opens: string | null;
  readonly closes: string | null;
  /** Set by hand where dates do not show it. */
  readonly status?: 'open' | 'closed' | 'fully-booked' | 'register-interest';
  /** Ways to apply: a page, a form, the hub; absent where no source says. */
  readonly where?: readonly string[];
  readonly note?: string;
  readonly source: readonly SourceId[];
  readonly basis: Basis;
}

/** A half-term of a hub's or council's school year: ISO days, both included. */
export interface HalfTerm {
  readonly id: 'autumn-1' | 'autumn-2' | 'spring-1' | 'spring-2' | 'summer-1' | 'summer-2';
  readonly starts: string;
  readonly ends: string;
}

/** A dated event that a hub has fixed: `meeting`, `visit`, `headteacher-meeting`, `first-workshop`, `claim`, `other`. */
export interface CalendarEvent {
  readonly id: string;
  readonly kind: 'meeting' | 'visit' | 'headteacher-meeting' | 'first-workshop' | 'claim' | 'other';
  readonly phase: PhaseId;
  readonly date: string;
  /** `09:30`, English local time; no end without a start. */
  readonly starts?: string;
  readonly ends?: string;
  readonly title?: string;
  readonly place?: string;
}

/** The half-terms and dated events of a school year, and who says so. */
export interface Calendar {
  readonly halfTerms: readonly HalfTerm[];
  readonly events: readonly CalendarEvent[];
  readonly source: readonly SourceId[];
  readonly basis: Basis;
}

/** Another Maths Hubs project that this programme leads to or runs alongside. */
export interface LinkedProject {
  readonly id: string;
  readonly name: string;
  readonly projectCode: string | null;
  readonly summary: string;
  /** Phase a school must be in or have reached, where a source says so. */
  readonly requires: readonly PhaseId[];
  readonly prerequisite: string | null;
  readonly source: readonly SourceId[];
  readonly basis: Basis;
}

/** What that year's sources say about the people who lead the Work Groups. */
export interface SpecialistTerms {
  readonly cohort: Sourced<number>;
  readonly recruited: Sourced<Quantity>;
  readonly perHub: Sourced<Quantity>;
  readonly firstYearDays: Sourced<Quantity>;
  readonly laterYearDays: Sourced<Quantity>;
  readonly residentials: Sourced<string>;
  readonly eligibility: Sourced<readonly string[]>;
  readonly funding: Sourced<string>;
  readonly applyBy: Sourced<string>;
}

/**
 * The terms of one school year: ours from public evidence, or a hub's own in the same format.
 * @typeParam Id  its known phases: those of one of our years, so that a misspelt one does not
 * compile; any text for a file that is read, or for a hub's changed terms
 */
export interface Edition<Id extends PhaseId = PhaseId> {
  readonly format: 'maths-hubs-edition/1';
  /** `2020/21`. */
  readonly schoolYear: string;
  /** The hub whose terms these are; null for the national evidence. */
  readonly hub: string | null;
  /** Changes with any change of the data, so that a decision can be replayed: an ISO date, or a hub's own label. */
  readonly version: string;
  readonly evidence: 'good' | 'partial' | 'thin' | 'none' | 'hub';
  /** What a reader should know about this year's evidence as a whole. */
  readonly note?: string;
  /** Every source that a value of this edition cites. */
  readonly sources: Readonly<Record<SourceId, Source>>;
  /** In the order a school meets them; empty if no source has any. */
  readonly phases: readonly Phase<Id>[];
  readonly entryPoints: readonly EntryPoint[];
  /** Which school goes where; empty where the edition states no rule for it. */
  readonly doors: readonly Door[];
  readonly transitions: readonly Transition[];
  readonly recruitment: readonly RecruitmentWindow[];
  readonly calendar: Calendar | null;
  readonly linkedProjects: readonly LinkedProject[];
  readonly specialists: SpecialistTerms | null;
  /** How to get in touch, where a hub states it. */
  readonly contact?: Contact;
}

/** A hub's public contact: roles, never persons. Links are `https:`, `mailto:` or `tel:`. */
export interface Contact {
  readonly name: string;
  readonly website?: string;
  readonly email?: string;
  readonly telephone?: string;
}
