import { parsePostcode } from '../typed/postcode.js';

/** A postcode in the fake service. Nulls are returned as nulls. */
export interface FakePostcode {
  readonly postcode: string;
  readonly country: string | null;
  readonly admin_district: string | null;
  readonly admin_county: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** GSS codes; `E99999999` where there is no county. */
  readonly codes: { readonly admin_district: string | null; readonly admin_county: string | null };
}

/** A retired postcode, with postcodes.io's names. */
export interface FakeRetired {
  readonly postcode: string;
  readonly year_terminated: number;
  readonly month_terminated: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** How one request fails: no connection, no answer ever, a 429, a 500, a web page instead of JSON. */
export type FakeFault = 'offline' | 'silent' | 'rate-limited' | 'server-error' | 'web-page';

/** The fake's answer to a request. */
export interface FakeReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A postcodes.io for tests, in memory: pass its `fetch` to `postcodesIo`. Runs in browsers and in Node. */
export interface FakePostcodesIo {
  readonly fetch: typeof fetch;
  /** Addresses asked for, in order. */
  readonly requests: readonly string[];
  /** Makes the next requests fail, one for each fault. */
  failNext(...faults: readonly FakeFault[]): void;
  /** The reply to `GET` of this path; `offline` and `silent` have none. */
  reply(path: string): FakeReply | 'offline' | 'silent';
}

/** The fake's data. */
export interface FakeData {
  readonly postcodes?: readonly FakePostcode[];
  readonly retired?: readonly FakeRetired[];
  /** Seconds, in the `Retry-After` of a 429. */
  readonly retryAfter?: string;
}

/** Follows the protocol of the service's release 18, by its source and documentation. */
export function fakePostcodesIo({
  postcodes = [],
  retired = [],
  retryAfter,
}: FakeData = {}): FakePostcodesIo {
  const requests: string[] = [];
  const faults: FakeFault[] = [];

  function reply(path: string): FakeReply | 'offline' | 'silent' {
    requests.push(path);
    const fault = faults.shift();
    if (fault === 'offline' || fault === 'silent') return fault;
    if (fault === 'web-page')
      return { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html>' };
    if (fault === 'server-error')
      return json(500, { error: '500 Server Error. For an urgent fix, e-mail support.' });
    if (fault === 'rate-limited') {
      return json(
        429,
        { error: 'Too many requests' },
        retryAfter === undefined ? {} : { 'retry-after': retryAfter },
      );
    }
    const url = new URL(path, 'http://localhost');
    if (url.pathname === '/postcodes') return nearest(url.searchParams);
    const outcode = /^\/outcodes\/([A-Za-z0-9]+)$/.exec(url.pathname)?.[1];
    if (outcode !== undefined) return outward(outcode.toUpperCase());
    const asked = /^\/postcodes\/([^/]+)$/.exec(url.pathname)?.[1];
    return asked === undefined
      ? json(404, { error: 'Resource not found' })
      : lookUp(decodeURIComponent(asked));
  }

  function lookUp(asked: string): FakeReply {
    const parsed = parsePostcode(asked);
    if (!parsed.valid) return json(404, { error: 'Invalid postcode' });
    const found = postcodes.find(({ postcode }) => postcode === parsed.postcode);
    if (found !== undefined) return json(200, { result: found });
    const terminated = retired.find(({ postcode }) => postcode === parsed.postcode);
    return json(404, { error: 'Postcode not found', ...(terminated === undefined ? {} : { terminated }) });
  }

  /** Names of the areas with postcodes of this first half. */
  function outward(asked: string): FakeReply {
    const own = postcodes.filter(({ postcode }) => postcode.split(' ')[0] === asked);
    const names = (field: 'admin_district' | 'admin_county' | 'country'): readonly string[] => [
      ...new Set(own.flatMap((each) => each[field] ?? [])),
    ];
    if (own.length === 0) return json(404, { error: 'Outcode not found' });
    return json(200, {
      result: {
        outcode: asked,
        admin_district: names('admin_district'),
        admin_county: names('admin_county'),
        country: names('country'),
      },
    });
  }

  function nearest(query: URLSearchParams): FakeReply {
    const latitude = Number(query.get('lat') ?? Number.NaN);
    const longitude = Number(query.get('lon') ?? Number.NaN);
    if (Number.isNaN(latitude) || Number.isNaN(longitude)) {
      return json(400, { error: 'Invalid longitude/latitude submitted' });
    }
    const radius = Math.min(Number(query.get('radius') ?? 100), 2000);
    const near = postcodes
      .map((postcode) => ({ ...postcode, distance: distance(postcode, latitude, longitude) }))
      .filter((postcode) => postcode.distance <= radius)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, Number(query.get('limit') ?? 10));
    return json(200, { result: near.length === 0 ? null : near });
  }

  return {
    requests,
    reply,
    failNext: (...next) => {
      faults.push(...next);
    },
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const answer = reply(url.pathname + url.search);
      if (answer === 'offline') throw new TypeError('Failed to fetch');
      if (answer === 'silent') return untilAborted(init?.signal);
      return new Response(answer.body, { status: answer.status, headers: answer.headers });
    },
  };
}

function json(status: number, body: object, headers: Readonly<Record<string, string>> = {}): FakeReply {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      ...headers,
    },
    body: JSON.stringify({ status, ...body }),
  };
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(new DOMException('This operation was aborted', 'AbortError'));
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop);
  });
}

/** In metres, near enough for a few kilometres. */
function distance(postcode: FakePostcode, latitude: number, longitude: number): number {
  if (postcode.latitude === null || postcode.longitude === null) return Number.POSITIVE_INFINITY;
  const metresPerDegree = 111_320;
  const north = (postcode.latitude - latitude) * metresPerDegree;
  const east = (postcode.longitude - longitude) * metresPerDegree * Math.cos((latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}
