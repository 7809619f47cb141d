import type { Facts, FactValue } from '@maths-hubs/sdk/rules';

/** The way of a person through the questions. Answers stand in the order given; none is lost by going back. */
export interface Path {
  readonly answers: Facts;
  /** An answered question that is shown again. */
  readonly reopened: string | undefined;
  /** Whether the person is going back through the questions, rather than changing one answer. */
  readonly walking: boolean;
}

export const START: Path = { answers: {}, reopened: undefined, walking: false };

/** The question answered before this one; from a question that is new, or from the result, the last one answered. */
export function before({ answers }: Path, fact: string | undefined): string | undefined {
  const asked = Object.keys(answers);
  const at = fact === undefined ? -1 : asked.indexOf(fact);
  return at < 0 ? asked.at(-1) : asked[at - 1];
}

/** Number of a question, from 1. */
export function numberOf({ answers }: Path, fact: string): number {
  const asked = Object.keys(answers);
  return 1 + (fact in answers ? asked.indexOf(fact) : asked.length);
}

/**
 * Takes an answer. Going on from a question gone back to leads through those answered after it,
 * unless its answer is a new one: then the planner says what comes next.
 * @param known  what was known of the fact until now
 */
export function answered(
  path: Path,
  fact: string,
  answer: FactValue | null,
  known: FactValue | null | undefined,
): Path {
  const asked = Object.keys(path.answers);
  const next = path.walking && known === answer ? asked[asked.indexOf(fact) + 1] : undefined;
  return { answers: { ...path.answers, [fact]: answer }, reopened: next, walking: next !== undefined };
}
