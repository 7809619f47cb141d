/** The solver's worker, a file of the service's own. */
export function startWorker(): Worker {
  return new Worker(new URL('./solver-worker.ts', import.meta.url), { type: 'module' });
}
