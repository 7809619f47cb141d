import type { HubChoice, FindResult } from './answer.js';
import { areaByGss, areaLabel, liesIn, partsOf, successorsOf } from '../directory/areas.js';
import type { Area, HubDirectory } from '../directory/directory.js';
import { foldName } from '../directory/names.js';
import { nationOf, sayWhere } from '../directory/nations.js';
import type { Nation } from '../directory/nations.js';
import type { NamedQuery } from '../directory/query.js';
import type { Suggestion } from '../suggest/suggest.js';
import { matchAreas } from './match.js';
import { sayNation, sayVerdict } from './say.js';
import { choiceOf, judgeAll } from './verdict.js';

/** How many names a question offers. */
export const MOST_OFFERED = 12;

/** One thing that a text may mean: it lies in areas of England, or in another nation. */
export type Reading = HubChoice & { readonly query: NamedQuery } & (
    { readonly areas: readonly Area[] } | { readonly nation: Nation }
  );

export function readArea(directory: HubDirectory, area: Area): Reading & { readonly areas: readonly Area[] } {
  return { ...choiceOf(directory, area), areas: [area] };
}

/** What a suggestion lies in; nothing for a hub, which lies in no one area. */
export function readSuggestion(directory: HubDirectory, suggestion: Suggestion): Reading[] {
  const { label, query, name } = suggestion;
  if ('hub' in query) return [];
  const within =
    'place' in query ? (query.within ?? '') : 'authority' in query ? query.authority : query.district;
  const nation = nationOf(within);
  if (nation !== null) return [{ label, query, nation }];
  const area = areaByGss(directory, within);
  if (area === null) return [];
  return [{ label, query, areas: 'place' in query ? narrowed(directory, area, name) : [area] }];
}

/** A place's council, if its wider area has one with its name: Kensington lies in Kensington and Chelsea. */
function narrowed(directory: HubDirectory, area: Area, name: string): readonly Area[] {
  const place = ` ${foldName(name)} `;
  const named = [...partsOf(directory, area)]
    .flatMap((gss) => areaByGss(directory, gss) ?? [])
    .filter((part) => part.gss !== area.gss && ` ${foldName(part.name)} `.includes(place));
  return named.length === 1 ? named : [area];
}

/** What of a reading lies in another area; nothing when none of it does. */
export function within(directory: HubDirectory, reading: Reading, parts: ReadonlySet<string>): Reading[] {
  if ('nation' in reading) return [];
  const areas = reading.areas.flatMap((area) => {
    const own = successorsOf(directory, area).filter(
      (each) => parts.has(each.gss) || [...partsOf(directory, each)].some((gss) => parts.has(gss)),
    );
    return own.length === successorsOf(directory, area).length ? [area] : own;
  });
  return areas.length === 0 ? [] : [{ ...reading, areas }];
}

/** True when one of two readings lies wholly in the other: they are no different answers. */
export function overlap(directory: HubDirectory, a: Reading, b: Reading): boolean {
  if ('nation' in a || 'nation' in b) return false;
  const inside = (one: readonly Area[], other: readonly Area[]): boolean =>
    one.every((area) => other.some((wider) => liesIn(directory, area, wider)));
  return inside(a.areas, b.areas) || inside(b.areas, a.areas);
}

/**
 * The answer to a text that has these readings: stated if all have the same hub, asked if not. Other
 * nations are offered last.
 * @param certain  how many of the readings have the whole name; none makes it a question of what was meant
 */
export function answerReadings(
  directory: HubDirectory,
  readings: readonly Reading[],
  name: string,
  certain = readings.length,
): FindResult {
  const english = readings.flatMap((reading) => ('areas' in reading ? [reading] : []));
  const [only] = readings;
  if (only !== undefined && 'nation' in only && english.length === 0) {
    return sayNation(
      only.nation,
      'place' in only.query ? `${only.query.place} is in ${sayWhere(only.nation)}.` : null,
    );
  }
  const areas = english.flatMap((reading) => reading.areas);
  if (english.length === readings.length) {
    const [first, ...others] = english;
    if (first !== undefined && others.length === 0) {
      if (certain > 0 || !('place' in first.query)) return answerOne(directory, first, name);
      return SAME.test(foldName(first.query.place).slice(foldName(name).length))
        ? matchAreas(directory, areas, { where: sayReadings(name, english) })
        : didYouMean(directory, english);
    }
    const verdict = judgeAll(directory, areas, '');
    if (verdict.ask === undefined && certain > 0) {
      const main = english.slice(0, Math.max(certain, 1));
      const [sole] = main;
      if (sole !== undefined && main.length === 1 && certain === 1) return answerOne(directory, sole, name);
      return sayVerdict(directory, areas, verdict, { where: sayReadings(name, english) });
    }
  }
  return askReadings(directory, [...english, ...readings.filter((reading) => 'nation' in reading)], name);
}

/** How a name goes on that people shorten: Wigston Magna. “Paddock” may be in Huddersfield, and not Paddock Wood. */
const SAME = /^ (?:magna|parva|regis|on|in|by|le|under)\b/;

function answerOne(
  directory: HubDirectory,
  reading: Reading & { readonly areas: readonly Area[] },
  name: string,
): FindResult {
  const { areas, query } = reading;
  const [area] = areas;
  const labels = areas.map((each) => areaLabel(directory, each));
  if ('place' in query && areas.length === 1) {
    return matchAreas(directory, areas, { where: `${query.place} is in ${labels.join()}.` });
  }
  const [label = ''] = labels;
  const called = area !== undefined && ![area.name, label].some((each) => foldName(each) === foldName(name));
  return matchAreas(directory, areas, called ? { called: name } : {});
}

/** The hubs that the readings may have, and a question that settles which. */
export function askReadings(
  directory: HubDirectory,
  readings: readonly Reading[],
  name: string,
  asked?: string,
): FindResult {
  const offered = readings.slice(0, MOST_OFFERED);
  const areas = offered.flatMap((reading) => ('areas' in reading ? reading.areas : []));
  const { hubs } = judgeAll(directory, areas, '');
  const text = asked ?? `Which ${name} do you mean?`;
  return sayVerdict(directory, areas, {
    answer: hubs.length > 1 ? 'several' : 'unknown',
    hubs,
    ask: { text, choices: offered.map(({ label, query }) => ({ label, query })) },
  });
}

/** Nothing has the name: what is near is offered, and no hub is named. */
export function didYouMean(directory: HubDirectory, choices: readonly HubChoice[]): FindResult {
  const [only] = choices;
  const text =
    only !== undefined && choices.length === 1
      ? `Did you mean ${only.label}?`
      : 'Which of these do you mean?';
  return sayVerdict(directory, [], {
    answer: 'unknown',
    hubs: [],
    ask: { text, choices: choices.slice(0, MOST_OFFERED).map(({ label, query }) => ({ label, query })) },
  });
}

function sayReadings(name: string, readings: readonly Reading[]): string {
  const labels = readings.slice(0, MOST_OFFERED).map(({ label }) => label);
  return `“${name}” may be ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(labels)}.`;
}
