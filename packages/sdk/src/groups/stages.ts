import { buildModel, pairsOf } from './model.js';
import type { Pair, Settled } from './model.js';
import type { Solver } from './highs.js';
import { optimise } from './optimise.js';
import type { Assignment, Optimum } from './optimise.js';
import { hasPriority, pinOf } from './prepare.js';
import type { Problem, Unit } from './prepare.js';

/** The result of aims in order, each optimised among what the earlier ones allow. */
export interface Formed {
  readonly assignment: Assignment;
  readonly metres: number;
  readonly bound: number;
  readonly placesProven: boolean;
}

const NOBODY: Formed = { assignment: new Map(), metres: 0, bound: 0, placesProven: true };

/** Weights of one aim stay below this, so that the solver is exact. */
const LARGEST = 2 ** 20;

/**
 * Places pinned schools, then those with priority, then as many as possible, then by the hub's own order; of
 * equally good plans, takes the shortest.
 */
export function formInStages(problem: Problem, solver: Solver, seconds: () => number): Formed {
  const pairs = pairsOf(problem);
  const metres = ({ metres: cost }: Pair): number => cost;
  const total = problem.units.reduce((sum, { members }) => sum + members.length, 0);
  if (pairs.length === 0) return NOBODY;

  if (problem.units.every((unit) => unit.metres.size > 0) && fits(problem, total)) {
    const all = optimise(problem, solver, { pairs, cost: metres, settled: [], everyone: true }, seconds);
    if (all !== null) return formed(all, true);
  }

  let proven = true;
  let known: Assignment = shortestOfMost(problem, solver, pairs, seconds)?.assignment ?? new Map();
  const settled: Settled[] = [];
  for (const weight of aims(problem)) {
    const placed = placedBy(problem, known, weight);
    const most = bestPossible(problem, solver, pairs, settled, weight);
    let reached = placed;
    if (placed < most) {
      const better = optimise(
        problem,
        solver,
        { pairs, cost: ({ unit }) => -weight(unit), settled, everyone: false },
        seconds,
      );
      if (better !== null && -better.objective > placed) {
        known = better.assignment;
        reached = -better.objective;
      }
      if (better === null || better.bound < better.objective) proven = false;
    }
    settled.push({ weight, equals: reached });
  }
  if (known.size === 0) return { ...NOBODY, placesProven: proven };
  const shortest = optimise(problem, solver, { pairs, cost: metres, settled, everyone: false }, seconds);
  if (shortest !== null) return formed(shortest, proven);
  const length = lengthOf(problem, known);
  return { assignment: known, metres: length, bound: 0, placesProven: false };
}

function formed({ assignment, objective, bound }: Optimum, placesProven: boolean): Formed {
  return { assignment, metres: objective, bound, placesProven };
}

/** Whether sizes alone allow everyone a place: for some number of groups, all fit and none is too small. */
function fits({ rules: { size }, slots }: Problem, total: number): boolean {
  return total > 0 && Math.ceil(total / size.max) <= Math.min(slots.length, Math.floor(total / size.min));
}

/** A good plan to start from: a school without a place counts as a very long way. */
function shortestOfMost(
  problem: Problem,
  solver: Solver,
  pairs: readonly Pair[],
  seconds: () => number,
): Optimum | null {
  const longest = pairs.reduce((most, { metres }) => Math.max(most, metres), 1);
  const last = problem.units.reduce((most, { tiers }) => Math.max(most, ...tiers), 0);
  const worth = (unit: Unit): number =>
    unit.tiers.reduce((sum, tier) => sum + 3 * longest * (1 + (last - tier) / (last + 1)), 0);
  return optimise(
    problem,
    solver,
    { pairs, cost: ({ unit, metres }) => Math.round(metres - worth(unit)), settled: [], everyone: false },
    seconds,
  );
}

type Weight = (unit: Unit) => number;

/** What to count, most important first. */
function aims(problem: Problem): Weight[] {
  const { rules, units } = problem;
  const count =
    (test: (unit: Unit) => number): Weight =>
    (unit) =>
      test(unit);
  const members = ({ members }: Unit): number => members.length;
  const pinned = count(
    ({ members: all }) => all.filter(({ reference }) => pinOf(reference, rules) !== null).length,
  );
  const first = count(({ members: all }) => all.filter((school) => hasPriority(school, rules)).length);
  const some = (weight: Weight): boolean => units.some((unit) => weight(unit) > 0);
  return [pinned, first].filter(some).concat(count(members), orderAims(problem));
}

/** The hub's order in few aims: in each, a place in an earlier tier outweighs all later ones. */
function orderAims({ units }: Problem): Weight[] {
  const sizes = new Map<number, number>();
  for (const tier of units.flatMap((unit) => unit.tiers)) sizes.set(tier, (sizes.get(tier) ?? 0) + 1);
  const ordered = [...sizes.keys()].sort((a, b) => a - b);
  if (ordered.length < 2) return [];
  const chunks: number[][] = [];
  let room = 0;
  for (const tier of ordered) {
    const factor = (sizes.get(tier) ?? 0) + 1;
    if (room * factor > LARGEST || chunks.length === 0) {
      chunks.push([]);
      room = 1;
    }
    chunks.at(-1)?.push(tier);
    room *= factor;
  }
  return chunks.map((chunk) => {
    const weights = new Map<number, number>();
    let weight = 1;
    for (const tier of [...chunk].reverse()) {
      weights.set(tier, weight);
      weight *= (sizes.get(tier) ?? 0) + 1;
    }
    return ({ tiers }) => tiers.reduce((sum, tier) => sum + (weights.get(tier) ?? 0), 0);
  });
}

function placedBy({ units }: Problem, assignment: Assignment, weight: Weight): number {
  return units.reduce((sum, unit) => sum + (assignment.has(unit.index) ? weight(unit) : 0), 0);
}

/** An upper bound: the relaxation's optimum, in whole schools. */
function bestPossible(
  problem: Problem,
  solver: Solver,
  pairs: readonly Pair[],
  settled: readonly Settled[],
  weight: Weight,
): number {
  const everything = problem.units.reduce((sum, unit) => sum + (unit.metres.size > 0 ? weight(unit) : 0), 0);
  const model = buildModel(problem, {
    pairs,
    cost: ({ unit }) => -weight(unit),
    settled,
    everyone: false,
    tight: false,
  });
  const relaxation = solver.relaxation(model);
  const relaxed = relaxation.best(new Map());
  relaxation.close();
  return relaxed === null ? everything : Math.min(everything, Math.floor(-relaxed.objective + 1e-4));
}

function lengthOf({ units }: Problem, assignment: Assignment): number {
  return units.reduce((sum, unit) => sum + (unit.metres.get(assignment.get(unit.index) ?? -1) ?? 0), 0);
}
