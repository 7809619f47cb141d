import { readMark } from './mark.js';
import { EXPECTATION, readExpectation, type Expectation } from './expectation.js';
import type { Page } from './page.js';
import { elementsOf, textOf, valueOf, type PageElement } from './tree.js';

/** How a page includes a widget. */
export type Way = 'tag' | 'link' | 'block' | 'shortcode' | 'frame';

/** A widget that a page includes. */
export interface FoundWidget {
  /** `mh-journey-map` */
  readonly tag: string;
  readonly way: Way;
  readonly place: string;
  /** The school year in its tag, its address or the terms between its tags; null if none. */
  readonly schoolYear: string | null;
  /** Whose terms: those of the address; those between the tags; or our own. */
  readonly terms:
    | { readonly kind: 'file'; readonly address: string }
    | { readonly kind: 'inline' }
    | { readonly kind: 'public' };
  /** Where applications go, as written; null if the widget takes none. */
  readonly action: string | null;
}

/** A script that loads widgets. */
export interface FoundLoader {
  readonly src: string;
  readonly integrity: string | null;
  /** Set if a consent or optimisation tool holds it back. */
  readonly held: boolean;
}

/** What is on a page, before any judgement. */
export interface PageContents {
  readonly widgets: readonly FoundWidget[];
  readonly loaders: readonly FoundLoader[];
  /** What the page should have, by the snippet's mark; null if no mark is left. */
  readonly expected: Expectation | null;
}

/** The loader, under any address. */
const LOADER = /(^|\/)embed\.js(\?|#|$)/;
/** Types of script that a browser runs; it ignores all others. */
const RUNS = /^(module|(text|application)\/(x-)?(java|ecma)script)?$/i;
/** A script of a page's own that fetches the loader. */
const FETCHES = /["'`]([^"'`\s]*\bembed\.js(?:[?#][^"'`\s]*)?)["'`]/;

/** What is on the page. Pure: nothing is fetched. */
export function contentsOf(page: Page): PageContents {
  const settings = page.elements.find(({ name }) => name === 'mh-settings');
  const mark = page.all.map((each) => each.attributes[EXPECTATION]).find((each) => each !== undefined);
  return {
    widgets: [
      ...page.elements
        .filter(({ name }) => name !== 'mh-settings' && page.widgets.some(({ tag }) => tag === name))
        .map((element) => ofTag(element, settings, page)),
      ...page.all.flatMap((element) => ofMark(element, page)),
      ...shortcodes(page).flatMap((text) => marked(text, 'shortcode', `[${text}]`, page)),
    ],
    loaders: loadersOf(page),
    expected: (mark && readExpectation(mark)) || null,
  };
}

/** The scripts that load widgets, including those held back, but not those in `<noscript>`. */
export function loadersOf({ all, text }: Page): FoundLoader[] {
  // A parser without scripts moves some of these out of their tags, so look at the text too.
  if (!/embed\.js/i.test(text.replace(/<noscript[\s>][^]*?<\/noscript>/gi, ''))) return [];
  const unread = new Set(all.filter(({ name }) => name === 'noscript').flatMap(elementsOf));
  return all
    .filter((each) => each.name === 'script' && !unread.has(each) && !('nomodule' in each.attributes))
    .flatMap((script) => {
      const src = loaderAddress(script);
      if (src === undefined) return [];
      const runs = RUNS.test(valueOf(script, 'type') ?? '');
      const own = valueOf(script, 'src');
      return [
        {
          src,
          integrity: valueOf(script, 'integrity') ?? null,
          held: !runs || (own !== src && textOf(script).trim() === ''),
        },
      ];
    });
}

/** The loader's address in a script: its own, one put aside by another program, or one in its code. */
function loaderAddress(script: PageElement): string | undefined {
  const { src = '', ...aside } = script.attributes;
  return (
    [src, ...Object.values(aside)].map((each) => each.trim()).find((each) => LOADER.test(each)) ??
    (src ? undefined : FETCHES.exec(textOf(script))?.[1])
  );
}

/** The words of each shortcode that a visitor would read. */
function shortcodes({ seen }: Page): string[] {
  return [...seen.matchAll(/\[(maths-hub[\s\u00a0_][^\]]*)\]/gi)].map(([, inside = '']) => inside);
}

