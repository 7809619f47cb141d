import type { Standing, SchoolVerdict } from './judge.js';
import type { Shift } from './report.js';

/** Counts, largest first, ties in order of appearance. */
class Counter {
  readonly #counts = new Map<string, number>();

  add(key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  entries(): [string, number][] {
    return [...this.#counts].sort(([, a], [, b]) => b - a);
  }
}

/** Counts schools by standing and reason. Its size depends on the rules, not on the file. */
export interface Tally {
  add(verdict: SchoolVerdict): void;
  result(): TallyResult;
}

/** How many schools have each standing, and by which rules. */
export interface TallyResult {
  readonly schools: number;
  readonly standings: Readonly<Record<Standing, number>>;
  /** A school with several reasons counts under each. */
  readonly barredBy: Readonly<Record<string, number>>;
  readonly forTheHub: Readonly<Record<string, number>>;
  readonly notTold: Readonly<Record<string, number>>;
}

/** Counts verdicts by standing and reason, school by school. */
export function tally(): Tally {
  const standings: Record<Standing, number> = {
    eligible: 0,
    passes: 0,
    hub: 0,
    'not-told': 0,
    'not-eligible': 0,
  };
  const barredBy = new Counter();
  const forTheHub = new Counter();
  const notTold = new Counter();
  let schools = 0;
  return {
    add(verdict) {
      schools += 1;
      standings[verdict.standing] += 1;
      for (const { statement } of verdict.barredBy) barredBy.add(statement);
      if (verdict.standing === 'hub') for (const { statement } of verdict.forTheHub) forTheHub.add(statement);
      if (verdict.standing === 'not-told') for (const fact of verdict.notTold) notTold.add(fact);
    },
    result: () => ({
      schools,
      standings: { ...standings },
      barredBy: Object.fromEntries(barredBy.entries()),
      forTheHub: Object.fromEntries(forTheHub.entries()),
      notTold: Object.fromEntries(notTold.entries()),
    }),
  };
}

/** Takes one shift after another, null where nothing changed; the result may be read at any time. */
export interface ShiftTally {
  add(shift: Shift | null): void;
  result(): ShiftTallyResult;
}

/** How many schools were compared, how many changed, and from what to what. */
export interface ShiftTallyResult {
  readonly schools: number;
  readonly changed: number;
  readonly changes: readonly { from: Standing; to: Standing; by: string; schools: number }[];
}

/** Counts what changed between two editions, school by school. */
export function shiftTally(): ShiftTally {
  const changes = new Counter();
  let schools = 0;
  let changed = 0;
  return {
    add(shift) {
      schools += 1;
      if (!shift) return;
      changed += 1;
      changes.add(JSON.stringify([shift.before.standing, shift.after.standing, shift.by.join(', ')]));
    },
    result: () => ({
      schools,
      changed,
      changes: changes.entries().map(([key, number]) => {
        const [from, to, by] = JSON.parse(key) as [Standing, Standing, string];
        return { from, to, by, schools: number };
      }),
    }),
  };
}
