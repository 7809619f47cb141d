/** Something found under a key; a list of these is sorted by `key`, in code-unit order. */
export interface Keyed<T> {
  readonly key: string;
  readonly value: T;
}

/** Positions `[from, to)` of a sorted list whose keys agree up to some depth. */
type Range = readonly [from: number, to: number];

/** The items whose keys begin with a text. */
export function exactRange<E extends Keyed<unknown>>(sorted: readonly E[], text: string): readonly E[] {
  return sorted.slice(...narrow(sorted, [0, sorted.length], text, 0));
}

/**
 * The items whose keys begin with a text after one slip is undone: a letter left out, put in, changed, or two
 * swapped. The sorted list is walked as the tree of letters that it is, so only branches that exist are tried.
 */
export function slipRanges<E extends Keyed<unknown>>(sorted: readonly E[], text: string): readonly E[] {
  const found = new Set<E>();
  const take = (range: Range, rest: string, depth: number): void => {
    for (const item of sorted.slice(...narrow(sorted, range, rest, depth))) found.add(item);
  };
  let range: Range = [0, sorted.length];
  for (let at = 0; at < text.length && range[0] < range[1]; at += 1) {
    const rest = text.slice(at);
    take(range, rest.slice(1), at);
    if (rest.length > 1) take(range, rest.charAt(1) + rest.charAt(0) + rest.slice(2), at);
    for (const branch of branches(sorted, range, at)) {
      take(branch, rest, at + 1);
      take(branch, rest.slice(1), at + 1);
    }
    range = narrow(sorted, range, text.charAt(at), at);
  }
  return [...found];
}

/** One range for each letter that the keys of a range have at a depth. */
function* branches(sorted: readonly Keyed<unknown>[], [from, to]: Range, depth: number): Generator<Range> {
  let at = from;
  while (at < to) {
    const letter = sorted[at]?.key.charAt(depth) ?? '';
    const end = letter === '' ? at + 1 : firstPast(sorted, [at, to], letter, depth);
    if (letter !== '') yield [at, end];
    at = end;
  }
}

/** The part of a range whose keys have `text` at `depth`. */
function narrow(sorted: readonly Keyed<unknown>[], range: Range, text: string, depth: number): Range {
  if (text === '') return range;
  const from = firstNotBefore(sorted, range, text, depth);
  return [from, firstPast(sorted, [from, range[1]], text, depth)];
}

function firstNotBefore(
  sorted: readonly Keyed<unknown>[],
  range: Range,
  text: string,
  depth: number,
): number {
  return halve(range, (at) => part(sorted, at, text, depth) < text);
}

function firstPast(sorted: readonly Keyed<unknown>[], range: Range, text: string, depth: number): number {
  return halve(range, (at) => part(sorted, at, text, depth) <= text);
}

function part(sorted: readonly Keyed<unknown>[], at: number, text: string, depth: number): string {
  return sorted[at]?.key.slice(depth, depth + text.length) ?? '';
}

/** The first position for which `isBefore` no longer holds. */
function halve([from, to]: Range, isBefore: (at: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