function ofTag(element: PageElement, settings: PageElement | undefined, page: Page): FoundWidget {
  const json = inlineJson(element);
  const shared = settings && inlineJson(settings)?.['terms'];
  const own = yearOf(json) ?? (valueOf(element, 'src') ? undefined : yearOf(shared));
  const src = valueOf(element, 'src') ?? (settings && valueOf(settings, 'src'));
  const action = valueOf(element, 'action') ?? (settings && valueOf(settings, 'action'));
  return {
    tag: element.name,
    way: 'tag',
    place: page.placeOf(element),
    schoolYear: own ?? valueOf(element, 'edition') ?? (settings && valueOf(settings, 'edition')) ?? null,
    terms: own ? { kind: 'inline' } : src ? { kind: 'file', address: src } : { kind: 'public' },
    action: element.name === 'mh-apply-form' ? (action ?? null) : null,
  };
}

/** The school year of terms. */
function yearOf(terms: unknown): string | undefined {
  return typeof terms === 'object' &&
    terms !== null &&
    'schoolYear' in terms &&
    typeof terms.schoolYear === 'string'
    ? terms.schoolYear
    : undefined;
}

/** The JSON directly between a widget's tags; undefined if there is none, null if it is unreadable. */
export function inlineJson(element: PageElement): Record<string, unknown> | null | undefined {
  const script = element.children.find(
    (child) =>
      typeof child !== 'string' && child.name === 'script' && child.attributes['type'] === 'application/json',
  );
  if (script === undefined || typeof script === 'string') return undefined;
  try {
    const read: unknown = JSON.parse(textOf(script));
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function ofMark(element: PageElement, page: Page): FoundWidget[] {
  const { attributes, name } = element;
  const href = attributes['href'] ?? '';
  if (name === 'a' && /#mh-/i.test(href)) return marked(href, 'link', '<a>', page);
  const block = attributes['data-mh'];
  if (block)
    return marked(
      `#mh-${block}${attributes['data-mh-edition'] ? `?edition=${attributes['data-mh-edition']}` : ''}`,
      'block',
      `<${name} data-mh>`,
      page,
    );
  const src = frameAddress(element) ?? '';
  if (src)
    return marked(
      /#mh-/i.test(src)
        ? src
        : `#mh-${/[?&]widget=(?:mh-)?([a-z-]+)/i.exec(src)?.[1] ?? ''}?${src.split('?')[1] ?? ''}`,
      'frame',
      '<iframe>',
      page,
    );
  return [];
}

/** The address of a frame of ours, even one deferred by lazy loading; undefined for any other element. */
export function frameAddress({ name, attributes }: PageElement): string | undefined {
  if (name !== 'iframe') return undefined;
  const { src = '', srcdoc: _page, ...aside } = attributes;
  return [src, ...Object.values(aside)].find((each) => /embed\.html/.test(each));
}

function marked(text: string, way: Way, place: string, { widgets }: Page): FoundWidget[] {
  const mark = readMark(way === 'shortcode' ? text.replace(/^maths-hub[\s\u00a0_]*/i, '') : text);
  const known = mark && widgets.some(({ tag }) => tag === `mh-${mark.name}`);
  if (!mark || !known) return [];
  const address = mark.values['terms'] ?? mark.values['src'];
  return [
    {
      tag: `mh-${mark.name}`,
      way,
      place,
      schoolYear: mark.values['edition'] ?? null,
      terms: address ? { kind: 'file', address } : { kind: 'public' },
      action: mark.values['action'] ?? null,
    },
  ];
}
