import { readFileSync } from 'node:fs';
import { fallbackHtml, staticHtml } from '@maths-hubs/sdk/static-html';
import { loadEdition } from '@maths-hubs/sdk/programme';

/** A hub's own terms, in one line. */
const ownTerms = JSON.stringify(
  JSON.parse(readFileSync(new URL('../embed/pages/own-terms.json', import.meta.url), 'utf8')),
);

export const TERMS = 'https://hub.test/terms.json';
const edition = await loadEdition('2020/21');
const plain = fallbackHtml('journey-map', { edition }).replace(/^<p>[^<]*<\/p>\s*/, '');
const link = (attributes = ''): string =>
  `<a href="https://widgets.test/embed#mh-journey-map?edition=2020-21&amp;terms=${encodeURIComponent(TERMS)}"${attributes}>The journey: open it on its own page</a>`;

/** Ways to write one widget into a page's content, with its own terms where the spelling can carry them. */
export const SPELLINGS = [
  { name: 'a link in a paragraph, then the list', html: `<p>${link()}</p>${plain}` },
  { name: 'a link in a heading, then the list', html: `<h2>${link()}</h2>${plain}` },
  {
    name: '`[maths-hub journey-map 2020/21]`, then the list',
    html: `<p>[maths-hub journey-map 2020/21]</p>${plain}`,
  },
  {
    name: '`data-mh` on a box around the list',
    html: `<div data-mh="journey-map" data-mh-edition="2020-21">${plain}</div>`,
  },
  { name: 'the tag with plain content', html: `<mh-journey-map edition="2020/21">${plain}</mh-journey-map>` },
  {
    name: 'the tag with terms as JSON',
    html: `<mh-journey-map><script type="application/json">${ownTerms}</script>${plain}</mh-journey-map>`,
  },
  {
    name: 'a frame',
    html: `<iframe src="https://widgets.test/embed.html?widget=journey-map&amp;edition=2020-21" title="The journey"></iframe>`,
  },
  { name: 'static HTML', html: staticHtml('journey-map', { edition }, { phase: 'development' }) },
] as const;

/** Spellings that the editor's page may hand out as safe: none of their data is ever shown, and no page is left empty. */
export const SAFE = SPELLINGS.slice(0, 3).map(({ name }) => name);
