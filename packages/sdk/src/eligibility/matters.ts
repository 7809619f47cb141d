import type { Edition, Phase, Requirement } from '../programme/index.js';
import type { Condition, FactDefinition, Facts } from '../rules/index.js';
import { outcomes } from '../rules/prove.js';
import { FACTS } from '../schools/index.js';
import { decide } from './decide.js';
import type { Decision } from './decision.js';

/** A requirement, and a school to which it makes all the difference. */
export interface Matter {
  readonly requirement: Requirement;
  /**
   * Facts under which it alone bars, or alone leaves it to the hub; null for advice, or if others always decide first.
   */
  readonly school: Facts | null;
  /** The decision on that school, with the smallest changes that make it eligible. */
  readonly decision: Decision | null;
}

/** Every requirement of a phase with a school to which it matters, proved over all sets of facts. */
export function mattersOf(
  edition: Edition,
  { id, requirements }: Phase,
  definitions: readonly FactDefinition[] = FACTS,
): Matter[] {
  const bars = requirements.filter(({ effect }) => effect === 'bars');
  return requirements.map((requirement) => {
    const others = bars.filter((each) => each !== requirement).map(({ condition }) => condition);
    const school = requirement.effect === 'bars' ? caseOf(requirement.condition, others, definitions) : null;
    return {
      requirement,
      school,
      decision: school && decide(edition, id, school, { facts: definitions }),
    };
  });
}

/** A school that meets all the others: barred by this one, else left to the hub by it. */
function caseOf(
  own: Condition,
  others: readonly Condition[],
  definitions: readonly FactDefinition[],
): Facts | null {
  const not = outcomes({ all: [...others, { not: own }] }, definitions);
  return not.true ?? not.hubDecides ?? outcomes({ all: [...others, own] }, definitions).hubDecides;
}
