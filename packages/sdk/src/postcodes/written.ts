/** Longest postcode without its space. */
export const LONGEST = 7;

/** What may be left out: any space (also no-break and zero-width), and the marks people put for one. */
const SEPARATOR = /[\s\u200b-\u200d\u2060\ufeff.,\-\u2010-\u2014_]/u;

/** The six shapes, and Girobank's; letters that no postcode has in a place are left out. */
const WHOLE = /^(GIR(?=0AA)|[A-Z][A-HK-Y]?(?:[0-9][A-HJ-NP-Z]?|[1-9][0-9]))([0-9][ABD-HJLNP-UW-Z]{2})$/;

/** Letters and digits in upper case; stops soon after it is clear that the text is too long. */
export function compact(text: string): string {
  let kept = '';
  for (const character of text) {
    if (SEPARATOR.test(character)) continue;
    kept += /[a-z]/.test(character) ? character.toUpperCase() : character;
    if (kept.length > LONGEST) break;
  }
  return kept;
}

/** A compact postcode's two parts; null when its shape is not one of a postcode. */
export function partsOf(typed: string): readonly [outward: string, inward: string] | null {
  const [, outward, inward] = WHOLE.exec(typed) ?? [];
  return outward === undefined || inward === undefined ? null : [outward, inward];
}

/** The postcode as it is written, `LE2 5TF`, or null when the text is none. */
export function formatPostcode(text: string): string | null {
  return partsOf(compact(text))?.join(' ') ?? null;
}
