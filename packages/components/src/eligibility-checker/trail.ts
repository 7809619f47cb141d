import type { Facts } from '@maths-hubs/sdk/rules';
import type { Registered } from './gias.js';

/** One answer: what was asked, which answer was chosen, and what it tells of the school. */
export interface Given {
  readonly ask: string;
  readonly answer: string;
  readonly facts: Facts;
  /** The school that was picked. */
  readonly school?: Pick<Registered, 'identity' | 'line'>;
}

/** The answers of a person in the order given, and how many of them stand before the question in sight. None is lost by going back. */
export interface Trail {
  readonly given: readonly Given[];
  readonly at: number;
}

export const START: Trail = { given: [], at: 0 };

/** Whether a value has the shape of a trail: the facts in it are checked where they are read. */
export function isTrail<T extends Partial<Trail>>(value: T | null | undefined): value is T & Trail {
  const { given, at } = value ?? {};
  return (
    Array.isArray(given) &&
    given.every(
      (each: Partial<Given> | null) =>
        typeof each?.ask === 'string' && typeof each.answer === 'string' && each.facts instanceof Object,
    ) &&
    at !== undefined &&
    given.slice(0, at).length === at
  );
}

/** The facts from the answers before the question in sight. */
export function factsOf({ given, at }: Trail): Facts {
  return Object.assign({}, ...given.slice(0, at).map(({ facts }) => facts)) as Facts;
}

/** The answer that is shown again; undefined for a new question, and for the result. */
export function again({ given, at }: Trail): Given | undefined {
  return given[at];
}

/** Takes an answer. The answers that followed stay to be gone through again, unless this one is another. */
export function answered({ given, at }: Trail, answer: Given): Trail {
  const before = given.slice(0, at);
  const rest = given[at]?.answer === answer.answer ? given.slice(at + 1) : [];
  return { given: [...before, answer, ...rest], at: at + 1 };
}

/** One step back; the first stays the first. */
export function back(trail: Trail): Trail {
  return { ...trail, at: Math.max(0, trail.at - 1) };
}

/** Back to the question of one answer. */
export function goTo(trail: Trail, ask: string): Trail {
  const at = trail.given.findIndex((each) => each.ask === ask);
  return at < 0 ? trail : { ...trail, at };
}

/**
 * Takes a new answer to a question gone back to from the result, and goes on past every answer that is still asked for.
 * @param next  what is asked, given the answers before
 */
export function changed(
  { given, at }: Trail,
  answer: Given,
  next: (trail: Trail) => string | undefined,
): Trail {
  let trail: Trail = { given: [...given.slice(0, at), answer], at: at + 1 };
  const rest = given.slice(at + 1);
  for (let asked = next(trail); asked !== undefined; asked = next(trail)) {
    const known = rest.find(({ ask }) => ask === asked);
    if (!known) break;
    trail = { given: [...trail.given, known], at: trail.at + 1 };
  }
  return trail;
}
