import {
  attributeFindings,
  contentFindings,
  editionFindings,
  headingFindings,
  unknownTagFindings,
} from './elements.js';
import { contentsOf, type PageContents } from './found.js';
import { frameFindings } from './frames.js';
import { versionFindings } from './loader.js';
import { readPage, type KnownWidget, type PageFinding, type PageOptions } from './page.js';
import { loaderFindings, pageFindings, strippedFindings } from './scripts.js';
import type { PageElement } from './tree.js';
import { formFindings, quoteFindings, shortcodeFindings, wreckFindings, yearFindings } from './wrecks.js';
import { closingFindings, linkFindings, settingsFindings, strayFindings } from './whole.js';

/** What is on a page, and what keeps it from working well. */
export interface PageReport extends PageContents {
  readonly findings: readonly PageFinding[];
}

/**
 * Reads a page, or a part of one: which widgets it uses, how, with whose terms; and what to put right, with a remedy. Pure: it fetches nothing.
 * @param text  the page as it is delivered
 * @param root  what a parser makes of that text; a browser's and `parse5` give the same
 * @param widgets  the widgets of one version
 * @example
 * checkPage(html, treeOf(html), widgets, { today: '2026-11-25' }).findings
 */
export function checkPage(
  text: string,
  root: PageElement,
  widgets: readonly KnownWidget[],
  options: PageOptions,
): PageReport {
  const page = readPage(text, root, widgets, options);
  const contents = contentsOf(page);
  const stripped = strippedFindings(page);
  const findings = [
    ...(stripped.length > 0 ? [] : wreckFindings(page, contents)),
    ...stripped,
    ...loaderFindings(
      page,
      contents,
      stripped.some(({ message }) => message.includes('loader')),
    ),
    ...quoteFindings(page),
    ...formFindings(page),
    ...frameFindings(page),
    ...shortcodeFindings(page, contents),
    ...closingFindings(page),
    ...linkFindings(page),
    ...versionFindings(page, contents),
    ...settingsFindings(page),
    ...strayFindings(page),
    ...unknownTagFindings(page),
    ...attributeFindings(page),
    ...contentFindings(page),
    ...editionFindings(page, contents),
    ...yearFindings(contents),
    ...headingFindings(page),
    ...pageFindings(page),
  ];
  return { ...contents, findings };
}
