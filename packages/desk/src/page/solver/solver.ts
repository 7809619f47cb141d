import type { GroupPlan } from '@maths-hubs/sdk/groups';
import type { SolverAnswer, SolverQuestion } from './messages.js';
import { startWorker } from './start-worker.js';

/** Seconds that a person waits for a proof; what is found by then is shown, with what is missing of the proof. */
export const MOST_SECONDS = 20;

/** Groups being formed beside the page. */
export interface Forming {
  /** Rejects with what is wrong, or with {@link StoppedError}. */
  readonly plan: Promise<GroupPlan>;
  stop(): void;
}

/** A person did not want to wait. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

export function beginForming(question: SolverQuestion): Forming {
  const worker = startWorker();
  let stop = (): void => undefined;
  const plan = new Promise<GroupPlan>((resolve, reject) => {
    stop = () => reject(new StoppedError('Stopped. The groups are as they were.'));
    worker.addEventListener('message', ({ data }: MessageEvent<SolverAnswer>) =>
      'plan' in data ? resolve(data.plan) : reject(new Error(data.fault)),
    );
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(`The solver could not be started: ${message || 'the browser refused it'}.`)),
    );
    worker.postMessage({ ...question, rules: { ...question.rules, seconds: MOST_SECONDS } });
  }).finally(() => worker.terminate());
  return { plan, stop: () => stop() };
}
