export type {
  Answers,
  Application,
  Commitment,
  FieldError,
  FieldErrorCode,
  FieldId,
  Guard,
} from './application.js';
export { checkApplication } from './check.js';
export type { CheckedApplication, SentApplication } from './check.js';
export { commitmentsOf } from './commitments.js';
export type { PhaseCommitments } from './commitments.js';
export { DRAFT_DAYS, migrateDraft, newDraft } from './draft.js';
export type { Draft, Migration } from './draft.js';
export { FIELDS, MAX_LENGTH, SECTIONS } from './fields.js';
export type { Field, FieldDefinition, FieldKind, Section, SectionId } from './fields.js';
export { applicationForm } from './form.js';
export type {
  ApplicationForm,
  ApplicationTerms,
  FieldChoice,
  Notice,
  OfferedPhase,
  ReadinessQuestion,
} from './form.js';
export { applicationFromEntries } from './form-data.js';
export { submit } from './submit.js';
export type { SubmitOptions, SubmitResult } from './submit.js';
export { answersInWords } from './summary.js';
export type { AnswerLine } from './summary.js';
