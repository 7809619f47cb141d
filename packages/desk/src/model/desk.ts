import type { Answers } from '@maths-hubs/sdk/applications';
import type { GridPlace, GroupSpecialist } from '@maths-hubs/sdk/groups';

/** The state of an application. */
export const STATES = ['new', 'in talks', 'offered', 'accepted', 'waiting', 'declined', 'withdrawn'] as const;
export type CaseState = (typeof STATES)[number];

/** What a member of staff may do for a hub: read, decide (states, notes, letters, groups), erase. */
export const ROLES = ['read', 'decide', 'erase'] as const;
/** One of {@link ROLES}: each is given by itself, and nothing is shown without `read`. */
export type Role = (typeof ROLES)[number];

export function isState(value: unknown): value is CaseState {
  return (STATES as readonly unknown[]).includes(value);
}

/** An application with all that the desk keeps beside it. */
export interface Case {
  readonly reference: string;
  readonly receivedAt: string;
  readonly kind: 'application' | 'interest';
  readonly schoolYear: string;
  readonly answers: Answers;
  readonly state: CaseState;
  /** Since when it is set aside as beyond what a day brings; null for the others. */
  readonly setAsideAt: string | null;
  readonly notes: readonly Note[];
  readonly letters: readonly Letter[];
  /** Where the school sees its own application: a secret link. Null without a service. */
  readonly receipt: string | null;
}

export interface Note {
  readonly at: string;
  readonly who: string;
  readonly text: string;
}

export const LETTER_KINDS = ['offer', 'waiting', 'decline', 'group'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export interface Letter {
  readonly at: string;
  readonly who: string;
  readonly kind: LetterKind;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** False for a letter that was copied, to be sent by hand. */
  readonly sent: boolean;
  /** Names of the files that went with it. */
  readonly attached: readonly string[];
}

/** So many lines of the log at once. */
export const AUDIT_PAGE = 500;

/** A line of the audit log. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly action: string;
  readonly reference: string | null;
  readonly detail: string | null;
}

/** Groups that were kept, by name: one of them is the hub's choice. */
export interface SavedPlan {
  readonly name: string;
  readonly phase: string;
  readonly groups: readonly {
    readonly specialist: string;
    readonly number: number;
    readonly schools: readonly string[];
    /** Days on which it meets, `2024-10-01`. */
    readonly dates: readonly string[];
  }[];
}

/** What the desk keeps for a hub beside its applications. */
export interface HubDesk {
  readonly specialists: readonly (GroupSpecialist & { readonly postcode?: string | null })[];
  /** Places by postcode. */
  readonly places: Readonly<Record<string, GridPlace>>;
  /** Trusts by URN, where the file of places has them. */
  readonly trusts?: Readonly<Record<string, string>>;
  readonly plans: readonly SavedPlan[];
  /** Name of the plan that schools are informed about. */
  readonly chosen: string | null;
  readonly pins: readonly { readonly school: string; readonly specialist: string }[];
}

export const EMPTY_DESK: HubDesk = { specialists: [], places: {}, plans: [], chosen: null, pins: [] };

/** Whoever is signed in, and for which hubs. */
export interface Me {
  readonly email: string;
  /** Goes with every change, so that no other site can make one. */
  readonly token: string;
  readonly hubs: readonly {
    readonly id: string;
    readonly name: string;
    readonly edition: string;
    readonly roles: readonly Role[];
    readonly retentionDays: number | null;
    readonly sendsMail: boolean;
    readonly contact: string | null;
  }[];
}
