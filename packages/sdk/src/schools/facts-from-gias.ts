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

/** What a GIAS row can tell of a school. A fact that it does not tell is absent. */
export interface GiasFacts {
  readonly inEngland?: boolean;
  readonly open?: boolean;
  readonly stateFunded?: boolean;
  readonly schoolPhase?: SchoolPhase;
  readonly teachesPrimary?: boolean;
  readonly teachesSecondary?: boolean;
  readonly provision?: Provision;
}

/** The facts that need no asking, because GIAS holds them. Each is decided by the predicate of its name. */
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
