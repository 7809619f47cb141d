import type { Quantity, Sourced } from '../evidence/index.js';

/** How often something happens in a school year, if a source gives a rhythm rather than a count. */
export type Frequency = 'half-termly' | 'termly' | 'yearly' | 'regular';

/** A rhythm in a reader's words. */
export const FREQUENCY_WORDS: Readonly<Record<Frequency, string>> = {
  'half-termly': 'every half-term',
  termly: 'every term',
  yearly: 'every year',
  regular: 'regularly',
};

/**
 * Money a school may receive.
 * `fixed` is a set sum; `match-ceiling` is the most that matched spending can bring;
 * `not-stated` is money that a source promises without a figure.
 */
export interface FundingTerm {
  readonly id: string;
  readonly purpose: 'release' | 'textbooks' | 'other';
  readonly kind: 'fixed' | 'match-ceiling' | 'not-stated';
  /** Pence; null where the source gives none. */
  readonly pence: number | null;
  readonly per: 'school' | 'teacher';
  readonly description: string;
  /** Share of the school's spend that is matched, 1 for pound-for-pound; null if no source states it. */
  readonly matchRate?: number | null;
  /** The school is invited by the Department; it cannot simply claim. */
  readonly byInvitation?: true;
  /** The condition for payment, in words. */
  readonly condition?: string;
  /** Textbook schemes on the Department's list that year. */
  readonly eligible?: readonly string[];
  /** Last day to claim, ISO date. */
  readonly claimBy?: string;
  readonly oncePerSchool?: true;
}

/** What kind of value each term of a phase holds. One table drives the types, the schema, the diff and the editor's form. */
export interface TermValues {
  quantity: Quantity;
  text: string;
  texts: readonly string[];
  flag: boolean;
  frequency: Frequency;
  phases: readonly string[];
  funding: readonly FundingTerm[];
}

/** The kinds of value that a term may have. */
export type TermKind = keyof TermValues;

/** Every term of a phase, in a reader's order, with the kind of its value. Their labels stand in `term-labels.ts`. */
export const TERM_KINDS = {
  summary: 'text',
  alsoCalled: 'texts',
  projectCode: 'text',
  optional: 'flag',
  duration: 'quantity',
  forWhom: 'texts',
  ledBy: 'text',
  groupSize: 'quantity',
  teachers: 'quantity',
  teacherRoles: 'texts',
  meetings: 'quantity',
  meetingFrequency: 'frequency',
  meetingLength: 'quantity',
  release: 'quantity',
  betweenMeetings: 'text',
  visits: 'quantity',
  visitFrequency: 'frequency',
  headteacherMeetings: 'quantity',
  headteacherFrequency: 'frequency',
  headteacherFirstWorkshop: 'flag',
  headteacher: 'texts',
  schoolCommitments: 'texts',
  focus: 'texts',
  outcomes: 'texts',
  charge: 'flag',
  funding: 'funding',
  selection: 'text',
  priority: 'texts',
  repeat: 'text',
  next: 'phases',
} as const satisfies Readonly<Record<string, TermKind>>;

/** The terms that a phase may state; {@link TERM_KINDS} says what kind of value each has. */
export type TermId = keyof typeof TERM_KINDS;

/** The terms of a phase: every one present, each cited, each possibly unknown (`value: null`). */
export type Terms = { readonly [K in TermId]: Sourced<TermValues[(typeof TERM_KINDS)[K]]> };
