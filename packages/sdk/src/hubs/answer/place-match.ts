import { readTyped, type TypedKind } from '../../typed/index.js';
import type { FindResult } from './answer.js';
import {
  areasNamed,
  districtsOf,
  groupsNamed,
  isShortened,
  liesIn,
  partsOf,
  successorsOf,
} from '../directory/areas.js';
import type { Area, HubDirectory } from '../directory/directory.js';
import { foldName } from '../directory/names.js';
import { nationOf, sayWhere } from '../directory/nations.js';
import { isStretch, withStretches, type HubPlace } from '../directory/places.js';
import { exactRange } from '../suggest/prefix.js';
import { best, createSuggester, entriesOver, placeSuggestion } from '../suggest/suggest.js';
import type { Entry } from '../suggest/suggest.js';
import { drawnTogether, looselyWritten, withoutSmallWords } from './loosely-written.js';
import { matchHub } from './match.js';
import { isOrdinary } from './ordinary-words.js';
import {
  answerReadings,
  askReadings,
  didYouMean,
  MOST_OFFERED,
  overlap,
  readArea,
  readSuggestion,
  within,
} from './reading.js';
import type { Reading } from './reading.js';
import { sayNation, sayProblem } from './say.js';
import { judge, judgeAll } from './verdict.js';

export { prepareEntries } from '../suggest/suggest.js';

/** What is known of names: the directory's own, and the places. */
interface Names {
  readonly directory: HubDirectory;
  readonly places: readonly HubPlace[];
  readonly entries: readonly Entry[];
}

/** What has a name, and what only begins or ends with it. */
interface Named {
  readonly whole: readonly Reading[];
  readonly begun: readonly Reading[];
  readonly ended: readonly Reading[];
  /** Whether an area is named only once short words are written out. */
  readonly short: boolean;
}

/**
 * The hub of a town, village, council or area by its name, alone or as "town, county". What has the name and what
 * begins or ends with it are weighed together: they become a question unless all have one hub. A name that
 * nothing has but something is near becomes "did you mean": nothing is guessed.
 * @param inside  the GSS code of its council, or its nation, to distinguish namesakes
 */
export function matchPlace(
  given: HubDirectory,
  places: readonly HubPlace[],
  text: string,
  inside?: string,
): FindResult {
  const directory = withStretches(given, places);
  const names: Names = { directory, places, entries: entriesOver(directory, places) };
  const name = text.trim().replace(/\s+/g, ' ').slice(0, 80);
  if (inside !== undefined) return matchInside(names, name, inside);
  const labelled = labelledSo(names, name);
  if (labelled.length > 0)
    return answerReadings(directory, once(directory, [...labelled, ...pairNamed(names, name)]), name);
  const named = namedSo(names, name);
  if (named.whole.length > 0 || named.begun.length > 0) return answerNamed(directory, named, name);
  return matchLoose(names, name) ?? matchTown(names, name) ?? matchOther(names, named, name);
}

/** A place that a suggestion or a question has settled. */
function matchInside({ directory, places }: Names, name: string, inside: string): FindResult {
  const nation = nationOf(inside);
  if (nation !== null) {
    return sayNation(nation, nationOf(name) === null ? `${name} is in ${sayWhere(nation)}.` : null);
  }
  const folded = foldName(name);
  const known = places.filter(
    (place) => 'area' in place && place.area === inside && foldName(place.name) === folded,
  );
  const readings = known.flatMap((place) =>
    'members' in place ? [] : readSuggestion(directory, placeSuggestion(directory, place)),
  );
  return readings.length > 0 ? answerReadings(directory, readings, name) : unknownName(name);
}

/** What has this text for its label, as a list or a question shows it: `Ashford, Kent`. */
function labelledSo({ directory, entries }: Names, name: string): readonly Reading[] {
  const folded = foldName(name);
  const words = folded.split(' ');
  return words.slice(1).flatMap((_, index) => {
    const head = words.slice(0, index + 1).join(' ');
    return exactRange(entries, head)
      .filter(({ key, whole, value }) => key === head && whole === head && foldName(value.label) === folded)
      .flatMap(({ value }) => (foldName(value.name) === folded ? [] : readSuggestion(directory, value)));
  });
}

