import { buildModel } from './model.js';
import type { LinearModel, ModelRequest, Pair, Settled } from './model.js';
import type { Relaxation, Relaxed, Solver } from './highs.js';
import type { Problem } from './prepare.js';

/** Which slot each unit is in, by index; a unit without a place is absent. */
export type Assignment = ReadonlyMap<number, number>;

export interface Optimum {
  readonly assignment: Assignment;
  readonly objective: number;
  /** No assignment costs less. Equals the objective if that is proven optimal. */
  readonly bound: number;
}

export interface Aim {
  readonly pairs: readonly Pair[];
  /** In whole numbers. */
  readonly cost: (pair: Pair) => number;
  readonly settled: readonly Settled[];
  readonly everyone: boolean;
}

/** A branch: the plans with some slots used and some not. */
interface Part {
  readonly held: ReadonlyMap<number, number>;
  /** No plan of this part costs less. */
  readonly bound: number;
  /** Slots with a fractional value in its relaxation, most fractional first. */
  readonly halves: readonly number[];
  /** Its relaxation's optimum, kept if no slot is fractional. */
  readonly relaxed: Relaxed | null;
}

interface Found {
  readonly assignment: Assignment;
  readonly objective: number;
}

/** Pairs per unit in the first integer solve. */
const FIRST = 5;
const WIDER = 4;
const NEARLY = 1e-6;
/** The solver's rounding error on a whole number. */
const ROUNDING = 1e-4;
/** Slots to try both ways before choosing one to branch on. */
const TRIED = 8;
/** Seconds to find a first plan when time has run out. */
const AT_LEAST = 0.5;

/**
 * The cheapest assignment, exactly, or null when there is none.
 *
 * Branch and bound over slots, because the few fractional slots make the relaxation cheaper than a plan. It branches on
 * the slot whose answers both cost most, and drops a branch whose relaxation costs as much as a known plan. It goes
 * depth first to a plan, then takes the branch with the lowest bound. With whole slots the schools are usually whole
 * too; if not, {@link wholeSchools} makes them so.
 */
export function optimise(problem: Problem, solver: Solver, aim: Aim, seconds: () => number): Optimum | null {
  const request: ModelRequest = { ...aim, tight: false };
  const model = buildModel(problem, request);
  const relaxation = solver.relaxation(model);
  try {
    let best = null as Found | null;
    let unproven = Infinity;
    const parts: Part[] = [];
    const add = (part: Part | null): void => {
      if (part !== null && part.bound < (best?.objective ?? Infinity)) parts.push(part);
    };
    add(partOf(model, relaxation, new Map(), -Infinity));
    for (;;) {
      const part: Part | undefined = best === null ? parts.pop() : takeLeast(parts);
      if (part === undefined || part.bound >= (best?.objective ?? Infinity)) break;
      const late = seconds() <= 0;
      if (late && best !== null) {
        unproven = Math.min(unproven, part.bound);
        break;
      }
      if (part.relaxed === null) {
        for (const each of partBy(model, relaxation, part, late ? 1 : TRIED)) add(each);
        continue;
      }
      const { found, bound }: Whole =
        readWhole(model, part.relaxed) ??
        wholeSchools(problem, solver, { ...aim, model, known: best?.objective ?? null }, part, seconds);
      if (found !== null && found.objective < (best?.objective ?? Infinity)) best = found;
      unproven = Math.min(unproven, bound);
    }
    return best && { ...best, bound: Math.min(best.objective, unproven) };
  } finally {
    relaxation.close();
  }
}

function partOf(
  model: LinearModel,
  relaxation: Relaxation,
  held: ReadonlyMap<number, number>,
  least: number,
): Part | null {
  const relaxed = relaxation.best(held);
  if (relaxed === null) return null;
  const halves = model.usedColumns
    .map((column) => ({ column, off: Math.abs((relaxed.values[column] ?? 0) - 0.5) }))
    .filter(({ off }) => off < 0.5 - NEARLY)
    .sort((a, b) => a.off - b.off || a.column - b.column)
    .map(({ column }) => column);
  // Costs are whole numbers, so round the bound up.
  const bound = Math.max(least, Math.ceil(relaxed.objective - ROUNDING));
  return { held, bound, halves, relaxed: halves.length === 0 ? relaxed : null };
}

