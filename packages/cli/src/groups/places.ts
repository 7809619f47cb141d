import { parsePostcode } from '@maths-hubs/sdk/postcodes';
import type { GridPlace } from '@maths-hubs/sdk/groups';
import { gridPlaceOf, PLACE_COLUMNS, placesOf } from '@maths-hubs/sdk/groups/lists';
import { readFiles } from '../postcode-source/files.js';
import { openTable } from '../postcode-source/table.js';

/** Places of postcodes, as far as a file has them. */
export type PostcodePlaces = ReadonlyMap<string, GridPlace>;

/** Code-Point Open has no heading row: postcode, quality, easting, northing, … */
const CODE_POINT = { postcode: 0, easting: 2, northing: 3, width: 10 } as const;

/**
 * Looks postcodes up in Code-Point Open (zip, folder or file), ONSPD, NSPL, a GIAS download, or any CSV file with columns
 * for postcode, easting and northing. Only those wanted are kept.
 */
export async function placesIn(path: string, wanted: ReadonlySet<string>): Promise<PostcodePlaces> {
  const found = new Map<string, GridPlace>();
  for await (const { name, bytes } of readFiles(path, () => {})) {
    if (!/\.csv$/i.test(name) && name !== path) continue;
    const { first, records } = await openTable(name, bytes);
    const columns = columnsOf(first);
    if (columns === null) continue;
    for await (const cells of records()) {
      const parsed = parsePostcode(cells[columns.postcode] ?? '');
      if (!parsed.valid || !wanted.has(parsed.postcode)) continue;
      const place = gridPlaceOf(
        (cells[columns.easting] ?? '').trim(),
        (cells[columns.northing] ?? '').trim(),
      );
      if (place.fault === undefined && place.value !== null) found.set(parsed.postcode, place.value);
    }
  }
  return found;
}

/** By name, or where Code-Point Open has them; null for a table of something else. A heading is no postcode. */
function columnsOf(first: readonly string[]): { postcode: number; easting: number; northing: number } | null {
  const named = placesOf(first, PLACE_COLUMNS);
  const [postcode, easting, northing] = [named.get('postcode'), named.get('easting'), named.get('northing')];
  if (postcode !== undefined && easting !== undefined && northing !== undefined)
    return { postcode, easting, northing };
  return first.length === CODE_POINT.width ? CODE_POINT : null;
}
