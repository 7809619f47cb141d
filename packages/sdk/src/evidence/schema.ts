import * as z from 'zod/mini';
import { id, list, oneOf, strict, table, text } from '../ground/schema.js';
import type { Schema } from '../ground/schema.js';
import type { Basis, Per, Quantity, Source, Sourced, Unit } from './sourced.js';

export const basis = oneOf(['stated', 'derived', 'hub']) satisfies Schema<Basis>;
export const sourceIds = list(id, 'a list of source ids');
/** Sources of a known fact; an unknown one may have none. */
export const someSources = sourceIds.check(
  z.minLength(1, { error: 'at least one source id\nCite an entry of this file’s sources.' }),
);

export const source = strict({
  id,
  publisher: text,
  title: text,
  date: z.nullable(text),
  url: z.nullable(
    z
      .string({ error: 'a web address, or null' })
      .check(z.regex(/^https?:\/\/[^\s/]\S*$/i, { error: 'a web address that starts with https://' })),
  ),
  note: z.exactOptional(text),
}) satisfies Schema<Source>;

export const sources = table(source, 'an object with a source for each id');

const amount = z.nullable(
  z.number({ error: 'a number, or null' }).check(z.minimum(0, { error: 'a number from 0, or null' })),
);

/** Units that are counted in ones. */
const WHOLE: readonly Unit[] = ['school', 'teacher', 'meeting', 'visit', 'person', 'half-day'];

export const quantity = strict(
  {
    min: amount,
    max: amount,
    unit: oneOf([
      'school',
      'teacher',
      'meeting',
      'visit',
      'half-day',
      'day',
      'year',
      'pence',
      'person',
      'percent',
    ]) satisfies Schema<Unit>,
    per: z.exactOptional(
      oneOf([
        'school',
        'teacher',
        'both-teachers',
        'group',
        'hub',
        'year',
        'day',
        'meeting',
      ]) satisfies Schema<Per>,
    ),
    about: z.exactOptional(z.literal(true, { error: 'true, or nothing' })),
  },
  'a quantity such as { "min": 6, "max": 7, "unit": "school" }',
).check(
  z.refine<Quantity>(({ min, max }) => min !== null || max !== null, {
    error: 'at least one end\nGive min or max; when neither is known, the value itself is null.',
  }),
  z.refine<Quantity>(({ min, max }) => min === null || max === null || min <= max, {
    error: 'min no greater than max\nSwap them.',
  }),
  z.refine<Quantity>(
    ({ min, max, unit }) => unit !== 'pence' || [min, max].every((end) => Number.isInteger(end ?? 0)),
    { error: 'whole pence\nWrite £10.50 as 1050.' },
  ),
  z.refine<Quantity>(
    ({ min, max, unit }) => !WHOLE.includes(unit) || [min, max].every((end) => Number.isInteger(end ?? 0)),
    { error: 'a whole number: there are no halves of these\nRound it, or give a range.' },
  ),
) satisfies Schema<Quantity>;

/** A fact with its evidence; a known one has a source. */
export function sourced<T>(value: Schema<T>) {
  return strict(
    {
      value: z.nullable(value),
      source: sourceIds,
      basis,
      note: z.exactOptional(text),
      variants: z.exactOptional(
        list(strict({ value, source: someSources, note: z.exactOptional(text) }), 'a list of variants'),
      ),
      conflict: z.exactOptional(text),
    },
    'a fact such as { "value": …, "source": ["…"], "basis": "hub" }',
  ).check(
    z.refine((fact) => fact.value === null || fact.source.length > 0, {
      path: ['source'],
      error: 'at least one source id\nCite an entry of this file’s sources, or set the value to null.',
    }),
  ) satisfies Schema<Sourced<T>>;
}