/** Two names that a slash, a plus or the like joins: `Sutton/Cambridgeshire` may be a village in the county, or both councils. */
function pairNamed(names: Names, name: string): readonly Reading[] {
  if (!/[/+;|\\]/.test(name)) return [];
  const found = (looselyWritten(name)?.names ?? []).map((each) => namedSo(names, each).whole);
  return found.every(({ length }) => length > 0) ? found.flat() : [];
}

function namedSo({ directory, entries }: Names, name: string): Named {
  const folded = foldName(name);
  if (folded.length < 2) return { whole: [], begun: [], ended: [], short: false };
  const areas = [...new Set([...areasNamed(directory, name), ...groupsNamed(directory, name)])];
  const councils = withoutDoubles(directory, areas).map((area) => readArea(directory, area));
  // Kent is not the Kent Downs: a stretch of country comes after the council that it is named after.
  const found = exactRange(entries, folded).filter(
    ({ value }) => value.kind !== 'hub' && !(councils.length > 0 && isStretch(value.query)),
  );
  const read = (holds: (entry: Entry) => boolean): readonly Reading[] =>
    best(found.filter(holds), folded, Infinity).flatMap((each) => readSuggestion(directory, each));
  const places = read(({ whole, value }) => whole === folded && value.kind === 'place').filter(
    (place) => !councils.some((council) => overlap(directory, place, council)),
  );
  const short = areas.length > 0 && isShortened(directory, name);
  const longer = ({ key, whole }: Entry): boolean =>
    key === whole && (whole.startsWith(`${folded} `) || (short && whole !== folded));
  return {
    whole: [...councils, ...places],
    begun: read(longer),
    ended: read(({ key, whole }) => key === folded && whole !== folded),
    short,
  };
}

/**
 * A county and the council of its name: the council alone, unless its hub is not the whole county's. Then each
 * council of the county is one thing that may be meant.
 */
function withoutDoubles(directory: HubDirectory, areas: readonly Area[]): readonly Area[] {
  const narrow = areas.filter(({ kind }) => kind !== 'group' && kind !== 'coming');
  const wide = areas.filter((area) => !narrow.includes(area));
  if (narrow.length === 0 || wide.length === 0) return areas;
  const said = narrow.map((area) => judge(directory, area));
  if (said.some(({ answer }) => answer !== 'one' && answer !== 'likely')) return narrow;
  const hub = said[0]?.hubs[0]?.hub.id;
  const agree = wide.every((area) => {
    const { ask, hubs } = judgeAll(directory, successorsOf(directory, area), '');
    return ask === undefined && hubs.length === 1 && hubs[0]?.hub.id === hub;
  });
  if (agree) return narrow;
  const known = new Set(narrow.flatMap((area) => [...partsOf(directory, area)]));
  return [
    ...narrow.flatMap((area) => (area.kind === 'former' ? successorsOf(directory, area) : [area])),
    ...wide.flatMap((area) => successorsOf(directory, area)).filter(({ gss }) => !known.has(gss)),
  ];
}

function answerNamed(directory: HubDirectory, named: Named, name: string): FindResult {
  const { whole, ended, short } = named;
  const begun = once(directory, named.begun);
  const beside = begun.filter((reading) => !whole.some((each) => overlap(directory, reading, each)));
  if (short && beside.length > 0) return didYouMean(directory, [...whole, ...beside]);
  const [sole] = whole;
  // A wide name, or a county whose districts differ, is a question already.
  if (sole !== undefined && whole.length === 1 && 'areas' in sole && !('place' in sole.query)) {
    const result = answerReadings(directory, whole, name);
    if (result.ask !== undefined) return result;
  }
  const first = whole.length > 0 ? whole : begun;
  const others = once(directory, [...begun, ...ended]).filter(
    (reading) => !first.some((each) => lies(directory, reading, each)),
  );
  // Another nation's namesake is not in England; it matters only where something here has the whole name too.
  const rest = others.filter((reading) => 'areas' in reading);
  const nation = nationOf(name);
  const all: readonly Reading[] = [
    ...first,
    ...rest,
    ...(nation === null ? [] : [{ label: name, query: { place: name, within: nation }, nation } as const]),
  ];
  if (whole.length === 0 && isOrdinary(name))
    return didYouMean(directory, [...councilsFirst(begun), ...rest]);
  return answerReadings(directory, councilsFirst(all), name, whole.length);
}

