import type { LookupOptions, PostcodeResolver } from '../../postcodes/index.js';
import { parsePostcode, plain } from '../../typed/index.js';
import type { FindResult } from './answer.js';
import type { Area, HubDirectory } from '../directory/directory.js';
import { loadHubs, loadPlaces } from '../load.js';
import { lookUpPosition, lookUpPostcode } from './lookup.js';
import type { Lookup } from './read-area.js';
import { matchAreas, matchCouncil, matchHub } from './match.js';
import type { HubPlace } from '../directory/places.js';
import type { HubQuery } from '../directory/query.js';

/** What is searched, and who is asked for postcodes. */
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
 * @example (await findHub({ authority: 'Leicester' })).hubs.map(({ hub }) => hub.name) // ['East Midlands South Maths Hub']
 */
export async function findHub(query: HubQuery, options: FindOptions = {}): Promise<FindResult> {
  const { resolver, signal } = options;
  const lookup: LookupOptions = signal === undefined ? {} : { signal };
  const directory = options.directory ?? (await loadHubs());
  const typed = postcodeIn(query);
  const said = typed?.alone ? (await byLetters()).matchLetters(directory, typed.letters) : null;
  if (said !== null) return said;
  if ('postcode' in query || typed?.alone === false) {
    const { text = '', letters = '' } = typed ?? {};
    const found = conclude(directory, await lookUpPostcode(directory, text, resolver, lookup));
    return found.problem === undefined ? found : { ...found, likely: await likely(directory, letters) };
  }
  if ('position' in query) {
    return conclude(directory, await lookUpPosition(directory, query.position, resolver, lookup));
  }
  if ('school' in query) {
    const { matchSchool } = await import('./school-match.js');
    return matchSchool(directory, query.school, resolver, lookup);
  }
  if ('place' in query) {
    const [{ matchPlace, prepareEntries }, places] = await Promise.all([
      import('./place-match.js'),
      options.places ?? loadPlaces(),
    ]);
    await prepareEntries(directory, places);
    const half =
      query.within === undefined && !ROAD.test(query.place) ? HALF.exec(plain(query.place))?.[1] : undefined;
    const halved = half === undefined ? null : await findHub({ postcode: half }, { ...options, directory });
    if (halved !== null && halved.problem === undefined) return halved;
    const named = matchPlace(directory, places, query.place, query.within);
    // What a part of the text names says less than the first half of a postcode that is there.
    if (halved !== null && (named.problem !== undefined || halved.likely?.length)) return halved;
    if (named.problem?.code !== 'no-name') return named;
    const { matchFarther } = await import('./slip-match.js');
    return matchFarther(directory, places, query.place) ?? named;
  }
  if ('hub' in query) return matchHub(directory, query.hub);
  const text = 'authority' in query ? query.authority : query.district;
  const found = matchCouncil(directory, text);
  if (found.problem?.code !== 'no-council') return found;
  const [{ matchSlip }, places] = await Promise.all([
    import('./slip-match.js'),
    options.places ?? loadPlaces(),
  ]);
  return matchSlip(directory, places, text) ?? found;
}

/** The first half of a postcode among other words: `London SE1`. */
const HALF = /\b([a-z]{1,2}[1-9][0-9]?[a-z]?)\b/i;

/** A motorway has the look of one: `M4 corridor`. */
const ROAD = /\b(?:corridor|motorway|junction|services)\b/i;

/** The first letters of a postcode and nothing more: `BD`, `postcode bd`. */
const ALONE = /^\W*(?:post ?codes?\W*)?([a-z]{1,2})\W*(?:post ?codes?)?\W*$/i;

/** A postcode, the first half or the first letters of one, also where it was given for a place. */
function postcodeIn(
  query: HubQuery,
): { readonly text: string; readonly letters: string; readonly alone: boolean } | null {
  const given = 'postcode' in query ? query.postcode : null;
  const text = given ?? ('place' in query && query.within === undefined ? query.place : '');
  const [, alone] = ALONE.exec(plain(text).replace(/^bfpo\b.*/i, 'BF')) ?? [];
  if (alone !== undefined) return { text, letters: alone.toUpperCase(), alone: true };
  const { outward } = parsePostcode(text);
  if (given === null && outward === undefined) return null;
  const [letters = ''] = /^[A-Z]{1,2}/.exec(outward ?? plain(text).toUpperCase()) ?? [];
  return { text, letters, alone: false };
}

const byLetters = (): Promise<typeof import('./postcode-letters.js')> => import('./postcode-letters.js');

/** The likely councils; none if their data does not arrive, as offline: it only orders a list. */
async function likely(directory: HubDirectory, letters: string): Promise<readonly Area[]> {
  return byLetters().then(
    ({ likelyBy }) => likelyBy(directory, letters),
    () => [],
  );
}

function conclude(directory: HubDirectory, lookup: Lookup): FindResult {
  if ('ended' in lookup) return lookup.ended;
  const { areas, position } = lookup;
  return { ...matchAreas(directory, areas, lookup), ...(position && { position }) };
}
