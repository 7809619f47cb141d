import { elementsOf, textOf, type PageElement } from './tree.js';

/** What can be wrong with a page with widgets. */
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

/** A widget of one version, as far as needed to check a page's tags. */
export interface KnownWidget {
  readonly tag: string;
  readonly attributes: readonly { readonly name: string }[];
}

/** What is known about a page besides its text. */
export interface PageOptions {
  /** Today as an ISO day: an edition of a past school year is old. */
  readonly today: string;
  /** Tags that the page should have, if known other than from its own mark. */
  readonly expected?: readonly string[];
  /** The current version and its loader's checksum: a loader of that version with another one is blocked. */
  readonly loader?: { readonly version: string; readonly integrity: string };
  /** Whether the page is as visitors get it: a shortcode still in it was never drawn. */
  readonly live?: boolean;
}

/** Input of every rule: the text as delivered, and the page that a browser makes of it. */
export interface Page {
  readonly text: string;
  readonly root: PageElement;
  readonly all: readonly PageElement[];
  readonly widgets: readonly KnownWidget[];
  readonly options: PageOptions;
  /** The elements whose tag starts with `mh-`, in order. */
  readonly elements: readonly PageElement[];
  /** What a visitor reads without scripts. */
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

/** Line number, from 1, of a position in the text. */
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
