/**
 * How long an answer asks to be left alone, in milliseconds: a `Retry-After` in seconds or as a date of HTTP. Null where it
 * asks for nothing that can be read.
 */
export function retryAfter(header: string | null, at: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // `Date.parse` would make a date of much that is none. The last form names no zone and means GMT (RFC 9110, 5.6.7).
  const zone = /^[A-Z][a-z]{2,8},? .*GMT$/.test(text)
    ? ''
    : /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4}$/.test(text)
      ? ' GMT'
      : null;
  const date = zone === null ? Number.NaN : Date.parse(text + zone);
  return Number.isNaN(date) ? null : Math.max(0, date - at.getTime());
}
