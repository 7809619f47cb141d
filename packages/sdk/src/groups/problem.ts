import type { PhaseId } from '../programme/index.js';

/** A place on the National Grid, in metres, as GIAS and Code-Point Open give it. */
export interface GridPlace {
  readonly easting: number;
  readonly northing: number;
}

/** The days on which schools are open, in order. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
/** A day on which schools are open. */
export type Weekday = (typeof WEEKDAYS)[number];

/** A school that wants a place in a Work Group. Absent or null means unknown, and bars nothing. */
export interface GroupSchool {
  /** The hub's reference for its application: unique. */
  readonly reference: string;
  readonly name?: string | null;
  readonly urn?: string | null;
  /** Null if unknown; such a school is placed only by hand or by a distance matrix. */
  readonly place: GridPlace | null;
  /** The phase it applied for. */
  readonly phase?: PhaseId | null;
  /** Phases it has completed. */
  readonly completed?: readonly PhaseId[];
  /** The multi-academy trust, by any name or number common to its schools. */
  readonly trust?: string | null;
  /** Whoever leads it, by any name that is the same for all schools of one head. */
  readonly headteacher?: string | null;
  /** The hub's own order: 1 before 2; the same number for schools of equal rank; none comes last. */
  readonly order?: number | null;
  /** Why the terms rule it out, in a sentence: it is never placed. */
  readonly ruledOut?: string | null;
  /** Days on which its teachers can be released; any if absent. */
  readonly weekdays?: readonly Weekday[];
}

/** A Mastery Specialist who can lead a Work Group. */
export interface GroupSpecialist {
  /** Unique: initials will do. */
  readonly id: string;
  readonly name?: string | null;
  readonly place: GridPlace | null;
  /** Phases that they lead; any if absent. */
  readonly phases?: readonly PhaseId[];
  /** How many groups they can lead; 1 by default. */
  readonly groups?: number;
  /** Most schools in all their groups together. */
  readonly schools?: number | null;
  /** Days per year that they have for this. */
  readonly days?: number | null;
  readonly weekdays?: readonly Weekday[];
  /** Longest way to one school, in kilometres, one way. */
  readonly maxKilometres?: number | null;
}

/** A school and a specialist, by reference and id. */
export interface Pairing {
  readonly school: string;
  readonly specialist: string;
}

/** The constraints on a set of groups. */
export interface GroupRules {
  readonly phase: PhaseId;
  /** Fewest and most schools in a group: {@link groupSizeOf} has the edition's. */
  readonly size: { readonly min: number; readonly max: number };
  /** A school that has completed this phase comes first for a place: {@link priorityPhaseOf} has the edition's. */
  readonly priorityPhase?: PhaseId | null;
  /** Kilometres by road for each kilometre as the crow flies; 1.3 by default. */
  readonly detour?: number;
  /** The hub's own kilometres, one way, by specialist and then by school; used before any place. */
  readonly distances?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Longest journey for any specialist who states none. */
  readonly maxKilometres?: number | null;
  /** Most schools of one trust in a group. */
  readonly trustLimit?: number | null;
  readonly sameTrust?: Belonging;
  readonly sameHeadteacher?: Belonging;
  /** Schools placed in one group or not at all, by reference. */
  readonly together?: readonly (readonly string[])[];
  /** Schools of which no two share a group. */
  readonly apart?: readonly (readonly string[])[];
  /** Placed by hand: a pin goes before travel limits, matrix and place, and comes first for a place. */
  readonly pinned?: readonly Pairing[];
  /** Not with this specialist: a river, a moor, a quarrel. */
  readonly barred?: readonly Pairing[];
  /** A specialist's days for each group (its meetings) and for each school in it (the visits). */
  readonly daysPerGroup?: number;
  readonly daysPerSchool?: number;
  /** Longest time to look for a proof, in seconds; 20 by default. The plan says if it was cut short. */
  readonly seconds?: number;
}

/** `together`: in one group or in none. `apart`: never in one group. `any`: either. */
export type Belonging = 'any' | 'together' | 'apart';

/** One way: the straight line times the detour, unless the hub's own matrix has it. */
export interface Journey {
  readonly kilometres: number;
  /** Null if no place is known. */
  readonly straightKilometres: number | null;
}
