import type { PostcodeResolver } from '@maths-hubs/sdk/postcodes';

type Answering = typeof import('./answering.js');

/** Who looks postcodes up for this page. What it sends is known before it is loaded. */
export interface LookupService {
  /** Host that a postcode is sent to when a person searches; null when nothing leaves. */
  readonly sendsTo: string | null;
  readonly locates: boolean;
  readonly open: (answering: Answering) => PostcodeResolver;
}

/** The host of the public service, as its resolver names it. */
export const POSTCODES_IO = 'api.postcodes.io';

/**
 * The service that the attributes name; undefined for `none` and where they make no sense.
 * @param kind  `postcodes.io`, `index` or `none`; when empty, `index` where there is an address, else `postcodes.io`
 * @param address  of a postcode index file
 */
export function lookupService(kind: string, address: string): LookupService | undefined {
  switch (kind || (address ? 'index' : 'postcodes.io')) {
    case 'none':
      return undefined;
    case 'postcodes.io':
      return { sendsTo: POSTCODES_IO, locates: true, open: ({ postcodesIo }) => postcodesIo() };
    case 'index':
      if (!address) break;
      return {
        sendsTo: null,
        locates: false,
        open: () => indexAt(new URL(address, document.baseURI)),
      };
  }
  console.warn(
    `<mh-find-a-hub>: resolver="${kind}" is none of postcodes.io, index (with postcode-index) and none.`,
  );
  return undefined;
}

/** A resolver that the page made itself. */
export function serviceOf(resolver: PostcodeResolver): LookupService {
  return { sendsTo: resolver.sendsTo, locates: resolver.locate !== undefined, open: () => resolver };
}

/** A resolver over a postcode index of this site; what reads it comes at the first search. */
function indexAt(address: URL): PostcodeResolver {
  let opening: Promise<PostcodeResolver> | undefined;
  const open = (): Promise<PostcodeResolver> =>
    (opening ??= import('./index-lookup.js')
      .then(({ postcodeIndex }) => postcodeIndex(address))
      .catch((error: unknown) => {
        opening = undefined;
        throw error;
      }));
  return {
    sendsTo: null,
    resolve: async (postcode, options) => (await open()).resolve(postcode, options),
    outcode: async (outward, options) => (await (await open()).outcode?.(outward, options)) ?? null,
  };
}
