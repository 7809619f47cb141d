import type { GroupPlan, GroupRules, GroupSchool, GroupSpecialist } from '@maths-hubs/sdk/groups';

/** What the worker is asked, once. */
export interface SolverQuestion {
  readonly schools: readonly GroupSchool[];
  readonly specialists: readonly GroupSpecialist[];
  readonly rules: GroupRules;
}

/** What it answers, once. */
export type SolverAnswer = { readonly plan: GroupPlan } | { readonly fault: string };
