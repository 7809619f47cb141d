import type { Edition, PhaseId } from '../programme/index.js';
import { phaseName, phaseOf, transitionsTo } from '../programme/index.js';
import { GroupsError } from './errors.js';

/** A group's size as a rule, and what was assumed to derive it from the edition's words. */
export interface SizeRule {
  readonly min: number;
  readonly max: number;
  readonly assumption: string | null;
}

/** Fewest schools in a group if an edition states only the most. */
const LEAST = 2;

/**
 * The size that an edition states for a phase's Work Group. "About six" is read as six or seven, as in every
 * year that states both ends.
 * @throws {GroupsError} `groups-size-unknown` when it states none
 */
export function groupSizeOf(edition: Edition, phase: PhaseId): SizeRule {
  const size = phaseOf(edition, phase).terms.groupSize.value;
  const most = size?.max ?? null;
  if (size === null || most === null)
    throw new GroupsError(
      'groups-size-unknown',
      `The terms of ${edition.schoolYear} do not say how many schools a ${phaseName(phaseOf(edition, phase))} group has. State a size, such as 6 to 7.`,
    );
  if (size.about === true && size.min === most)
    return {
      min: most,
      max: most + 1,
      assumption: `${edition.schoolYear} says about ${most} schools in a group: taken as ${most} or ${most + 1}.`,
    };
  if (size.min === null)
    return {
      min: Math.min(LEAST, most),
      max: most,
      assumption: `${edition.schoolYear} says up to ${most} schools in a group and no least number: taken as ${LEAST} to ${most}.`,
    };
  return { min: size.min, max: most, assumption: null };
}

/** The phase whose schools have priority for this phase, if the edition says so; else null. */
export function priorityPhaseOf(edition: Edition, phase: PhaseId): PhaseId | null {
  const stated = transitionsTo(edition, phase).find(
    ({ from, rule, statement }) => from !== phase && rule === 'expected' && /\bpriority\b/i.test(statement),
  );
  return stated?.from ?? null;
}

/** Why the edition rules out schools that have completed these phases, in its own words; null if it does not. */
export function ruledOutBy(edition: Edition, phase: PhaseId, completed: readonly PhaseId[]): string | null {
  const stated = transitionsTo(edition, phase).find(
    ({ from, rule }) => rule === 'not-allowed' && completed.includes(from),
  );
  return stated?.statement ?? null;
}

/** Assumed: no edition states how long a group meeting or a visit takes a specialist. */
const HALF_DAY = 0.5;
/** Numbers in 2020/21, the year with the best-known terms. */
const KNOWN = { meetings: 6, visits: 3 } as const;

/** A group's share of a specialist's days in the year: its meetings, and the visits for each school. */
export function specialistDaysOf(
  edition: Edition,
  phase: PhaseId,
): { readonly daysPerGroup: number; readonly daysPerSchool: number; readonly assumption: string } {
  const { terms } = phaseOf(edition, phase);
  const stated = { meetings: terms.meetings.value?.max ?? null, visits: terms.visits.value?.max ?? null };
  const meetings = stated.meetings ?? KNOWN.meetings;
  const visits = stated.visits ?? KNOWN.visits;
  const borrowed =
    stated.meetings === null || stated.visits === null
      ? ` ${edition.schoolYear} does not count both, so the numbers of 2020/21 stand in.`
      : '';
  return {
    daysPerGroup: meetings * HALF_DAY,
    daysPerSchool: visits * HALF_DAY,
    assumption: `A specialist's days are counted as half a day for each of ${meetings} meetings and for each of ${visits} visits to a school.${borrowed}`,
  };
}
