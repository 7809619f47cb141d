import type { Source } from '../../evidence/index.js';
import type { Position, ResolverErrorCode } from '../../postcodes/index.js';
import type { Area, Confidence, Hub } from '../directory/directory.js';
import type { Nation } from '../directory/nations.js';
import type { HubQuery } from '../directory/query.js';

/**
 * How sure the answer is: `one`, your hub is; `likely`, your hub is likely to be; `several`, your hub could be
 * one of; `unknown`, no evidence was found, or the question could not be answered yet.
 */
export type HubAnswer = 'one' | 'likely' | 'several' | 'unknown' | 'not-in-england';

/** One hub of an answer, with what it rests on. */
export interface HubMatch {
  readonly hub: Hub;
  /** A `candidate` is only what the other hubs' lists leave; it is never the answer. */
  readonly confidence: Confidence | 'candidate';
  /** A sentence for the reader. */
  readonly because: string;
  /** Null for a candidate. */
  readonly source: Source | null;
}

/** What to ask when more than one answer is left. Each choice carries the query that settles it. */
export interface HubQuestion {
  readonly text: string;
  readonly choices: readonly HubChoice[];
}

/** One of several readings of what was asked, as a button: its words, and its search. */
export interface HubChoice {
  readonly label: string;
  readonly query: HubQuery;
}

/** Why a search could not be finished; a council by name still works. */
export interface Problem {
  readonly code:
    | ResolverErrorCode
    | 'not-a-postcode'
    | 'no-such-postcode'
    | 'retired'
    | 'no-resolver'
    | 'no-name'
    | 'no-council'
    | 'no-hub';
  /** A sentence for the reader, with what to do next. */
  readonly message: string;
  /** A corrected postcode to offer. */
  readonly suggestion?: string;
}

/** The answer to "which hub is ours?", with the evidence that it rests on. */
export interface FindResult {
  readonly answer: HubAnswer;
  readonly hubs: readonly HubMatch[];
  /** The whole answer in a sentence or two. */
  readonly summary: string;
  /** Where the search led: `LE2 5TF is in Oadby and Wigston, Leicestershire.`; null when nowhere. */
  readonly where: string | null;
  /** The areas that were matched; empty when none was. */
  readonly areas: readonly Area[];
  /** Where the postcode is, when its source says: for a pin on a map. */
  readonly position?: Position;
  readonly ask?: HubQuestion;
  readonly nation?: Nation;
  readonly problem?: Problem;
  /** Beside a problem: the councils that the letters of the postcode make likely, the likeliest first. No answer. */
  readonly likely?: readonly Area[];
  /** What the reader should know before relying on it. */
  readonly caution?: string;
  /** Where to confirm it. */
  readonly confirm: { readonly label: string; readonly url: string };
}

/** NCETM's own list of the hubs: an answer of ours is always to be confirmed there. */
export const CONFIRM = {
  label: 'Confirm with NCETM',
  url: 'https://www.ncetm.org.uk/maths-hubs/find-your-hub/current-maths-hubs/',
} as const;
