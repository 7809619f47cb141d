import type { PhaseId } from '../programme/index.js';
import type { Journey, Weekday } from './problem.js';

/** Work Groups with the reason of each choice. Plain JSON; the same input, in any order, gives the same plan. */
export interface GroupPlan {
  readonly phase: PhaseId;
  readonly size: { readonly min: number; readonly max: number };
  readonly groups: readonly WorkGroup[];
  readonly unplaced: readonly UnplacedSchool[];
  /** Specialists without a group. */
  readonly free: readonly { readonly specialist: string; readonly why: string }[];
  /** Total from every specialist to each of their schools, one way. */
  readonly kilometres: number;
  /** The same as the crow flies, for those with a known place. */
  readonly straightKilometres: number;
  /** No plan that places these numbers of schools can be shorter than this, in kilometres. */
  readonly bound: number;
  /** How far the plan may be from the shortest, as a fraction of its length: 0 means proven shortest. */
  readonly gap: number;
  /** False if time ran out before proof that no more schools, nor higher priorities, can be placed. */
  readonly placesProven: boolean;
  /** Assumptions, as sentences to show with the plan. */
  readonly assumptions: readonly string[];
}

/** A Work Group: its specialist and its schools. */
export interface WorkGroup {
  readonly specialist: string;
  readonly name: string;
  /** 1, or 2 for the second group of the same specialist. */
  readonly number: number;
  /** The day of the week that suits everyone; null if nobody stated days. */
  readonly weekday: Weekday | null;
  /** By distance. */
  readonly schools: readonly PlacedSchool[];
  readonly kilometres: number;
  /** Days of the specialist's year that it takes; null if the rules state none. */
  readonly days: number | null;
}

/** A school in a Work Group, with the reason in words. */
export interface PlacedSchool extends Journey {
  readonly reference: string;
  readonly urn: string | null;
  readonly name: string;
  readonly why: string;
  /** The cheapest other place, and what moving there would cost; null if there is none. */
  readonly otherwise: Swap | null;
}

/** A change by hand: a school moves to another group, or swaps places with one of its schools. */
export interface Swap {
  readonly specialist: string;
  readonly number: number;
  /** The school it swaps with, by reference; null if there is room. */
  readonly withSchool: string | null;
  /** How much longer the whole plan gets, in kilometres; negative if a dropped rule allows a shorter one. */
  readonly kilometres: number;
  readonly sentence: string;
}

/** A school in no group, with the reason in words and what would help. */
export interface UnplacedSchool {
  readonly reference: string;
  readonly urn: string | null;
  readonly name: string;
  readonly reason: UnplacedReason;
  readonly why: string;
  /** What would place it, easiest first. */
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
  /** It must stay with other schools, and no group can hold them all. */
  | 'together'
  /** Too few schools can be combined into a group. */
  | 'too-few'
  /** There are enough schools, but no group of them: not yet, or a rule prevents it. */
  | 'no-group'
  /** Every group that may take it is full. */
  | 'full'
  /** There is room, but a rule (trust, apart) keeps it out. */
  | 'rule';
