import * as z from 'zod/mini';
import { formatPostcode } from '../postcodes/index.js';
import type { Answers, Application, FieldError, FieldErrorCode, Guard } from './application.js';
import { FIELDS, MAX_LENGTH } from './fields.js';
import type { Field, FieldKind } from './fields.js';
import type { ApplicationForm, OfferedPhase } from './form.js';

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim();

const text = z.string().check(z.overwrite(tidy), z.maxLength(MAX_LENGTH));
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const id = z.string().check(z.regex(/^[\w.-]{1,80}$/));

/** HTML's own rule for an e-mail address, with a dot in the domain, so that no page and no service disagree. */
const EMAIL =
  /^(?:|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+)$/i;

const ANSWER: Readonly<Record<FieldKind, z.ZodMiniType<unknown, unknown>>> = {
  text,
  email: z.string().check(z.overwrite(tidy), z.maxLength(MAX_LENGTH), z.regex(EMAIL)),
  tel: pattern(/^(?:|(?=(?:\D*\d){7,15}\D*$)[\d ()+-]{7,30})$/),
  postcode: z.string().check(
    z.overwrite((typed) => formatPostcode(typed) ?? tidy(typed)),
    z.refine((written) => written === '' || formatPostcode(written) !== null),
  ),
  urn: pattern(/^(?:|\d{5,6})$/),
  trn: pattern(/^(?:|\d{7})$/),
  phase: pattern(/^[\w.-]{0,80}$/),
  phases: z.array(id).check(z.maxLength(20)),
};

function pattern(form: RegExp): z.ZodMiniType<string, string> {
  return z.string().check(z.overwrite(tidy), z.regex(form));
}

/**
 * An application as it is sent: its shape, and what each answer can be. What one hub's form asks in one year is
 * checked by {@link parseApplication}. Published as JSON Schema.
 */
export const applicationSchema = z.object({
  format: z.literal('maths-hubs-application/1'),
  kind: z.enum(['application', 'interest']),
  hub: id,
  edition: z.object({ schoolYear: z.string().check(z.regex(/^\d{4}\/\d{2}$/)), version: text }),
  answers: z.partial(z.object(Object.fromEntries(FIELDS.map(({ id, kind }) => [id, ANSWER[kind]])))),
  readiness: z.catchall(z.object({}), text),
  agreement: z.nullable(
    z.object({
      declared: z.literal(true),
      commitments: z
        .array(z.object({ id, statement: z.string().check(z.maxLength(2000)) }))
        .check(z.maxLength(60)),
    }),
  ),
  notice: z.object({ version: text, shownAt: z.nullable(z.string().check(z.regex(ISO_TIME))) }),
  guard: z.optional(z.object({ leaveEmpty: z.optional(z.string()), seconds: z.optional(z.number()) })),
});

export type ParsedApplication =
  | { readonly ok: true; readonly application: Application; readonly guard: Guard }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Checks a value that came from outside against what a hub asks. Text is tidied (white space, invisible characters),
 * postcodes are written with one space; answers that the hub does not ask are dropped, not kept.
 * All faults are told at once, in the form's order, each with a message for the person.
 */
export function parseApplication(json: unknown, form: ApplicationForm): ParsedApplication {
  const parsed = z.safeParse(applicationSchema, json);
  if (!parsed.success) return { ok: false, errors: inOrder(parsed.error.issues.map(explain(form)), form) };
  const { guard, ...sent } = parsed.data;
  const answers: Answers = Object.fromEntries(
    form.fields.flatMap(({ id }) => {
      const answer = sent.answers[id];
      return answer === undefined || answer === '' ? [] : [[id, answer]];
    }),
  );
  const phase = form.phases.find((each) => each.id === answers.phase);
  const asked = phase?.readiness ?? [];
  const application: Application = {
    ...sent,
    answers,
    readiness: Object.fromEntries(
      Object.entries(sent.readiness).filter(
        ([id, answer]) => answer !== '' && asked.some((q) => q.id === id),
      ),
    ),
    agreement: sent.kind === 'interest' ? null : sent.agreement,
  };
  const errors = [...faultsOfTerms(application, form), ...faultsOfAnswers(application, form, phase)];
  if (errors.length > 0) return { ok: false, errors: inOrder(errors, form) };
  return {
    ok: true,
    application,
    guard: {
      ...(guard?.leaveEmpty !== undefined && { leaveEmpty: guard.leaveEmpty }),
      ...(guard?.seconds !== undefined && { seconds: guard.seconds }),
    },
  };
}

const RELOAD = 'Load the page again and read the terms once more; your answers can stay as they are';

