import type { GssCode } from '../resolver.js';
import type { Country } from '../../typed/territory.js';

/*
 * A postcode index is: the magic bytes; the length of the header (16 bits, big-endian); the header as JSON in UTF-8;
 * then one stream of bits, and PADDING bytes of zeros. number(k) below is an Exp-Golomb number of order k,
 * choice one of a known count of values in unary.
 *
 * Codes, in order:     number(0) how many, then each: 1 bit: another letter group (E06, E07 …)?
 *                      then 7 bits for the group and 20 for the rest; else number(0) for the step from the one before
 * Places:              number(0) how many, then each: 2 bits for its kind; then
 *                      a council: its district and its authority, each number(5), its index in the codes plus 1, 0 for none;
 *                      elsewhere: 3 bits for the country
 * Outward codes:       number(0) how many, in order of their letters, number and last letter; then each:
 *   1 bit: another area?  then two letters of 5 bits (A is 1; 0 for none)
 *   number(0): how much higher its number is than the one before in the same area
 *   1 bit: a last letter?  then 5 bits
 *   10 bits: which digits have a sector, 0 first
 *   its places: number(0) how many more than one, then each as its rank among the places met last, number(0)
 *   its sectors, if it has more than one place
 * A sector:            choice among its outward code's places: how many of them more than one;
 *   then each, as a choice among those not yet named, commonest first;
 *   if more than one: a choice for the place of unit AA, number(2) for how many runs more than two;
 *   then each run of units but the last: its length less one as number(2) in the sector's first place, number(0)
 *   in another; then a choice for which of the other places follows.
 *
 * Units run from AA to ZZ over the twenty letters. Between two live units a run ends where its number is shortest:
 * a unit that does not exist lies in one of the places around it, and the index cannot say that it does not exist.
 */

export const MAGIC = [0x4d, 0x48, 0x50, 0x49, 0x01] as const;

/** The letters of a unit; C, I, K, M, O and V are not used. */
export const UNIT_LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';
export const UNITS_IN_SECTOR = UNIT_LETTERS.length ** 2;

export const SECTOR_PLACE_ORDER = 2;
export const OTHER_PLACE_ORDER = 0;
export const RUN_COUNT_ORDER = 2;

/** Where units lie, as precisely as the source says. */
export type Place =
  | { readonly kind: 'council'; readonly district: GssCode | null; readonly authority: GssCode | null }
  | { readonly kind: 'elsewhere'; readonly country: Exclude<Country, 'England'> | null }
  /** In England, with no council given. */
  | { readonly kind: 'no-council' };

/** An index's description of itself. */
export interface IndexHeader {
  readonly publisher: string;
  readonly title: string;
  /** As the source gives it: `October 2025`. */
  readonly date: string;
  /** Lines to show wherever an answer from this index is shown. */
  readonly licence: readonly string[];
  /** How many live postcodes in England it was built from. */
  readonly postcodes: number;
  readonly sectors: number;
  readonly outcodes: number;
}

export const PLACE_KINDS = ['council', 'elsewhere', 'no-council'] as const;
export const COUNTRIES = [
  null,
  'Wales',
  'Scotland',
  'Northern Ireland',
  'Jersey',
  'Guernsey',
  'Isle of Man',
] as const;
export const GROUP_SIZE = 1_000_000;
export const GROUP_BITS = 7;
export const REST_BITS = 20;
export const LETTER_BITS = 5;
export const DIGITS = 10;

/** 0 to 399, AA to ZZ; -1 for a letter that no unit has. */
export function unitNumber(unit: string): number {
  const first = UNIT_LETTERS.indexOf(unit.charAt(0));
  const second = UNIT_LETTERS.indexOf(unit.charAt(1));
  return first < 0 || second < 0 || unit.length !== 2 ? -1 : first * UNIT_LETTERS.length + second;
}

/** Most recent places first, since neighbours are alike; returns the one at that rank and moves it to the front. */
export function bringForward(recent: number[], rank: number): number {
  const [place] = recent.splice(rank, 1);
  if (place === undefined) throw new RangeError('no such place');
  recent.unshift(place);
  return place;
}
