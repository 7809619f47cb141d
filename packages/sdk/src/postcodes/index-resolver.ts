import { InvalidDataError, type Source } from '../evidence/index.js';
import { openPostcodeIndex } from './index-file/open.js';
import type { PostcodeIndex } from './index-file/open.js';
import type { IndexHeader, Place } from './index-file/format.js';
import type { Postcode } from '../typed/postcode.js';
import { abortable, failureOf } from './request.js';
import { answerFromLetters, ResolverError } from './resolver.js';
import type { LookupOptions, OutcodeAnswer, PostcodeAnswer, PostcodeResolver } from './resolver.js';

/** How to fetch an index file. */
export interface PostcodeIndexOptions {
  /** Fetches the file when an address is given; the global one by default. */
  readonly fetch?: typeof fetch;
}

/**
 * A resolver that looks postcodes up in an index file: no postcode leaves the page.
 * @param source  the file's bytes, or its address, which is fetched once, at the first look-up
 * @throws {InvalidDataError} when the bytes are not such a file; for an address, the first look-up rejects with a
 *   {@link ResolverError} of code `service`
 */
export function postcodeIndex(
  source: ArrayBuffer | Uint8Array | string | URL,
  options: PostcodeIndexOptions = {},
): PostcodeResolver {
  const load =
    typeof source === 'string' || source instanceof URL
      ? loader(source, options.fetch ?? fetch)
      : opened(source);
  return {
    sendsTo: null,
    async resolve(postcode, { signal }: LookupOptions = {}) {
      return answerFromLetters(postcode) ?? answer(await abortable(load(), signal), postcode);
    },
    async outcode(outward, { signal }: LookupOptions = {}) {
      return outcodeAnswer(await abortable(load(), signal), outward);
    },
  };
}

function opened(bytes: ArrayBuffer | Uint8Array): () => Promise<PostcodeIndex> {
  const index = openPostcodeIndex(bytes);
  return async () => index;
}

/** Loads once; retries a failed load at the next look-up. */
function loader(address: string | URL, request: typeof fetch): () => Promise<PostcodeIndex> {
  let loading: Promise<PostcodeIndex> | null = null;
  return () => {
    loading ??= loadIndex(address, request).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

async function loadIndex(address: string | URL, request: typeof fetch): Promise<PostcodeIndex> {
  let bytes: ArrayBuffer;
  try {
    const response = await request(address);
    if (!response.ok) {
      throw new ResolverError(
        'service',
        `The postcode index at ${String(address)} answered ${response.status}. Check its address.`,
      );
    }
    bytes = await response.arrayBuffer();
  } catch (error) {
    throw failureOf(error, `the postcode index at ${String(address)}`);
  }
  try {
    return openPostcodeIndex(bytes);
  } catch (error) {
    if (!(error instanceof InvalidDataError)) throw error;
    throw new ResolverError('service', `${String(address)} is not what it should be. ${error.message}`, {
      cause: error,
    });
  }
}

function answer(index: PostcodeIndex, { postcode, outward, inward }: Postcode): PostcodeAnswer {
  const source = sourceOf(index.header);
  const place: Place | null = index.find(outward, inward);
  if (place === null) return { kind: 'not-found', postcode, source };
  if (place.kind === 'no-council') return { kind: 'unknown', postcode, because: 'no-council-given' };
  if (place.kind === 'elsewhere') {
    return place.country === null
      ? { kind: 'unknown', postcode, because: 'outside-england' }
      : { kind: 'not-in-england', postcode, country: place.country, source };
  }
  return {
    kind: 'found',
    postcode,
    district: place.district,
    authority: place.authority,
    country: 'England',
    confidence: 'very likely',
    about: 'postcodes in this area',
    source,
  };
}

function outcodeAnswer(index: PostcodeIndex, outward: string): OutcodeAnswer | null {
  const places = index.placesOf(outward);
  if (places === null) return null;
  return {
    outward,
    councils: places.flatMap((place) => (place.kind === 'council' ? [place] : [])),
    elsewhere: places.flatMap((place) =>
      place.kind === 'elsewhere' && place.country !== null ? [place.country] : [],
    ),
    whole: places.every(
      (place) => place.kind === 'council' || (place.kind === 'elsewhere' && place.country !== null),
    ),
    source: sourceOf(index.header),
  };
}

function sourceOf({ publisher, title, date, licence }: IndexHeader): Source {
  return { id: 'postcode-index', publisher, title, date, url: null, note: licence.join(' ') };
}
