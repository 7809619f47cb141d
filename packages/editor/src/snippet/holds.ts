import { destinationProblem, noticeProblem } from '../widgets/destination.js';
import { APPLY_FORM, widgetName } from '../widgets/manifest.js';
import { chosenWidgets, framePageUrl, type ChosenWidget, type SnippetConfig } from './config.js';

/** How a widget reaches a site: in the page's own HTML, as an element with attributes alone, or on a page of its own. */
export type Way = 'page' | 'element' | 'frame';

/** A widget that may not be copied yet: why, what puts it right, and the control to go to. */
export interface Hold {
  readonly widget: string;
  readonly message: string;
  readonly remedy: string;
  readonly step: 'widgets' | 'snippet';
  readonly field: string;
}

/** What is held back where widgets reach a site in this way. */
export function holdsFor(config: SnippetConfig, way: Way): readonly Hold[] {
  return chosenWidgets(config).flatMap((each) => holdOf(config, way, each) ?? []);
}

/** The same project without the widgets that are held back. */
export function released(config: SnippetConfig, way: Way): SnippetConfig {
  const free = chosenWidgets(config).filter((each) => holdOf(config, way, each) === undefined);
  return { ...config, project: { ...config.project, widgets: free.map(({ choice }) => choice) } };
}

function holdOf(config: SnippetConfig, way: Way, chosen: ChosenWidget): Hold | undefined {
  const apply = chosen.choice.tag === APPLY_FORM;
  return (apply ? applicationHold(config, way, chosen) : undefined) ?? termsHold(config, way, chosen);
}

function applicationHold({ project }: SnippetConfig, way: Way, { choice }: ChosenWidget): Hold | undefined {
  const widget = widgetName(choice.tag);
  if (way === 'frame')
    return {
      widget,
      message: 'A frame never takes from its address where applications go, so the form cannot work in one.',
      remedy: 'Put the form on a page of your own, give that page’s address, and use “A link only”.',
      step: 'snippet',
      field: 'page',
    };
  const place = { widget, step: 'widgets' } as const;
  const problem = destinationProblem(choice.attributes);
  if (problem) return { ...place, ...problem };
  if (!choice.attributes['action']) return undefined;
  if (way === 'element')
    return {
      ...place,
      message: 'Wix has no room for your data-protection notice, and a form that sends needs it.',
      remedy: 'Use a form’s address or an e-mail here in place of the address that receives applications.',
      field: `${APPLY_FORM}-action`,
    };
  const missing = noticeProblem(project.notice);
  return missing && { ...place, ...missing };
}

function termsHold(config: SnippetConfig, way: Way, { choice, terms }: ChosenWidget): Hold | undefined {
  const { publishing } = config.project;
  if (!terms || (way !== 'page' && publishing.frames === 'public')) return undefined;
  const place = { widget: widgetName(choice.tag), step: 'snippet', field: 'terms-src' } as const;
  const instead = way === 'page' ? '' : ' Or choose to show the public evidence only.';
  if (publishing.src === '')
    return way === 'page' && publishing.terms === 'inline'
      ? undefined
      : {
          ...place,
          message: 'Your terms would not be shown: here they can only be read from a file.',
          remedy: `Download the terms file, upload it to ${way === 'frame' ? 'the site that holds the folder' : 'your site (in WordPress: Media, Add New)'}, and give its address.${instead}`,
        };
  const page = framePageUrl(config);
  if (way !== 'frame' || page === null || onSameSite(publishing.src, page)) return undefined;
  return {
    ...place,
    message: `A frame reads your terms only from its own site, ${page.host}; your terms file is somewhere else.`,
    remedy: `Put the folder and the terms file on one site, and give both addresses.${instead}`,
  };
}

function onSameSite(src: string, page: URL): boolean {
  return URL.canParse(src, page) && new URL(src, page).origin === page.origin;
}
