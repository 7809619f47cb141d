import type { Fault } from './errors.js';
import { didYouMean } from './nearest.js';

/** What a schema library reports; zod's issues fit. */
export interface Issue {
  readonly code?: string | undefined;
  /** The type expected, if the value has another. */
  readonly expected?: string | undefined;
  readonly path: readonly PropertyKey[];
  /** What is expected and, after a line break, how to put it right. */
  readonly message: string;
  readonly keys?: readonly string[] | undefined;
  readonly errors?: readonly (readonly Issue[])[] | undefined;
}

const DEEPEST = 200;

/** Every issue as a fault that the author of the file can act on. */
export function faultsOf(issues: readonly Issue[], json: unknown): Fault[] {
  return issues
    .flatMap((issue) => settle(issue))
    .flatMap(({ code, path, message, keys = [], expected: type }) => {
      const [expected = '', remedy] = message.split('\n');
      if (code === 'unrecognized_keys')
        return keys.map((key) =>
          faultAt(
            [...path, key],
            json,
            expected,
            `${didYouMean(key, expected.replace(/^one of: /, '').split(', '))}Remove it, or correct its spelling.`,
          ),
        );
      return [faultAt(path, json, expected, remedy ?? unquoted(path.reduce<unknown>(step, json), type))];
    });
}

/** One fault, described by the value at its path. */
export function faultAt(
  path: readonly PropertyKey[],
  json: unknown,
  expected: string,
  remedy?: string,
): Fault {
  const found = path.reduce<unknown>(step, json);
  const standing = found === undefined ? 'Add it.' : 'Replace it.';
  return { path: pathText(path), found: describe(found), expected, remedy: remedy ?? standing };
}

/** How to mend a number, true or false in quotation marks; undefined for anything else. */
export function unquoted(value: unknown, type = ''): string | undefined {
  const patterns: Readonly<Record<string, RegExp>> = { boolean: /^(true|false)$/, number: /^-?[\d.]+$/ };
  const pattern = patterns[type];
  return typeof value === 'string' && pattern?.test(value)
    ? `Take off the quotation marks: write ${value}.`
    : undefined;
}

/** A fault when JSON nests deeper than our files need, because recursive readers would overflow. */
export function depthFaults(json: unknown): Fault[] {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST)
      return [
        {
          path: '',
          found: `values nested more than ${DEEPEST} deep`,
          expected: 'a file that a person could read',
          remedy: 'Flatten it.',
        },
      ];
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return [];
}

/** Of several shapes, the one evidently meant; else the choice itself is at fault. */
function settle(issue: Issue): Issue[] {
  const meant = issue.errors?.filter((branch) => branch.every(({ path }) => path.length > 0)) ?? [];
  const [branch] = meant;
  if (branch === undefined || meant.length > 1) return [issue];
  return branch.flatMap((inner) => settle({ ...inner, path: [...issue.path, ...inner.path] }));
}

function step(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
}

export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    const name = String(key);
    if (!/^[\w$-]+$/.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
