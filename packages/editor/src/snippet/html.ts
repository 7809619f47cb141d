import { EXPECTATION, writeExpectation } from '@maths-hubs/sdk/page-check/expectation';
import { APPLY_FORM } from '../widgets/manifest.js';
import {
  chosenWidgets,
  embedFolder,
  embedIntegrity,
  termsFile,
  type ChosenWidget,
  type SnippetConfig,
} from './config.js';
import { attributesText, scriptJson } from './markup.js';

/** The one line that loads the widgets. */
export function embedScript(config: SnippetConfig): string {
  const integrity = embedIntegrity(config);
  const attributes = attributesText({
    type: 'module',
    src: `${embedFolder(config)}embed.js`,
    ...(integrity === undefined ? {} : { integrity, crossorigin: 'anonymous' }),
  });
  return `<script${attributes}></script>`;
}

/** What every widget of the page shares: the hub, its terms or their address, its wording; nothing where there is nothing to say. */
export function settingsTag(config: SnippetConfig): string {
  const { edition, wording, publishing } = config.project;
  const attributes = attributesText({
    hub: edition.hub ?? '',
    src: publishing.terms === 'src' ? publishing.src : '',
    ...config.links,
  });
  const inline = publishing.terms === 'inline' && chosenWidgets(config).some(({ terms }) => terms);
  const own = {
    ...(inline && { terms: termsFile(config) }),
    ...(Object.keys(wording).length > 0 && { wording }),
  };
  const script =
    Object.keys(own).length === 0 ? '' : `<script type="application/json">${scriptJson(own)}</script>`;
  return attributes + script && `<mh-settings${attributes}>${script}</mh-settings>`;
}

/**
 * One widget with its plain content. It is in a `div` whose tags share its lines: an editor that makes paragraphs of
 * lines then leaves the widget's tags where they are.
 */
export function widgetTag(config: SnippetConfig, { choice }: ChosenWidget): string {
  const { edition } = config.project;
  const attributes = attributesText({
    ...choice.attributes,
    style: styleOf(config),
  });
  const json = choice.tag === APPLY_FORM ? applyJson(config, choice.attributes) : undefined;
  const script = json === undefined ? '' : `<script type="application/json">${scriptJson(json)}</script>\n`;
  const name = choice.tag.slice('mh-'.length);
  const { fallbackHtml, isStaticWidget } = config.plain;
  const plain = isStaticWidget(name) ? fallbackHtml(name, { edition }) : '<p>Ask your Maths Hub.</p>';
  return `<div ${EXPECTATION}="${expectationOf(config)}"><${choice.tag}${attributes}>\n${script}${plain}\n</${choice.tag}></div>`;
}

/** The mark that says what the page should have: it stays where a content system takes the tags away, and the check reads it. */
function expectationOf(config: SnippetConfig): string {
  return writeExpectation({
    widgets: chosenWidgets(config).map(({ choice }) => choice.tag),
    schoolYear: config.project.edition.schoolYear,
    version: config.version,
  });
}

/** What an apply form takes between its tags: the hub's name and notice, where it sends applications itself. */
function applyJson({ project }: SnippetConfig, { action }: Readonly<Record<string, string>>): unknown {
  const name = project.edition.contact?.name;
  return action ? { ...(name && { name }), notice: project.notice } : undefined;
}

/** The whole snippet: paste it where the widgets should be. */
export function htmlSnippet(config: SnippetConfig): string {
  return [
    embedScript(config),
    settingsTag(config),
    ...chosenWidgets(config).map((each) => widgetTag(config, each)),
  ]
    .filter(Boolean)
    .join('\n');
}

/** The forms that plain content comes in: as it reads best; without lists of terms; as Markdown. */
const FORMS = { html: 'staticHtml', simple: 'simpleHtml', markdown: 'markdown' } as const;

/** Each widget as headings, lists and links alone, with every source: for a page that takes no script. */
export function contentOnly(config: SnippetConfig, form: keyof typeof FORMS = 'html'): string {
  return chosenWidgets(config)
    .flatMap(({ choice }) => {
      const name = choice.tag.slice('mh-'.length);
      const level = Number(choice.attributes['heading-level'] ?? '2') || 2;
      return config.plain.isStaticWidget(name)
        ? [config.plain[FORMS[form]](name, { edition: config.project.edition }, { headingLevel: level })]
        : [];
    })
    .join('\n');
}

/** Own colour and font, on the widget itself, so that no style sheet is needed. */
function styleOf({ project: { look } }: SnippetConfig): string {
  const accent =
    look.accent && look.accentDark
      ? `light-dark(${look.accent}, ${look.accentDark})`
      : look.accent || look.accentDark;
  return [accent && `--mh-accent: ${accent}`, look.font && `font-family: ${look.font}`]
    .filter(Boolean)
    .join('; ');
}
