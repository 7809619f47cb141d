import { OTHER_PLACE_ORDER, SECTOR_PLACE_ORDER, UNITS_IN_SECTOR } from '../index-file/format.js';
import { golombBits } from './bit-writer.js';

/** Where each unit of a sector lies, by number; -1 for units that do not exist. */
export type SectorUnits = Int16Array;

export interface Run {
  readonly place: number;
  readonly length: number;
}

interface Stretch {
  readonly place: number;
  /** The first and the last live unit in it. */
  readonly first: number;
  last: number;
}

interface Ending {
  readonly at: number;
  readonly cost: number;
  readonly before: Ending | null;
}

export function emptySector(): SectorUnits {
  return new Int16Array(UNITS_IN_SECTOR).fill(-1);
}

/**
 * The runs of a sector that take the fewest bits: a run may end at any unit that does not exist,
 * up to the next one that does, so the cheapest endings are found together (Viterbi).
 * @param main  the place whose runs are written with the longer numbers
 */
export function shortestRuns(units: SectorUnits, main: number): readonly Run[] {
  const stretches = stretchesOf(units);
  let endings: readonly Ending[] = [{ at: 0, cost: 0, before: null }];
  for (const [index, stretch] of stretches.slice(0, -1).entries()) {
    const next = stretches[index + 1]?.first ?? UNITS_IN_SECTOR;
    const order = stretch.place === main ? SECTOR_PLACE_ORDER : OTHER_PLACE_ORDER;
    const reached: Ending[] = [];
    for (let at = stretch.last + 1; at <= next; at++) reached.push(cheapest(endings, at, order));
    endings = reached;
  }
  const best = endings.reduce((a, b) => (b.cost < a.cost ? b : a));
  const ends = [...endsUpTo(best), UNITS_IN_SECTOR];
  return stretches.map(({ place }, index) => ({
    place,
    length: (ends[index + 1] ?? 0) - (ends[index] ?? 0),
  }));
}

function stretchesOf(units: SectorUnits): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [unit, place] of units.entries()) {
    const current = stretches.at(-1);
    if (place < 0) continue;
    if (current?.place === place) current.last = unit;
    else stretches.push({ place, first: unit, last: unit });
  }
  return stretches;
}

function cheapest(starts: readonly Ending[], at: number, order: number): Ending {
  let best: Ending | null = null;
  for (const before of starts) {
    const cost = before.cost + golombBits(at - before.at - 1, order);
    if (best === null || cost < best.cost) best = { at, cost, before };
  }
  return best ?? { at, cost: 0, before: null };
}

/** From 0 on. */
function endsUpTo(ending: Ending): number[] {
  const ends: number[] = [];
  for (let each: Ending | null = ending; each !== null; each = each.before) ends.unshift(each.at);
  return ends;
}
