import { faultIn, readAnswer, whyNot } from './answer.js';
import type { Application, FieldError, FieldErrorCode } from './application.js';
import { MAX_LENGTH } from './fields.js';
import type { Field } from './fields.js';
import type { ApplicationForm, OfferedPhase } from './form.js';

/** An application whose answers are unchecked. */
export interface SentApplication extends Omit<Application, 'answers' | 'readiness'> {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly readiness: Readonly<Record<string, unknown>>;
}

/** The result of checking an application. */
export interface CheckedApplication {
  /** Every fault at once, one per field, in the form's order. */
  readonly errors: readonly FieldError[];
  /** As stored: answers tidied, and none that the hub does not ask for. Complete only if there are no errors. */
  readonly application: Application;
}

/**
 * Checks an application against what a hub asks in one year. The page and the service share it, so they agree.
 */
export function checkApplication(sent: SentApplication, form: ApplicationForm): CheckedApplication {
  const { hub, kind, edition, agreement, notice } = sent;
  const errors: FieldError[] = [];
  const fault = (field: string, code: FieldErrorCode, message: string): void => {
    errors.push({ field, code, message });
  };
  if (hub !== form.hub) fault('hub', 'invalid', 'This form belongs to another hub');
  if (edition.schoolYear !== form.edition.schoolYear || edition.version !== form.edition.version)
    fault('edition', 'out-of-date', changed("The hub's terms have"));

  const answers: Record<string, string | readonly string[]> = {};
  for (const field of form.fields) {
    const { id, label, missing, invalid } = field;
    const answer = readAnswer(field.kind, sent.answers[id]);
    const code = faultOf(field, answer, form);
    if (code === 'required') fault(id, code, missing);
    else if (code === 'too-long') fault(id, code, `${label} must be ${MAX_LENGTH} characters or fewer`);
    else if (code) fault(id, code, (typeof answer === 'string' && whyNot(field.kind, answer)) || invalid);
    else if (answer) answers[id] = answer;
  }

  const phase = form.phases.find(({ id }) => id === answers.phase);
  const readiness: Record<string, string> = {};
  if (kind === 'application') {
    for (const { id, options, required } of phase?.readiness ?? []) {
      const answer = readAnswer('text', sent.readiness[id]);
      const chosen = options.find(({ value }) => value === answer);
      if (chosen) readiness[id] = chosen.value;
      else if (answer !== undefined || required)
        fault(
          `readiness.${id}`,
          answer === undefined ? 'required' : 'not-offered',
          'Select one of the answers',
        );
    }
    if (agreement === null)
      fault('agreement', 'required', 'Confirm that the headteacher agrees to the commitments');
    else if (phase && !sameCommitments(agreement.commitments, phase))
      fault('agreement', 'out-of-date', changed('The commitments that the hub asks for have'));
  }
  if (notice.version !== form.notice.version)
    fault('notice', 'out-of-date', changed('The data-protection notice has'));
  return {
    errors,
    application: { ...sent, answers, readiness, agreement: kind === 'application' ? agreement : null },
  };
}

function faultOf(
  { id, kind, required }: Field,
  answer: ReturnType<typeof readAnswer>,
  { phases, pastPhases }: ApplicationForm,
): FieldErrorCode | undefined {
  if (answer === undefined) return required ? 'required' : undefined;
  if (answer === null) return 'invalid';
  const offered = id === 'phase' ? phases : pastPhases;
  const known = (chosen: string): boolean => offered.some((phase) => phase.id === chosen);
  if (typeof answer !== 'string') return answer.every(known) ? undefined : 'not-offered';
  return faultIn(kind, answer) ?? (kind === 'phase' && !known(answer) ? 'not-offered' : undefined);
}

function changed(what: string): string {
  return `${what} changed since this page was opened. Load the page again and read the terms once more; your answers can stay as they are`;
}

function sameCommitments(agreed: OfferedPhase['commitments'], { commitments }: OfferedPhase): boolean {
  return (
    agreed.length === commitments.length &&
    commitments.every(({ id, statement }, index) => {
      const other = agreed[index];
      return other?.id === id && other.statement === statement;
    })
  );
}
