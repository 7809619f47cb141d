import type { OutcodeCouncil } from '../../postcodes/index.js';
import { areaByGss, areasNamed } from '../directory/areas.js';
import type { Area, HubDirectory } from '../directory/directory.js';

/** A council by its code, or by its name where that is one council's. */
export function councilOf(
  directory: HubDirectory,
  { district, authority, districtName, authorityName }: OutcodeCouncil & { readonly authorityName?: string },
): Area | null {
  const byCode = district === null ? null : areaByGss(directory, district);
  if (byCode !== null) return byCode;
  const county = authority === null ? null : areaByGss(directory, authority);
  const [named, ...others] = [districtName, authorityName]
    .flatMap((name) => (name === undefined ? [] : areasNamed(directory, name)))
    .filter(({ kind }) => kind === 'authority' || kind === 'district');
  const fits = named !== undefined && (county === null || [named.gss, named.authority].includes(county.gss));
  return fits && others.every(({ gss }) => gss === named.gss || gss === named.authority) ? named : county;
}
