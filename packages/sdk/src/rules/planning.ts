import { asking } from './asking.js';
import { changesIn, type Change } from './changes.js';
import type { Condition } from './condition.js';
import { diagram } from './diagram.js';
import type { FactDefinition, Facts } from './fact.js';
import type { Plan } from './questions.js';

/** A condition prepared for many queries. */
export interface Planning {
  /** What can still change the outcome; a fact that is "not sure" is not asked again. */
  plan(facts: Facts): Plan;
  /** The smallest sets of changes after which the condition holds. */
  changes(facts: Facts): Change[];
}

/**
 * Prepares questions and changes once for all schools.
 * @param definitions  facts that may be asked, in declared order
 * @throws {TooManyCombinationsError} when the condition has too many combinations
 */
export function planning(condition: Condition, definitions: readonly FactDefinition[]): Planning {
  const { whole, plan } = asking(condition, definitions);
  return { plan, changes: (facts) => changesIn(whole, facts) };
}

/** @see Planning.plan */
export function plan(condition: Condition, definitions: readonly FactDefinition[], facts: Facts): Plan {
  return asking(condition, definitions).plan(facts);
}

/** @see Planning.changes */
export function changes(
  condition: Condition,
  definitions: readonly FactDefinition[],
  facts: Facts,
): Change[] {
  return changesIn(diagram(condition, definitions), facts);
}
