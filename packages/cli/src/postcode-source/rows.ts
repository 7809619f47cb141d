import type { InvalidDataError } from '@maths-hubs/sdk/evidence';
import type { Place, Country } from '@maths-hubs/sdk/postcodes';
import { sourceFault } from './source-fault.js';

/** One live postcode as a source has it. */
interface SourceRow {
  readonly postcode: string;
  readonly place: Place;
}

/** Turns a record of cells into a row; null for a postcode no longer in use. */
export type RowReader = (cells: readonly string[]) => SourceRow | null;

/** Code-Point Open has no heading row; these are its columns (OS user guide: postcode, quality, two of grid, five of codes, ward). */
const CODE_POINT = { postcode: 0, country: 4, county: 7, district: 8, width: 10 } as const;

/** Headings that ONSPD and NSPL have used, with the year in them or not. */
const headings = {
  postcode: /^(pcds|pcd8|pcd7|pcd2|pcd)$/i,
  terminated: /^doterm$/i,
  county: /^(oscty|cty|cty[0-9]{2}cd)$/i,
  district: /^(oslaua|laua|lad[0-9]{2}cd)$/i,
  country: /^(ctry|ctry[0-9]{2}cd)$/i,
} as const;

const countries: Readonly<Record<string, Exclude<Country, 'England'>>> = {
  W: 'Wales',
  S: 'Scotland',
  N: 'Northern Ireland',
};

/** Whether a file's first record is the heading row of ONSPD or NSPL. */
export function isOnsHeading(cells: readonly string[]): boolean {
  return cells.some((cell) => headings.postcode.test(cell));
}

/** @throws {InvalidDataError} when a required column is missing */
export function onsReader(heading: readonly string[], file: string): RowReader {
  const column = (name: keyof typeof headings): number =>
    heading.findIndex((cell) => headings[name].test(cell));
  const at = {
    postcode: column('postcode'),
    terminated: column('terminated'),
    county: column('county'),
    district: column('district'),
    country: column('country'),
  };
  const missing = Object.entries(at).filter(([, index]) => index < 0);
  if (missing.length > 0)
    throw missingColumns(
      file,
      missing.map(([name]) => name),
    );
  return (cells) => {
    if (cell(cells, at.terminated) !== '') return null;
    return {
      postcode: cell(cells, at.postcode),
      place: placeOf(cell(cells, at.country), cell(cells, at.county), cell(cells, at.district)),
    };
  };
}

/** @throws {InvalidDataError} when the first record has not the columns of Code-Point Open */
export function codePointReader(first: readonly string[], file: string): RowReader {
  if (first.length !== CODE_POINT.width) {
    throw sourceFault(
      file,
      `${first.length} columns and no heading "pcds"`,
      'ten columns without headings (Code-Point Open), or the headings of ONSPD or NSPL',
      'Give the file as it was downloaded.',
    );
  }
  return (cells) => ({
    postcode: cell(cells, CODE_POINT.postcode),
    place: placeOf(
      cell(cells, CODE_POINT.country),
      cell(cells, CODE_POINT.county),
      cell(cells, CODE_POINT.district),
    ),
  });
}

function placeOf(country: string, county: string, district: string): Place {
  const initial = (country || district).charAt(0);
  const elsewhere = countries[initial];
  if (elsewhere !== undefined) return { kind: 'elsewhere', country: elsewhere };
  if (initial !== '' && initial !== 'E') return { kind: 'elsewhere', country: null };
  const council = english(district);
  const authority = /^E10/.test(county) ? english(county) : council;
  return authority === null ? { kind: 'no-council' } : { kind: 'council', district: council, authority };
}

/** A code of England that is not the pseudo code for none. */
function english(code: string): string | null {
  return /^E[0-9]{8}$/.test(code) && !code.endsWith('99999999') ? code : null;
}

function cell(cells: readonly string[], index: number): string {
  return cells[index]?.trim() ?? '';
}

function missingColumns(file: string, names: readonly string[]): InvalidDataError {
  return sourceFault(
    file,
    `no column for ${names.join(', ')}`,
    'the headings of ONSPD or NSPL: pcds, doterm, oscty or cty25cd, oslaua or lad25cd, ctry or ctry25cd',
    'Give the full file, not one with columns taken out.',
  );
}
