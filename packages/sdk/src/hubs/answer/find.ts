import type { LookupOptions, PostcodeResolver } from '../../postcodes/index.js';
import type { FindResult } from './answer.js';
import type { HubDirectory } from '../directory/directory.js';
import { loadHubs, loadPlaces } from '../load.js';
import { lookUpPosition, lookUpPostcode } from './lookup.js';
import type { Lookup } from './lookup.js';
import { matchAreas, matchCouncil, matchHub } from './match.js';
import type { HubPlace } from '../directory/places.js';
import type { HubQuery } from '../directory/query.js';

export interface FindOptions extends LookupOptions {
  /** The directory to search, for instance one that a hub's own file extends; ours when left out. */
  readonly directory?: HubDirectory;
  /** Looks postcodes and positions up; without it a search by postcode asks for the council instead. */
  readonly resolver?: PostcodeResolver;
  /** The place names to search; ours, loaded when first needed, when left out. */
  readonly places?: readonly HubPlace[];
}

/**
 * Finds the hub of a postcode, council, place, school or position, and says how sure that is and why.
 * An unknown answer is an answer, and so are a mistyped postcode and a service that is down (`problem`):
 * it rejects only for a defect.
 */
export async function findHub(query: HubQuery, options: FindOptions = {}): Promise<FindResult> {
  const { resolver, signal } = options;
  const lookup: LookupOptions = signal === undefined ? {} : { signal };
  const directory = options.directory ?? (await loadHubs());
  if ('postcode' in query) {
    return conclude(directory, await lookUpPostcode(directory, query.postcode, resolver, lookup));
  }
  if ('position' in query) {
    return conclude(directory, await lookUpPosition(directory, query.position, resolver, lookup));
  }
  if ('school' in query) {
    const { matchSchool } = await import('./school-match.js');
    return matchSchool(directory, query.school, resolver, lookup);
  }
  if ('place' in query) {
    const [{ matchPlace }, places] = await Promise.all([
      import('./place-match.js'),
      options.places ?? loadPlaces(),
    ]);
    return matchPlace(directory, places, query.place, query.within);
  }
  if ('hub' in query) return matchHub(directory, query.hub);
  const text = 'authority' in query ? query.authority : query.district;
  const found = matchCouncil(directory, text);
  if (found.problem?.code !== 'no-council') return found;
  const { matchSlip } = await import('./slip-match.js');
  return matchSlip(directory, text) ?? found;
}

function conclude(directory: HubDirectory, lookup: Lookup): FindResult {
  if ('ended' in lookup) return lookup.ended;
  const { areas, position } = lookup;
  return { ...matchAreas(directory, areas, lookup), ...(position && { position }) };
}
