import { changesIn, type Change } from './changes.js';
import type { Condition } from './condition.js';
import { diagram } from './diagram.js';
import type { FactDefinition, Facts } from './fact.js';
import { planner, type Plan, type Planner } from './questions.js';

/** A condition made ready to be asked about many times. */
export interface Planning {
  /** What can still change the outcome; a fact that is "not sure" is not asked again. */
  plan(facts: Facts): Plan;
  /** The smallest sets of changes after which the condition holds. */
  changes(facts: Facts): Change[];
}

/** Sets of facts that may be "not sure" at once for which what was found is kept. */
const MOST_KEPT = 32;

/**
 * Builds what questions and changes are read from, once for all schools.
 * @param definitions  facts that may be asked, in declared order
 * @throws {TooManyCombinationsError} when the condition is too much to decide on
 */
export function planning(condition: Condition, definitions: readonly FactDefinition[]): Planning {
  const whole = diagram(condition, definitions);
  const planners = new Map<string, Planner>([['', planner(whole)]]);
  const tested = whole.variables.map(({ definition }) => definition.id);
  return {
    plan(facts) {
      const notSure = tested.filter((fact) => facts[fact] === null);
      const key = notSure.join();
      let found = planners.get(key);
      if (!found) {
        if (planners.size > MOST_KEPT) planners.clear();
        found = planner(diagram(condition, definitions, (fact) => !notSure.includes(fact)));
        planners.set(key, found);
      }
      return found.plan(facts);
    },
    changes: (facts) => changesIn(whole, facts),
  };
}

/** @see Planning.plan */
export function plan(condition: Condition, definitions: readonly FactDefinition[], facts: Facts): Plan {
  return planning(condition, definitions).plan(facts);
}

/** @see Planning.changes */
export function changes(
  condition: Condition,
  definitions: readonly FactDefinition[],
  facts: Facts,
): Change[] {
  return changesIn(diagram(condition, definitions), facts);
}
