import * as z from 'zod/mini';
import { day, flag, id, list, oneOf, strict, text } from '../ground/schema.js';
import { quantity } from '../evidence/schema.js';
import type { Schema } from '../ground/schema.js';
import type { Condition, FactValue } from '../rules/index.js';
import type { Contact } from './edition.js';
import { TERM_IDS } from './fill.js';
import { isSchoolYear } from './school-year.js';
import { TERM_KINDS } from './terms.js';
import type { FundingTerm, TermKind, Terms, TermValues } from './terms.js';

export const maybe = z.exactOptional;
export const texts = list(text, 'a list of texts');
const time = z
  .string({ error: 'a time of the day' })
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'a time of the day, such as 09:30' }));
const pence = z
  .number({ error: 'whole pence, or null' })
  .check(
    z.refine(Number.isInteger, { error: 'whole pence\nWrite £10.50 as 1050.' }),
    z.minimum(0, { error: 'an amount from 0' }),
  );

const funding = strict({
  id,
  purpose: oneOf(['release', 'textbooks', 'other']),
  kind: oneOf(['fixed', 'match-ceiling', 'not-stated']),
  pence: z.nullable(pence),
  per: oneOf(['school', 'teacher']),
  description: text,
  matchRate: maybe(
    z.nullable(
      z
        .number({ error: 'a share such as 1, or null' })
        .check(z.positive({ error: 'a share above 0\nWrite 1 for pound-for-pound.' })),
    ),
  ),
  byInvitation: maybe(z.literal(true, { error: 'true, or nothing' })),
  condition: maybe(text),
  eligible: maybe(texts),
  claimBy: maybe(day),
  oncePerSchool: maybe(z.literal(true, { error: 'true, or nothing' })),
}).check(
  z.refine<FundingTerm>(({ kind, pence }) => kind !== 'not-stated' || pence === null, {
    path: ['pence'],
    error: 'null, because the kind is not-stated\nWrite null, or choose another kind.',
  }),
) satisfies Schema<FundingTerm>;

const factValue = z.union([z.string(), z.number(), z.boolean()], {
  error: 'text, a number, true or false',
}) satisfies Schema<FactValue>;
const limit = z.number({ error: 'a number' });
const parts = z.lazy(() =>
  list(condition, 'a list of conditions').check(z.minLength(1, { error: 'at least one condition' })),
);

/** One rule in JSON: exactly one of the shapes of `Condition`. */
const condition: Schema<Condition> = z.union(
  [
    strict({ all: parts }),
    strict({ any: parts }),
    strict({ not: z.lazy(() => condition) }),
    strict({ fact: text, is: factValue }),
    strict({
      fact: text,
      in: list(factValue, 'a list of values').check(z.minLength(1, { error: 'at least one value' })),
    }),
    strict({ fact: text, atLeast: limit }),
    strict({ fact: text, atMost: limit }),
    strict({ atLeast: limit, of: parts }),
    strict({ hubDecides: text, for: maybe(text) }),
  ],
  {
    error:
      'a condition\nUse exactly one of: all, any, atLeast with of, not, hubDecides, or fact with one of is, in, atLeast, atMost.',
  },
);

/** Whether JSON has the shape of a rule. */
export function isCondition(json: unknown): json is Condition {
  return z.safeParse(condition, json).success;
}

/** A value of each kind of term. */
export const VALUE = {
  quantity,
  text,
  texts,
  flag,
  frequency: oneOf(['half-termly', 'termly', 'yearly', 'regular']),
  phases: list(id, 'a list of phase ids'),
  funding: list(funding, 'a list of sums'),
} satisfies { readonly [K in TermKind]: Schema<TermValues[K]> };

/** A schema with every term of the table optional; `wrap` makes what holds a value. */
export function termsSchema(wrap: (value: Schema<unknown>) => Schema<unknown>): Schema<Partial<Terms>> {
  const shape = TERM_IDS.map((term) => [term, maybe(wrap(VALUE[TERM_KINDS[term]]))]);
  return strict(Object.fromEntries(shape) as Record<string, Schema<unknown>>) as unknown as Schema<
    Partial<Terms>
  >;
}

/** Shared by editions and overrides, without the evidence, which each states in its own way. */
export const shapes = {
  requirement: {
    id,
    statement: text,
    condition,
    effect: oneOf(['bars', 'advises']),
    note: maybe(text),
  },
  entryPoint: { phase: id, forWhom: text },
  door: {
    id,
    programme: maybe(z.literal('secondary', { error: '"secondary", or nothing' })),
    phase: z.nullable(id),
    statement: text,
    condition,
  },
  transition: {
    from: id,
    to: id,
    rule: oneOf(['expected', 'allowed', 'not-allowed', 'optional']),
    statement: text,
  },
  recruitment: {
    id,
    phases: VALUE.phases,
    opens: z.nullable(day),
    closes: z.nullable(day),
    status: maybe(oneOf(['open', 'closed', 'fully-booked', 'register-interest'])),
    where: maybe(texts),
    note: maybe(text),
  },
  linkedProject: {
    id,
    name: text,
    projectCode: z.nullable(text),
    summary: text,
    requires: VALUE.phases,
    prerequisite: z.nullable(text),
  },
  calendar: {
    halfTerms: list(
      strict({
        id: oneOf(['autumn-1', 'autumn-2', 'spring-1', 'spring-2', 'summer-1', 'summer-2']),
        starts: day,
        ends: day,
      }),
      'a list of half-terms',
    ),
    events: list(
      strict({
        id,
        kind: oneOf(['meeting', 'visit', 'headteacher-meeting', 'first-workshop', 'claim', 'other']),
        phase: id,
        date: day,
        starts: maybe(time),
        ends: maybe(time),
        title: maybe(text),
        place: maybe(text),
      }).check(
        z.refine(({ starts, ends }) => ends === undefined || (starts !== undefined && starts < ends), {
          error: 'an end after a start of the same day',
        }),
      ),
      'a list of events',
    ),
  },
};

export const schoolYear = z
  .string({ error: 'a school year' })
  .check(
    z.regex(/^\d{4}\/\d{2}$/, { error: 'a school year such as 2020/21', abort: true }),
    z.refine(isSchoolYear, { error: 'two years that follow each other, such as 2020/21' }),
  );

export const contact = strict({
  name: text,
  website: maybe(
    z
      .string({ error: 'a web address' })
      .check(z.regex(/^https:\/\/[^\s/]\S*$/i, { error: 'a web address that starts with https://' })),
  ),
  email: maybe(
    z.string({ error: 'an email address' }).check(
      z.regex(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/, {
        error: 'an email address such as office@example.org',
      }),
    ),
  ),
  telephone: maybe(
    z
      .string({ error: 'a telephone number' })
      .check(z.regex(/^\+?[\d ()-]{5,20}$/, { error: 'a telephone number: digits and spaces' })),
  ),
}) satisfies Schema<Contact>;
