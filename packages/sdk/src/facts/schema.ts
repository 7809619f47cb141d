import * as z from 'zod/mini';
import { InvalidDataError } from './errors.js';
import type { Fault } from './errors.js';
import { depthFaults, faultsOf } from './faults.js';
import type { Basis, Per, Quantity, Source, Sourced, Unit } from './sourced.js';

/** A schema of JSON that reads as `T`. */
export type Schema<T> = z.ZodMiniType<T, T>;

/** An object with these keys and no others; a key too many is told which there are. */
export function strict<const Shape extends z.core.$ZodShape>(shape: Shape, what = 'an object') {
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `one of: ${Object.keys(shape).join(', ')}` : what),
  });
}

export function list<T extends z.core.$ZodType>(item: T, what: string) {
  return z.array(item, { error: what });
}

/** An object with any keys, and a value of one kind under each. */
export function table<T extends z.core.$ZodType>(value: T, what: string) {
  return z.catchall(z.strictObject({}, { error: what }), value);
}

export function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, { error: `one of: ${values.join(', ')}` });
}

export const text = z.string({ error: 'text' }).check(z.regex(/\S/, { error: 'some text' }));
export const flag = z.boolean({ error: 'true or false' });
const A_DAY = { error: 'a day such as 2020-09-01' };
export const day = z
  .string(A_DAY)
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { ...A_DAY, abort: true }), z.refine(isDay, A_DAY));
export const id = z
  .string({ error: 'an id' })
  .check(z.regex(/^[a-z0-9][a-z0-9.-]*$/, { error: 'an id of lower-case letters, digits and hyphens' }));

export const basis = oneOf(['stated', 'derived', 'hub']) satisfies Schema<Basis>;
export const sourceIds = list(id, 'a list of source ids');
/** Sources of something that stands; an unknown may do without. */
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
) satisfies Schema<Quantity>;

/** A fact with its evidence; what is known has a source. */
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

/**
 * Reads a JSON file by its schema.
 * @param what  what the file is, for the message
 * @param json  its text, or what `JSON.parse` made of it
 * @param further  faults that a schema cannot tell, of JSON of any shape
 * @throws {InvalidDataError} with every fault at once
 */
export function readAs<T>(
  what: string,
  schema: Schema<T>,
  json: unknown,
  further: (json: unknown) => readonly Fault[] = () => [],
): T {
  const read = typeof json === 'string' ? parseText(what, json) : json;
  const deep = depthFaults(read);
  if (deep.length > 0) throw new InvalidDataError(what, deep);
  const parsed = z.safeParse(schema, read);
  const faults = [...(parsed.success ? [] : faultsOf(parsed.error.issues, read)), ...further(read)];
  if (!parsed.success || faults.length > 0) throw new InvalidDataError(what, faults);
  return parsed.data;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function parseText(what: string, content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch (error) {
    throw new InvalidDataError(what, [
      {
        path: '',
        found: 'text that is not JSON',
        expected: 'JSON',
        remedy: `${(error as Error).message}. Look there for a missing comma, quote or bracket.`,
      },
    ]);
  }
}
