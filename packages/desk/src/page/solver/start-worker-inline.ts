import SolverWorker from './solver-worker.ts?worker&inline';

/** The solver's worker out of the page itself, where there is no service to ask for a file. */
export function startWorker(): Worker {
  return new SolverWorker();
}
