import { InvalidDataError } from '../../evidence/index.js';
import { PADDING, readBits } from './bits.js';
import type { BitReader } from './bits.js';
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
  UNITS_IN_SECTOR,
  unitNumber,
} from './format.js';
import type { IndexHeader, Place } from './format.js';
import { readSector } from './sector.js';

/** An opened index. The bytes are not copied; it only notes where each sector starts. */
export interface PostcodeIndex {
  readonly header: IndexHeader;
  /** Where the postcodes around this one lie; null when its sector has no live postcode. */
  find(outward: string, inward: string): Place | null;
  /** Every place with postcodes of this first half; null if there is no such outward code. */
  placesOf(outward: string): readonly Place[] | null;
}

interface Outcode {
  /** Numbers of its places. */
  readonly places: readonly number[];
  /** Where each digit's sector starts, in bits; -1 if there is none. */
  readonly sectors: Int32Array;
}

/**
 * Opens the bytes of a file that `maths-hubs postcode-index build` wrote, in one pass over it.
 * @throws {InvalidDataError} when they are not such a file, or not a complete one
 */
export function openPostcodeIndex(bytes: ArrayBuffer | Uint8Array): PostcodeIndex {
  const view =
    bytes instanceof ArrayBuffer
      ? new DataView(bytes)
      : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return open(view);
  } catch (cause) {
    if (cause instanceof RangeError || cause instanceof SyntaxError) throw damaged();
    throw cause;
  }
}

function open(view: DataView): PostcodeIndex {
  const start = MAGIC.length + 2;
  if (view.byteLength < start || MAGIC.some((byte, index) => view.getUint8(index) !== byte))
    throw notAnIndex();
  const length = view.getUint16(MAGIC.length);
  const header = readHeader(new Uint8Array(view.buffer, view.byteOffset + start, length));
  const reader = readBits(view);
  reader.position = (start + length) * 8;
  const places = readPlaces(reader, readCodes(reader));
  const outcodes = readOutcodes(reader, places.length);
  if (Math.ceil(reader.position / 8) + PADDING !== view.byteLength) throw damaged();

  return {
    header,
    find(outward, inward) {
      const outcode = outcodes.get(outward);
      const unit = unitNumber(inward.slice(1));
      const sector = outcode?.sectors[Number(inward.charAt(0))] ?? -1;
      if (outcode === undefined || sector < 0 || unit < 0) return null;
      reader.position = sector;
      return places[readSector(reader, outcode.places, unit)] ?? null;
    },
    placesOf: (outward) => outcodes.get(outward)?.places.flatMap((number) => places[number] ?? []) ?? null,
  };
}

function readHeader(bytes: Uint8Array): IndexHeader {
  const header: unknown = JSON.parse(new TextDecoder('utf-8').decode(bytes));
  if (!isHeader(header)) throw damaged();
  return header;
}

function isHeader(value: unknown): value is IndexHeader {
  const header = value as Partial<Record<keyof IndexHeader, unknown>> | null;
  return (
    [header?.publisher, header?.title, header?.date].every((each) => typeof each === 'string') &&
    [header?.postcodes, header?.sectors, header?.outcodes].every((each) => typeof each === 'number') &&
    Array.isArray(header?.licence) &&
    header.licence.every((line) => typeof line === 'string')
  );
}

function readCodes(reader: BitReader): readonly string[] {
  let code = 0;
  return times(reader.golomb(0), () => {
    code =
      reader.bits(1) === 1
        ? reader.bits(GROUP_BITS) * GROUP_SIZE + reader.bits(REST_BITS)
        : code + reader.golomb(0);
    return `E${String(code).padStart(8, '0')}`;
  });
}

function readPlaces(reader: BitReader, codes: readonly string[]): readonly Place[] {
  const code = (): string | null => codes[reader.golomb(5) - 1] ?? null;
  return times(reader.golomb(0), (): Place => {
    const kind = PLACE_KINDS[reader.bits(2)];
    if (kind === 'council') return { kind, district: code(), authority: code() };
    if (kind === 'elsewhere') return { kind, country: COUNTRIES[reader.bits(3)] ?? null };
    return { kind: 'no-council' };
  });
}

function readOutcodes(reader: BitReader, placeCount: number): ReadonlyMap<string, Outcode> {
  const outcodes = new Map<string, Outcode>();
  const recent = times(placeCount, (place) => place);
  let area = '';
  let number = 0;
  for (let left = reader.golomb(0); left > 0; left--) {
    if (reader.bits(1) === 1) {
      area = readLetter(reader) + readLetter(reader);
      number = 0;
    }
    number += reader.golomb(0);
    const last = reader.bits(1) === 1 ? readLetter(reader) : '';
    const live = reader.bits(DIGITS);
    const places = times(reader.golomb(0) + 1, () => bringForward(recent, reader.golomb(0))).reverse();
    const sectors = new Int32Array(DIGITS).fill(-1);
    for (let digit = 0; digit < DIGITS; digit++) {
      if (((live >>> (DIGITS - 1 - digit)) & 1) === 0) continue;
      sectors[digit] = reader.position;
      readSector(reader, places, UNITS_IN_SECTOR);
    }
    outcodes.set(`${area}${number}${last}`, { places, sectors });
  }
  return outcodes;
}

function readLetter(reader: BitReader): string {
  const letter = reader.bits(LETTER_BITS);
  return letter === 0 ? '' : String.fromCharCode(64 + letter);
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function notAnIndex(): InvalidDataError {
  return new InvalidDataError('postcode index', [
    {
      path: '',
      found: 'other bytes at its start',
      expected: 'a file written by maths-hubs postcode-index build',
      remedy: 'Check the address: a page that says "not found" is a common cause.',
    },
  ]);
}

function damaged(): InvalidDataError {
  return new InvalidDataError('postcode index', [
    {
      path: '',
      found: 'a damaged or unfinished file',
      expected: 'the whole file, byte for byte',
      remedy: 'Copy it again without converting it, or build it anew.',
    },
  ]);
}