/** True when all of a reading lies in another: it is no different answer. */
function lies(directory: HubDirectory, reading: Reading, wider: Reading): boolean {
  if ('nation' in reading || 'nation' in wider) return false;
  return reading.areas.every((area) => wider.areas.some((each) => liesIn(directory, area, each)));
}

/** A town and the council of its name are one. */
function once(directory: HubDirectory, readings: readonly Reading[]): readonly Reading[] {
  return readings.filter(
    (reading, index) =>
      readings.findIndex(
        (other) =>
          nameOf(other) === nameOf(reading) && (other === reading || overlap(directory, other, reading)),
      ) === index,
  );
}

function nameOf({ label }: Reading): string {
  return foldName(label.replace(/,.*$/, ''));
}

function councilsFirst(readings: readonly Reading[]): readonly Reading[] {
  const isCouncil = ({ query }: Reading): number => ('place' in query ? 1 : 0);
  return [...readings].sort((a, b) => isCouncil(a) - isCouncil(b));
}

/** Two names in one, a part of a county, what lies around a name, or a name without its small words. */
function matchLoose(names: Names, name: string): FindResult | null {
  const { directory, entries } = names;
  if (matchHub(directory, name).hubs.length > 0) return null;
  const bare = withoutSmallWords(foldName(name));
  const same = bare.includes(' ')
    ? entries.filter(
        ({ key, whole, value }) => key === whole && value.kind !== 'hub' && withoutSmallWords(whole) === bare,
      )
    : [];
  if (same.length > 0) return didYouMean(directory, best(same, bare, MOST_OFFERED));
  const loose = looselyWritten(name);
  if (loose === null) return null;
  const found = loose.names.map((each) => namedSo(names, each));
  if (found.some(({ whole }) => whole.length === 0)) return null;
  const readings = once(
    directory,
    found.flatMap(({ whole }) => whole),
  );
  const [only = ''] = loose.names;
  if (loose.where === 'either') {
    const result = answerReadings(directory, readings, name);
    return result.ask === undefined
      ? result
      : askReadings(directory, readings, name, 'Which of these is your school in?');
  }
  const wide = readings.every((reading) => !('place' in reading.query));
  if (!wide) return loose.where === 'near' ? didYouMean(directory, readings) : null;
  const isCounty =
    groupsNamed(directory, only).length > 0 ||
    readings.some(
      (reading) =>
        'areas' in reading && reading.areas.some((area) => districtsOf(directory, area).length > 0),
    );
  // A village may be called by a council's name and a side of it, as North Crawley is; no county's is.
  return loose.where === 'within' && isCounty
    ? answerReadings(directory, readings, only)
    : didYouMean(directory, readings);
}

/** "Town, county", also without the comma, and a town after a street or a school. */
function matchTown(names: Names, name: string): FindResult | null {
  const { directory } = names;
  for (const [head, tail] of splits(name)) {
    const wider = [...new Set([...areasNamed(directory, tail), ...groupsNamed(directory, tail)])];
    const nation = nationOf(tail);
    const town = namedSo(names, head);
    if ((wider.length === 0 && nation === null) || isOrdinary(tail)) continue;
    const all = [...town.whole, ...town.begun];
    if (nation !== null) {
      const there = all.filter((reading) => 'nation' in reading && reading.nation === nation);
      if (there.length > 0 || all.length === 0) return sayNation(nation);
      return askReadings(
        directory,
        [...all.slice(0, MOST_OFFERED - 1), { label: name, query: { place: name, within: nation }, nation }],
        name,
        'Which of these do you mean?',
      );
    }
    const parts = new Set(wider.flatMap((area) => [...partsOf(directory, area, true)]));
    for (const readings of [town.whole, town.begun]) {
      const inside = readings.flatMap((reading) => within(directory, reading, parts));
      if (inside.length > 0) return answerReadings(directory, inside, head);
    }
    if (name.includes(',') || town.whole.length > 0) {
      const areas = withoutDoubles(directory, wider).map((area) => readArea(directory, area));
      const known = [
        ...(town.whole.length > 0 ? town.whole : once(directory, town.begun).slice(0, 6)),
        ...areas,
      ];
      return askReadings(
        directory,
        known,
        head,
        `We could not find ${head} in ${tail}. Which of these do you mean?`,
      );
    }
  }
  return null;
}

