import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { withoutService } from './example.mjs';
import { escape, pageOf } from './layout.mjs';

const components = new URL('../packages/components/', import.meta.url);

/** What each widget is for, where its class says it in a word for programs. Order: a school's way through a page. */
const ORDER = [
  'journey-map',
  'find-a-hub',
  'eligibility-checker',
  'funding-calculator',
  'commitment-planner',
  'information-sheet',
  'recruitment-status',
  'stories',
  'mastery-guide',
  'specialist-path',
  'programme-reach',
  'apply-form',
  'settings',
];

/** Every widget with its examples, from the custom-elements manifest and the folder of each. */
export async function widgetsOfBuild() {
  const manifest = JSON.parse(readFileSync(new URL('custom-elements.json', components), 'utf8'));
  const declared = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName);
  const names = readdirSync(new URL('dist/', components)).filter((name) =>
    existsSync(new URL(`dist/${name}/examples.js`, components)),
  );
  const widgets = await Promise.all(
    names.map(async (name) => {
      const { examples } = await import(
        pathToFileURL(new URL(`dist/${name}/examples.js`, components).pathname).href
      );
      const of = declared.find(({ tagName }) => tagName === `mh-${name}`);
      const words = name.replaceAll('-', ' ');
      return {
        name,
        tag: `mh-${name}`,
        title: words.charAt(0).toUpperCase() + words.slice(1),
        summary: plain(of?.summary ?? ''),
        attributes: of?.attributes ?? [],
        variants: liveVariants(Object.values(examples)),
        all: Object.keys(examples).length,
      };
    }),
  );
  // One that is not named here comes last, before the settings.
  const place = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length - 1.5);
  return widgets.toSorted((a, b) => place(a.name) - place(b.name));
}

const plain = (text) => escape(text.replaceAll('`', ''));

/** Those that a pasted page shows by itself; what only a press or a failing service shows is in Storybook. */
function liveVariants(examples) {
  const seen = new Set();
  return examples.filter(({ html, setup }) => {
    if (setup || seen.has(html)) return false;
    seen.add(html);
    return true;
  });
}

/** Pages of the gallery: a list of all, and a page a widget with every variant live and its code. */
export function galleryPages(widgets, has) {
  const head = '<script type="module" src="{up}embed/embed.js"></script>\n';
  const index = pageOf({
    path: 'widgets/index.html',
    title: 'Widgets',
    description: 'Every widget, live, with its variants and the code to paste.',
    body: `<h1>Widgets</h1>
<p class="lead">Each stands by itself, takes font and colours from your page, and shows plain content until it is drawn.
The <a href="{up}editor/index.html">editor’s page</a> writes the code for your kind of site.</p>
<ul class="tiles">${widgets.map(({ name, title, summary }) => `<li><a href="${name}.html">${title}</a> ${summary}</li>`).join('')}</ul>`,
  });
  return [
    ['widgets/index.html', index],
    ...widgets.map((widget) => [`widgets/${widget.name}.html`, widgetPage(widget, head, has)]),
  ];
}

function widgetPage({ name, tag, title, summary, variants, attributes, all }, head, has) {
  const more = all - variants.length;
  return pageOf({
    path: `widgets/${name}.html`,
    title,
    description: summary,
    head,
    body: `<p class="crumb"><a href="index.html">Widgets</a></p>
<h1>${title}</h1>
<p class="lead">${summary}</p>
${variants.map((each, index) => variant(each, tag, index)).join('\n')}
${
  more > 0
    ? `<p class="more">${more === 1 ? 'One more state' : `${more} more states`}, which only a press or a failing service shows${
        has.storybook
          ? `, ${more === 1 ? 'is' : 'are'} in <a href="{up}storybook/index.html">Storybook</a>.`
          : ', stand in Storybook.'
      }</p>`
    : ''
}
${attributes.length > 0 ? table(tag, attributes) : ''}`,
  });
}

function variant({ name, summary, html }, tag, index) {
  // No address from the server's root: the site may stand in a folder of one.
  const live = withoutService(html)
    .replace(/ (src|boundaries)="\//g, ' $1="')
    .replace(/ href="\//g, ' href="https://wold-valley.example/')
    .replace(new RegExp(`<${tag}(?![^>]*heading-level)`), `<${tag} heading-level="3"`);
  const shown = html.replace(/^\n+|\s+$/g, '');
  return `<section class="variant" aria-labelledby="v${index}">
<h2 id="v${index}">${escape(name)}</h2>
<p>${escape(summary)}</p>
<div class="live">${live}</div>
<details><summary>Code of “${escape(name)}”</summary><pre tabindex="0"><code>${escape(shown)}</code></pre></details>
</section>`;
}

function table(tag, attributes) {
  const rows = attributes
    .filter(({ name }) => name)
    .map(
      ({ name, description = '', default: value }) =>
        `<tr><th scope="row"><code>${escape(name)}</code></th><td>${plain(description)}</td><td>${value && value !== 'undefined' ? `<code>${escape(value)}</code>` : ''}</td></tr>`,
    )
    .join('');
  return `<h2>Attributes of <code>&lt;${tag}&gt;</code></h2>
<div class="scroll" tabindex="0" role="region" aria-label="Attributes"><table><thead><tr><th scope="col">Attribute</th><th scope="col">What it does</th><th scope="col">If left out</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
