import { parsePostcode } from '@maths-hubs/sdk/postcodes';
import { gridPlaceOf, PLACE_COLUMNS, placesOf, readRecords } from '@maths-hubs/sdk/groups/lists';
import type { GridPlace } from '@maths-hubs/sdk/groups';

/** What a file knows of the schools that were asked for. */
export interface KnownPlaces {
  /** By postcode. */
  readonly places: Readonly<Record<string, GridPlace>>;
  /** Trusts by URN, where the file has both. */
  readonly trusts: Readonly<Record<string, string>>;
}

const COLUMNS = {
  ...PLACE_COLUMNS,
  urn: ['urn', 'schoolurn'],
  trust: ['trustsname', 'trustname', 'trust', 'multiacademytrust', 'mat', 'trusts'],
} as const;

/** A file of Code-Point Open has no headings: its first row is taken for them, and its columns are known. */
const CODE_POINT: ReadonlyMap<string, number> = new Map([
  ['postcode', 0],
  ['easting', 2],
  ['northing', 3],
]);
const CODE_POINT_COLUMNS = 10;

/**
 * Where postcodes lie, out of a download from Get Information about Schools, ONSPD, Code-Point Open or any table with
 * postcode, easting and northing. Only what is wanted is kept. Null for a table without such columns.
 */
export async function readPlaces(
  file: Blob,
  wanted: { readonly postcodes: ReadonlySet<string>; readonly urns: ReadonlySet<string> },
): Promise<KnownPlaces | null> {
  const places: Record<string, GridPlace> = {};
  const trusts: Record<string, string> = {};
  let columns: ReadonlyMap<string, number> | null = null;
  for await (const { record } of readRecords(file.stream(), () => undefined)) {
    columns ??= columnsOf(Object.keys(record));
    if (columns === null) return null;
    const values = Object.values(record);
    const cell = (name: string): string => values[columns?.get(name) ?? -1] ?? '';
    const parsed = parsePostcode(cell('postcode'));
    if (!parsed.valid || !wanted.postcodes.has(parsed.postcode)) continue;
    const place = gridPlaceOf(cell('easting'), cell('northing'));
    if (place.fault === undefined && place.value !== null) places[parsed.postcode] = place.value;
    if (cell('trust') !== '' && wanted.urns.has(cell('urn'))) trusts[cell('urn')] = cell('trust');
  }
  return { places, trusts };
}

function columnsOf(headings: readonly string[]): ReadonlyMap<string, number> | null {
  const named = placesOf(headings, COLUMNS);
  if (named.has('postcode') && named.has('easting') && named.has('northing')) return named;
  return headings.length === CODE_POINT_COLUMNS ? CODE_POINT : null;
}
