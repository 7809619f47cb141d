/** A widget's texts: plain strings, `{name}` stands for a value. A hub may replace any of them by key. */
export type Strings = Readonly<Record<string, string>>;

/** Text of `key` with its values filled in; a hub's own wording wins. */
export function wordingOf<T extends Strings>(defaults: T, own: Strings | undefined) {
  return (key: keyof T & string, values: Readonly<Record<string, string | number>> = {}): string =>
    (own?.[key] ?? defaults[key] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    );
}
