import { readFileSync } from 'node:fs';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { checkPage, readExpectation, writeExpectation, type PageElement } from './index.js';

/** Pages as content systems, colleagues and other programs leave them, with what is wrong. */
const recorded = JSON.parse(readFileSync(new URL('./recorded-pages.json', import.meta.url), 'utf8')) as {
  readonly name: string;
  readonly html: string;
  readonly expect: readonly string[];
  readonly remedy?: string;
  readonly live?: true;
}[];

const WIDGETS = [
  { tag: 'mh-settings', names: ['hub', 'src', 'edition', 'action'] },
  { tag: 'mh-journey-map', names: ['edition', 'src', 'phase', 'hub', 'heading-level'] },
  { tag: 'mh-find-a-hub', names: ['heading-level'] },
  { tag: 'mh-apply-form', names: ['action', 'href', 'mailto'] },
].map(({ tag, names }) => ({ tag, attributes: names.map((name) => ({ name })) }));

type Element = DefaultTreeAdapterTypes.Element;
const tree = (element: Element | DefaultTreeAdapterTypes.Document): PageElement => ({
  name: 'tagName' in element ? element.tagName : '#document',
  attributes:
    'attrs' in element ? Object.fromEntries(element.attrs.map((each) => [each.name, each.value])) : {},
  children: element.childNodes.flatMap((child): (PageElement | string)[] =>
    defaultTreeAdapter.isTextNode(child)
      ? [child.value]
      : defaultTreeAdapter.isElementNode(child)
        ? [tree(child)]
        : [],
  ),
});
const check = (html: string, live = false) =>
  checkPage(html, tree(parse(html, { scriptingEnabled: false })), WIDGETS, { today: '2026-11-25', live });

describe('the check of a page', () => {
  it('has a hundred recorded pages and more, both ways', () => {
    expect(recorded.length).toBeGreaterThan(140);
    expect(new Set(recorded.map(({ name }) => name)).size).toBe(recorded.length);
    expect(recorded.filter((each) => each.expect.length === 0).length).toBeGreaterThan(40);
  });

  it.each(recorded.filter((each) => each.expect.length === 0))(
    'calls nothing broken that works: $name',
    ({ html, live }) => {
      expect(check(html, live).findings).toEqual([]);
    },
  );

  it.each(recorded.filter((each) => each.expect.length > 0))(
    'says what is wrong: $name',
    ({ html, live, expect: rules, remedy = '' }) => {
      const { findings } = check(html, live);
      expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual([...rules].sort());
      expect(findings.map((each) => each.remedy).join(' ')).toContain(remedy);
      for (const each of findings) {
        expect(each.message).toMatch(/[.?]$/);
        expect(each.remedy).toMatch(/\.$/);
      }
    },
  );

  it.each([
    ['<link href="/wp-content/themes/x/style.css">', /Maths Hubs plugin.*takes no \.json/],
    ['<meta name="generator" content="WordPress 6.1">', /^Your account, or a colleague’s/],
    ['<script src="https://static.parastorage.com/x.js"></script>', /Custom element/],
    ['<link href="https://static1.squarespace.com/x.css">', /Code block/],
    ['<link href="https://www.gstatic.com/atari/x.css">', /Embed code/],
    ['', /tab “Links and plain content”/],
  ])('gives the remedy that works where the page is: %s', (head, remedy) => {
    const { findings } = check(
      `<html lang="en"><head>${head}</head><body><p>Phases of Teaching for Mastery in 2026/27</p></body></html>`,
    );
    expect(findings.map(({ rule }) => rule)).toEqual(['nothing-here']);
    expect(findings[0]?.remedy).toMatch(remedy);
  });

  it('sends a hub on WordPress to no server of its own', () => {
    const own = (head: string): string =>
      check(
        `<html lang="en"><head>${head}</head><body><script src="http://127.0.0.1:8000/embed.js"></script><mh-journey-map><p>x</p></mh-journey-map></body></html>`,
      ).findings.find(({ rule }) => rule === 'own-computer')?.remedy ?? '';
    expect(own('<link href="/wp-content/x.css">')).toMatch(/plugin.*no other server/);
    expect(own('')).toMatch(/web server.*On WordPress/);
  });

  it('knows a check sum of another file, where it knows the version’s own', () => {
    const [ours, other] = ['a', 'b'].map((letter) => `sha384-${letter.repeat(64)}`) as [string, string];
    const rules = (integrity: string, version = '1.4.2', more = {}): string[] => {
      const html = `<div data-mh-expects="journey-map; 2026/27; ${version}"><script type="module" src="/embed.js" integrity="${integrity}"></script><mh-journey-map><p>x</p></mh-journey-map></div>`;
      const options = { today: '2026-11-25', loader: { version: '1.4.2', integrity: ours }, ...more };
      return checkPage(html, tree(parse(html)), WIDGETS, options).findings.map(({ rule }) => rule);
    };
    expect(rules(ours)).toEqual([]);
    expect(rules(other)).toEqual(['integrity-fault']);
    expect(rules(other, '1.3.0'), 'the sum of a version that is not in hand is not known').toEqual([]);
    expect(rules(other, '1.4.2', { loader: undefined })).toEqual([]);
    expect(rules('sha384-cut')).toEqual(['integrity-fault']);
  });

  it('lists every way in which a page asks for a widget, with its terms', () => {
    const { widgets, loaders } = check(
      '<mh-settings src="/terms.json"></mh-settings><mh-journey-map></mh-journey-map><div data-mh="journey-map"></div>' +
        '<a href="/embed#mh-find-a-hub?terms=https://hub.example/t.json">x</a><p>[maths-hub apply-form]</p>' +
        '<iframe src="embed.html?widget=journey-map&amp;edition=2026-27"></iframe><script src="/embed.js" integrity="sha384-x"></script>',
    );
    expect(widgets.map(({ tag, way }) => `${way} ${tag}`)).toEqual([
      'tag mh-journey-map',
      'block mh-journey-map',
      'link mh-find-a-hub',
      'frame mh-journey-map',
      'shortcode mh-apply-form',
    ]);
    expect(widgets[0]!.terms).toEqual({ kind: 'file', address: '/terms.json' });
    expect(widgets[2]!.terms).toEqual({ kind: 'file', address: 'https://hub.example/t.json' });
    expect(widgets[3]!.schoolYear).toBe('2026/27');
    expect(loaders).toEqual([{ src: '/embed.js', integrity: 'sha384-x', held: false }]);
  });

  it('tells the line of each', () => {
    const { findings } = check(
      '<mh-find-a-hub></mh-find-a-hub>\n\n<mh-find-a-hub> </mh-find-a-hub><script src="embed.js"></script>',
    );
    expect(findings.map(({ place }) => place)).toEqual([
      'line 1, <mh-find-a-hub>',
      'line 3, <mh-find-a-hub>',
    ]);
  });
});

describe('the mark of what a snippet expects', () => {
  it('is read as it was written', () => {
    const given = {
      widgets: ['mh-journey-map', 'mh-apply-form'],
      schoolYear: '2026/27',
      version: '1.4.2-beta.1',
    };
    expect(writeExpectation(given)).toBe('journey-map apply-form; 2026/27; 1.4.2-beta.1');
    expect(readExpectation(writeExpectation(given))).toEqual(given);
  });

  it.each(['', 'journey-map', 'journey-map; 26; 1', '; 2026/27; 1'])('is none: %s', (text) =>
    expect(readExpectation(text)).toBeUndefined(),
  );
});
