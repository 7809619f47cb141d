import { judgeGroup, judgeSpecialists, km, labelOf, nameOf } from './judge.js';
import type { BrokenRule, Filling } from './judge.js';
import type { FilledSlot } from './layout.js';
import type { Swap } from './plan.js';
import type { Problem, Slot, Unit } from './prepare.js';

/** A unit's group and another after a change by hand. */
interface Change {
  readonly to: FilledSlot;
  readonly back: Unit | null;
  /** In metres, of the whole plan. */
  readonly cost: number;
}

/**
 * The cheapest change that takes a unit to another group and keeps every rule: into a free place, or in exchange
 * for the cheapest unit. Null if there is none.
 * @param only  consider this group alone
 */
export function cheapestSwap(
  problem: Problem,
  filled: readonly FilledSlot[],
  unit: Unit,
  home: FilledSlot,
  only?: FilledSlot,
): Swap | null {
  const here = metresTo(problem, unit, home);
  const changes = filled
    .filter((to) => to !== home && (only === undefined || to === only))
    .flatMap((to): Change[] => {
      const there = unit.metres.get(to.slot.index);
      if (there === undefined) return [];
      const exchanges = to.units.flatMap((back): Change[] => {
        const theirs = back.metres.get(home.slot.index);
        const now = metresTo(problem, back, to);
        return theirs === undefined ? [] : [{ to, back, cost: there - here + theirs - now }];
      });
      return [{ to, back: null, cost: there - here }, ...exchanges];
    })
    .sort((a, b) => a.cost - b.cost);
  const best = changes.find((change) => allowed(problem, filled, unit, home, change));
  if (best === undefined) return null;
  const { to, back, cost } = best;
  const kilometres = cost / 1000;
  const leader = nameOf(to.slot.specialist);
  const [first] = back?.members ?? [];
  const extra = `${km(Math.abs(kilometres))} ${kilometres < 0 ? 'less' : 'more'} in all`;
  return {
    specialist: to.slot.specialist.id,
    number: to.slot.number,
    withSchool: first?.reference ?? null,
    kilometres,
    sentence:
      first === undefined
        ? `It could move to ${leader}: ${extra}.`
        : `It could change places with ${labelOf(first)} (${leader}): ${extra}.`,
  };
}

/** Defined for any pair: by hand, a school may be where the rules would not put it. */
function metresTo({ journey }: Problem, { members }: Unit, { slot }: FilledSlot): number {
  return members.reduce(
    (sum, school) => sum + Math.round((journey(slot.specialist, school)?.kilometres ?? 0) * 1000),
    0,
  );
}

function allowed(
  problem: Problem,
  filled: readonly FilledSlot[],
  unit: Unit,
  home: FilledSlot,
  { to, back }: Change,
): boolean {
  const left = [...home.units.filter((each) => each !== unit), ...(back === null ? [] : [back])];
  const joined = [...to.units.filter((each) => each !== back), unit];
  const changed = new Map([
    [home, left],
    [to, joined],
  ]);
  return breaks(problem, filled, changed).length === 0;
}

/**
 * The rules that a change breaks: in each changed group, and for its specialist with their other groups, whose
 * days and schools count together.
 * @param changed  who would be in a group instead
 */
export function breaks(
  problem: Problem,
  filled: readonly FilledSlot[],
  changed: ReadonlyMap<FilledSlot, readonly Unit[]>,
): BrokenRule[] {
  const specialists = new Set([...changed.keys()].map(({ slot }) => slot.specialist));
  const theirs = filled
    .filter(({ slot }) => specialists.has(slot.specialist))
    .map((group) => ({ group, filling: fillingOf(group.slot, changed.get(group) ?? group.units) }));
  return [
    ...theirs.flatMap(({ group, filling }) => (changed.has(group) ? judgeGroup(problem, filling) : [])),
    ...judgeSpecialists(
      problem,
      theirs.flatMap(({ filling }) => (filling.schools.length > 0 ? [filling] : [])),
    ),
  ];
}

function fillingOf({ specialist, number }: Slot, units: readonly Unit[]): Filling {
  return {
    specialist: specialist.id,
    number,
    schools: units.flatMap(({ members }) => members.map(({ reference }) => reference)),
  };
}
