import type { FindResult } from './answer.js';
import type { HubDirectory } from '../directory/directory.js';
import { createSuggester } from '../suggest/suggest.js';
import { didYouMean, MOST_OFFERED } from './reading.js';

/** The councils and areas that a text names but for one slip, as a question; null when there are none. */
export function matchSlip(directory: HubDirectory, text: string): FindResult | null {
  const near = createSuggester(directory)(text, MOST_OFFERED).filter(
    ({ kind }) => kind === 'council' || kind === 'area',
  );
  return near.length === 0 ? null : didYouMean(directory, near);
}
