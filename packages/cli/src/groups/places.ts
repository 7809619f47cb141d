import { parsePostcode } from '@maths-hubs/sdk/postcodes';
import type { GridPlace } from '@maths-hubs/sdk/groups';
import { gridPlaceOf, PLACE_COLUMNS, placesOf } from '@maths-hubs/sdk/groups/lists';
import { openSource } from '../postcode-source/files.js';

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
  const { tables } = await openSource(path);
  for (const { records } of tables) {
    let columns: { postcode: number; easting: number; northing: number } | null = null;
    for await (const cells of records()) {
      if (columns === null) {
        const named = placesOf(cells, PLACE_COLUMNS);
        const [postcode, easting, northing] = [
          named.get('postcode'),
          named.get('easting'),
          named.get('northing'),
        ];
        if (postcode !== undefined && easting !== undefined && northing !== undefined) {
          columns = { postcode, easting, northing };
          continue;
        }
        if (cells.length !== CODE_POINT.width) break;
        columns = CODE_POINT;
      }
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
