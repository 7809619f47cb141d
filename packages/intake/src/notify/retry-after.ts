/**
 * How long an answer asks to be left alone, in milliseconds: a `Retry-After` in seconds or as a date of HTTP. Null where it
 * asks for nothing that can be read.
 */
export function retryAfter(header: string | null, at: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // `Date.parse` would make a date of much that is none.
  const date = /^(?:[A-Z][a-z]{2,8}),? .*GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - at.getTime());
}
