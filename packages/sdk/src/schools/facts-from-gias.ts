import type { Provision, SchoolPhase } from './codes.js';
import {
  isInEngland,
  isOpen,
  isStateFunded,
  provisionOf,
  schoolPhaseOf,
  teachesPrimary,
  teachesSecondary,
  type GiasRow,
} from './predicates.js';

/** The facts in a GIAS row about a school. A fact missing from the row is absent. */
export interface GiasFacts {
  readonly inEngland?: boolean;
  readonly open?: boolean;
  readonly stateFunded?: boolean;
  readonly schoolPhase?: SchoolPhase;
  readonly teachesPrimary?: boolean;
  readonly teachesSecondary?: boolean;
  readonly provision?: Provision;
}

/** The facts that GIAS holds, so nobody need ask. The predicate of the same name decides each. */
export function factsFromGias(school: GiasRow): GiasFacts {
  const facts: Record<keyof GiasFacts, string | boolean | null> = {
    inEngland: isInEngland(school),
    open: isOpen(school),
    stateFunded: isStateFunded(school),
    schoolPhase: schoolPhaseOf(school),
    teachesPrimary: teachesPrimary(school),
    teachesSecondary: teachesSecondary(school),
    provision: provisionOf(school),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
}
