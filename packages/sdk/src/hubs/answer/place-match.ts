import type { Choice, FindResult } from './answer.js';
import { areaByGss, areaLabel, areasNamed, districtsOf, successorsOf } from '../directory/areas.js';
import type { Area, HubDirectory } from '../directory/directory.js';
import { matchAreas, matchHub } from './match.js';
import { foldName } from '../directory/names.js';
import { nationOf, sayWhere } from '../directory/nations.js';
import type { Nation } from '../directory/nations.js';
import type { Place } from '../directory/places.js';
import type { NamedQuery } from '../directory/query.js';
import { sayNation, sayProblem, sayVerdict } from './say.js';
import { createSuggester, placeSuggestion } from '../suggest/suggest.js';
import type { Suggestion } from '../suggest/suggest.js';
import { choiceOf, judgeAll } from './verdict.js';

/** How many near names a question offers. */
const NEAR = 12;

/** One thing that the text may mean: it lies in an area of England, or in another nation. */
type Reading = Choice & { readonly query: NamedQuery } & (
    { readonly area: Area } | { readonly nation: Nation }
  );

/**
 * The hub of a town, village, council or area by its name. Namesakes become a question, and so does a name that
 * nothing bears but something comes near: nothing is guessed.
 * @param within  the GSS code of its council, or its nation, to tell namesakes apart
 */
export function matchPlace(
  directory: HubDirectory,
  places: readonly Place[],
  text: string,
  within?: string,
): FindResult {
  const nation = nationOf(within ?? text);
  if (nation !== null) return sayNation(nation);
  const name = foldName(text);
  const known = places
    .filter((place) => foldName(place.name) === name)
    .filter((place) => within === undefined || ('area' in place && place.area === within))
    .flatMap((place) => readPlace(directory, place));
  const councils =
    within === undefined ? areasNamed(directory, text).map((area) => readArea(directory, area)) : [];
  const readings = [
    ...councils,
    ...known.filter(
      (reading) => !councils.some(({ area }) => 'area' in reading && lies(directory, area, reading.area)),
    ),
  ];
  return readings.length === 0
    ? matchNear(directory, places, text)
    : answer(directory, readings, text.trim());
}

function readPlace(directory: HubDirectory, place: Place): Reading[] {
  const { label, query } = placeSuggestion(directory, place);
  if ('nation' in place) return [{ label, query, nation: place.nation }];
  const area = areaByGss(directory, place.area);
  return area === null ? [] : [{ label, query, area }];
}

function readArea(directory: HubDirectory, area: Area): Reading & { readonly area: Area } {
  return { ...choiceOf(directory, area), area };
}

/** True when everything that stands for `area` stands in `wider`: a town's own council, in the county around it. */
function lies(directory: HubDirectory, area: Area, wider: Area): boolean {
  const parts = successorsOf(directory, wider).flatMap((each) => [each, ...districtsOf(directory, each)]);
  return successorsOf(directory, area).every(({ gss }) => parts.some((part) => part.gss === gss));
}

function answer(directory: HubDirectory, readings: readonly Reading[], name: string): FindResult {
  const [only] = readings;
  if (only !== undefined && readings.length === 1) return answerOne(directory, only);
  const areas = readings.flatMap((reading) => ('area' in reading ? [reading.area] : []));
  const verdict = judgeAll(directory, areas, '');
  if (areas.length === readings.length && verdict.ask === undefined) {
    return sayVerdict(directory, areas, verdict, { where: sayReadings(name, readings) });
  }
  const choices = readings.map(({ label, query }) => ({ label, query }));
  return sayVerdict(directory, areas, {
    answer: verdict.hubs.length > 1 ? 'several' : 'unknown',
    hubs: verdict.hubs,
    ask: { text: `Which ${name} do you mean?`, choices },
  });
}

function sayReadings(name: string, readings: readonly Reading[]): string {
  const labels = readings.map(({ label }) => label);
  return `“${name}” may be ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(labels)}.`;
}

function answerOne(directory: HubDirectory, reading: Reading): FindResult {
  const place = 'place' in reading.query ? reading.query.place : null;
  if ('nation' in reading)
    return sayNation(reading.nation, place && `${place} is in ${sayWhere(reading.nation)}.`);
  const where = place === null ? {} : { where: `${place} is in ${areaLabel(directory, reading.area)}.` };
  return matchAreas(directory, [reading.area], where);
}

/** No place has the name: a hub called so is meant; else read the text as the names that it begins; when it needs a slip undone, ask. */
function matchNear(directory: HubDirectory, places: readonly Place[], text: string): FindResult {
  const hub = matchHub(directory, text);
  if (!hub.problem) return hub;
  const near = createSuggester(directory, places)(text, NEAR);
  const [only] = near;
  if (only === undefined) {
    return sayProblem({
      code: 'no-name',
      message: `We know no place or council called “${text.trim().slice(0, 60)}”. Try the name of your council, or choose your hub from the list.`,
    });
  }
  const readings = near.flatMap((suggestion) => readSuggestion(directory, suggestion));
  if (!only.slip && near.length < NEAR && readings.length === near.length) {
    return answer(directory, readings, text.trim());
  }
  const question = near.length === 1 ? `Did you mean ${only.label}?` : 'Which of these do you mean?';
  const choices = near.map(({ label, query }) => ({ label, query }));
  return sayVerdict(directory, [], { answer: 'unknown', hubs: [], ask: { text: question, choices } });
}

/** What a suggestion lies in; nothing for a hub, which lies in no one area. */
function readSuggestion(directory: HubDirectory, { label, query }: Suggestion): Reading[] {
  if ('hub' in query) return [];
  const within =
    'place' in query ? (query.within ?? '') : 'authority' in query ? query.authority : query.district;
  const nation = nationOf(within);
  if (nation !== null) return [{ label, query, nation }];
  const area = areaByGss(directory, within);
  return area === null ? [] : [{ label, query, area }];
}
