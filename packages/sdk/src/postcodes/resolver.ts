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
  /** District, unitary, metropolitan or London borough council; null where the source names only the county. */
  readonly district: GssCode | null;
  /** The education authority: the county in two-tier areas, else the same as the district; null when the source does not say. */
  readonly authority: GssCode | null;
  /** Their names, where the source gives them: a code that is new is read by the name that came with it. */
  readonly districtName?: string;
  readonly authorityName?: string;
  readonly country: 'England';
  /** One council is given per postcode, by its centre; about 1.2 % of addresses lie in another district. */
  readonly confidence: 'very likely';
  /** What the answer speaks of: `this postcode`, or `postcodes in this area` where membership is not known. */
  readonly about: 'this postcode' | 'postcodes in this area';
  /** Where the postcode is, when the source says: for a pin on a map, never for an answer. */
  readonly position?: Position;
  readonly source: Source;
}

/** What is known of a postcode: where it is, or why that cannot be said. */
export type PostcodeAnswer =
  | FoundArea
  /** Right in shape, but the source has no such postcode, nor any near it. */
  | { readonly kind: 'not-found'; readonly postcode: string; readonly source: Source }
  | RetiredPostcode
  | {
      readonly kind: 'not-in-england';
      readonly postcode: string;
      readonly country: Exclude<Country, 'England'>;
      /** Null where the letters of the postcode tell it. */
      readonly source: Source | null;
    }
  /** It exists, but no council can be named; ask for the council instead. */
  | { readonly kind: 'unknown'; readonly postcode: string; readonly because: UnknownBecause };

/** Why no council can be named for a postcode that exists. */
export type UnknownBecause =
  /** The source lists the postcode with no council. */
  | 'no-council-given'
  /** The source says it is outside England, but not where. */
  | 'outside-england'
  /** British Forces post. */
  | 'forces'
  /** Used for post only, at no place. */
  | 'no-place';

/** A postcode no longer in use, with where it last was when known. */
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

/** Every council in which postcodes that begin so lie; null where the source has no such outward code. */
export interface OutcodeAnswer {
  readonly outward: string;
  readonly councils: readonly OutcodeCouncil[];
  /** Other countries in which some of them lie. */
  readonly elsewhere: readonly Exclude<Country, 'England'>[];
  /** False where some may lie in a council that the source does not give. */
  readonly whole: boolean;
  readonly source: Source;
}

/** How one look-up may be stopped. */
export interface LookupOptions {
  readonly signal?: AbortSignal;
}

/**
 * Turns a postcode into the council of its area. Write your own to use another service.
 * Rejects with a {@link ResolverError} and nothing else; an unknown postcode is an answer, not an error.
 */
export interface PostcodeResolver {
  /** Host that a postcode or a position is sent to when someone searches; null when nothing leaves. */
  readonly sendsTo: string | null;
  resolve(postcode: Postcode, options?: LookupOptions): Promise<PostcodeAnswer>;
  /** Present only where the resolver can look the first half of a postcode up: `LE2`. */
  outcode?(outward: string, options?: LookupOptions): Promise<OutcodeAnswer | null>;
  /** Present only where the resolver can look a position up. */
  locate?(position: Position, options?: LookupOptions): Promise<PositionAnswer>;
}

/**
 * Why a look-up gave no answer: no network, no answer in time, a fault of the service, too many requests, or stopped by
 * the caller.
 */
export type ResolverErrorCode = 'offline' | 'timeout' | 'service' | 'rate-limited' | 'aborted';

/** A look-up could not be finished. `aborted` is the caller's own doing; after the others a council by name still works. */
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

/** The answer that a postcode's letters alone give, or null when it has to be looked up. */
export function answerFromLetters({ postcode, territory }: Postcode): PostcodeAnswer | null {
  if (territory === null) return null;
  if (territory === 'forces' || territory === 'no-place') {
    return { kind: 'unknown', postcode, because: territory };
  }
  return { kind: 'not-in-england', postcode, country: territory, source: null };
}
