import {
  bringForward,
  COUNTRIES,
  DIGITS,
  GROUP_BITS,
  GROUP_SIZE,
  LETTER_BITS,
  MAGIC,
  PLACE_KINDS,
  REST_BITS,
  RUN_COUNT_ORDER,
  OTHER_PLACE_ORDER,
  SECTOR_PLACE_ORDER,
} from '../index-file/format.js';
import type { IndexHeader, Place } from '../index-file/format.js';
import { writeBits } from './bit-writer.js';
import type { BitWriter } from './bit-writer.js';
import { shortestRuns } from './runs.js';
import type { SectorUnits } from './runs.js';
import type { PostcodeTable } from './table.js';

/** What the builder needs to know about its source. */
export type IndexSource = Pick<IndexHeader, 'publisher' | 'title' | 'date' | 'licence'>;

/** One postcode index: the same bytes for the same table. */
export function encodeIndex(table: PostcodeTable, source: IndexSource): Uint8Array {
  const outcodes = [...table.outcodes]
    .map(([outward, sectors]) => ({ ...takeApart(outward), sectors }))
    .sort(inOrder);
  const header: IndexHeader = {
    ...source,
    postcodes: table.postcodes,
    sectors: outcodes.reduce((sum, { sectors }) => sum + sectors.size, 0),
    outcodes: outcodes.length,
  };
  const writer = writeBits();
  writePlaces(writer, table.places);
  writer.golomb(outcodes.length, 0);
  const recent = table.places.map((_, place) => place);
  let before: Outcode | null = null;
  for (const outcode of outcodes) {
    writeOutcode(writer, outcode, before, recent);
    before = outcode;
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  return Uint8Array.from([...MAGIC, text.length >>> 8, text.length & 0xff, ...text, ...writer.bytes()]);
}

interface Outcode {
  readonly area: string;
  readonly number: number;
  readonly last: string;
  readonly sectors: ReadonlyMap<number, SectorUnits>;
}

function takeApart(outward: string): Omit<Outcode, 'sectors'> {
  const [, area = '', number = '', last = ''] = /^([A-Z]+)([0-9]+)([A-Z]?)$/.exec(outward) ?? [];
  return { area, number: Number(number), last };
}

function inOrder(a: Outcode, b: Outcode): number {
  return compare(a.area, b.area) || a.number - b.number || compare(a.last, b.last);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function writePlaces(writer: BitWriter, places: readonly Place[]): void {
  const councils = places.filter((place) => place.kind === 'council');
  const codes = [...new Set(councils.flatMap(({ district, authority }) => [district, authority]))]
    .filter((code) => code !== null)
    .sort();
  writer.golomb(codes.length, 0);
  let before = -GROUP_SIZE;
  for (const code of codes.map((each) => Number(each.slice(1)))) {
    const group = Math.floor(code / GROUP_SIZE);
    const another = group !== Math.floor(before / GROUP_SIZE);
    writer.bits(another ? 1 : 0, 1);
    if (another) {
      writer.bits(group, GROUP_BITS);
      writer.bits(code % GROUP_SIZE, REST_BITS);
    } else writer.golomb(code - before, 0);
    before = code;
  }
  writer.golomb(places.length, 0);
  for (const place of places) {
    writer.bits(PLACE_KINDS.indexOf(place.kind), 2);
    if (place.kind === 'council') {
      for (const code of [place.district, place.authority])
        writer.golomb(code === null ? 0 : codes.indexOf(code) + 1, 5);
    } else if (place.kind === 'elsewhere') writer.bits(COUNTRIES.indexOf(place.country), 3);
  }
}

function writeOutcode(writer: BitWriter, outcode: Outcode, before: Outcode | null, recent: number[]): void {
  const sameArea = before?.area === outcode.area;
  writer.bits(sameArea ? 0 : 1, 1);
  if (!sameArea) {
    writeLetter(writer, outcode.area.charAt(0));
    writeLetter(writer, outcode.area.charAt(1));
  }
  writer.golomb(outcode.number - (sameArea ? before.number : 0), 0);
  writer.bits(outcode.last === '' ? 0 : 1, 1);
  if (outcode.last !== '') writeLetter(writer, outcode.last);
  const digits = Array.from({ length: DIGITS }, (_, digit) => digit);
  for (const digit of digits) writer.bits(outcode.sectors.has(digit) ? 1 : 0, 1);

  const places = commonestFirst([...outcode.sectors.values()].flatMap((units) => [...units]));
  writer.golomb(places.length - 1, 0);
  for (const place of places.toReversed()) {
    const rank = recent.indexOf(place);
    writer.golomb(rank, 0);
    bringForward(recent, rank);
  }
  if (places.length === 1) return;
  for (const digit of digits) {
    const units = outcode.sectors.get(digit);
    if (units !== undefined) writeSector(writer, units, places);
  }
}

function writeSector(writer: BitWriter, units: SectorUnits, places: readonly number[]): void {
  const own = commonestFirst([...units]);
  writer.choice(own.length - 1, places.length);
  const unnamed = [...places];
  for (const place of own) {
    const rank = unnamed.indexOf(place);
    writer.choice(rank, unnamed.length);
    unnamed.splice(rank, 1);
  }
  const [main] = own;
  if (main === undefined || own.length === 1) return;
  const runs = shortestRuns(units, main);
  const first = own.indexOf(runs[0]?.place ?? main);
  writer.choice(first, own.length);
  writer.golomb(runs.length - 2, RUN_COUNT_ORDER);
  for (const [index, run] of runs.slice(0, -1).entries()) {
    const current = own.indexOf(run.place);
    const next = own.indexOf(runs[index + 1]?.place ?? main);
    writer.golomb(run.length - 1, current === 0 ? SECTOR_PLACE_ORDER : OTHER_PLACE_ORDER);
    writer.choice(next < current ? next : next - 1, own.length - 1);
  }
}

function writeLetter(writer: BitWriter, letter: string): void {
  writer.bits(letter === '' ? 0 : letter.charCodeAt(0) - 64, LETTER_BITS);
}

/** The places among these units, from the commonest to the rarest. */
function commonestFirst(units: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const place of units) if (place >= 0) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].sort(([a, times], [b, others]) => others - times || a - b).map(([place]) => place);
}
