import type { FindResult } from './answer.js';
import { areasNamed } from '../directory/areas.js';
import type { HubDirectory } from '../directory/directory.js';
import { withStretches, type HubPlace } from '../directory/places.js';
import { createSuggester } from '../suggest/suggest.js';
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
