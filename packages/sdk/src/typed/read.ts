/** Kinds of typed text. */
export type TypedKind =
  'postcode' | 'outcode' | 'urn' | 'laestab' | 'trn' | 'telephone' | 'email' | 'school-year' | 'gss' | 'name';

/** The result: the value as it is stored, or why there is none, in a sentence for the person who typed it. */
export type Read =
  | { readonly ok: true; readonly value: string }
  | {
      readonly ok: false;
      readonly reason: string;
      /** Whether the reason is about this text, not only about the right form. */
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
