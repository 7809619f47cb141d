import { DETOUR } from './distance.js';
import { explainPlaced } from './explain-placed.js';
import { explainUnplaced } from './explain-unplaced.js';
import { loadSolver } from './highs.js';
import { labelOf, meetingDay, nameOf } from './judge.js';
import { layOut } from './layout.js';
import type { FilledSlot } from './layout.js';
import type { GroupPlan, UnplacedSchool, WorkGroup } from './plan.js';
import { prepare } from './prepare.js';
import type { Problem } from './prepare.js';
import type { GroupRules, GroupSchool, GroupSpecialist } from './problem.js';
import { formInStages } from './stages.js';

const SECONDS = 20;

/**
 * Forms Work Groups: every rule kept; places as many as possible of the pinned schools, then of those with priority, then
 * of all, then in the hub's own order; of equally good plans it takes the shortest, proven by an exact
 * solver. The same input, in any order, gives the same plan, unless time runs out, which the plan says.
 *
 * @param schools  those that have applied; see {@link GroupSchool}
 * @param specialists  those that can lead a group; see {@link GroupSpecialist}
 * @param rules  the constraints: {@link groupSizeOf} and {@link priorityPhaseOf} take the edition's
 * @returns groups, and schools without a place, each with its reason; distances in kilometres, one way
 * @throws {GroupsError} `groups-input` that lists every fault in the input; `groups-solver` when HiGHS cannot be loaded,
 *   or fails twice
 * @example
 * const plan = await formGroups(schools, specialists, { phase: 'development', size: { min: 6, max: 7 }, trustLimit: 3 });
 * plan.groups[0].schools[0].why; // AB is the nearest specialist who may take it, 4.2 km.
 */
export async function formGroups(
  schools: readonly GroupSchool[],
  specialists: readonly GroupSpecialist[],
  rules: GroupRules,
): Promise<GroupPlan> {
  const problem = prepare(schools, specialists, rules);
  const solver = await loadSolver();
  const end = performance.now() + (rules.seconds ?? SECONDS) * 1000;
  const { assignment, metres, bound, placesProven } = formInStages(
    problem,
    solver,
    () => (end - performance.now()) / 1000,
  );
  const filled = layOut(problem, assignment);
  return {
    ...describePlan(problem, filled),
    bound: bound / 1000,
    gap: metres === 0 ? 0 : Math.max(0, (metres - bound) / metres),
    placesProven,
  };
}

/** A full plan from its assignment, formed or changed by hand. */
export function describePlan(
  problem: Problem,
  filled: readonly FilledSlot[],
): Omit<GroupPlan, 'bound' | 'gap' | 'placesProven'> {
  const groups = filled.map((group) => groupOf(problem, filled, group));
  const placed = new Set(filled.flatMap(({ units }) => units));
  const waiting = problem.units.filter((unit) => !placed.has(unit));
  const waitingSchools = waiting.flatMap(({ members }) => members);
  const schools = groups.flatMap((group) => group.schools);
  return {
    phase: problem.rules.phase,
    size: problem.rules.size,
    groups,
    unplaced: [
      ...waiting.flatMap((unit) =>
        unit.members.map((school) => explainUnplaced(problem, filled, waitingSchools, unit, school)),
      ),
      ...problem.noCandidates.map((school) => noCandidate(problem, school)),
    ],
    free: problem.specialists
      .filter((specialist) => !filled.some(({ slot }) => slot.specialist === specialist))
      .map((specialist) => ({ specialist: specialist.id, why: whyFree(problem, specialist) })),
    kilometres: sum(schools.map(({ kilometres }) => kilometres)),
    straightKilometres: sum(schools.map(({ straightKilometres }) => straightKilometres ?? 0)),
    assumptions: assumptionsOf(problem),
  };
}

function noCandidate({ rules }: Problem, school: GroupSchool): UnplacedSchool {
  const { reference, urn = null, phase, ruledOut } = school;
  const named = { reference, urn, name: labelOf(school) };
  if (ruledOut) return { ...named, reason: 'ruled-out', why: ruledOut, remedies: [] };
  return {
    ...named,
    reason: 'phase',
    why: `It applied for ${phase ?? 'another phase'}, and these are ${rules.phase} groups.`,
    remedies: [`Form the ${phase ?? 'other'} groups.`],
  };
}

function groupOf(problem: Problem, filled: readonly FilledSlot[], group: FilledSlot): WorkGroup {
  const { specialist, number } = group.slot;
  const schools = group.units
    .flatMap((unit) => unit.members.map((school) => explainPlaced(problem, filled, group, unit, school)))
    .sort((a, b) => a.kilometres - b.kilometres || (a.reference < b.reference ? -1 : 1));
  const { daysPerGroup, daysPerSchool = 0 } = problem.rules;
  return {
    specialist: specialist.id,
    name: nameOf(specialist),
    number,
    weekday: meetingDay(problem, group.slot, group.schools),
    schools,
    kilometres: sum(schools.map(({ kilometres }) => kilometres)),
    days: daysPerGroup === undefined ? null : daysPerGroup + daysPerSchool * schools.length,
  };
}

function whyFree({ slots, units, rules }: Problem, specialist: GroupSpecialist): string {
  const theirs = slots.filter((slot) => slot.specialist === specialist);
  if (theirs.length === 0)
    return specialist.groups === 0 ? 'Leads no group.' : `Does not lead ${rules.phase} groups.`;
  const near = units.filter(({ metres }) => theirs.some(({ index }) => metres.has(index)));
  const count = near.reduce((total, { members }) => total + members.length, 0);
  if (specialist.place === null && count === 0) return 'The place is not known, so no distance can be told.';
  if (count < rules.size.min)
    return `${count === 0 ? 'No school' : `Only ${count}`} may go there, and a group needs ${rules.size.min}.`;
  return 'The schools are better served by the other specialists, or too few are left for one more group.';
}

function assumptionsOf({ rules, daysMatter, weekdaysMatter }: Problem): string[] {
  const { detour = DETOUR, distances } = rules;
  return [
    distances === undefined
      ? `Distances are as the crow flies, times ${detour}. Rivers, moors and mountains are not seen: pin or bar where they matter.`
      : `Distances are the hub's own where it gives them, else as the crow flies, times ${detour}.`,
    ...(daysMatter
      ? [
          `A group takes ${rules.daysPerGroup ?? 0} days of its specialist and each school ${rules.daysPerSchool ?? 0} more.`,
        ]
      : []),
    ...(weekdaysMatter ? ['A group meets on one day of the week that suits all of it.'] : []),
  ];
}

/** Added in whole metres, so that no rounding shows. */
function sum(kilometres: readonly number[]): number {
  return kilometres.reduce((total, each) => total + Math.round(each * 1000), 0) / 1000;
}
