import * as z from 'zod/mini';
import { isIsoDay } from './day.js';
import { InvalidDataError, messageOf } from './errors.js';
import type { Fault } from './errors.js';
import { depthFaults, faultsOf } from './faults.js';
import { repeatedKeys, reservedKeys } from './json-keys.js';

/** A schema of JSON that reads as `T`. */
export type Schema<T> = z.ZodMiniType<T, T>;

/** An object with these keys and no others; the fault for any other lists them. */
export function strict<const Shape extends z.core.$ZodShape>(shape: Shape, what = 'an object') {
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `one of: ${Object.keys(shape).join(', ')}` : what),
  });
}

export function list<T extends z.core.$ZodType>(item: T, what: string) {
  return z.array(item, { error: what });
}

/** An object with any keys and values of one kind. */
export function table<T extends z.core.$ZodType>(value: T, what: string) {
  return z.catchall(z.strictObject({}, { error: what }), value);
}

export function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, { error: `one of: ${values.join(', ')}` });
}

/**
 * Characters that a reader cannot see and a page may obey, or that no text has: controls, line separators,
 * direction overrides, byte order marks, tags, lone surrogates. Joiners within words are allowed.
 */
const UNSEEN = /[^\P{Cc}\n\t]|[\p{Cs}\p{NChar}\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
/** A visible character: no space, format, lone mark or filler, nor the blank braille pattern. */
const SEEN = /[^\s\p{C}\p{M}\p{DI}\u2800]/u;
const MOST_CHARACTERS = 5000;

export const text = z.string({ error: 'text' }).check(
  z.regex(/\S/, { error: 'some text', abort: true }),
  z.refine((value) => SEEN.test(value) && !UNSEEN.test(value), {
    error: 'visible text\nType it again: something unseen was pasted with it.',
  }),
  z.maxLength(MOST_CHARACTERS, {
    error: `text of at most ${MOST_CHARACTERS} characters\nSay it in fewer words, and link to the rest.`,
  }),
);
export const flag = z.boolean({ error: 'true or false' });
const A_DAY = { error: 'a day such as 2020-09-01' };
export const day = z
  .string(A_DAY)
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { ...A_DAY, abort: true }), z.refine(isIsoDay, A_DAY));
export const id = z.string({ error: 'an id' }).check(
  z.regex(/^[a-z0-9][a-z0-9.-]*$/, { error: 'an id of lower-case letters, digits and hyphens' }),
  z.refine((value) => !(value in Object.prototype), { error: 'an id that is no reserved name' }),
);

/**
 * Reads a JSON file by its schema.
 * @param what  name of the file, for the message
 * @param json  its text, or what `JSON.parse` made of it
 * @param further  faults that a schema cannot find, in JSON of any shape
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
  const reserved = reservedKeys(read);
  if (reserved.length > 0) throw new InvalidDataError(what, reserved);
  const parsed = z.safeParse(schema, read);
  const faults = [...(parsed.success ? [] : faultsOf(parsed.error.issues, read)), ...further(read)];
  if (!parsed.success || faults.length > 0) throw new InvalidDataError(what, faults);
  return parsed.data;
}

function parseText(what: string, content: string): unknown {
  try {
    const json = JSON.parse(content) as unknown;
    const repeated = repeatedKeys(content);
    if (repeated.length > 0) throw new InvalidDataError(what, repeated);
    return json;
  } catch (error) {
    if (error instanceof InvalidDataError) throw error;
    throw new InvalidDataError(what, [
      {
        path: '',
        found: 'text that is not JSON',
        expected: 'JSON',
        remedy: `${messageOf(error)}. Look there for a missing comma, quote or bracket.`,
      },
    ]);
  }
}
