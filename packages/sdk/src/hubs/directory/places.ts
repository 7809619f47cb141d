import type { Area, Gss, HubDirectory } from './directory.js';
import type { Nation } from './nations.js';
import type { NamedQuery } from './query.js';

/**
 * `area|name;name;…` a line: an English council's GSS code, or the letter of another nation. Several codes separated by `,`
 * are those of a stretch of country, with its names.
 */
export type PackedPlaces = string;

/**
 * A town or village, with its council, or its nation if that is not England; or a stretch of country
 * with a name of its own in several councils: the Fens, the Thames Valley.
 */
export type HubPlace =
  | { readonly name: string; readonly area: Gss }
  | { readonly name: string; readonly nation: Nation }
  | { readonly name: string; readonly members: readonly Gss[]; readonly alsoKnownAs: readonly string[] };

const nations: Readonly<Record<string, Nation>> = { W: 'Wales', S: 'Scotland', N: 'Northern Ireland' };

/** Opens the packed places. */
export function unpackPlaces(packed: PackedPlaces): readonly HubPlace[] {
  return packed.split('\n').flatMap((line): readonly HubPlace[] => {
    const [area = '', list = ''] = line.split('|');
    const nation = nations[area];
    const names = list.split(';');
    const members = area.split(',');
    if (members.length > 1) {
      const [name = '', ...alsoKnownAs] = names;
      return [{ name, members, alsoKnownAs }];
    }
    return names.map((name) => (nation === undefined ? { name, area } : { name, nation }));
  });
}

/** Cached for a directory and its places, as long as the directory lives. */
const made = new WeakMap<HubDirectory, WeakMap<readonly HubPlace[], HubDirectory>>();

/** The directory with the stretches of country among the places, as areas over their councils. */
export function withStretches(directory: HubDirectory, places: readonly HubPlace[]): HubDirectory {
  const byPlaces = made.get(directory) ?? new WeakMap<readonly HubPlace[], HubDirectory>();
  made.set(directory, byPlaces);
  const whole = byPlaces.get(places) ?? { ...directory, areas: [...directory.areas, ...stretchesIn(places)] };
  byPlaces.set(places, whole);
  made.set(whole, new WeakMap([[places, whole]]));
  return whole;
}

function stretchesIn(places: readonly HubPlace[]): readonly Area[] {
  return places.flatMap((place): readonly Area[] => {
    if (!('members' in place)) return [];
    const { name, members: successors, alsoKnownAs } = place;
    return [{ gss: stretchId(name), kind: 'group', name, successors, alsoKnownAs, source: 'common-usage' }];
  });
}

/** Prefix of the id of a stretch of country. */
const STRETCH = 'STRETCH-';

/** Whether a query is about a stretch of country. */
export function isStretch(query: NamedQuery): boolean {
  return 'authority' in query && query.authority.startsWith(STRETCH);
}

function stretchId(name: string): string {
  return `${STRETCH}${name.toUpperCase().replace(/\W+/g, '-')}`;
}
