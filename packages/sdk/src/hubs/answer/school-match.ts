import type { LookupOptions, PostcodeResolver } from '../../postcodes/index.js';
import type { FindResult } from './answer.js';
import { areaByDfe, areaByGss, areaLabel, districtsOf, successorsOf } from '../directory/areas.js';
import type { Area, HubDirectory } from '../directory/directory.js';
import { lookUpPostcode } from './lookup.js';
import { matchAreas } from './match.js';
import { nationOf } from '../directory/nations.js';
import type { SchoolPlace } from '../directory/query.js';
import { sayNation, sayProblem } from './say.js';

/**
 * The hub of a school by its own record. Its local authority beats its postcode; its district, then its
 * postcode, only narrow a county or a former authority down. A code that names no authority in England or Wales
 * (service schools, online providers) is passed over.
 */
export async function matchSchool(
  directory: HubDirectory,
  school: SchoolPlace,
  resolver: PostcodeResolver | undefined,
  options: LookupOptions,
): Promise<FindResult> {
  const recorded = matchRecord(directory, school);
  const settled = recorded !== null && recorded.ask === undefined;
  // A row without a district may still contradict itself: its postcode shows it, if a resolver can look it up.
  const placed = Boolean(school.districtCode) || resolver === undefined;
  if (recorded !== null && (!school.postcode || (settled && placed))) return recorded;
  if (!school.postcode) {
    const message = `We have neither the council nor the postcode of ${nameOf(school)}. Search by the name of your council instead.`;
    return sayProblem({ code: 'no-council', message });
  }
  const found = await lookUpPostcode(directory, school.postcode, resolver, options);
  if ('ended' in found) return recorded ?? found.ended;
  if (recorded === null) return matchAreas(directory, found.areas, found);
  const [record] = recorded.areas;
  const within = found.areas.filter((area) => record !== undefined && isWithin(directory, area, record));
  if (within.length === 0)
    return contradicted(
      recorded,
      school,
      found.areas.map((area) => areaLabel(directory, area)),
    );
  return settled ? recorded : matchAreas(directory, within, wordingFor(directory, school, within));
}

/** The hub by what the record says without its postcode; null when it names no council. */
function matchRecord(directory: HubDirectory, school: SchoolPlace): FindResult | null {
  const { laCode, districtCode } = school;
  const authority = laCode ? areaByDfe(directory, laCode) : null;
  const nation = authority === null ? (nationOf(String(laCode ?? '')) ?? nationOf(districtCode ?? '')) : null;
  if (nation !== null) return sayNation(nation);
  const district = districtCode ? areaByGss(directory, districtCode) : null;
  if (authority === null) {
    return district === null
      ? null
      : matchAreas(directory, [district], wordingFor(directory, school, [district]));
  }
  const narrowed = narrow(directory, authority, district);
  const result = matchAreas(directory, [narrowed], wordingFor(directory, school, [narrowed]));
  const outside =
    district !== null &&
    !successorsOf(directory, district).some((each) =>
      successorsOf(directory, authority).some((own) => isWithin(directory, each, own)),
    );
  return outside ? contradicted(result, school, [areaLabel(directory, district)]) : result;
}

/** The answer by a school's authority, no surer than likely, since its place lies elsewhere. */
function contradicted(result: FindResult, school: SchoolPlace, places: readonly string[]): FindResult {
  const place = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(places);
  const caution = `${nameOf(school, true)} is in ${place}, though another council is its authority. Check which hub it works with.`;
  const [match] = result.hubs;
  if (result.answer !== 'one' || match === undefined) return { ...result, caution };
  const summary = `Your hub is likely to be ${match.hub.name}. Please confirm it with NCETM.`;
  return { ...result, answer: 'likely', summary, caution };
}

/** The district, or today's area, when it lies in the school's authority; else the authority. */
function narrow(directory: HubDirectory, authority: Area, district: Area | null): Area {
  if (district === null) return authority;
  const [now, ...others] = successorsOf(directory, district);
  return now !== undefined && others.length === 0 && isWithin(directory, now, authority) ? now : authority;
}

function isWithin(directory: HubDirectory, area: Area, wider: Area): boolean {
  return [wider, ...successorsOf(directory, wider)].some(
    (each) => each.gss === area.gss || districtsOf(directory, each).some(({ gss }) => gss === area.gss),
  );
}

function wordingFor(
  directory: HubDirectory,
  school: SchoolPlace,
  areas: readonly Area[],
): { readonly where: string } {
  const [area] = areas;
  const place = area === undefined ? 'England' : areaLabel(directory, area);
  return { where: `${nameOf(school, true)} is listed under ${place}.` };
}

function nameOf({ name }: SchoolPlace, first = false): string {
  return name || (first ? 'The school' : 'the school');
}