function faultsOfTerms({ hub, edition, notice }: Application, form: ApplicationForm): FieldError[] {
  const errors: FieldError[] = [];
  if (hub !== form.hub)
    errors.push({ field: 'hub', code: 'invalid', message: 'This form belongs to another hub' });
  if (edition.schoolYear !== form.edition.schoolYear || edition.version !== form.edition.version)
    errors.push({
      field: 'edition',
      code: 'out-of-date',
      message: `The hub's terms have changed since this page was opened. ${RELOAD}`,
    });
  if (notice.version !== form.notice.version)
    errors.push({
      field: 'notice',
      code: 'out-of-date',
      message: `The data-protection notice has changed since this page was opened. ${RELOAD}`,
    });
  return errors;
}

function faultsOfAnswers(
  { kind, answers, readiness, agreement }: Application,
  form: ApplicationForm,
  phase: OfferedPhase | undefined,
): FieldError[] {
  const errors: FieldError[] = form.fields
    .filter(({ id, required }) => required && answers[id] === undefined)
    .map(({ id, missing }) => ({ field: id, code: 'required', message: missing }));
  if (answers.phase !== undefined && phase === undefined) errors.push(notOffered('phase', form));
  if (answers.pastPhases?.some((past) => !form.pastPhases.some(({ id }) => id === past)))
    errors.push(notOffered('pastPhases', form));
  if (kind === 'interest') return errors;
  for (const { id, options, required } of phase?.readiness ?? []) {
    const answer = readiness[id];
    if (answer === undefined ? required : !options.some(({ value }) => value === answer))
      errors.push({
        field: `readiness.${id}`,
        code: answer === undefined ? 'required' : 'not-offered',
        message: 'Select one of the answers',
      });
  }
  if (agreement === null)
    errors.push({
      field: 'agreement',
      code: 'required',
      message: 'Confirm that the headteacher agrees to the commitments',
    });
  else if (phase !== undefined && !sameCommitments(agreement.commitments, phase))
    errors.push({
      field: 'agreement',
      code: 'out-of-date',
      message: `These are not the commitments that the hub asks for. ${RELOAD}`,
    });
  return errors;
}

function sameCommitments(
  agreed: readonly { id: string; statement: string }[],
  { commitments }: OfferedPhase,
): boolean {
  return (
    agreed.length === commitments.length &&
    commitments.every(({ id, statement }, index) => {
      const other = agreed[index];
      return other?.id === id && other.statement === statement;
    })
  );
}

function notOffered(id: 'phase' | 'pastPhases', form: ApplicationForm): FieldError {
  const field = form.fields.find((each) => each.id === id);
  return { field: id, code: 'not-offered', message: field?.invalid ?? 'Select from the list' };
}

function explain(form: ApplicationForm): (issue: z.core.$ZodIssue) => FieldError {
  return (issue) => {
    const [part, id] = issue.path.map(String);
    if (part === 'answers' && id !== undefined) {
      const field = form.fields.find((each) => each.id === id) ?? FIELDS.find((each) => each.id === id);
      if (field !== undefined) return faultOf(field, issue);
    }
    if (part === 'readiness' && id !== undefined)
      return { field: `readiness.${id}`, code: 'invalid', message: 'Select one of the answers' };
    if (part === 'agreement' || part === 'edition' || part === 'notice' || part === 'hub')
      return { field: part, code: 'invalid', message: `This part of the form could not be read: ${part}` };
    return {
      field: 'form',
      code: 'invalid',
      message: `This is not an application this service can read${part === undefined ? '' : `: ${part}`}`,
    };
  };
}

function faultOf(field: Pick<Field, 'id' | 'label' | 'invalid'>, issue: z.core.$ZodIssue): FieldError {
  const long = issue.code === 'too_big';
  const code: FieldErrorCode = long ? 'too-long' : 'invalid';
  const message = long ? `${field.label} must be ${MAX_LENGTH} characters or fewer` : field.invalid;
  return { field: field.id, code, message };
}

/** One fault a field, in the order in which the form asks. */
function inOrder(errors: readonly FieldError[], form: ApplicationForm): FieldError[] {
  const order = ['form', 'hub', 'edition', ...form.fields.map(({ id }) => String(id))];
  const rank = ({ field }: FieldError): number => {
    const place = order.indexOf(field);
    return place === -1 ? order.length : place;
  };
  const first = new Map<string, FieldError>();
  for (const error of errors) if (!first.has(error.field)) first.set(error.field, error);
  return [...first.values()].sort((a, b) => rank(a) - rank(b));
}
