/** Renders widgets on a server. Run as a script, it prints a page for every tag as JSON, each with data in hand. */
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import { parseFragment, serialize } from 'parse5';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { dataOf } from './data.mjs';

const components = new URL('../../packages/components/', import.meta.url);

/** Every tag that the loader knows. */
export async function tags() {
  const table = await readFile(new URL('src/embed/tags.ts', components), 'utf8');
  return [...table.matchAll(/^\s*'(mh-[a-z-]+)':/gm)].map(([, tag]) => tag);
}

export const nameOf = (tag) => tag.slice('mh-'.length);

/** The HTML of one widget with its declarative shadow root. */
export async function renderWidget({ tag, attributes = '', children = '', data }) {
  await import(new URL(`dist/${nameOf(tag)}/define.js`, components));
  const opening = unsafeStatic(`${tag} ${attributes}`);
  const closing = unsafeStatic(tag);
  return collectResult(render(html`<${opening} .data=${data}>${unsafeHTML(children)}</${closing}>`));
}

/** The first widget in an example's HTML, taken apart. */
export function partsOf(tag, example) {
  const find = (node) => (node.nodeName === tag ? node : (node.childNodes ?? []).map(find).find(Boolean));
  const element = find(parseFragment(example));
  if (!element) return undefined;
  const attributes = element.attrs.map(({ name, value }) => `${name}="${value.replaceAll('"', '&quot;')}"`);
  return { tag, attributes: attributes.join(' '), children: serialize(element) };
}

async function page(tag) {
  const drawn = await renderWidget({ tag, children: '<p>Ask your hub.</p>', data: await dataOf(tag) });
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>${tag}</title>
<script src="/test/embed/pages/hosts/watch.js"></script>
<script type="module" src="/test/ssr/hydrate.ts"></script></head>
<body><main>${drawn}</main></body>
</html>`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const pages = {};
  for (const tag of await tags()) pages[tag] = await page(tag);
  process.stdout.write(JSON.stringify(pages));
}
