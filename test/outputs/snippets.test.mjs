import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { exampleConfig } from '../../packages/editor/dist/snippet/examples.js';
import { outputsFor } from '../../packages/editor/dist/snippet/outputs.js';
import { autop } from '../sanitisers/autop.mjs';
import { paragraphs, wordpress } from '../sanitisers/wordpress.mjs';

const PHASES = ['Introductory', 'Teaching for Mastery'];
const DOOR = 'Schools that are new to <mastery> & to us.';

/** Every element of a page by tag, as a browser would make it of what a site delivers. */
function pageOf(html) {
  const found = [];
  const visit = (node) => {
    if (node.tagName) found.push(node);
    for (const child of node.childNodes ?? []) visit(child);
  };
  visit(parse(`<!doctype html><body>${html}</body>`));
  return { all: (tag) => found.filter(({ tagName }) => tagName === tag) };
}

function textOf(node) {
  if (node.nodeName === '#text') return node.value;
  if (node.tagName === 'script') return '';
  return (node.childNodes ?? []).map(textOf).join('');
}

const inside = (node, ancestor) =>
  node !== undefined && (node === ancestor || inside(node.parentNode ?? undefined, ancestor));

const published = (terms) =>
  exampleConfig((project) => ({
    ...project,
    publishing: { ...project.publishing, terms, src: '/files/terms.json' },
  }));

const blockOf = (config, id, index = 0) =>
  outputsFor(config).find((each) => each.id === id).blocks[index].text;

function expectFallback(html) {
  const page = pageOf(html);
  const [body] = page.all('body');
  for (const phase of PHASES) expect(textOf(body)).toContain(phase);
  expect(textOf(body)).toContain(DOOR);
  expect(page.all('a').some(({ attrs }) => attrs.some(({ value }) => value.includes('ncetm.org.uk')))).toBe(
    true,
  );
  return page;
}

describe('snippets through the sanitisers of content systems', () => {
  for (const terms of ['inline', 'src'])
    it(`keep their plain content where WordPress takes scripts and our tags out: terms ${terms}`, async () => {
      const page = expectFallback(wordpress(blockOf(await published(terms), 'wordpress')));
      expect(page.all('script')).toEqual([]);
      expect(page.all('mh-journey-map')).toEqual([]);
    });

  it('leave no terms behind as text where they stand in a file', async () => {
    const left = (terms) => published(terms).then((config) => wordpress(blockOf(config, 'wordpress')));
    expect(await left('src')).not.toContain('maths-hubs-edition');
    // Why the page advises a file: kses takes a script's tags and leaves its text.
    expect(await left('inline')).toContain('maths-hubs-edition');
  });

  for (const [name, make] of Object.entries({ paragraphs, autop }))
    for (const terms of ['inline', 'src'])
      it(`keep each widget whole through automatic paragraphs: ${name}, terms ${terms}`, async () => {
        const page = expectFallback(make(blockOf(await published(terms), 'wordpress')));
        const [map] = page.all('mh-journey-map');
        const list = page.all('ol').find((each) => textOf(each).includes(DOOR));
        expect(inside(list, map)).toBe(true);
        expect(page.all('mh-find-a-hub').length).toBe(1);
        const [find] = page.all('mh-find-a-hub');
        expect(inside(find, map)).toBe(false);
        expect(textOf(find)).toContain('list of Maths Hubs');
        const json = page
          .all('script')
          .filter(({ attrs }) => attrs.some(({ value }) => value === 'application/json'));
        expect(json.length).toBe(terms === 'inline' ? 1 : 0);
        for (const script of json) {
          // Every widget reads the terms from a child of the page's settings.
          expect(script.parentNode.nodeName).toBe('mh-settings');
          expect(JSON.parse(script.childNodes[0].value).terms.format).toBe('maths-hubs-edition/1');
        }
      });

  it('need the div around each widget: without it, paragraphs would turn the content out of its tags', async () => {
    const bare = blockOf(await published('src'), 'wordpress').replaceAll(/<\/?div[^>]*>/g, '');
    const [map] = pageOf(autop(bare)).all('mh-journey-map');
    expect(textOf(map)).not.toContain(DOOR);
  });

  it('keep their plain content through paragraphs, then kses, as a visual editor and a contributor do', async () => {
    for (const make of [paragraphs, autop])
      expectFallback(wordpress(make(blockOf(await published('src'), 'wordpress'))));
  });

  it('pass unchanged in meaning where there is neither script nor tag of ours', async () => {
    const plain = blockOf(await published('src'), 'static');
    const texts = (html) => textOf(pageOf(html).all('body')[0]).replace(/\s+/g, ' ').trim();
    expect(texts(wordpress(plain))).toBe(texts(plain));
    for (const make of [paragraphs, autop]) expect(texts(make(plain))).toBe(texts(plain));
    expectFallback(wordpress(plain));
  });
});
