import * as z from 'zod/mini';
import { tidy } from '../typed/index.js';
import { faultIn, ID, keptAs, MAX_PHASES, PATTERNS } from './answer.js';
import type { Application, FieldError, Guard } from './application.js';
import { checkApplication } from './check.js';
import { FIELDS, MAX_LENGTH } from './fields.js';
import type { FieldKind } from './fields.js';
import type { ApplicationForm } from './form.js';

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
/** Most commitments of an agreement, and most characters of one. */
const MAX_COMMITMENTS = 60;
const MAX_STATEMENT = 2000;
const id = z.string().check(z.regex(ID));
const text = z.string().check(z.overwrite(tidy), z.maxLength(MAX_LENGTH));

/** An answer of one kind; an empty one is none. */
function answer(kind: FieldKind): z.ZodMiniType<unknown, unknown> {
  if (kind === 'phases') return z.array(id).check(z.maxLength(MAX_PHASES));
  const kept = z.string().check(
    z.overwrite((typed) => keptAs(kind, typed)),
    z.maxLength(MAX_LENGTH),
  );
  const right = kept.check(z.refine((written) => written === '' || faultIn(kind, written) === undefined));
  const pattern = PATTERNS[kind];
  return pattern ? right.check(z.regex(new RegExp(`^$|${pattern.source}`))) : right;
}

/**
 * An application as it is sent: its shape, and what each answer can be. {@link parseApplication} checks it
 * against one hub's form. Published as JSON Schema.
 */
export const applicationSchema = z.object({
  format: z.literal('maths-hubs-application/1'),
  kind: z.enum(['application', 'interest']),
  hub: id,
  edition: z.object({ schoolYear: z.string().check(z.regex(/^\d{4}\/\d{2}$/)), version: text }),
  answers: z.partial(z.object(Object.fromEntries(FIELDS.map(({ id, kind }) => [id, answer(kind)])))),
  readiness: z.catchall(z.object({}), text),
  agreement: z.nullable(
    z.object({
      declared: z.literal(true),
      commitments: z
        .array(z.object({ id, statement: z.string().check(z.maxLength(MAX_STATEMENT)) }))
        .check(z.maxLength(MAX_COMMITMENTS)),
    }),
  ),
  notice: z.object({ version: text, shownAt: z.nullable(z.string().check(z.regex(ISO_TIME))) }),
  guard: z.optional(z.object({ leaveEmpty: z.optional(z.string()), seconds: z.optional(z.number()) })),
});

type Commitments = readonly { readonly id: string; readonly statement: string }[];

/** Checks an agreement's commitments at once: piece by piece they took half the time of reading an application. */
function areCommitments(given: unknown): given is Commitments {
  return (
    Array.isArray(given) &&
    given.length <= MAX_COMMITMENTS &&
    given.every((each: unknown) => {
      const { id, statement } = (each ?? {}) as Record<string, unknown>;
      return (
        typeof id === 'string' &&
        ID.test(id) &&
        typeof statement === 'string' &&
        statement.length <= MAX_STATEMENT
      );
    })
  );
}

/** Answers by their names, each still unread. */
const unread = z.custom<Readonly<Record<string, unknown>>>(
  (given) => typeof given === 'object' && given !== null && !Array.isArray(given),
);

/** The same, with answers still unread. */
const envelope = z.extend(applicationSchema, {
  answers: unread,
  readiness: unread,
  agreement: z.nullable(
    z.object({
      declared: z.literal(true),
      commitments: z.custom<Commitments>(areCommitments),
    }),
  ),
});

/** An application with its guard, or all its faults. */
export type ParsedApplication =
  | { readonly ok: true; readonly application: Application; readonly guard: Guard }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Checks a value that came from outside against what a hub asks. Text is tidied (white space, invisible characters),
 * postcodes are written with one space; answers that the hub does not ask for are dropped.
 * Reports all faults at once, each with a message for the person: first what cannot be read, then in the form's order.
 */
export function parseApplication(json: unknown, form: ApplicationForm): ParsedApplication {
  const parsed = z.safeParse(envelope, json);
  if (!parsed.success) return { ok: false, errors: withUnread(json, parsed.error.issues, form) };
  const { guard } = parsed.data;
  const { errors, application } = checkApplication(parsed.data, form);
  if (errors.length > 0) return { ok: false, errors };
  const { format, kind, hub, edition, answers, readiness, notice } = application;
  // They are the same, and those of the form are nothing else.
  const asked = form.phases.find(({ id }) => id === answers.phase)?.commitments ?? [];
  const agreement = application.agreement && ({ declared: true, commitments: asked } as const);
  return {
    ok: true,
    application: { format, kind, hub, edition, answers, readiness, agreement, notice },
    guard: {
      ...(guard?.leaveEmpty !== undefined && { leaveEmpty: guard.leaveEmpty }),
      ...(guard?.seconds !== undefined && { seconds: guard.seconds }),
    },
  };
}

/** What cannot be read, and what is wrong with the rest. */
function withUnread(
  json: unknown,
  issues: readonly z.core.$ZodIssue[],
  form: ApplicationForm,
): readonly FieldError[] {
  const unread = new Map(issues.map(({ path: [part] }) => [part, explain(part)]));
  if (typeof json !== 'object' || json === null || unread.has(undefined)) return [...unread.values()];
  const rest = z.safeParse(envelope, {
    format: 'maths-hubs-application/1',
    kind: 'interest',
    hub: form.hub,
    edition: form.edition,
    answers: {},
    readiness: {},
    agreement: null,
    notice: { version: form.notice.version, shownAt: null },
    ...Object.fromEntries(Object.entries(json).filter(([part]) => !unread.has(part))),
  });
  const others = rest.success ? checkApplication(rest.data, form).errors : [];
  const errors = new Map<string, FieldError>();
  for (const error of [...unread.values(), ...others])
    if (!errors.has(error.field)) errors.set(error.field, error);
  return [...errors.values()];
}

function explain(part: PropertyKey | undefined): FieldError {
  if (part === 'agreement' || part === 'edition' || part === 'notice' || part === 'hub')
    return { field: part, code: 'invalid', message: `This part of the form could not be read: ${part}` };
  return {
    field: 'form',
    code: 'invalid',
    message: `This is not an application this service can read${part === undefined ? '' : `: ${String(part)}`}`,
  };
}
