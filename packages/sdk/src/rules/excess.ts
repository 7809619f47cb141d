import type { Condition } from './condition.js';
import { diagram } from './diagram.js';
import type { FactDefinition } from './fact.js';
import { TooManyCombinationsError } from './nodes.js';

/** The facts of a condition that has too many combinations to decide on; null for any other. */
export function findExcess(
  condition: Condition,
  definitions: readonly FactDefinition[],
): readonly string[] | null {
  try {
    diagram(condition, definitions);
    return null;
  } catch (error) {
    if (error instanceof TooManyCombinationsError) return error.facts;
    throw error;
  }
}
