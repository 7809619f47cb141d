import type { Basis, Source, SourceId, Sourced } from './sourced.js';

/** Anything that rests on sources: a value, a requirement, an entry point, a transition. */
export interface Cited {
  readonly source: readonly SourceId[];
  readonly basis: Basis;
  readonly note?: string;
  /** Null when no evidence was found; absent where there is no value. */
  readonly value?: unknown;
}

/** A fact for which no evidence was found; `source` records what was searched. */
export function unknown(source: readonly SourceId[] = [], note?: string): Sourced<never> {
  return { value: null, source, basis: 'stated', ...(note === undefined ? {} : { note }) };
}

/** Whether evidence was found. */
export function isKnown<T>(fact: Sourced<T>): fact is Sourced<T> & { readonly value: T } {
  return fact.value !== null;
}

/** One source as a reader would look it up: `NCETM, “Title”, 11 October 2019, https://…`. */
export function citation({ publisher, title, date, url }: Source): string {
  return [publisher, `“${title}”`, date ?? 'undated', url].filter((part) => part !== null).join(', ');
}

/**
 * Where a fact comes from, in a reader's words: its sources, and whether they state it, it was worked out
 * from them, or a hub set it; for an unknown, where evidence was looked for.
 * @param sources  the edition's own table; an id that is not in it is shown unchanged
 */
export function cite(fact: Cited, sources: Readonly<Record<SourceId, Source>>): string {
  const read = fact.source.map((id) => (Object.hasOwn(sources, id) ? sources[id] : undefined) ?? id);
  const named = read.map((source) => (typeof source === 'string' ? source : citation(source))).join('; ');
  const note = fact.note === undefined ? '' : ` (${fact.note})`;
  return `${lead(fact)}${named === '' ? '' : `${fact.value === null ? ' Looked in' : ''} ${named}`}${note}`.trim();
}

function lead({ basis, value }: Cited): string {
  if (basis === 'hub') return value === null ? 'Not decided by the hub.' : 'Set by the hub:';
  if (value === null) return 'No evidence found.';
  return basis === 'derived' ? 'Worked out from' : '';
}
