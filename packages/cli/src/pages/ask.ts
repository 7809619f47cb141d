import { CouldNotLook } from '../errors.js';
import { messageOf } from '@maths-hubs/sdk/evidence';

const SECONDS = 20;
const BYTES = 8 * 1024 * 1024;

/** What a server answered, read to its end. */
export interface PageAnswer {
  /** Where it came from, after any redirects. */
  readonly url: string;
  readonly status: number;
  /** Without its parameters: `text/html`. Empty where none is named. */
  readonly type: string;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Why nothing was answered, as a sentence without its full stop. */
export interface NoAnswer {
  readonly url: string;
  readonly reason: string;
}

/** Asks as a browser would; never throws for what the other side does. */
export async function ask(url: string, init: RequestInit = {}): Promise<PageAnswer | NoAnswer> {
  try {
    const response = await fetch(url, {
      ...init,
      headers: {
        'user-agent': 'maths-hubs-check (+https://www.npmjs.com/package/maths-hubs)',
        ...init.headers,
      },
      signal: AbortSignal.timeout(SECONDS * 1000),
    });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      size += (part as Uint8Array).length;
      if (size > BYTES) return { url, reason: 'what it sends is larger than 8 MB' };
      parts.push(part as Uint8Array);
    }
    return {
      url: response.url || url,
      status: response.status,
      type: (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
      headers: response.headers,
      body: Buffer.concat(parts),
    };
  } catch (error) {
    return { url, reason: reasonOf(error) };
  }
}

export const isAnswer = (answer: PageAnswer | NoAnswer): answer is PageAnswer => 'status' in answer;

export const isGood = (answer: PageAnswer | NoAnswer): answer is PageAnswer =>
  isAnswer(answer) && answer.status >= 200 && answer.status < 300;

/** What went wrong, for a sentence that begins with “it”: `answers 404`. */
export const troubleOf = (answer: PageAnswer | NoAnswer): string =>
  isAnswer(answer) ? `answers ${answer.status}` : `does not answer (${answer.reason})`;

/** A public address as a person types it; `https://` is added where it was left out. */
export function publicAddress(given: string): URL {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new CouldNotLook(
      `“${given}” is not the address of a page. Give one such as https://hub.example/mastery.`,
    );
  return new URL(text);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such site',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it hung up',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody',
  UND_ERR_CONNECT_TIMEOUT: 'it took too long',
};

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `it took longer than ${SECONDS} seconds`;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return REASONS[code] ?? (cause instanceof Error ? cause.message || code : messageOf(error));
}
