import { mayBelieveClock } from './clock.js';
import type { LogEntry } from './config/log-entry.js';
import type { IntakeParts } from './parts.js';
import { describe } from './http/faults.js';

const HOUR = 3_600_000;

interface SweepParts extends IntakeParts {
  readonly log: (entry: LogEntry) => void;
  readonly now: () => Date;
  readonly onDemand: boolean;
}

/** Erases what a hub no longer keeps, now and every hour, and tidies what is left of it. */
export function startSweep({ hubs, store, erasures, log, now, onDemand }: SweepParts): {
  round(): Promise<void>;
  stop(): void;
} {
  let stopped = false;
  async function retain(): Promise<void> {
    if (![...hubs.values()].some(({ retentionDays }) => retentionDays !== undefined)) return;
    if (!(await mayBelieveClock(store, now()))) {
      log({
        level: 'error',
        event: 'clock-leapt',
        why: 'The clock stands more than a week after the service last looked at it. Nothing is erased for a day: set it right if it is wrong.',
      });
      return;
    }
    for (const { id, retentionDays } of hubs.values()) {
      if (retentionDays === undefined) continue;
      try {
        const before = new Date(now().getTime() - retentionDays * 24 * HOUR);
        const erased = await erasures.older(id, before, now());
        if (erased > 0) log({ level: 'info', event: 'retention', hub: id, erased });
      } catch (error) {
        if (stopped) return;
        log({ level: 'error', event: 'retention', hub: id, ...describe(error) });
      }
    }
  }

  async function round(): Promise<void> {
    await retain().catch((error: unknown) => {
      if (!stopped) log({ level: 'error', event: 'retention', ...describe(error) });
    });
    await erasures.tidy(now()).catch((error: unknown) => {
      // The store is closed under it: the next start begins again.
      if (!stopped) log({ level: 'warn', event: 'tidy', ...describe(error) });
    });
  }
  if (onDemand) return { round, stop: () => undefined };
  void round();
  const timer = setInterval(() => void round(), HOUR);
  timer.unref();
  return {
    round,
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}
