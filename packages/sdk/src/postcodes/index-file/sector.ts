import type { BitReader } from './bits.js';
import { OTHER_PLACE_ORDER, RUN_COUNT_ORDER, SECTOR_PLACE_ORDER } from './format.js';

/**
 * Reads the sector at the reader's position as far as needed to place a unit.
 * @param places  those of its outward code
 * @param unit  0 to 399; more to read to the sector's end
 * @returns the place's number
 */
export function readSector(reader: BitReader, places: readonly number[], unit: number): number {
  if (places.length === 1) return placeAt(places, 0);
  const more = reader.choice(places.length);
  if (more === 0) return placeAt(places, reader.choice(places.length));

  const unnamed = [...places];
  const own: number[] = [];
  for (let left = more; left >= 0; left--) own.push(...unnamed.splice(reader.choice(unnamed.length), 1));
  let current = reader.choice(own.length);
  let end = 0;
  for (let left = reader.golomb(RUN_COUNT_ORDER) + 1; left > 0; left--) {
    end += reader.golomb(current === 0 ? SECTOR_PLACE_ORDER : OTHER_PLACE_ORDER) + 1;
    if (unit < end) break;
    const next = reader.choice(own.length - 1);
    current = next < current ? next : next + 1;
  }
  return placeAt(own, current);
}

function placeAt(places: readonly number[], index: number): number {
  const place = places[index];
  if (place === undefined) throw new RangeError('no such place');
  return place;
}
