/** What a snippet should produce: a short mark in it, to compare with the page later. */
export interface Expectation {
  /** Tags: `mh-journey-map`. */
  readonly widgets: readonly string[];
  readonly schoolYear: string;
  /** Version of the widgets that the snippet was made for: `1.4.2`. */
  readonly version: string;
}

/** The attribute that carries it: content systems keep `data-` on a `div` even if they remove scripts and tags. */
export const EXPECTATION = 'data-mh-expects';

/** `journey-map apply-form; 2026/27; 1.4.2` */
export function writeExpectation({ widgets, schoolYear, version }: Expectation): string {
  return [widgets.map((tag) => tag.replace(/^mh-/, '')).join(' '), schoolYear, version].join('; ');
}

/** Reads the mark; undefined if it is not one. */
export function readExpectation(text: string): Expectation | undefined {
  const [, names = '', schoolYear = '', version = ''] =
    /^([a-z -]+);\s*(20\d\d\/\d\d);\s*([\w.+-]+)$/.exec(text.trim()) ?? [];
  const widgets = names
    .split(' ')
    .filter(Boolean)
    .map((name) => `mh-${name}`);
  return widgets.length === 0 ? undefined : { widgets, schoolYear, version };
}
