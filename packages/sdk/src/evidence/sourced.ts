/** Where a statement was read, as a reader would look it up. */
export interface Source {
  readonly id: string;
  /** Who published it: `NCETM`, `East Midlands South Maths Hub`. */
  readonly publisher: string;
  readonly title: string;
  /** When it was written or what year it is about: `2020/21`, `11 October 2019`; null when it has no date. */
  readonly date: string | null;
  readonly url: string | null;
  /** What a reader should know about it: a copy's limits, an address that contradicts its content. */
  readonly note?: string;
}

/** The key of a source in a table of sources: `abacus-2019`. */
export type SourceId = string;

/** Read in a source; worked out from one; or set by a hub for its own schools. */
export type Basis = 'stated' | 'derived' | 'hub';

/**
 * A fact with the evidence behind it. `value: null` means that no evidence was found;
 * its sources then record what was searched. It is shown as "ask your hub", never as 0 or "no".
 */
export interface Sourced<T> {
  readonly value: T | null;
  readonly source: readonly SourceId[];
  readonly basis: Basis;
  /** How a derived value was worked out, or what the reader must know to use it. */
  readonly note?: string;
  /** What other hubs or pages say about the same thing in the same year. */
  readonly variants?: readonly Variant<T>[];
  /** Set where sources contradict each other: how, and why this value is used. */
  readonly conflict?: string;
}

/** What another source says about the same thing, kept beside the value in use. */
export interface Variant<T> {
  readonly value: T;
  readonly source: readonly SourceId[];
  readonly note?: string;
}

/** What a number counts. */
export type Unit =
  'school' | 'teacher' | 'meeting' | 'visit' | 'half-day' | 'day' | 'year' | 'pence' | 'person' | 'percent';

/** What a number is counted for. `both-teachers` is the two released teachers added together. */
export type Per = 'school' | 'teacher' | 'both-teachers' | 'group' | 'hub' | 'year' | 'day' | 'meeting';

/**
 * A counted amount: exact when `min` equals `max`, else a range; an open end is null.
 * `about` marks a number the source itself calls approximate.
 */
export interface Quantity {
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: Unit;
  readonly per?: Per;
  readonly about?: true;
}
