import { describePlan } from './form-groups.js';
import { judge } from './judge.js';
import type { BrokenRule, Filling } from './judge.js';
import { fill } from './layout.js';
import type { GroupPlan } from './plan.js';
import { prepare } from './prepare.js';
import type { GroupRules, GroupSchool, GroupSpecialist } from './problem.js';

/** Judged groups that a person made or changed. */
export interface JudgedPlan extends Omit<GroupPlan, 'bound' | 'gap' | 'placesProven'> {
  /** Every rule that the groups break; empty if none. */
  readonly broken: readonly BrokenRule[];
}

/**
 * Judges groups made by hand against the same rules, at once and without the solver: to show the effect of
 * moving a school.
 * @throws {GroupsError} `groups-input`
 */
export function judgeGroups(
  schools: readonly GroupSchool[],
  specialists: readonly GroupSpecialist[],
  rules: GroupRules,
  fillings: readonly Filling[],
): JudgedPlan {
  const problem = prepare(schools, specialists, rules);
  // Schools kept together may have been separated by hand, so each is its own unit here.
  const loose = prepare(schools, specialists, {
    ...rules,
    together: [],
    sameTrust: rules.sameTrust === 'together' ? 'any' : (rules.sameTrust ?? 'any'),
    sameHeadteacher: rules.sameHeadteacher === 'together' ? 'any' : (rules.sameHeadteacher ?? 'any'),
  });
  const assignment = new Map(
    fillings.flatMap(({ specialist, number, schools: references }) => {
      const slot = loose.slots.find((each) => each.specialist.id === specialist && each.number === number);
      return references.flatMap((reference) => {
        const unit = loose.unitOf.get(reference);
        return slot === undefined || unit === undefined ? [] : [[unit.index, slot.index] as const];
      });
    }),
  );
  return { ...describePlan(loose, fill(loose, assignment)), broken: judge(problem, fillings) };
}

/** A plan's groups as input for {@link judgeGroups}, to change by hand. */
export function fillingsOf({ groups }: Pick<GroupPlan, 'groups'>): Filling[] {
  return groups.map(({ specialist, number, schools }) => ({
    specialist,
    number,
    schools: schools.map(({ reference }) => reference),
  }));
}
