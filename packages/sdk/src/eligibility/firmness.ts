import type { Requirement } from '../programme/index.js';
import type { Condition } from '../rules/index.js';

/**
 * How firm a requirement is, from the firmest: a source states it (or the hub does, of its own terms); it was worked out
 * from what sources state; it holds, but some cases are the hub's; nobody is ruled out, because whoever does not
 * meet it may ask the hub; or no source states a rule at all.
 */
export type FirmnessKind = 'stated' | 'worked-out' | 'hub-in-some-cases' | 'hub-otherwise' | 'hub-decides';

/** How firm a requirement is, read from its whole condition. */
export interface Firmness {
  readonly kind: FirmnessKind;
  /** Worked out from sources, not stated by them, whoever decides the other cases. */
  readonly workedOut: boolean;
  /** False where it only advises. */
  readonly bars: boolean;
  /** The schools left to the hub, in the rule's own words; may be empty. */
  readonly cases: readonly string[];
  /** What was looked for and not found. */
  readonly searched: readonly string[];
  /** How it was worked out, or what a reader must know. */
  readonly note?: string;
}

/** The possible outcomes of a condition, as bits: no, the hub, yes. */
const NO = 1;
const HUB = 2;
const YES = 4;

/**
 * How firm a requirement is.
 * @example firmnessOf(requirement).kind // hub-otherwise: schools with a new headteacher ask the hub
 */
export function firmnessOf({ condition, basis, effect, note }: Requirement): Firmness {
  const ends = endsOf(condition);
  const hub = hubLeaves(condition);
  const workedOut = basis === 'derived';
  const firm = workedOut ? 'worked-out' : 'stated';
  return {
    kind: !(ends & HUB)
      ? firm
      : ends === HUB
        ? 'hub-decides'
        : ends & NO
          ? 'hub-in-some-cases'
          : 'hub-otherwise',
    workedOut,
    bars: effect === 'bars',
    cases: [...new Set(hub.flatMap((leaf) => leaf.for ?? []))],
    searched: [...new Set(hub.map((leaf) => leaf.hubDecides))],
    ...(note === undefined ? {} : { note }),
  };
}

type HubLeaf = Extract<Condition, { hubDecides: string }>;

function hubLeaves(condition: Condition): HubLeaf[] {
  if ('hubDecides' in condition) return [condition];
  return partsOf(condition).flatMap(hubLeaves);
}

function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  if ('of' in condition) return condition.of;
  return 'not' in condition ? [condition.not] : [];
}

/** Every outcome that a condition may have, each part taken separately. */
function endsOf(condition: Condition): number {
  if ('hubDecides' in condition) return HUB;
  if ('fact' in condition) return NO | YES;
  const parts = partsOf(condition).map(endsOf);
  if ('not' in condition) {
    const [ends = 0] = parts;
    return (ends & HUB) | (ends & NO ? YES : 0) | (ends & YES ? NO : 0);
  }
  if ('all' in condition) return parts.reduce<number>(least, YES);
  if ('any' in condition) return parts.reduce<number>(greatest, NO);
  const counts = Array.from({ length: condition.atLeast + 1 }, (_, i): number => (i === 0 ? YES : NO));
  for (const part of parts)
    for (let i = condition.atLeast; i > 0; i--)
      counts[i] = greatest(counts[i] ?? NO, least(counts[i - 1] ?? NO, part));
  return counts[condition.atLeast] ?? NO;
}

function least(a: number, b: number): number {
  return (
    ((a | b) & NO) | (a & HUB && b & (HUB | YES) ? HUB : 0) | (b & HUB && a & YES ? HUB : 0) | (a & b & YES)
  );
}

function greatest(a: number, b: number): number {
  return (
    ((a | b) & YES) | (a & HUB && b & (HUB | NO) ? HUB : 0) | (b & HUB && a & NO ? HUB : 0) | (a & b & NO)
  );
}
