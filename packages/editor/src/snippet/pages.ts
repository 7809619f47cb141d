import type { Project } from '../project/project.js';
import { widgetName } from '../widgets/manifest.js';
import type { SnippetConfig } from './config.js';

/** One page of the hub's site, with its widgets. */
export interface SitePage {
  /** As each widget's choice names it. */
  readonly number: number;
  /** `Journey map, Eligibility checker` */
  readonly names: string;
  /** Empty where nobody has said it. */
  readonly address: string;
  readonly widgets: Project['widgets'];
}

/** Pages in the order of their numbers; one where nobody has said otherwise. */
export function sitePages({ widgets, publishing }: Project): readonly SitePage[] {
  const numbers = [...new Set(widgets.map(({ page = 0 }) => page))].sort((one, other) => one - other);
  return numbers.map((number) => {
    const here = widgets.filter(({ page = 0 }) => page === number);
    return {
      number,
      names: here.map(({ tag }) => widgetName(tag)).join(', '),
      address: (number === 0 ? publishing.page : publishing.pages[number - 1]) ?? '',
      widgets: here,
    };
  });
}

/** The setting by which widgets on other pages lead to one. */
const LEADS: Readonly<Record<string, string>> = {
  'mh-journey-map': 'journey-href',
  'mh-find-a-hub': 'find-href',
  'mh-eligibility-checker': 'check-href',
  'mh-apply-form': 'apply-href',
};

/** What each page is made from: its own widgets, and where those on the other pages are. */
export function pageConfigs(config: SnippetConfig): readonly SnippetConfig[] {
  const pages = sitePages(config.project);
  return pages.map((page) => {
    const links = pages
      .filter(({ number, address }) => number !== page.number && address !== '')
      .flatMap(({ widgets, address }) =>
        widgets.flatMap(({ tag }) => (LEADS[tag] ? [[LEADS[tag], address] as const] : [])),
      );
    return {
      ...config,
      project: { ...config.project, widgets: page.widgets },
      links: Object.fromEntries(links),
    };
  });
}

/** Pages that others have to lead to, and that nobody has given an address. */
export function pagesWithoutAddress(project: Project): readonly SitePage[] {
  const pages = sitePages(project);
  if (pages.length < 2) return [];
  return pages.filter(({ address, widgets }) => address === '' && widgets.some(({ tag }) => LEADS[tag]));
}
