import { elementsOf, textOf, type PageElement } from './tree.js';

/** What can be wrong with a page that bears widgets. */
export type PageRule =
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
  | 'other-year'
  | 'own-computer'
  | 'held-script'
  | 'curly-quotes'
  | 'no-destination'
  | 'shortcode-shown'
  | 'frame-fault'
  | 'not-closed'
  | 'two-settings'
  | 'empty-settings'
  | 'other-version'
  | 'integrity-fault'
  | 'blocked-script'
  | 'link-rewritten'
  | 'unseen-frame';

/** One thing to put right on a page: where, what, and how. */
export interface PageFinding {
  readonly rule: PageRule;
  readonly severity: 'error' | 'warning';
  /** `line 12, <mh-journey-map>`. */
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}

/** A widget of one version, as far as a page's tags are held against it. */
export interface KnownWidget {
  readonly tag: string;
  readonly attributes: readonly { readonly name: string }[];
}

/** What is known of a page beside its own text. */
export interface PageOptions {
  /** Today as an ISO day: an edition of a past school year is old. */
  readonly today: string;
  /** Tags that the page should have, where that is known from elsewhere than its own mark. */
  readonly expected?: readonly string[];
  /** The version in hand and the check sum of its loader: a loader of that version with another sum is refused. */
  readonly loader?: { readonly version: string; readonly integrity: string };
  /** Whether the page is as visitors get it: a shortcode that still stands in it was never drawn. */
  readonly live?: boolean;
}

/** What every rule reads: the text as it is delivered, and the page that a browser makes of it. */
export interface Page {
  readonly text: string;
  readonly root: PageElement;
  readonly all: readonly PageElement[];
  readonly widgets: readonly KnownWidget[];
  readonly options: PageOptions;
  /** The elements whose tag starts with `mh-`, in order. */
  readonly elements: readonly PageElement[];
  /** What a visitor reads where no script runs. */
  readonly seen: string;
  readonly placeOf: (element: PageElement) => string;
}

/** Not read as text by a visitor, or shown there on purpose. */
const HIDDEN = ['head', 'script', 'style', 'template', 'noscript', 'pre', 'code', 'textarea'];

export function readPage(
  text: string,
  root: PageElement,
  widgets: readonly KnownWidget[],
  options: PageOptions,
): Page {
  const all = elementsOf(root);
  const elements = all.filter(({ name }) => name.startsWith('mh-'));
  return {
    text,
    root,
    all,
    widgets,
    options,
    elements,
    seen: textOf(root, HIDDEN),
    placeOf: placesIn(text, elements),
  };
}

/** Number of the line, from 1, in which a place of the text stands. */
export function lineOf(text: string, at: number): number {
  return text.slice(0, Math.max(0, at)).split('\n').length;
}

/** The line of each element's tag in the text: the first of a name is the first that was written. */
function placesIn(html: string, elements: readonly PageElement[]): (element: PageElement) => string {
  const text = html.toLowerCase();
  const seen = new Map<string, number>();
  const places = new Map<PageElement, string>();
  for (const element of elements) {
    const at = text.indexOf(`<${element.name}`, seen.get(element.name) ?? 0);
    seen.set(element.name, at + 1);
    places.set(element, at < 0 ? `<${element.name}>` : `line ${lineOf(html, at)}, <${element.name}>`);
  }
  return (element) => places.get(element) ?? `<${element.name}>`;
}
