import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { Marked } from 'marked';
import { escape, pageOf } from './layout.mjs';

const root = new URL('../', import.meta.url);

/**
 * Which text becomes which page: `[source, slug]`, grouped as the list of guides has them.
 * @type {[string, [string, string][]][]}
 */
const GUIDES = [
  [
    'For hubs',
    [
      ['site/guides/hub.md', 'hub'],
      ['site/guides/hosting.md', 'hosting'],
      ['site/guides/check.md', 'check'],
      ['packages/wordpress/README.md', 'wordpress'],
      ['docs/embedding.md', 'embedding'],
      ['docs/surviving-markup.md', 'surviving-markup'],
      ['packages/components/FRAMES.md', 'frames'],
      ['packages/desk/README.md', 'desk'],
    ],
  ],
  ['For schools', [['site/guides/school.md', 'school']]],
  [
    'For software',
    [
      ['site/guides/software.md', 'software'],
      ['packages/sdk/README.md', 'sdk'],
      ['packages/components/README.md', 'components'],
      ['packages/cli/README.md', 'cli'],
      ['packages/intake/README.md', 'intake'],
      ['packages/components/FRAMEWORKS.md', 'frameworks'],
      ['packages/components/CSP.md', 'csp'],
      ['packages/components/CONTRACT.md', 'contract'],
      ['docs/evidence-and-editions.md', 'evidence-and-editions'],
      ['docs/errors.md', 'errors'],
      ['docs/rules-engine.md', 'rules-engine'],
      ['docs/design.md', 'design'],
      ['docs/design-language.md', 'design-language'],
    ],
  ],
  ['Decisions', list('docs/decisions', 'decision')],
  ['Recipes', list('docs/recipes', 'recipe')],
];

/** @returns {[string, string][]} source and slug of each page of a folder */
function list(folder, kind) {
  return readdirSync(new URL(`${folder}/`, root))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => [`${folder}/${name}`, name === 'README.md' ? `${kind}s` : `${kind}-${name.slice(0, -3)}`]);
}

const SLUGS = new Map(GUIDES.flatMap(([, guides]) => guides));

/** Every guide: `{ group, slug, title, lead, markdown }`. */
export function guidesOfBuild() {
  return GUIDES.flatMap(([group, guides]) =>
    guides.map(([source, slug]) => {
      const markdown = readFileSync(new URL(source, root), 'utf8');
      const [, title = slug] = /^# (.+)$/m.exec(markdown) ?? [];
      const lead =
        /^(?!#|\s*$|```|-|\||>|<)(.+(?:\n(?!\s*$).+)*)/m.exec(markdown.replace(/^# .+$/m, ''))?.[1] ?? '';
      return { group, slug, source, markdown, title: bare(title), lead: bare(lead) };
    }),
  );
}

const bare = (text) =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*_]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A page a guide, and the list of them. */
export function guidePages(guides) {
  const groups = [...new Set(guides.map(({ group }) => group))];
  const index = pageOf({
    path: 'guides/index.html',
    title: 'Guides',
    description: 'Every guide, for hubs, schools and software.',
    body: `<h1>Guides</h1>${groups
      .map(
        (group) =>
          `<h2>${group}</h2><ul>${guides
            .filter((each) => each.group === group)
            .map(({ slug, title }) => `<li><a href="${slug}.html">${escape(title)}</a></li>`)
            .join('')}</ul>`,
      )
      .join('')}`,
  });
  return [
    ['guides/index.html', index],
    ...guides.map(({ slug, title, lead, source, markdown }) => [
      `guides/${slug}.html`,
      pageOf({
        path: `guides/${slug}.html`,
        title,
        description: lead.slice(0, 200),
        body: `<p class="crumb"><a href="index.html">Guides</a></p>\n<div class="text">${htmlOf(markdown, source)}</div>`,
      }),
    ]),
  ];
}

function htmlOf(markdown, source) {
  const used = new Map();
  // Two tables of one guide may have the same columns.
  const names = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const inner = this.parser.parseInline(tokens);
        return `<h${depth} id="${slugOf(inner, used)}">${inner}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const inner = this.parser.parseInline(tokens);
        const to = addressOf(href, source);
        return to === null ? inner : `<a href="${escape(to)}">${inner}</a>`;
      },
      code({ text }) {
        return `<pre tabindex="0"><code>${escape(text)}</code></pre>\n`;
      },
      table(token) {
        const cell = ({ tokens, text }, isHead) => {
          const inner = this.parser.parseInline(tokens);
          return isHead && text !== '' ? `<th scope="col">${inner}</th>` : `<td>${inner}</td>`;
        };
        const row = (cells, isHead) => `<tr>${cells.map((each) => cell(each, isHead)).join('')}</tr>`;
        const name = escape(
          bare(
            token.header
              .map(({ text }) => text)
              .filter(Boolean)
              .join(', '),
          ) || 'Table',
        );
        names.push(name);
        const count = names.filter((each) => each === name).length;
        const label = count > 1 ? `${name}, table ${count}` : name;
        return `<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table><thead>${row(token.header, true)}</thead><tbody>${token.rows.map((each) => row(each, false)).join('')}</tbody></table></div>`;
      },
    },
  });
  return marked.parse(markdown.replace(/<!--.*?-->/gs, ''));
}

function slugOf(inner, used) {
  const slug = inner
    .replace(/<[^>]+>|&[a-z]+;/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .trim()
    .replaceAll(' ', '-');
  const times = used.get(slug) ?? 0;
  used.set(slug, times + 1);
  return times ? `${slug}-${times}` : slug;
}

/** Where a link of a text leads on the site; null for a file that is in the project and not on the site. */
function addressOf(href, source) {
  if (/^(https?:|mailto:|#)/.test(href)) return href;
  const [path, hash = ''] = href.split('#');
  if (path.startsWith('../') && source.startsWith('site/')) return href;
  const file = posix.normalize(posix.join(posix.dirname(source), path)).replace(/\/$/, '');
  const slug = SLUGS.get(file) ?? SLUGS.get(`${file}/README.md`);
  if (source.startsWith('site/') && slug === undefined) return href;
  return slug === undefined ? null : `${slug}.html${hash && `#${hash}`}`;
}
