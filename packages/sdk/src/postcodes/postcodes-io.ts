import type { Source } from '../evidence/index.js';
import type { Postcode } from '../typed/postcode.js';
import { readNearest, readOutcode, readPostcode } from './postcodes-io-answer.js';
import { abortable, aborted, failureOf } from './request.js';
import { answerFromLetters, ResolverError } from './resolver.js';
import type {
  LookupOptions,
  OutcodeAnswer,
  Position,
  PositionAnswer,
  PostcodeAnswer,
  PostcodeResolver,
} from './resolver.js';

/** How to query postcodes.io, or a copy of it. */
export interface PostcodesIoOptions {
  /** The global one by default. */
  readonly fetch?: typeof fetch;
  /** For a copy of the service that you run yourself; `https://api.postcodes.io` by default. */
  readonly baseUrl?: string;
  /** For one look-up, including its retry; 8,000 by default. */
  readonly timeoutMs?: number;
  /** Answers by request; a new map by default. Give your own to share or empty it. */
  readonly cache?: Map<string, PositionAnswer>;
}

/** The longest wait before the retry, whatever the service asks for: people give up sooner. */
const LONGEST_WAIT_MS = 3000;
const USUAL_WAIT_MS = 500;

/** Positions are sent no finer than this: about 100 m. */
const POSITION_DECIMALS = 3;
const NEAREST_RADIUS_M = 2000;

const SOURCE: Source = {
  id: 'postcodes-io',
  publisher: 'postcodes.io',
  title: 'Postcode lookup, from the ONS Postcode Directory',
  date: null,
  url: 'https://postcodes.io',
  note: 'Contains OS data, Royal Mail data and National Statistics data © Crown copyright and database right.',
};

/**
 * A resolver that asks postcodes.io. Sends only the postcode or its first half, or a position to about 100 m, and only for
 * a look-up. One request per look-up; one more after a 429 or a 5xx.
 */
export function postcodesIo(options: PostcodesIoOptions = {}): PostcodeResolver {
  const base = (options.baseUrl ?? 'https://api.postcodes.io').replace(/\/+$/, '');
  const request = options.fetch ?? fetch;
  const timeoutMs = options.timeoutMs ?? 8000;
  const cache = options.cache ?? new Map<string, PositionAnswer>();

  const outcodes = new Map<string, OutcodeAnswer | null>();

  async function ask<Answer extends PositionAnswer>(
    path: string,
    read: (status: number, body: unknown) => Answer,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const known = cache.get(path);
    if (known !== undefined) return known as Answer;
    const { status, body } = await askWithin(request, `${base}${path}`, timeoutMs, signal);
    const answer = read(status, body);
    cache.set(path, answer);
    return answer;
  }

  return {
    sendsTo: new URL(base).host,
    async resolve(postcode: Postcode, { signal }: LookupOptions = {}): Promise<PostcodeAnswer> {
      const read = (status: number, body: unknown): PostcodeAnswer =>
        readPostcode(postcode.postcode, status, body, SOURCE);
      return (
        answerFromLetters(postcode) ?? ask(`/postcodes/${postcode.outward}${postcode.inward}`, read, signal)
      );
    },
    async outcode(outward, { signal }: LookupOptions = {}) {
      const known = outcodes.get(outward);
      if (known !== undefined) return known;
      const { status, body } = await askWithin(request, `${base}/outcodes/${outward}`, timeoutMs, signal);
      const answer = readOutcode(outward, status, body, SOURCE);
      outcodes.set(outward, answer);
      return answer;
    },
    async locate(position: Position, { signal }: LookupOptions = {}): Promise<PositionAnswer> {
      const [lat, lon] = [position.latitude, position.longitude].map((each) =>
        each.toFixed(POSITION_DECIMALS),
      );
      const path = `/postcodes?lat=${lat}&lon=${lon}&radius=${NEAREST_RADIUS_M}&limit=1`;
      return ask(path, (status, body) => readNearest(status, body, SOURCE), signal);
    },
  };
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** One request, and one more if that may help, within the time; the caller's signal stops it at once. */
async function askWithin(
  request: typeof fetch,
  url: string,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Reply> {
  if (signal?.aborted) throw aborted();
  const stop = new AbortController();
  const outOfTime = new ResolverError(
    'timeout',
    `The postcode service did not answer within ${timeoutMs / 1000} seconds. Choose your council instead.`,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(outOfTime), timeoutMs);
  });
  try {
    return await abortable(Promise.race([askTwice(request, url, stop.signal), timeout]), signal);
  } catch (error) {
    throw failureOf(error, 'the postcode service');
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

async function askTwice(request: typeof fetch, url: string, signal: AbortSignal): Promise<Reply> {
  const first = await request(url, { signal });
  if (!mayRecover(first.status)) return readReply(first);
  await wait(waitBefore(first.headers.get('retry-after')), signal);
  const second = await request(url, { signal });
  if (!mayRecover(second.status)) return readReply(second);
  throw second.status === 429
    ? new ResolverError(
        'rate-limited',
        'The postcode service is busy. Try again in a minute, or choose your council instead.',
      )
    : new ResolverError(
        'service',
        `The postcode service has a fault (${second.status}). Choose your council instead.`,
      );
}

function mayRecover(status: number): boolean {
  return status === 429 || status >= 500;
}

async function readReply(response: Response): Promise<Reply> {
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) as unknown };
  } catch (cause) {
    throw new ResolverError(
      'service',
      'The postcode service answered with something that is not JSON. Choose your council instead.',
      { cause },
    );
  }
}

/** Seconds, as the service asks; a date, or nothing, means the usual wait. */
function waitBefore(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : USUAL_WAIT_MS;
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    const stop = (): void => {
      clearTimeout(timer);
      reject(aborted());
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
}
