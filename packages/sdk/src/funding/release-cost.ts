import { teacherDays } from '../commitments/index.js';
import type { Pence, Quantity, Sourced } from '../evidence/index.js';
import { phaseOf, type Edition, type Phase, type PhaseId } from '../programme/index.js';
import { checkPence, type FundingFacts } from './facts.js';
import { fundingFor, type FundingLine } from './funding-for.js';
import { ANY_AMOUNT, NOTHING, sumRanges, type PenceRange } from './range.js';

/** The days that a school gives in one year of a phase, against the money it receives for release. */
export interface ReleaseCost {
  /** Teacher-days, all teachers together; unit `day`. */
  readonly days: Sourced<Quantity>;
  /** The cost of covering those days. 0 to null if the days or the daily cost are unknown. */
  readonly cost: PenceRange;
  /** Money for release. 0 to null where no source says. */
  readonly received: PenceRange;
  /** The funding lines that `received` sums. */
  readonly lines: readonly FundingLine[];
  /** Cost less money received: negative if the money is more. An end is null if it has no known bound. */
  readonly shortfall: { readonly min: Pence | null; readonly max: Pence | null };
  /** Days of cover that the money pays for, rounded down to half-days; null if the daily cost is unknown. */
  readonly daysCovered: { readonly min: number; readonly max: number | null } | null;
}

/** What a school knows about its cover. */
export interface ReleaseFacts extends FundingFacts {
  /** What a day of cover costs the school, in pence. */
  readonly dailySupplyCost?: Pence | null;
  /** Days each teacher will be out of class, according to the hub; used only where no source states them. */
  readonly daysPerTeacher?: number | null;
}

/** The last release that a source states for Development: what a school may expect until its hub says. */
export const LAST_STATED_RELEASE = { schoolYear: '2020/21', phase: 'development', days: 3 } as const;

function asEntered(perTeacher: number, { terms }: Phase, { source }: Sourced<Quantity>): Sourced<Quantity> {
  const teachers = terms.teachers.value;
  return {
    value: {
      min: perTeacher * (teachers?.min ?? 1),
      max: teachers?.max ? perTeacher * teachers.max : null,
      unit: 'day',
      per: 'school',
    },
    source,
    basis: 'derived',
    note: 'From the days that you entered, times the teachers taking part.',
  };
}

/**
 * @param facts  with `dailySupplyCost`: what a day of cover costs the school, in pence
 * @throws {PhaseNotFoundError} when the edition has no such phase
 * @throws {InvalidDataError} when an amount is not whole pence, 0 or more
 */
export function releaseCost<Id extends PhaseId>(
  edition: Edition<Id>,
  phaseId: NoInfer<Id>,
  { dailySupplyCost, daysPerTeacher, ...facts }: ReleaseFacts = {},
): ReleaseCost {
  checkPence('dailySupplyCost', dailySupplyCost);
  const phase = phaseOf(edition, phaseId);
  const stated = teacherDays(phase);
  const days = stated.value || !daysPerTeacher ? stated : asEntered(daysPerTeacher, phase, stated);
  const cost = costOf(days.value, dailySupplyCost ?? null);
  const lines = fundingFor(edition, phaseId, facts).lines.filter(
    ({ term }) => term === null || term.purpose === 'release',
  );
  const received = receivedFrom(lines, phase.terms.funding.value?.length === 0);
  return {
    days,
    cost,
    received,
    lines,
    shortfall: {
      min: received.max === null ? null : cost.min - received.max,
      max: cost.max === null ? null : cost.max - received.min,
    },
    daysCovered: dailySupplyCost
      ? {
          min: halfDays(received.min, dailySupplyCost),
          max: received.max === null ? null : halfDays(received.max, dailySupplyCost),
        }
      : null,
  };
}

/** A source that lists other money but not release leaves it unknown; one that lists none at all does not. */
function receivedFrom(lines: readonly FundingLine[], noneAtAll: boolean): PenceRange {
  if (lines.length > 0) return sumRanges(lines.map(({ amount }) => amount));
  return noneAtAll ? NOTHING : ANY_AMOUNT;
}

function costOf(days: Quantity | null, daily: Pence | null): PenceRange {
  if (!days || daily === null || days.about) return ANY_AMOUNT;
  return {
    min: Math.floor((days.min ?? 0) * daily),
    max: days.max === null ? null : Math.ceil(days.max * daily),
  };
}

function halfDays(pence: Pence, daily: Pence): number {
  return Math.floor((pence * 2) / daily) / 2;
}
