import { widgetName } from '../widgets/manifest.js';
import { chosenWidgets, siteFolder, type ChosenWidget, type SnippetConfig } from './config.js';
import { attributesText, escapeHtml } from './markup.js';

/** Attributes that the page of a frame takes in its address. */
const TAKEN = ['heading-level', 'phase'];

/** Address of the page that shows one widget by itself, for a frame or a link. */
function framePage(config: SnippetConfig, { choice, terms }: ChosenWidget): string {
  const { edition, publishing, look } = config.project;
  const query = new URLSearchParams({ widget: choice.tag.slice('mh-'.length) });
  if (edition.hub) query.set('hub', edition.hub);
  for (const name of TAKEN) if (choice.attributes[name]) query.set(name, choice.attributes[name]);
  if (look.accent) query.set('accent', look.accent.slice(1));
  if (terms && publishing.src && publishing.frames === 'own') query.set('src', publishing.src);
  return `${siteFolder(config)}embed.html?${query.toString()}`;
}

/** One frame of a fixed height for each widget. */
export function frameTags(config: SnippetConfig): string {
  return frames(config, { height: '900' });
}

/** Frames that grow with their content and hand on to the site's pages, with the script that listens to them. */
export function fittingFrames(config: SnippetConfig): string {
  const script = attributesText({
    type: 'module',
    src: `${siteFolder(config)}frame-host.js`,
  });
  return `<script${script}></script>\n${frames(config, { height: '900', 'data-maths-hubs': true })}`;
}

function frames(config: SnippetConfig, more: Readonly<Record<string, string | true>>): string {
  return chosenWidgets(config)
    .map((each) => {
      const attributes = attributesText({
        src: framePage(config, each),
        title: `${widgetName(each.choice.tag)}: Teaching for Mastery`,
        width: '100%',
        ...more,
        loading: 'lazy',
      });
      // What is left where a system takes frames away.
      const link = `<p><a href="${escapeHtml(framePage(config, each))}">${widgetName(each.choice.tag)}: open it on its own page</a></p>`;
      return `<iframe${attributes}></iframe>\n${link}`;
    })
    .join('\n');
}

/** A plain link: to the hub's own page where it is known, else to each widget's page. */
export function linkTags(config: SnippetConfig): string {
  const { page } = config.project.publishing;
  const name = config.project.edition.contact?.name ?? 'your Maths Hub';
  if (page)
    return `<a href="${escapeHtml(page)}">Teaching for Mastery with ${escapeHtml(name)}: how your school can take part</a>`;
  return chosenWidgets(config)
    .map(
      (each) =>
        `<a href="${escapeHtml(framePage(config, each))}">${widgetName(each.choice.tag)}: Teaching for Mastery</a>`,
    )
    .join('\n');
}
