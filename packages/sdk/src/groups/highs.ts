import type { Highs } from 'highs';
import { GroupsError } from './errors.js';
import type { LinearModel } from './model.js';

/** A solved model. */
interface Solved {
  readonly status: 'optimal' | 'infeasible' | 'stopped';
  /** Null where no plan was found. */
  readonly objective: number | null;
  /** No solution is below this. */
  readonly bound: number;
  readonly values: ArrayLike<number>;
}

/** The optimum if schools could be split between places. */
export interface Relaxed {
  readonly objective: number;
  readonly values: ArrayLike<number>;
  /** The reduced cost of each column. */
  readonly reduced: ArrayLike<number>;
}

/** A model's relaxation, kept open so that each question starts from the last one's basis. */
export interface Relaxation {
  /** Its optimum with some columns fixed; null if infeasible. Adds violated rows, for good, until there are none. */
  best(held: ReadonlyMap<number, number>): Relaxed | null;
  close(): void;
}

/** The solver, loaded once. */
export interface Solver {
  relaxation(model: LinearModel): Relaxation;
  /**
   * The model itself, in whole schools.
   * @param known  cost of a known plan, to look only for a better one; null without one
   */
  solve(model: LinearModel, seconds: number, known: number | null): Solved;
}

let loading: Promise<Solver> | null = null;

/** Loads HiGHS, 3.5 MB of WebAssembly, at first use. */
export function loadSolver(): Promise<Solver> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw new GroupsError('groups-solver', `The solver HiGHS could not be loaded: ${String(error)}`, {
      cause: error,
    });
  });
  return loading;
}

async function load(): Promise<Solver> {
  const { default: loader } = await import('highs');
  // Its types are for CommonJS, where a module's default is one level deeper than in the module itself.
  const start = loader as unknown as typeof loader.default;
  return solverOver(await start());
}

/** Objectives are whole metres or whole schools: less than one apart is equal. */
const HALF = 0.5;
const CUT = 1e-6;
const ROUNDS = 30;

function solverOver(highs: Highs): Solver {
  const { constants, infinity } = highs;
  const open = (model: LinearModel, integer: boolean): ReturnType<Highs['createModel']> => {
    const { columns, costs, lower, upper, rows } = model;
    const bounded = (values: readonly number[]): number[] =>
      values.map((value) => (value === Infinity ? infinity : value === -Infinity ? -infinity : value));
    const opened = highs.createModel({
      numCols: columns,
      numRows: rows.lower.length,
      sense: constants.objectiveSense.minimize,
      colCost: [...costs],
      colLower: [...lower],
      colUpper: [...upper],
      rowLower: bounded(rows.lower),
      rowUpper: bounded(rows.upper),
      matrix: {
        format: 'csr',
        numRows: rows.lower.length,
        numCols: columns,
        starts: [...rows.starts],
        indices: [...rows.indices],
        values: [...rows.values],
      },
      ...(integer && { integrality: Array(columns).fill(constants.variableType.integer) }),
    });
    opened.options.set({ output_flag: false, random_seed: 0 });
    return opened;
  };
  const statusOf = (status: number): Solved['status'] => {
    const { modelStatus } = constants;
    if (status === modelStatus.optimal) return 'optimal';
    if (
      status === modelStatus.infeasible ||
      status === modelStatus.unboundedOrInfeasible ||
      status === modelStatus.objectiveBound
    )
      return 'infeasible';
    return 'stopped';
  };
  return {
    relaxation(model) {
      const opened = open(model, false);
      // What presolve saves at the first question it loses at later ones, which start from the last basis.
      opened.options.set({ presolve: 'off' });
      let before: ReadonlyMap<number, number> = new Map();
      const hold = (held: ReadonlyMap<number, number>): void => {
        for (const column of before.keys())
          if (!held.has(column))
            opened.changeColBounds(column, model.lower[column] ?? 0, model.upper[column] ?? 1);
        for (const [column, value] of held)
          if (before.get(column) !== value) opened.changeColBounds(column, value, value);
        before = held;
      };
      return {
        best(held) {
          hold(held);
          for (let round = 0; ; round += 1) {
            opened.run();
            let status = statusOf(opened.getModelStatus());
            if (status === 'stopped') {
              // Rounding since the last question led astray: start again.
              opened.clearSolver();
              opened.run();
              status = statusOf(opened.getModelStatus());
            }
            if (status === 'infeasible') return null;
            if (status === 'stopped')
              throw new GroupsError('groups-solver', 'The solver HiGHS did not come to an end.');
            const { colValue, colDual } = opened.getSolution();
            const broken = model.pairs.flatMap(({ slot }, column) =>
              (colValue[column] ?? 0) - (colValue[model.used(slot)] ?? 0) > CUT
                ? [[column, model.used(slot)]]
                : [],
            );
            if (broken.length === 0 || round === ROUNDS)
              return { objective: opened.getObjectiveValue(), values: colValue, reduced: colDual };
            for (const indices of broken) opened.addRow(-infinity, 0, { indices, values: [1, -1] });
          }
        },
        close: () => {
          opened.dispose();
        },
      };
    },
    solve(model, seconds, known) {
      const opened = open(model, true);
      try {
        opened.options.set({
          mip_rel_gap: 0,
          mip_abs_gap: HALF,
          time_limit: Math.max(seconds, 0.1),
          // These heuristics find no better plan of this kind, and take a fifth of the time.
          mip_heuristic_run_rins: false,
          mip_heuristic_run_rens: false,
        });
        if (known !== null) {
          const priced = model.costs.flatMap((cost, column) => (cost === 0 ? [] : [[column, cost] as const]));
          opened.addRow(-infinity, known - HALF, {
            indices: priced.map(([column]) => column),
            values: priced.map(([, cost]) => cost),
          });
        }
        opened.run();
        const status = statusOf(opened.getModelStatus());
        const { colValue } = opened.getSolution();
        const found = status === 'optimal' || Number(opened.info.get('primal_solution_status')) === 2;
        return {
          status,
          objective: found ? opened.getObjectiveValue() : null,
          bound: Number(opened.info.get('mip_dual_bound')),
          values: colValue,
        };
      } finally {
        opened.dispose();
      }
    },
  };
}
