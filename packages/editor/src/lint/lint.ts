import type { Widget } from '../widgets/manifest.js';
import { attributeFindings, contentFindings, headingFindings, unknownTagFindings } from './elements.js';
import { lineOf, type LintFinding, type LintOptions, type LintPage } from './page.js';
import { pageFindings, scriptFindings } from './scripts.js';
import { formFindings, loaderFindings, quoteFindings, wreckFindings } from './wrecks.js';

/**
 * Reads a page, or a part of one, for what keeps our widgets from working well in it. Needs a browser's `DOMParser`.
 * @param html  the page's text, as it is delivered
 * @param widgets  the widgets of one version, from its custom-elements manifest
 */
export function lintPage(html: string, widgets: readonly Widget[], options: LintOptions): LintFinding[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const elements = [...page.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('mh-'));
  const input: LintPage = { text: html, page, widgets, options, elements, placeOf: placesIn(html, elements) };
  const stripped = scriptFindings(input);
  const held = loaderFindings(input);
  return [
    ...(stripped.some(({ rule }) => rule === 'stripped-script') ? [] : wreckFindings(input)),
    ...held,
    ...(held.length > 0 ? stripped.filter(({ rule }) => rule !== 'missing-embed') : stripped),
    ...quoteFindings(input),
    ...formFindings(input),
    ...unknownTagFindings(input),
    ...attributeFindings(input),
    ...contentFindings(input),
    ...headingFindings(input),
    ...pageFindings(input),
  ];
}

/** The line of each element's tag in the text: the first of a name is the first that was written. */
function placesIn(html: string, elements: readonly Element[]): (element: Element) => string {
  const seen = new Map<string, number>();
  const places = new Map<Element, string>();
  for (const element of elements) {
    const tag = element.localName;
    const at = html.toLowerCase().indexOf(`<${tag}`, seen.get(tag) ?? 0);
    seen.set(tag, at + 1);
    places.set(element, at < 0 ? `<${tag}>` : `line ${lineOf(html, at)}, <${tag}>`);
  }
  return (element) => places.get(element) ?? `<${element.localName}>`;
}
