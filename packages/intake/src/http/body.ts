import { RequestError } from '../errors.js';

/**
 * Reads a body as text, no larger and no slower than allowed.
 * @throws {RequestError} 413 when it is too large, 408 when it is too slow, 400 when it breaks off or is not UTF-8
 */
export async function readBody(request: Request, bytes: number, seconds: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > bytes) throw tooLarge(bytes);
  if (request.body === null) return '';
  const reader = request.body.getReader();
  const late = deadline(seconds);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    let text = '';
    let length = 0;
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late.reached]);
      if (done) return text + decoder.decode();
      length += value.byteLength;
      if (length > bytes) throw tooLarge(bytes);
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    reader.cancel().catch(() => undefined);
    if (error instanceof RequestError) throw error;
    throw new RequestError(400, 'unreadable', 'The request broke off, or is not text in UTF-8.');
  } finally {
    late.clear();
  }
}

function tooLarge(bytes: number): RequestError {
  return new RequestError(413, 'too-large', `An application may be at most ${bytes} bytes.`);
}

function deadline(seconds: number): { readonly reached: Promise<never>; clear(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const reached = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(new RequestError(408, 'too-slow', `The request did not arrive within ${seconds} seconds.`)),
      seconds * 1000,
    );
  });
  return { reached, clear: () => clearTimeout(timer) };
}