function takeLeast(parts: Part[]): Part | undefined {
  let least = 0;
  for (const [index, { bound }] of parts.entries())
    if (bound < (parts[least]?.bound ?? Infinity)) least = index;
  return parts.splice(least, 1)[0];
}

/** The two halves of a branch, by the slot whose answers raise the bound most; the likelier one last. */
function partBy(
  model: LinearModel,
  relaxation: Relaxation,
  { held, bound, halves }: Part,
  tried: number,
): (Part | null)[] {
  let chosen: (Part | null)[] = [];
  let most = -1;
  for (const column of halves.slice(0, tried)) {
    const both = [0, 1].map((value) => partOf(model, relaxation, new Map([...held, [column, value]]), bound));
    const rises = both.map((part) => (part === null ? Infinity : Math.max(1, part.bound - bound)));
    const score = rises.reduce((product, rise) => product * rise, 1);
    if (score > most) [most, chosen] = [score, both];
    if (score === Infinity) break;
  }
  return chosen.sort((a, b) => (b?.bound ?? Infinity) - (a?.bound ?? Infinity));
}

interface Whole {
  /** Null if there is none better than the known plan. */
  readonly found: Found | null;
  /** No better plan of the branch costs less; Infinity if what was found is proven best. */
  readonly bound: number;
}

function readWhole(model: LinearModel, { values, objective }: Relaxed): Whole | null {
  for (let column = 0; column < model.columns; column += 1) {
    const value = values[column] ?? 0;
    if (Math.abs(value - Math.round(value)) > NEARLY) return null;
  }
  return { found: { assignment: read(model, values), objective: Math.round(objective) }, bound: Infinity };
}

/**
 * The best plan of a branch in whole schools, if better than the known one. A plan of the cheapest pairs is
 * optimal if every pair left out costs more than the plan's gap to the relaxation; else it solves again with the pairs
 * that do not.
 */
function wholeSchools(
  problem: Problem,
  solver: Solver,
  aim: Aim & { readonly model: LinearModel; readonly known: number | null },
  { held, relaxed, bound: least }: Part,
  seconds: () => number,
): Whole {
  const { pairs: all } = aim.model;
  const floor = relaxed?.objective ?? least;
  const extra = all.map((_, column) => relaxed?.reduced[column] ?? 0);
  let { known } = aim;
  let found: Found | null = null;
  let reach =
    known === null
      ? ([...extra].sort((a, b) => a - b)[Math.min(extra.length, problem.units.length * FIRST) - 1] ?? 0)
      : known - floor;
  for (;;) {
    const pairs = all.filter((_, column) => (extra[column] ?? 0) <= reach + NEARLY);
    const complete = pairs.length === all.length;
    const model = buildModel(problem, { ...aim, pairs, tight: true });
    const left = Math.max(seconds(), known === null ? AT_LEAST : 0);
    const shift = pairs.length - all.length;
    const { status, objective, bound, values } = solver.solve(holding(model, held, shift), left, known);
    if (objective !== null) {
      known = Math.round(objective);
      found = { assignment: read(model, values), objective: known };
    }
    const covered = complete || (known !== null && known - floor <= reach + NEARLY);
    if (status === 'stopped')
      return { found, bound: covered ? Math.max(least, Math.ceil(bound - ROUNDING)) : least };
    if (covered) return { found, bound: Infinity };
    if (known !== null) reach = known - floor;
    else {
      reach = reach <= 0 ? 1 : reach * WIDER;
      if (pairs.length === 0 || !extra.some((cost) => cost > reach)) reach = Infinity;
    }
  }
}

/** A model with fixed columns; those after the pairs are shifted. */
function holding(model: LinearModel, held: ReadonlyMap<number, number>, shift: number): LinearModel {
  const lower = [...model.lower];
  const upper = [...model.upper];
  for (const [column, value] of held) lower[column + shift] = upper[column + shift] = value;
  return { ...model, lower, upper };
}

function read({ pairs }: LinearModel, values: ArrayLike<number>): Assignment {
  return new Map(
    pairs.flatMap(({ unit, slot }, column) =>
      (values[column] ?? 0) > 0.5 ? [[unit.index, slot.index] as const] : [],
    ),
  );
}
