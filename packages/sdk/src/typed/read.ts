/** What a typed text may be. */
export type TypedKind =
  'postcode' | 'outcode' | 'urn' | 'laestab' | 'trn' | 'telephone' | 'email' | 'school-year' | 'gss' | 'name';

/** What a text comes to: the value as it is kept, or why it is none, in a sentence for the person who typed it. */
export type Read =
  | { readonly ok: true; readonly value: string }
  | {
      readonly ok: false;
      readonly reason: string;
      /** Whether the reason speaks of this text, and not only of what any should look like. */
      readonly telling: boolean;
      /** What the text is instead. */
      readonly is?: TypedKind;
      /** What was probably meant. */
      readonly suggestion?: string;
    };

export function found(value: string): Read {
  return { ok: true, value };
}

/** A fault that the text itself shows. */
export function not(
  reason: string,
  more: { readonly is?: TypedKind; readonly suggestion?: string } = {},
): Read {
  return { ok: false, reason, telling: true, ...more };
}

/** The usual words, where nothing better can be said. */
export function notOne(reason: string): Read {
  return { ok: false, reason, telling: false };
}
