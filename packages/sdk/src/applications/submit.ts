import type { Application, FieldError, Guard } from './application.js';

/** What a person waiting at the form needs to know. Only `received` means that the hub has it. */
export type SubmitResult =
  | {
      readonly outcome: 'received';
      readonly reference: string;
      readonly receivedAt: string;
      /** Secret address where the school can see and withdraw its application, if the hub has a desk. */
      readonly receipt?: string;
    }
  /** Answers to put right; the rest is kept. */
  | { readonly outcome: 'invalid'; readonly message: string; readonly errors: readonly FieldError[] }
  /** The service refuses it, and sending it again would not help. */
  | {
      readonly outcome: 'refused';
      readonly status: number;
      readonly code: string;
      readonly message: string;
      /** Set where an application with this key has already arrived. */
      readonly reference?: string;
    }
  /** No reliable answer. The application may be sent again with the same key. */
  | {
      readonly outcome: 'unreachable';
      /** `page-refused`: the service answers, but does not allow requests from this page's origin. */
      readonly reason: 'network' | 'time-out' | 'busy' | 'fault' | 'page-refused';
      readonly attempts: number;
    };

/** Where to send an application, and how often to try. */
export interface SubmitOptions {
  /** `https://intake.example/applications`. */
  readonly endpoint: string;
  /** One for each application, the same for every retry and press: the service stores a key once. */
  readonly key: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly signal?: AbortSignal;
  readonly guard?: Guard;
  /** Longest wait for one answer, in milliseconds (default 15,000). */
  readonly timeout?: number;
  /** Most times to send it (default 4). */
  readonly attempts?: number;
  /** A number from 0 up to 1 (default `Math.random`). */
  readonly random?: () => number;
  /** Waits this many milliseconds, or rejects when the signal aborts. */
  readonly sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

/**
 * Sends an application until it is answered: retries with growing pauses on a broken connection, a time-out, 429
 * and 5xx; never on any other answer.
 * @throws the signal's reason when the caller aborts
 */
export async function submit(application: Application, options: SubmitOptions): Promise<SubmitResult> {
  const { attempts = 4, random = Math.random, sleep = pause, signal } = options;
  const body = JSON.stringify(options.guard ? { ...application, guard: options.guard } : application);
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    const answer = await send(body, options);
    if ('final' in answer) return answer.final;
    const ceiling = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt);
    const wait = Math.max(answer.retryAfter, ceiling * (0.5 + random() / 2));
    if (attempt >= attempts || answer.retryAfter > LONGEST_PAUSE) {
      const refused = answer.reason === 'network' && (await answersOthers(options));
      return { outcome: 'unreachable', reason: refused ? 'page-refused' : answer.reason, attempts: attempt };
    }
    await sleep(wait, signal);
  }
}

type ServiceAnswer =
  | { readonly final: SubmitResult }
  | { readonly reason: 'network' | 'time-out' | 'busy' | 'fault'; readonly retryAfter: number };

async function send(body: string, options: SubmitOptions): Promise<ServiceAnswer> {
  const { endpoint, key, fetch = globalThis.fetch, signal, timeout = 15_000 } = options;
  const limit = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    limit.abort();
  }, timeout);
  const abort = (): void => limit.abort();
  signal?.addEventListener('abort', abort);
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key },
      body,
      signal: limit.signal,
      credentials: 'omit',
      referrerPolicy: 'origin',
    });
    return read(response.status, response.headers.get('retry-after'), await response.text());
  } catch {
    signal?.throwIfAborted();
    return { reason: late ? 'time-out' : 'network', retryAfter: 0 };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/**
 * Whether the service answers at all. To a page, a service that is down looks like one that refuses its origin;
 * but a `no-cors` request, whose answer is unreadable, succeeds with the second.
 */
async function answersOthers({
  endpoint,
  fetch = globalThis.fetch,
  signal,
}: SubmitOptions): Promise<boolean> {
  try {
    const { type } = await fetch(endpoint, {
      method: 'GET',
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      ...(signal && { signal }),
    });
    return type === 'opaque';
  } catch {
    signal?.throwIfAborted();
    return false;
  }
}

function read(status: number, retryHeader: string | null, text: string): ServiceAnswer {
  const seconds = Number(retryHeader ?? 0);
  const retryAfter = Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : 0;
  if (status === 429) return { reason: 'busy', retryAfter };
  if (status >= 500) return { reason: 'fault', retryAfter };
  const answer = parse(text);
  if (status === 201) {
    const { reference, receivedAt, receipt } = answer;
    if (
      typeof reference === 'string' &&
      typeof receivedAt === 'string' &&
      !Number.isNaN(Date.parse(receivedAt))
    )
      return {
        final: {
          outcome: 'received',
          reference,
          receivedAt,
          ...(typeof receipt === 'string' && { receipt }),
        },
      };
    return { reason: 'fault', retryAfter: 0 };
  }
  const message = typeof answer.message === 'string' ? answer.message : `The service answered ${status}.`;
  if (status === 422 && Array.isArray(answer.errors)) {
    const errors = answer.errors.filter(isFieldError);
    return { final: { outcome: 'invalid', message, errors } };
  }
  return {
    final: {
      outcome: 'refused',
      status,
      code: typeof answer.code === 'string' ? answer.code : 'unknown',
      message,
      ...(typeof answer.reference === 'string' && { reference: answer.reference }),
    },
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function isFieldError(value: unknown): value is FieldError {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'field' in value &&
    typeof value.field === 'string' &&
    'code' in value &&
    typeof value.code === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
