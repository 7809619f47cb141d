import { APPLY_FORM, widgetName } from '../widgets/manifest.js';
import { chosenWidgets, embedFolder, siteFolder, type SnippetConfig } from './config.js';
import { attributesText, escapeHtml } from './markup.js';

/**
 * Each widget as a link in a paragraph of its own, directly before its plain list: it survives accounts and systems that take scripts and tags away, and
 * becomes the widget on a page that has the loader.
 */
export function linkedWidgets(config: SnippetConfig): string {
  const { edition } = config.project;
  const { fallbackHtml, isStaticWidget } = config.plain;
  return chosenWidgets(config)
    .map(({ choice, terms }) => {
      const name = choice.tag.slice('mh-'.length);
      const file = terms ? termsAddress(config) : undefined;
      const asked = new URLSearchParams({
        ...(file ? { terms: file } : terms ? { edition: edition.schoolYear.replace('/', '-') } : {}),
        ...(choice.tag === APPLY_FORM && choice.attributes['action']
          ? { action: choice.attributes['action'] }
          : {}),
      }).toString();
      const href = `${siteFolder(config)}embed.html#mh-${name}${asked && `?${asked}`}`;
      const plain = isStaticWidget(name) ? fallbackHtml(name, { edition }) : '';
      const [list = ''] = /<(ol|ul)>[^]*?<\/\1>/.exec(plain) ?? [];
      return `<p><a href="${escapeHtml(href)}">${widgetName(choice.tag)}: Teaching for Mastery</a></p>${list && `\n${list}`}`;
    })
    .join('\n');
}

/** What whoever may post scripts puts into the site's head once, so that such links become widgets: it says which addresses content may name. */
export function linkLoader(config: SnippetConfig): string {
  const allowed = [
    termsAddress(config),
    ...chosenWidgets(config).map(({ choice }) => choice.attributes['action']),
  ].filter(Boolean);
  const attributes = attributesText({
    type: 'module',
    blocking: 'render',
    src: `${embedFolder(config)}embed.js`,
    'data-allow': [...new Set(allowed)].join(' '),
  });
  return `<script${attributes}></script>`;
}

/** The whole address of the terms file; undefined where the hub has none that a link could name. */
function termsAddress({ project: { publishing } }: SnippetConfig): string | undefined {
  const { src, page } = publishing;
  if (src === '') return undefined;
  if (URL.canParse(src)) return src;
  return URL.canParse(src, page) ? new URL(src, page).href : src;
}
