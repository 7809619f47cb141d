import { MathsHubsError } from '../evidence/index.js';
import type { Source } from '../evidence/index.js';
import type { Postcode } from '../typed/postcode.js';
import type { Country } from '../typed/territory.js';

/** Degrees, WGS 84. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** An area code of the Office for National Statistics: `E06000016`. */
export type GssCode = string;

/** The council of a postcode's area. */
export interface FoundArea {
  readonly kind: 'found';
  readonly postcode: string;
  /** District, unitary, metropolitan or London borough council; null if the source names only the county. */
  readonly district: GssCode | null;
  /** The education authority: the county in two-tier areas, else the same as the district; null when the source does not say. */
  readonly authority: GssCode | null;
  /** Their names, if the source gives them: they identify a council whose code is new. */
  readonly districtName?: string;
  readonly authorityName?: string;
  readonly country: 'England';
  /** One council per postcode, by its centre; about 1.2 % of addresses are in another district. */
  readonly confidence: 'very likely';
  /** What the answer is about: `this postcode`, or `postcodes in this area` if membership is unknown. */
  readonly about: 'this postcode' | 'postcodes in this area';
  /** Where the postcode is, if the source says: for a pin on a map, never for an answer. */
  readonly position?: Position;
  readonly source: Source;
}

/** The answer for a postcode: where it is, or why that is unknown. */
export type PostcodeAnswer =
  | FoundArea
  /** Right in shape, but the source has no such postcode, nor any nearby. */
  | { readonly kind: 'not-found'; readonly postcode: string; readonly source: Source }
  | RetiredPostcode
  | {
      readonly kind: 'not-in-england';
      readonly postcode: string;
      readonly country: Exclude<Country, 'England'>;
      /** Null if the postcode's letters show it. */
      readonly source: Source | null;
    }
  /** It exists, but its council is unknown; ask for the council instead. */
  | { readonly kind: 'unknown'; readonly postcode: string; readonly because: UnknownBecause };

/** Why no council can be named for a postcode that exists. */
export type UnknownBecause =
  /** The source lists the postcode with no council. */
  | 'no-council-given'
  /** The source says it is outside England, but not where. */
  | 'outside-england'
  /** British Forces post. */
  | 'forces'
  /** Used for post only, not a place. */
  | 'no-place';

/** A postcode no longer in use, with its last place if known. */
export interface RetiredPostcode {
  readonly kind: 'retired';
  readonly postcode: string;
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  readonly position: Position | null;
  readonly source: Source;
}

/** Where a position lies; `nothing-near` when no postcode is close to it. */
export type PositionAnswer = PostcodeAnswer | { readonly kind: 'nothing-near'; readonly source: Source };

/** One council of an outward code, by code or by name. */
export interface OutcodeCouncil {
  readonly district: GssCode | null;
  readonly authority: GssCode | null;
  readonly districtName?: string;
}

/** Every council with postcodes of this first half; null if the source has no such outward code. */
export interface OutcodeAnswer {
  readonly outward: string;
  readonly councils: readonly OutcodeCouncil[];
  /** Other countries with some of them. */
  readonly elsewhere: readonly Exclude<Country, 'England'>[];
  /** False if some may be in a council that the source does not list. */
  readonly whole: boolean;
  readonly source: Source;
}

/** Options to stop a look-up. */
export interface LookupOptions {
  readonly signal?: AbortSignal;
}

/**
 * Turns a postcode into the council of its area. Write your own to use another service.
 * Rejects with a {@link ResolverError} and nothing else; an unknown postcode is an answer, not an error.
 */
export interface PostcodeResolver {
  /** Host that receives a postcode or a position when someone searches; null if none does. */
  readonly sendsTo: string | null;
  resolve(postcode: Postcode, options?: LookupOptions): Promise<PostcodeAnswer>;
  /** Present only if the resolver can look up the first half of a postcode: `LE2`. */
  outcode?(outward: string, options?: LookupOptions): Promise<OutcodeAnswer | null>;
  /** Present only if the resolver can look up a position. */
  locate?(position: Position, options?: LookupOptions): Promise<PositionAnswer>;
}

/**
 * Why a look-up gave no answer: no network, no answer in time, a fault of the service, too many requests, or stopped by
 * the caller.
 */
export type ResolverErrorCode = 'offline' | 'timeout' | 'service' | 'rate-limited' | 'aborted';

/** A look-up failed. `aborted` is the caller's own doing; after the others, search by council name still works. */
export class ResolverError extends MathsHubsError {
  override readonly name = 'ResolverError';

  constructor(
    readonly code: ResolverErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The answer from a postcode's letters alone, or null if it needs a look-up. */
export function answerFromLetters({ postcode, territory }: Postcode): PostcodeAnswer | null {
  if (territory === null) return null;
  if (territory === 'forces' || territory === 'no-place') {
    return { kind: 'unknown', postcode, because: territory };
  }
  return { kind: 'not-in-england', postcode, country: territory, source: null };
}
