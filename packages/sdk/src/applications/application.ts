import type { PhaseId } from '../programme/index.js';

/** Every answer that a form may ask for. A hub's own choice is in its {@link ApplicationForm}. */
export type FieldId =
  | 'schoolName'
  | 'urn'
  | 'postcode'
  | 'phase'
  | 'pastPhases'
  | 'name'
  | 'role'
  | 'email'
  | 'phone'
  | 'trn'
  | 'teacher1Role'
  | 'teacher1Name'
  | 'teacher1Email'
  | 'teacher2Role'
  | 'teacher2Name'
  | 'teacher2Email'
  | 'headName'
  | 'headEmail'
  | 'heardFrom';

/** Answers by field: text, except past phases, which are a list. An unanswered field is absent. */
export type Answers = { readonly [F in Exclude<FieldId, 'pastPhases'>]?: string } & {
  readonly pastPhases?: readonly PhaseId[];
};

/** One thing the school promises, in the edition's words. */
export interface Commitment {
  readonly id: string;
  readonly statement: string;
}

/** A school's application, or its request to hear when a window opens. Plain JSON, complete in itself. */
export interface Application {
  readonly format: 'maths-hubs-application/1';
  readonly kind: 'application' | 'interest';
  readonly hub: string;
  /** The terms the applicant saw. */
  readonly edition: { readonly schoolYear: string; readonly version: string };
  readonly answers: Answers;
  /** Answers to the phase's self-assessment, by question. */
  readonly readiness: Readonly<Record<string, string>>;
  /** What the applicant declares the headteacher agrees to; null where only interest is registered. */
  readonly agreement: { readonly declared: true; readonly commitments: readonly Commitment[] } | null;
  /** The data-protection notice that was shown, and when (ISO time; null where the page does not know). */
  readonly notice: { readonly version: string; readonly shownAt: string | null };
}

/** Distinguishes people from bots without cookies: a field that people do not see, and the time taken. */
export interface Guard {
  readonly leaveEmpty?: string;
  readonly seconds?: number;
}

/** What is wrong with an answer. */
export type FieldErrorCode = 'required' | 'invalid' | 'too-long' | 'not-offered' | 'out-of-date';

/**
 * A fault in one field. `field` is a {@link FieldId}, `readiness.<question>`, `agreement`, `edition`, `notice`,
 * `hub`, or `form` for the whole.
 */
export interface FieldError {
  readonly field: string;
  readonly code: FieldErrorCode;
  /** What is wrong and what to do, for the person who fills in the form. */
  readonly message: string;
}
