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

/** Every term of a phase, in a reader's order: its kind and its label. */
export const TERMS = {
  summary: { kind: 'text', label: 'What it is' },
  alsoCalled: { kind: 'texts', label: 'Also called' },
  projectCode: { kind: 'text', label: 'Project code' },
  optional: { kind: 'flag', label: 'Optional' },
  duration: { kind: 'quantity', label: 'Length' },
  forWhom: { kind: 'texts', label: 'Who it is for' },
  ledBy: { kind: 'text', label: 'Who leads' },
  groupSize: { kind: 'quantity', label: 'Work Group size' },
  teachers: { kind: 'quantity', label: 'Teachers taking part' },
  teacherRoles: { kind: 'texts', label: 'Which teachers' },
  meetings: { kind: 'quantity', label: 'Work Group meetings' },
  meetingFrequency: { kind: 'frequency', label: 'How often the group meets' },
  meetingLength: { kind: 'quantity', label: 'Length of a meeting' },
  release: { kind: 'quantity', label: 'Release time' },
  betweenMeetings: { kind: 'text', label: 'Between meetings' },
  visits: { kind: 'quantity', label: 'Visits to the school' },
  visitFrequency: { kind: 'frequency', label: 'How often the school is visited' },
  headteacherMeetings: { kind: 'quantity', label: 'Headteacher meetings' },
  headteacherFrequency: { kind: 'frequency', label: 'How often headteachers meet' },
  headteacherFirstWorkshop: { kind: 'flag', label: 'The headteacher comes to the first workshop' },
  headteacher: { kind: 'texts', label: "The headteacher's part" },
  schoolCommitments: { kind: 'texts', label: 'What the school commits to' },
  focus: { kind: 'texts', label: 'What the group works on' },
  outcomes: { kind: 'texts', label: 'Intended outcomes' },
  charge: { kind: 'flag', label: 'Charge to the school' },
  funding: { kind: 'funding', label: 'Funding' },
  selection: { kind: 'text', label: 'How schools are selected' },
  priority: { kind: 'texts', label: 'Who has priority' },
  repeat: { kind: 'text', label: 'Taking part again' },
  next: { kind: 'phases', label: 'What comes next' },
} as const satisfies Record<string, { kind: TermKind; label: string }>;

/** The terms that a phase may state; {@link TERMS} says what kind of value each has. */
export type TermId = keyof typeof TERMS;

/** The terms of a phase: every one present, each cited, each possibly unknown (`value: null`). */
export type Terms = { readonly [K in TermId]: Sourced<TermValues[(typeof TERMS)[K]['kind']]> };
