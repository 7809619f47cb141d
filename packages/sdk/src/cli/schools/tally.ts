import { table } from '../output.js';
import type { Standing, Verdict } from './judge.js';
import { questionOf, STANDINGS, type Shift, type Stamp } from './report.js';

/** Counts, largest first, ties in the order met. */
class Counter {
  readonly #counts = new Map<string, number>();

  add(key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  entries(): [string, number][] {
    return [...this.#counts].sort(([, a], [, b]) => b - a);
  }
}

/** Counts schools by where they stand and why. Its size depends on the rules, not on the file. */
export interface Tally {
  add(verdict: Verdict): void;
  result(): TallyResult;
}

export interface TallyResult {
  readonly schools: number;
  readonly standings: Readonly<Record<Standing, number>>;
  /** A school with several reasons counts under each. */
  readonly barredBy: Readonly<Record<string, number>>;
  readonly forTheHub: Readonly<Record<string, number>>;
  readonly notTold: Readonly<Record<string, number>>;
}

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

const count = (number: number): string => number.toLocaleString('en-GB');
const schoolsText = (number: number): string => `${count(number)} ${number === 1 ? 'school' : 'schools'}`;

export function tallyText(
  { schools, standings, barredBy, forTheHub, notTold }: TallyResult,
  stamp: Stamp,
): string {
  const reasons: Partial<Record<Standing, Readonly<Record<string, number>>>> = {
    hub: forTheHub,
    'not-told': notTold,
    'not-eligible': barredBy,
  };
  const rows = (Object.keys(STANDINGS) as Standing[]).flatMap((standing) => [
    [count(standings[standing]), STANDINGS[standing]],
    ...Object.entries(reasons[standing] ?? {}).map(([reason, number]) => [
      count(number),
      `- ${reasonText(standing, reason)}`,
    ]),
  ]);
  return [
    `${schoolsText(schools)} against ${stamp.phase}, ${stamp.schoolYear} (version ${stamp.editionVersion})`,
    ...(stamp.assumed ? [`Assumed of every school: ${stamp.assumed}`] : []),
    '',
    table(['Schools', 'Where they stand'], rows),
    '',
    'A school with several reasons counts under each. Eligible promises no place: hubs select.',
  ].join('\n');
}

function reasonText(standing: Standing, reason: string): string {
  if (standing === 'not-eligible') return `does not meet: ${reason}`;
  return standing === 'hub' ? `undecided: ${reason}` : `not told: ${questionOf(reason)}`;
}

export interface ShiftTally {
  add(shift: Shift | null): void;
  result(): ShiftTallyResult;
}

export interface ShiftTallyResult {
  readonly schools: number;
  readonly changed: number;
  readonly changes: readonly { from: Standing; to: Standing; by: string; schools: number }[];
}

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

export function shiftText(result: ShiftTallyResult, from: Stamp, to: Stamp): string {
  const head = `${to.phase}: ${from.schoolYear} against ${to.schoolYear}. ${schoolsText(result.changed)} of ${count(result.schools)} ${result.changed === 1 ? 'stands' : 'stand'} elsewhere.`;
  if (result.changed === 0) return head;
  const rows = result.changes.map(({ from: before, to: after, by, schools }) => [
    count(schools),
    by,
    `${STANDINGS[before]} → ${STANDINGS[after]}`,
  ]);
  return `${head}\n\n${table(['Schools', 'By', 'Change'], rows)}`;
}
