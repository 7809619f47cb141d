import { DIGITS, UNIT_LETTERS } from '../index-file/format.js';
import type { Place } from '../index-file/format.js';
import type { PostcodeIndex } from '../index-file/open.js';
import type { PostcodeTable } from './table.js';

/** The result of comparing an index with its source. */
export interface IndexCheck {
  /** Live postcodes compared: England's, and other countries' in the same or nearby sectors. */
  readonly compared: number;
  readonly differences: readonly IndexDifference[];
}

/** A difference between the index and its source. */
export interface IndexDifference {
  /** A postcode, or a sector. */
  readonly postcode: string;
  /** Null for a sector that the source lacks. */
  readonly expected: Place | null;
  readonly found: Place | null;
}

/** Looks up every live postcode of the source, and every empty sector of its outward codes. */
export function checkIndex(index: PostcodeIndex, table: PostcodeTable): IndexCheck {
  const differences: IndexDifference[] = [];
  let compared = 0;
  for (const [outward, sectors] of table.outcodes) {
    for (let digit = 0; digit < DIGITS; digit++) {
      const units = sectors.get(digit);
      if (units === undefined) {
        const found = index.find(outward, `${digit}AA`);
        if (found !== null) differences.push({ postcode: `${outward} ${digit}`, expected: null, found });
        continue;
      }
      for (const [unit, number] of units.entries()) {
        const expected = table.places[number];
        if (expected === undefined) continue;
        compared += 1;
        const inward = `${digit}${unitLetters(unit)}`;
        const found = index.find(outward, inward);
        if (!samePlace(expected, found))
          differences.push({ postcode: `${outward} ${inward}`, expected, found });
      }
    }
  }
  return { compared, differences };
}

function unitLetters(unit: number): string {
  const size = UNIT_LETTERS.length;
  return UNIT_LETTERS.charAt(Math.floor(unit / size)) + UNIT_LETTERS.charAt(unit % size);
}

function samePlace(a: Place, b: Place | null): boolean {
  if (a.kind === 'council')
    return b?.kind === 'council' && a.district === b.district && a.authority === b.authority;
  if (a.kind === 'elsewhere') return b?.kind === 'elsewhere' && a.country === b.country;
  return b?.kind === 'no-council';
}
