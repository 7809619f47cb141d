import type { Widget } from '../widgets/manifest.js';

type LintRule =
  | 'missing-embed'
  | 'two-versions'
  | 'stripped-script'
  | 'unknown-tag'
  | 'unknown-attribute'
  | 'missing-fallback'
  | 'heading-level'
  | 'missing-lang'
  | 'old-edition'
  | 'unreadable-terms'
  | 'nothing-here'
  | 'widget-gone'
  | 'own-computer'
  | 'held-script'
  | 'curly-quotes'
  | 'no-destination';

/** One thing to put right on a page: where, what, and how. */
export interface LintFinding {
  readonly rule: LintRule;
  readonly severity: 'error' | 'warning';
  /** `line 12, <mh-journey-map>`. */
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}

export interface LintOptions {
  /** Today as an ISO day: an edition of a past school year is old. */
  readonly today: string;
  /** Widgets that the person's own snippet has, by tag: what the page should show. */
  readonly expected?: readonly string[];
}

/** What every rule reads: the text as it was pasted, and the page that a browser makes of it. */
export interface LintPage {
  readonly text: string;
  readonly page: Document;
  readonly widgets: readonly Widget[];
  readonly options: LintOptions;
  /** The elements whose tag starts with `mh-`, in order. */
  readonly elements: readonly Element[];
  readonly placeOf: (element: Element) => string;
}

/** Number of the line, from 1, in which a place of the text stands. */
export function lineOf(text: string, at: number): number {
  return text.slice(0, Math.max(0, at)).split('\n').length;
}
