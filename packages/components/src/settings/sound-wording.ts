import type { Strings } from '../foundation/wording.js';

/** What is a text of a page's own wording, and the keys of what is not: a number, a list, null. */
export function soundWording(wording: unknown): {
  readonly texts: Strings;
  readonly refused: readonly string[];
} {
  const given = typeof wording === 'object' && wording !== null && !Array.isArray(wording) ? wording : {};
  const entries = Object.entries(given as Readonly<Record<string, unknown>>);
  const isText = (entry: readonly [string, unknown]): entry is [string, string] =>
    typeof entry[1] === 'string';
  return {
    texts: Object.fromEntries(entries.filter(isText)),
    refused: given === wording ? entries.filter((entry) => !isText(entry)).map(([key]) => key) : ['wording'],
  };
}
