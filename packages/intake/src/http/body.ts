import { RequestError } from '../errors.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a body as text, no larger and no slower than allowed.
 * @param moment  resolves when all is read that has arrived by now: most bodies are there, and need no clock
 * @throws {RequestError} 413 when it is too large, 408 when it is too slow, 400 when it breaks off or is not UTF-8, 503
 * when the service stops meanwhile
 */
export async function readBody(
  request: Request,
  bytes: number,
  seconds: number,
  stopping: AbortSignal,
  moment: () => Promise<void>,
): Promise<string> {
  const stated = request.headers.get('content-length');
  if (Number(stated ?? 0) > bytes) throw tooLarge(bytes);
  try {
    const body = await (stated === null
      ? inTime(seconds, stopping, (late) => readParts(request, bytes, late))
      : readWhole(request, seconds, stopping, moment));
    if (body.byteLength > bytes) throw tooLarge(bytes);
    return utf8.decode(body);
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError(400, 'unreadable', 'The request broke off, or is not text in UTF-8.');
  }
}

async function readWhole(
  request: Request,
  seconds: number,
  stopping: AbortSignal,
  moment: () => Promise<void>,
): Promise<ArrayBuffer> {
  const read = request.arrayBuffer();
  return (await Promise.race([read, moment()])) ?? inTime(seconds, stopping, () => read);
}

async function inTime(
  seconds: number,
  stopping: AbortSignal,
  read: (late: Promise<never>) => Promise<ArrayBuffer>,
): Promise<ArrayBuffer> {
  const late = deadline(seconds, stopping);
  try {
    return await Promise.race([read(late.reached), late.reached]);
  } finally {
    late.clear();
  }
}

/** A body of unknown length is given up as soon as it is too long, or too late. */
async function readParts(request: Request, bytes: number, late: Promise<never>): Promise<ArrayBuffer> {
  const reader = request.body?.getReader();
  if (reader === undefined) return new ArrayBuffer(0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late]);
      if (done) return await new Blob(parts).arrayBuffer();
      length += value.byteLength;
      if (length > bytes) throw tooLarge(bytes);
      parts.push(value);
    }
  } catch (error) {
    reader.cancel().catch(() => undefined);
    throw error;
  }
}

function tooLarge(bytes: number): RequestError {
  return new RequestError(413, 'too-large', `An application may be at most ${bytes} bytes.`);
}

/** What has begun to come in when the service stops has so long to arrive. */
const LAST = 2_500;

/** What to notify when a service stops: one listener on its signal, however many bodies come in. */
const reading = new WeakMap<AbortSignal, Set<() => void>>();

function readersOf(stopping: AbortSignal): Set<() => void> {
  const known = reading.get(stopping);
  if (known !== undefined) return known;
  const readers = new Set<() => void>();
  stopping.addEventListener('abort', () => readers.forEach((stop) => stop()), { once: true });
  reading.set(stopping, readers);
  return readers;
}

function deadline(
  seconds: number,
  stopping: AbortSignal,
): { readonly reached: Promise<never>; clear(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: ReturnType<typeof setTimeout> | undefined;
  let stop = (): void => undefined;
  const reached = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(new RequestError(408, 'too-slow', `The request did not arrive within ${seconds} seconds.`)),
      seconds * 1000,
    );
    stop = () => {
      last = setTimeout(
        () =>
          reject(
            new RequestError(503, 'stopping', 'The service is being restarted. Send it again in a moment.', {
              retryAfter: 2,
            }),
          ),
        LAST,
      );
    };
    if (stopping.aborted) stop();
    else readersOf(stopping).add(stop);
  });
  return {
    reached,
    clear() {
      clearTimeout(timer);
      clearTimeout(last);
      readersOf(stopping).delete(stop);
    },
  };
}
