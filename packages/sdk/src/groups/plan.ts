import type { PhaseId } from '../programme/index.js';
import type { Journey, Weekday } from './problem.js';

/** Work Groups with the reason of each choice. Plain JSON; the same input gives the same plan, in whatever order it comes. */
export interface GroupPlan {
  readonly phase: PhaseId;
  readonly size: { readonly min: number; readonly max: number };
  readonly groups: readonly WorkGroup[];
  readonly unplaced: readonly UnplacedSchool[];
  /** Specialists without a group. */
  readonly free: readonly { readonly specialist: string; readonly why: string }[];
  /** From every specialist to every school of theirs, one way, added up. */
  readonly kilometres: number;
  /** The same as the crow flies; of those with a known place. */
  readonly straightKilometres: number;
  /** No plan that places these numbers of schools can be shorter than this, in kilometres. */
  readonly bound: number;
  /** How far the plan may be from the shortest, as a part of its length: 0 is proven to be the shortest. */
  readonly gap: number;
  /** False when time ran out before it was proven that no more schools, nor others first, can be placed. */
  readonly placesProven: boolean;
  /** What was taken for granted, in sentences to show with the plan. */
  readonly assumptions: readonly string[];
}

/** A Work Group: its specialist, and the schools that are led. */
export interface WorkGroup {
  readonly specialist: string;
  readonly name: string;
  /** 1, or 2 for the second group of the same specialist. */
  readonly number: number;
  /** The day of the week that suits everyone; null when nobody stated days. */
  readonly weekday: Weekday | null;
  /** By distance. */
  readonly schools: readonly PlacedSchool[];
  readonly kilometres: number;
  /** Days that it takes of the specialist's year; null where the rules state none. */
  readonly days: number | null;
}

/** A school in a Work Group, with the reason in words. */
export interface PlacedSchool extends Journey {
  readonly reference: string;
  readonly urn: string | null;
  readonly name: string;
  readonly why: string;
  /** The cheapest other place, and what going there would cost; null when there is none. */
  readonly otherwise: Swap | null;
}

/** A change by hand: a school moves to another group, or changes places with a school of it. */
export interface Swap {
  readonly specialist: string;
  readonly number: number;
  /** The school that comes back in exchange, by reference; null where there is room. */
  readonly withSchool: string | null;
  /** What the whole plan grows by, in kilometres; less than 0 where a rule that you dropped allows a shorter one. */
  readonly kilometres: number;
  readonly sentence: string;
}

/** A school that is in no group, with the reason in words and what would help. */
export interface UnplacedSchool {
  readonly reference: string;
  readonly urn: string | null;
  readonly name: string;
  readonly reason: UnplacedReason;
  readonly why: string;
  /** What would place it, nearest to hand first. */
  readonly remedies: readonly string[];
}

/** Why a school is in no group. */
export type UnplacedReason =
  /** Applied for another phase. */
  | 'phase'
  /** The terms rule it out. */
  | 'ruled-out'
  /** No place is known, and no distance. */
  | 'no-place'
  /** No specialist may take it: too far, barred, or no day in common. */
  | 'no-specialist'
  /** It has to stay with schools with which no group can hold it. */
  | 'together'
  /** Too few schools can be brought together for a group. */
  | 'too-few'
  /** There are schools enough, and no group of them is formed: not yet, or a rule keeps them apart. */
  | 'no-group'
  /** Every group that may take it is full. */
  | 'full'
  /** There is room, but a rule (trust, apart) keeps it out. */
  | 'rule';
