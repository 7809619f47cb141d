import { StoreUnavailableError } from '../errors.js';

/** Lets work through until it fails again and again; then only a try from time to time, and the rest fails at once. */
export interface Breaker {
  run<T>(work: () => Promise<T>): Promise<T>;
}

const TRIPS = 2;
const FIRST = 500;
const LONGEST = 4_000;

/** @param clock  milliseconds that never go back */
export function breaker(clock: () => number = () => performance.now()): Breaker {
  let failures = 0;
  let closedUntil = 0;
  let trying = false;
  return {
    async run(work) {
      const wait = closedUntil - clock();
      if (failures >= TRIPS && (wait > 0 || trying))
        throw new StoreUnavailableError(
          'The database did not answer just now, and is asked again in a moment.',
          {},
          Math.max(1, Math.ceil(wait / 1000)),
        );
      const isTry = failures >= TRIPS;
      trying ||= isTry;
      try {
        const result = await work();
        failures = 0;
        return result;
      } catch (error) {
        if (error instanceof StoreUnavailableError) {
          failures += 1;
          closedUntil = clock() + Math.min(LONGEST, FIRST * 2 ** Math.max(0, failures - TRIPS));
        } else failures = 0;
        throw error;
      } finally {
        if (isTry) trying = false;
      }
    },
  };
}
