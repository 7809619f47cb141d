import { RequestError } from '../errors.js';

/** What a body is said to be, without its parameters. */
export function kindOf(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

export const FORM = 'application/x-www-form-urlencoded';

/**
 * Lets nothing in that would be read as something else than what was meant.
 * @throws {RequestError} 415 for anything but JSON or a form, in UTF-8, as it is
 */
export function mustBeReadable(headers: Headers, kind = kindOf(headers)): void {
  if (kind !== 'application/json' && kind !== FORM)
    throw new RequestError(415, 'media-type', 'Send an application as JSON or as a form.');
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(headers.get('content-type') ?? '')?.[1];
  // Letters of ASCII alone are the same in UTF-8.
  if (charset !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(charset))
    throw new RequestError(415, 'charset', 'Send an application in UTF-8.');
  const coded = (name: string, plain: RegExp): boolean => !plain.test((headers.get(name) ?? '').trim());
  if (coded('content-encoding', /^(?:identity)?$/i) || coded('transfer-encoding', /^(?:identity|chunked)?$/i))
    throw new RequestError(415, 'encoding', 'Send an application as it is, without compression.');
}

/**
 * The fields of a form. A page in an older encoding sends its letters in that, where nothing says so: read as UTF-8
 * they would be lost without a word.
 * @throws {RequestError} 400
 */
export function readFields(text: string): URLSearchParams {
  try {
    decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'));
  } catch {
    throw new RequestError(
      400,
      'charset',
      'Some letters did not arrive as they were typed, because the page of this form is not in UTF-8. Write them ' +
        'without accents, or tell the hub: its form needs accept-charset="utf-8".',
    );
  }
  return new URLSearchParams(text);
}
