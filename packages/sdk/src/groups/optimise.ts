import { buildModel } from './model.js';
import type { LinearModel, ModelRequest, Pair, Settled } from './model.js';
import type { Solver } from './highs.js';
import type { Problem } from './prepare.js';

/** Which slot each unit is in, by index; a unit without a place is absent. */
export type Assignment = ReadonlyMap<number, number>;

export interface Optimum {
  readonly assignment: Assignment;
  readonly objective: number;
  /** No assignment costs less. Equal to the objective when that is proven. */
  readonly bound: number;
}

export interface Aim {
  readonly pairs: readonly Pair[];
  readonly cost: (pair: Pair) => number;
  readonly settled: readonly Settled[];
  readonly everyone: boolean;
}

/** Pairs for each unit that a first look takes in. */
const FIRST = 5;
const WIDER = 4;
const NEARLY = 1e-6;

/**
 * The cheapest assignment, exactly, or null when there is none.
 *
 * A relaxation gives a lower bound, and for each pair what it would cost at the least above that bound. A plan found
 * among the cheapest pairs is therefore the cheapest of all, if every pair left out costs more than the plan is above
 * the bound; else those that do not are let in and it is solved once more.
 */
export function optimise(problem: Problem, solver: Solver, aim: Aim, seconds: () => number): Optimum | null {
  const request: ModelRequest = { ...aim, tight: false };
  const relaxed = solver.relax(buildModel(problem, request));
  if (relaxed.objective === null) return null;
  const extra = aim.pairs.map((_, column) => relaxed.reduced[column] ?? 0);
  const least = relaxed.objective;
  let reach = [...extra].sort((a, b) => a - b)[Math.min(extra.length, problem.units.length * FIRST) - 1] ?? 0;
  let known: number | null = null;
  for (;;) {
    const pairs = aim.pairs.filter((_, column) => (extra[column] ?? 0) <= reach + NEARLY);
    const whole = pairs.length === aim.pairs.length;
    const model = buildModel(problem, { ...request, pairs, tight: true });
    const { status, objective, bound, values } = solver.solve(model, seconds(), known);
    if (objective === null) {
      if (whole || status === 'stopped') return null;
      reach = reach <= 0 ? 1 : reach * WIDER;
      if (pairs.length === 0 || !extra.some((cost) => cost > reach)) reach = Infinity;
      continue;
    }
    const cost = Math.round(objective);
    const above = objective - least;
    if (status === 'stopped' || whole || above <= reach + NEARLY) {
      const proven = status === 'optimal';
      return {
        assignment: read(model, values),
        objective: cost,
        bound: proven ? cost : Math.min(cost, whole || above <= reach ? Math.max(least, bound) : least),
      };
    }
    reach = above;
    known = objective;
  }
}

function read({ pairs }: LinearModel, values: ArrayLike<number>): Assignment {
  return new Map(
    pairs.flatMap(({ unit, slot }, column) =>
      (values[column] ?? 0) > 0.5 ? [[unit.index, slot.index] as const] : [],
    ),
  );
}
