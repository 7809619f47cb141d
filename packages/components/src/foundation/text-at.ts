import { ask } from './ask.js';

/** Limits of a file that a page names: far above any terms file, far below what would hold a page up. */
const LIMITS = { seconds: 15, megabytes: 4 };

/**
 * The text of a file that the page names. Rejects in words for its editor where it does not come, comes too slowly, or does not end.
 * @param asked  where it has been asked for already
 */
export async function textAt(
  address: string,
  limits = LIMITS,
  asked = ask(address, limits.seconds),
): Promise<string> {
  const { late } = asked;
  try {
    const response = await asked.response;
    if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
    return await within(response, limits.megabytes * 1e6);
  } catch (cause) {
    if (late.aborted)
      throw new Error(`${address} did not arrive within ${limits.seconds} seconds.`, { cause });
    if (cause instanceof RangeError)
      throw new Error(`${address} is larger than ${limits.megabytes} MB, so it was not read.`, { cause });
    throw cause;
  }
}

async function within({ body }: Response, bytes: number): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let text = '';
  let size = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length;
    if (size > bytes) {
      void reader?.cancel();
      throw new RangeError();
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
