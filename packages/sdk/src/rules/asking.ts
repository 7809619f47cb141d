import type { Condition } from './condition.js';
import { diagram, type Diagram } from './diagram.js';
import type { FactDefinition, Facts } from './fact.js';
import { planner, type Plan, type Planner } from './questions.js';

/** A condition prepared for many queries. */
export interface Asking {
  /** What can still change the outcome; a fact that is "not sure" is not asked again. */
  plan(facts: Facts): Plan;
  /** What the questions are read from. */
  readonly whole: Diagram;
}

/** How many planners are cached, one for each set of facts that are "not sure". */
const MOST_KEPT = 32;

/** Prepares questions once for all schools. Separate from changes, which only a result needs. */
export function asking(condition: Condition, definitions: readonly FactDefinition[]): Asking {
  const whole = diagram(condition, definitions);
  const planners = new Map<string, Planner>([['', planner(whole)]]);
  const tested = whole.variables.map(({ definition }) => definition.id);
  return {
    whole,
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
  };
}
