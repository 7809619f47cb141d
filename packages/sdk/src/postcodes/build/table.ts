import { unitNumber } from '../index-file/format.js';
import type { Place } from '../index-file/format.js';
import type { Postcode } from '../../typed/postcode.js';
import { emptySector } from './runs.js';
import type { SectorUnits } from './runs.js';

/** Every live postcode of a source with its place. */
export interface PostcodeTable {
  readonly places: readonly Place[];
  /** By outward code, then by digit. */
  readonly outcodes: ReadonlyMap<string, ReadonlyMap<number, SectorUnits>>;
  /** Postcodes in England. */
  readonly postcodes: number;
}

/** Takes England's postcodes one by one, in any order, and builds their table. */
export interface TableBuilder {
  add(postcode: Postcode, place: Place): void;
  /** Postcodes in England so far. */
  count(): number;
  table(): PostcodeTable;
}

/** Collects postcodes. Areas wholly outside England are left out: their letters show it. */
export function collectPostcodes(): TableBuilder {
  const places: Place[] = [];
  const numbers = new Map<string, number>();
  const outcodes = new Map<string, Map<number, SectorUnits>>();
  let postcodes = 0;

  const numberOf = (place: Place): number => {
    const key = JSON.stringify(place);
    const known = numbers.get(key) ?? places.push(place) - 1;
    numbers.set(key, known);
    return known;
  };

  return {
    add(postcode, place) {
      if (postcode.territory !== null) return;
      const sectors = outcodes.get(postcode.outward) ?? new Map<number, SectorUnits>();
      outcodes.set(postcode.outward, sectors);
      const digit = Number(postcode.inward.charAt(0));
      const units = sectors.get(digit) ?? emptySector();
      sectors.set(digit, units);
      const unit = unitNumber(postcode.unit);
      if ((units[unit] ?? -1) < 0 && place.kind !== 'elsewhere') postcodes += 1;
      units[unit] = numberOf(place);
    },
    count: () => postcodes,
    table: () => ({ places, outcodes, postcodes }),
  };
}