/** The town and what it lies in, the likeliest parting first. */
function splits(name: string): readonly (readonly [head: string, tail: string])[] {
  const parts = name
    .split(',')
    .map((part) => part.trim().replace(JOINED, ''))
    .filter((part) => foldName(part) !== '' && !COUNTRY.test(part));
  if (parts.length > 1) {
    return parts
      .slice(1)
      .map((tail, index) => [parts[index] ?? '', tail] as const)
      .reverse();
  }
  const words = (parts[0] ?? '').split(' ');
  return words.slice(1).map(
    (_, index) =>
      [
        words.slice(0, index + 1).join(' '),
        words
          .slice(index + 1)
          .join(' ')
          .replace(JOINED, ''),
      ] as const,
  );
}

/** Words that only join a town to what it lies in or beside. */
const JOINED = /^(?:&|and|in|near|nr)\s+/i;

const COUNTRY = /^(?:england|uk|u\.k\.|united kingdom|great britain|gb)$/i;

/** A hub by its own name; else what comes near: names with the words in them, that they begin, or but for a slip. */
function matchOther(names: Names, { ended }: Named, name: string): FindResult {
  const { directory, places, entries } = names;
  const nation = nationOf(name);
  if (nation !== null && ended.length === 0) return sayNation(nation);
  const hub = matchHub(directory, name);
  const [own] = hub.hubs;
  if (own !== undefined) {
    const choice = { label: own.hub.name, query: { hub: own.hub.id } };
    return ended.length === 0 ? hub : didYouMean(directory, [choice, ...ended]);
  }
  const folded = foldName(name);
  const inner = exactRange(entries, folded).filter(
    ({ key }) => key === folded || key.startsWith(`${folded} `),
  );
  const near =
    inner.length > 0
      ? best(inner, folded, MOST_OFFERED)
      : createSuggester(directory, places)(name, MOST_OFFERED);
  const isSo = drawnTogether(name);
  const drawn = isSo === null ? [] : entries.filter(({ key, whole }) => key === whole && isSo(whole));
  const first = best(drawn, folded, MOST_OFFERED);
  const offered = [...first, ...near.filter(({ label }) => first.every((each) => each.label !== label))];
  if (offered.length > 0) return didYouMean(directory, offered);
  const [tail, known] = knownPart(names, name);
  const [only] = known;
  if (only === undefined) return unknownName(name);
  const asked = known.length === 1 ? `Did you mean ${only.label}?` : 'Which of these do you mean?';
  return askReadings(directory, known, tail, `We do not know “${name}”. ${asked}`);
}

/** The part of a longer text that has a name: its end (a town after a street), its beginning, else within; the longest of each. */
function knownPart(names: Names, name: string): readonly [part: string, readings: readonly Reading[]] {
  const words = name.split(' ');
  const parts = words
    .flatMap((_, from) => words.slice(from).map((_, more) => ({ from, to: from + more + 1 })))
    .filter(({ from, to }) => to - from < words.length)
    .map((run) => ({ ...run, place: run.to === words.length ? 0 : run.from === 0 ? 1 : 2 }))
    .sort((a, b) => a.place - b.place || b.to - b.from - (a.to - a.from))
    .map(({ from, to }) => words.slice(from, to).join(' '))
    .filter((part) => !isOrdinary(part));
  const named = parts.map((part) => [part, namedSo(names, part)] as const);
  for (const [part, { whole, begun }] of named) {
    const isEnglish = whole.some((reading) => 'areas' in reading);
    if (whole.length > 0) return [part, isEnglish ? whole : once(names.directory, [...begun, ...whole])];
  }
  const [part = '', first] = named.find(([, { begun }]) => begun.length > 0) ?? [];
  return [part, first === undefined ? [] : once(names.directory, first.begun)];
}

/** What is no name at all, as a person would call it. */
const OTHER_KINDS: { readonly [K in TypedKind | 'empty']?: string } = {
  urn: 'a URN (a school’s number). This page has no school with it',
  laestab: 'a DfE number (a school’s number). This page has no school with it',
  trn: 'a teacher reference number, which belongs to a person',
  telephone: 'a telephone number',
  email: 'an email address',
  'school-year': 'a school year',
};

function unknownName(name: string): FindResult {
  const other = OTHER_KINDS[readTyped(name).kind];
  return sayProblem({
    code: 'no-name',
    message: other
      ? `“${name.slice(0, 60)}” is ${other}. Type the name of your council or town, or a postcode.`
      : `We could not find “${name.slice(0, 60)}”. Try the name of your council, or a postcode.`,
  });
}
