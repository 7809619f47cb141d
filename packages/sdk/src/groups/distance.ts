import type { GridPlace, GroupRules, Journey } from './problem.js';

/** Roads in England are about this much longer than the straight line: an assumption, which a plan states. */
export const DETOUR = 1.3;

/** Straight kilometres between two places on the National Grid. */
export function straightKilometres(from: GridPlace, to: GridPlace): number {
  return Math.hypot(from.easting - to.easting, from.northing - to.northing) / 1000;
}

interface Placed {
  readonly place: GridPlace | null;
}

/** The journey from a specialist to a school, to the metre; null if neither a place nor the hub's matrix gives it. */
export function journeyBetween(
  specialist: Placed & { readonly id: string },
  school: Placed & { readonly reference: string },
  { distances, detour = DETOUR }: Pick<GroupRules, 'distances' | 'detour'>,
): Journey | null {
  const straight =
    specialist.place === null || school.place === null
      ? null
      : toMetre(straightKilometres(specialist.place, school.place));
  const stated = ownValue(ownValue(distances, specialist.id), school.reference);
  if (stated !== undefined) return { kilometres: toMetre(stated), straightKilometres: straight };
  return straight === null ? null : { kilometres: toMetre(straight * detour), straightKilometres: straight };
}

/** Plans are compared in whole metres, so that proofs have no rounding. */
function toMetre(kilometres: number): number {
  return Math.round(kilometres * 1000) / 1000;
}

function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
