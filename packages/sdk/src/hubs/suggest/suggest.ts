import type { HubChoice } from '../answer/answer.js';
import { areaByGss, areaLabel, namesOf } from '../directory/areas.js';
import type { Area, HubDirectory } from '../directory/directory.js';
import { foldName, writeOut } from '../directory/names.js';
import { withStretches, type HubPlace } from '../directory/places.js';
import type { NamedQuery } from '../directory/query.js';
import { exactRange, slipRanges } from './prefix.js';
import type { Keyed } from './prefix.js';

/** One thing that a typed text may mean. `query` goes to `findHub` as it stands. */
export interface Suggestion extends HubChoice {
  readonly kind: 'council' | 'area' | 'place' | 'hub';
  readonly query: NamedQuery;
  /** The name alone; `label` adds the council or county that tells it from its namesakes. */
  readonly name: string;
  /** True when it matches only if one typing slip is allowed. */
  readonly slip: boolean;
}

/** Suggests for a text, best first, at most `limit`. Nothing for fewer than two letters. */
export type Suggester = (text: string, limit?: number) => readonly Suggestion[];

export type Entry = Keyed<Suggestion> & {
  /** The whole folded name; `key` starts at one of its words. */
  readonly whole: string;
};

/** Shortest text in which a typing slip is forgiven. */
const SLIP_FROM = 4;

const kindOrder: readonly Suggestion['kind'][] = ['hub', 'council', 'area', 'place'];

/** Made once for a directory and its places, and kept as long as they are. */
const made = new WeakMap<HubDirectory, WeakMap<readonly HubPlace[], readonly Entry[]>>();

/** Every name at each of its words, sorted. */
export function entriesOver(given: HubDirectory, places: readonly HubPlace[]): readonly Entry[] {
  const directory = withStretches(given, places);
  return made.get(directory)?.get(places) ?? keep(directory, places, [...parts(directory, places)].flat());
}

/** Makes what `entriesOver` gives in short turns, so that keys that are pressed meanwhile are answered. */
export async function prepareEntries(given: HubDirectory, places: readonly HubPlace[]): Promise<void> {
  const directory = withStretches(given, places);
  if (made.get(directory)?.has(places)) return;
  const entries: Entry[] = [];
  for (const part of parts(directory, places)) {
    entries.push(...part);
    await new Promise((go) => setTimeout(go));
  }
  keep(directory, places, entries);
}

function keep(directory: HubDirectory, places: readonly HubPlace[], entries: Entry[]): readonly Entry[] {
  entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const byPlaces = made.get(directory) ?? new WeakMap<readonly HubPlace[], readonly Entry[]>();
  made.set(directory, byPlaces.set(places, entries));
  return entries;
}

/** Places of which a phone makes the entries in some 20 ms. */
const PART = 500;

function* parts(directory: HubDirectory, places: readonly HubPlace[]): Generator<readonly Entry[]> {
  yield directory.areas.flatMap((area) => areaEntries(directory, area));
  yield directory.hubs.flatMap((hub) =>
    [hub.name, ...(hub.alsoKnownAs ?? [])].flatMap((name) =>
      entriesOf(name, {
        kind: 'hub',
        name: hub.name,
        label: hub.name,
        query: { hub: hub.id },
        slip: false,
      }),
    ),
  );
  for (let from = 0; from < places.length; from += PART)
    yield places
      .slice(from, from + PART)
      .flatMap((place) =>
        'members' in place || namesItsCouncil(directory, place)
          ? []
          : entriesOf(place.name, placeSuggestion(directory, place)),
      );
}

/** Nothing: the places of a suggester over councils and hubs alone. */
const NO_PLACES: readonly HubPlace[] = [];

/**
 * Makes a suggester over councils (also former ones), areas, hubs and, when given, places. Making it sorts every
 * name once; each text is then looked up by halving, so it answers between two keystrokes.
 */
export function createSuggester(directory: HubDirectory, places: readonly HubPlace[] = NO_PLACES): Suggester {
  const entries = entriesOver(directory, places);
  return (text, limit = 8) => {
    const query = foldName(text);
    if (query.length < 2) return [];
    const found = new Set(exactRange(entries, query));
    const long = writeOut(query, directory.words);
    if (long !== query) for (const entry of exactRange(entries, long)) found.add(entry);
    if (found.size > 0) return best([...found], query, limit);
    if (query.length < SLIP_FROM) return [];
    return best(slipRanges(entries, query), query, limit).map((each) => ({ ...each, slip: true }));
  };
}

/** An entry for each word that a name may be begun at. */
function entriesOf(name: string, suggestion: Suggestion): Entry[] {
  const whole = foldName(name);
  const starts = [...whole.matchAll(/(?:^| )(?!(?:and|of|the|in|on|upon|with|by|le|under) )(?=.)/g)];
  return starts.map(({ index, 0: gap }) => ({
    key: whole.slice(index + gap.length),
    whole,
    value: suggestion,
  }));
}

function areaEntries(directory: HubDirectory, area: Area): Entry[] {
  const live = area.kind === 'authority' || area.kind === 'district';
  const wide = area.kind === 'group' || area.kind === 'coming';
  const same = directory.areas.some(
    ({ name, kind }) =>
      name === area.name && kind !== area.kind && (wide || kind !== 'former') && !isWide(kind),
  );
  if (!live && same) return [];
  const suggestion: Suggestion = {
    kind: area.kind === 'group' ? 'area' : 'council',
    name: area.name,
    label: live || area.kind === 'group' ? areaLabel(directory, area) : `${area.name} ${since(area)}`,
    query: area.kind === 'district' ? { district: area.gss } : { authority: area.gss },
    slip: false,
  };
  return namesOf(area).flatMap((name) => entriesOf(name, suggestion));
}

function isWide(kind: Area['kind']): boolean {
  return kind === 'group' || kind === 'coming';
}

function since({ from }: Area): string {
  return from === undefined ? '(former council)' : `(from ${from.slice(0, 4)})`;
}

/** A place that lies in one council, or in another nation. */
type Town = Exclude<HubPlace, { readonly members: unknown }>;

/** A town that its council is called after is suggested once, as the council. */
function namesItsCouncil(directory: HubDirectory, place: Town): boolean {
  return 'area' in place && areaByGss(directory, place.area)?.name === place.name;
}

/** A place as a suggestion, always with its council's name, since names repeat. */
export function placeSuggestion(directory: HubDirectory, place: Town): Suggestion {
  const within = 'nation' in place ? place.nation : place.area;
  const area = areaByGss(directory, within);
  const label = `${place.name}, ${area?.name ?? within}`;
  return { kind: 'place', name: place.name, label, query: { place: place.name, within }, slip: false };
}

/** A whole name first, then its leading words, then words inside; hubs, councils, places; short before long. */
export function best(found: readonly Entry[], query: string, limit: number): readonly Suggestion[] {
  const ranked = [...found].sort((a, b) => rank(a, query) - rank(b, query) || order(a.whole, b.whole));
  const seen = new Set<string>();
  const chosen: Suggestion[] = [];
  for (const { value } of ranked) {
    if (chosen.length >= limit) break;
    if (seen.has(value.label)) continue;
    seen.add(value.label);
    chosen.push(value);
  }
  return chosen;
}

function rank({ key, whole, value }: Entry, query: string): number {
  const fit = whole === query ? 0 : key !== whole ? 3 : whole.startsWith(`${query} `) ? 1 : 2;
  return fit * 10 + kindOrder.indexOf(value.kind);
}

function order(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}
