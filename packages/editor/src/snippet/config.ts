import type * as staticHtml from '@maths-hubs/sdk/static-html';
import { fileOf } from '../project/file.js';
import type { Project, WidgetChoice } from '../project/project.js';
import { takesTerms, type Widget } from '../widgets/manifest.js';

/** Sub-resource integrity of the built files, by name: `{ "embed.js": "sha384-…" }`. */
export type IntegrityList = Readonly<Record<string, string>>;

/** Widgets as plain HTML: a room of the SDK that the page fetches once it is drawn. */
export type PlainHtml = Pick<
  typeof staticHtml,
  'fallbackHtml' | 'isStaticWidget' | 'markdown' | 'simpleHtml' | 'staticHtml'
>;

/** Everything that the outputs are made from. */
export interface SnippetConfig {
  readonly project: Project;
  readonly widgets: readonly Widget[];
  /** Version of the components that this editor was built with: `1.4.2`. */
  readonly version: string;
  /** Null where the build beside this page has no list. */
  readonly integrity: IntegrityList | null;
  readonly plain: PlainHtml;
  /** Settings that lead to the hub's other pages, by attribute; none where one page has everything. */
  readonly links?: Readonly<Record<string, string>>;
}

const CDN = 'https://cdn.jsdelivr.net/npm/@maths-hubs/components';

/** The folder that the widgets come from, with a slash at its end. */
export function embedFolder(config: SnippetConfig): string {
  const { project, version } = config;
  const { host, version: wanted } = project.publishing;
  if (host === 'site') return siteFolder(config);
  const major = version.split('.')[0] ?? version;
  return `${CDN}@${wanted === 'exact' ? version : major}/dist/cdn/`;
}

/** The hash that holds the loader to one version; undefined for a moving version, or where no list is known. */
export function embedIntegrity({ project, integrity }: SnippetConfig): string | undefined {
  return project.publishing.version === 'exact' ? integrity?.['embed.js'] : undefined;
}

/** Address of the page that shows one widget by itself; null where the folder's address is not a whole one. */
export function framePageUrl(config: SnippetConfig): URL | null {
  const address = `${siteFolder(config)}embed.html`;
  return URL.canParse(address) ? new URL(address) : null;
}

/** The folder of a site, with a slash at its end. Frames need it always: delivery networks send pages as plain text. */
export function siteFolder({ project: { publishing } }: SnippetConfig): string {
  return publishing.base.endsWith('/') ? publishing.base : `${publishing.base}/`;
}

/** A widget that was chosen, with what the manifest says of it. */
export interface ChosenWidget {
  readonly choice: WidgetChoice;
  readonly widget: Widget;
  readonly terms: boolean;
}

/** The widgets that were chosen, without those that this version does not have. */
export function chosenWidgets({ project, widgets }: SnippetConfig): readonly ChosenWidget[] {
  return project.widgets.flatMap((choice) => {
    const widget = widgets.find(({ tag }) => tag === choice.tag);
    return widget === undefined ? [] : [{ choice, widget, terms: takesTerms(widget) }];
  });
}

/** The hub's terms as the file that widgets read. */
export function termsFile({ project }: SnippetConfig): unknown {
  return fileOf(project.edition);
}
