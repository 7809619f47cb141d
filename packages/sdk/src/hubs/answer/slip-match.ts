import { foldName } from '../directory/names.js';
import type { FindResult } from './answer.js';
import { areasNamed } from '../directory/areas.js';
import type { HubDirectory } from '../directory/directory.js';
import { withStretches, type HubPlace } from '../directory/places.js';
import { createSuggester, entriesOver } from '../suggest/suggest.js';
import { matchAreas } from './match.js';
import { didYouMean, MOST_OFFERED } from './reading.js';

/**
 * What a text is that names no council: a stretch of country, or a council or area but for one slip, as a question; null
 * when it is neither.
 */
export function matchSlip(given: HubDirectory, places: readonly HubPlace[], text: string): FindResult | null {
  const directory = withStretches(given, places);
  const named = areasNamed(directory, text);
  if (named.length > 0) return matchAreas(directory, named);
  const near = createSuggester(directory, places)(text, MOST_OFFERED).filter(
    ({ kind }) => kind === 'council' || kind === 'area',
  );
  return near.length === 0 ? null : didYouMean(directory, near);
}

/** The shortest text in which more than one slip is forgiven; in fewer letters too many names are as near. */
const FARTHER_FROM = 7;

/** The least share of their pairs of letters that two names have in common. */
const ALIKE = 0.6;

/** The names that are spelt much like a text, as a question: Cheltnam, Bornmouth; null when there is none. */
export function matchFarther(
  given: HubDirectory,
  places: readonly HubPlace[],
  text: string,
): FindResult | null {
  const directory = withStretches(given, places);
  const folded = foldName(text);
  if (folded.length < FARTHER_FROM) return null;
  const near = entriesOver(directory, places)
    .filter(({ key, whole, value }) => key === whole && value.kind !== 'hub')
    .filter(({ whole }) => whole.charAt(0) === folded.charAt(0) && whole.length > folded.length - 3)
    // A long name may be typed by its beginning: Newcassel.
    .map(({ whole, value }) => ({
      value,
      share: Math.max(...[0, 1, 2].map((more) => alike(whole.slice(0, folded.length + more), folded))),
    }))
    .filter(({ share }) => share >= ALIKE)
    .sort((a, b) => b.share - a.share)
    .map(({ value }) => value)
    .filter(({ label }, at, all) => all.findIndex((each) => each.label === label) === at);
  return near.length === 0 ? null : didYouMean(directory, near.slice(0, FEW));
}

/** How many names that are only alike are worth reading. */
const FEW = 4;

/** The share of pairs of letters that two texts have in common, 0 to 1. */
function alike(a: string, b: string): number {
  const [one, other] = [a, b].map(
    (text) => new Set([...text].slice(1).map((letter, at) => text.charAt(at) + letter)),
  ) as [Set<string>, Set<string>];
  const common = [...one].filter((pair) => other.has(pair)).length;
  return (2 * common) / (one.size + other.size);
}
