/** A widget's texts: plain strings, `{name}` stands for a value. A hub may replace any of them by key. */
export type Strings = Readonly<Record<string, string>>;

/** Text of `key` with its values filled in; a hub's own wording wins. */
export function wordingOf<T extends Strings>(defaults: T, own: Strings | undefined) {
  return (key: keyof T & string, values: Readonly<Record<string, string | number>> = {}): string =>
    (own?.[key] ?? defaults[key] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    );
}

/** What is a text of a page's own wording, and the keys of what is not: a number, a list, null. */
export function soundWording(wording: unknown): {
  readonly texts: Strings;
  readonly refused: readonly string[];
} {
  const given = typeof wording === 'object' && wording !== null && !Array.isArray(wording) ? wording : {};
  const entries = Object.entries(given as Readonly<Record<string, unknown>>);
  const isText = (entry: readonly [string, unknown]): entry is [string, string] =>
    typeof entry[1] === 'string';
  return {
    texts: Object.fromEntries(entries.filter(isText)),
    refused: given === wording ? entries.filter((entry) => !isText(entry)).map(([key]) => key) : ['wording'],
  };
}
