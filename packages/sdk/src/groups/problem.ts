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

/** A school that wants a place in a Work Group. What is absent or null is not known, and bars nothing. */
export interface GroupSchool {
  /** What the hub calls its application: unique. */
  readonly reference: string;
  readonly name?: string | null;
  readonly urn?: string | null;
  /** Null when it is not known; such a school is placed by hand, or by a matrix of distances, only. */
  readonly place: GridPlace | null;
  /** The phase it applied for. */
  readonly phase?: PhaseId | null;
  /** Phases it has completed. */
  readonly completed?: readonly PhaseId[];
  /** The multi-academy trust, by any name or number that is the same for its schools. */
  readonly trust?: string | null;
  /** Whoever leads it, by any name that is the same where one head leads two schools. */
  readonly headteacher?: string | null;
  /** The hub's own order: 1 before 2; the same number for schools that stand alike; none comes last. */
  readonly order?: number | null;
  /** Why it cannot be taken, in a sentence, where the terms rule it out: it is never placed. */
  readonly ruledOut?: string | null;
  /** Days on which its teachers can be released; none stated: any. */
  readonly weekdays?: readonly Weekday[];
}

/** A Mastery Specialist who can lead a Work Group. */
export interface GroupSpecialist {
  /** Unique: initials will do. */
  readonly id: string;
  readonly name?: string | null;
  readonly place: GridPlace | null;
  /** Phases that they lead; none stated: any. */
  readonly phases?: readonly PhaseId[];
  /** How many groups they can lead; 1 unless stated. */
  readonly groups?: number;
  /** Most schools in all their groups together. */
  readonly schools?: number | null;
  /** Days in the year that they have for this. */
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

/** What a set of groups has to keep to. */
export interface GroupRules {
  readonly phase: PhaseId;
  /** Fewest and most schools in a group: {@link groupSizeOf} has the edition's. */
  readonly size: { readonly min: number; readonly max: number };
  /** A school that has completed this phase comes first for a place: {@link priorityPhaseOf} has the edition's. */
  readonly priorityPhase?: PhaseId | null;
  /** Kilometres by road for each kilometre as the crow flies; 1.3 unless stated. */
  readonly detour?: number;
  /** The hub's own kilometres, one way, by specialist and then by school; used before any place. */
  readonly distances?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Longest way for any specialist who states none. */
  readonly maxKilometres?: number | null;
  /** Most schools of one trust in a group. */
  readonly trustLimit?: number | null;
  readonly sameTrust?: Belonging;
  readonly sameHeadteacher?: Belonging;
  /** Schools that stay in one group, or have no place at all, by reference. */
  readonly together?: readonly (readonly string[])[];
  /** Schools no two of which share a group. */
  readonly apart?: readonly (readonly string[])[];
  /** Placed by hand: a pin goes before travel limits, matrix and place, and comes first for a place. */
  readonly pinned?: readonly Pairing[];
  /** Not with this specialist: a river, a moor, a quarrel. */
  readonly barred?: readonly Pairing[];
  /** A specialist's days for each group (its meetings) and for each school in it (the visits). */
  readonly daysPerGroup?: number;
  readonly daysPerSchool?: number;
  /** Longest time to look for a proof, in seconds; 20 unless stated. What it stops is said. */
  readonly seconds?: number;
}

/** `together`: in one group or in none. `apart`: never in one group. `any`: as it falls. */
export type Belonging = 'any' | 'together' | 'apart';

/** One way there, as the crow flies times the detour unless the hub's own matrix says it. */
export interface Journey {
  readonly kilometres: number;
  /** Null where no place is known. */
  readonly straightKilometres: number | null;
}
