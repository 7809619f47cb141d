import type { Fault } from '../ground/errors.js';
import { unquoted } from '../ground/faults.js';
import { didYouMean } from '../ground/nearest.js';
import { listValues, type Domain, type FactDefinition } from './fact.js';

/**
 * Every fault of an untrusted condition: its shape, undeclared facts, values outside their domain.
 * Empty when it is a sound `Condition`.
 * @param path  path of the condition in what was read
 */
export function checkCondition(json: unknown, definitions: readonly FactDefinition[], path = ''): Fault[] {
  const below = (key: string) => (path === '' ? key : `${path}.${key}`);
  const list = (key: string, each: (item: unknown, at: string) => Fault[]) => {
    const items = condition[key];
    return Array.isArray(items) && items.length > 0
      ? items.flatMap((item, i) => each(item, `${below(key)}[${String(i)}]`))
      : [fault(below(key), items, 'a list', 'Give a list of at least one.')];
  };
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return [fault(path, json, 'a condition', 'Write an object such as { "fact": "inEngland", "is": true }.')];
  const condition = json as Record<string, unknown>;

  const shape = Object.keys(condition).sort().join(' ');
  if (shape === 'all' || shape === 'any')
    return list(shape, (item, at) => checkCondition(item, definitions, at));
  if (shape === 'not') return checkCondition(condition['not'], definitions, below('not'));
  if (shape === 'atLeast of') {
    const { atLeast, of } = condition;
    const most = Array.isArray(of) ? of.length : 0;
    const counts = Number.isInteger(atLeast) && Number(atLeast) >= 1 && Number(atLeast) <= most;
    return [
      ...list('of', (item, at) => checkCondition(item, definitions, at)),
      ...(counts || most === 0
        ? []
        : [
            fault(
              below('atLeast'),
              atLeast,
              `a whole number from 1 to ${most}`,
              unquoted(atLeast, 'number') ?? 'Say how many must hold.',
            ),
          ]),
    ];
  }
  if (shape === 'hubDecides' || shape === 'for hubDecides')
    return shape.split(' ').flatMap((key) => {
      const text = condition[key];
      if (typeof text === 'string' && text.trim() !== '') return [];
      return [fault(below(key), text, 'text', WORDS[key] ?? '')];
    });

  const test = TESTS.find((key) => shape === ['fact', key].sort().join(' '));
  if (!test) {
    const keys = shape === '' ? 'no keys' : `the keys ${shape.replaceAll(' ', ', ')}`;
    return [{ path, found: keys, expected: EXPECTED, remedy: 'Use exactly one of these.' }];
  }
  const definition = definitions.find(({ id }) => id === condition['fact']);
  if (!definition) {
    const ids = definitions.map(({ id }) => id);
    const meant = didYouMean(String(condition['fact']), ids);
    return [
      fault(below('fact'), condition['fact'], 'the name of a fact', `${meant}Use one of ${ids.join(', ')}.`),
    ];
  }

  const { id, domain } = definition;
  const value = (given: unknown, at: string) =>
    listValues(domain).includes(given as never)
      ? []
      : [
          fault(
            at,
            given,
            `an answer to ${id}`,
            unquoted(given, typeof listValues(domain).find((answer) => String(answer) === given)) ??
              `${didYouMean(String(given), listValues(domain).map(String))}Use ${describeDomain(domain)}.`,
          ),
        ];
  if (test === 'in') {
    const seen = new Set<unknown>();
    return list('in', (given, at) => {
      if (seen.has(given)) return [fault(at, given, 'another answer', 'It is listed twice: drop one.')];
      seen.add(given);
      return value(given, at);
    });
  }
  if (test !== 'is' && !isRange(domain))
    return [fault(below(test), condition[test], 'is or in', `${id} is not a number: name its values.`)];
  return value(condition[test], below(test));
}

const WORDS: Readonly<Record<string, string>> = {
  hubDecides: 'Say in words what was looked for and not found.',
  for: 'Name the schools that the hub decides on in a few words.',
};
const TESTS = ['is', 'in', 'atLeast', 'atMost'] as const;
const EXPECTED = 'all, any, atLeast with of, not, hubDecides, or fact with one of is, in, atLeast, atMost';

function fault(path: string, found: unknown, expected: string, remedy: string): Fault {
  return { path, found: found === undefined ? 'nothing' : JSON.stringify(found), expected, remedy };
}

function isRange(domain: Domain): domain is { min: number; max: number } {
  return typeof domain === 'object' && 'min' in domain;
}

function describeDomain(domain: Domain): string {
  if (isRange(domain)) return `a whole number from ${String(domain.min)} to ${String(domain.max)}`;
  return `one of ${listValues(domain)
    .map((value) => JSON.stringify(value))
    .join(', ')}`;
}
