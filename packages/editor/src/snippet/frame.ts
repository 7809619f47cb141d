import { widgetName } from '../widgets/manifest.js';
import { chosenWidgets, embedFolder, type SnippetConfig } from './config.js';
import { attributesText, escapeHtml } from './markup.js';

/** Address of the page that shows one widget by itself, for a frame or a link. */
export function framePage(
  config: SnippetConfig,
  { choice, terms }: ReturnType<typeof chosenWidgets>[number],
): string {
  const { edition, publishing } = config.project;
  const query = new URLSearchParams({ widget: choice.tag.slice('mh-'.length) });
  if (edition.hub) query.set('hub', edition.hub);
  for (const [name, value] of Object.entries(choice.attributes)) if (value) query.set(name, value);
  if (terms && publishing.src) query.set('src', publishing.src);
  return `${embedFolder(config)}embed.html?${query.toString()}`;
}

/** One frame for each widget. */
export function frameTags(config: SnippetConfig): string {
  return chosenWidgets(config)
    .map((each) => {
      const attributes = attributesText({
        src: framePage(config, each),
        title: `${widgetName(each.choice.tag)}: Teaching for Mastery`,
        width: '100%',
        height: '900',
        loading: 'lazy',
      });
      return `<iframe${attributes}></iframe>`;
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
