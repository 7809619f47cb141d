import { readFile } from 'node:fs/promises';
import { parse, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { editions, loadEdition, programmeFacts, statistics } from '@maths-hubs/sdk/programme';
import { loadHubs } from '@maths-hubs/sdk/hubs';
import { fallbackHtml, STATIC_WIDGETS, staticHtml, staticPage } from '@maths-hubs/sdk/static-html';
import { paragraphs, wordpress } from '../sanitisers/wordpress.mjs';

const directory = await loadHubs();
const figures = await statistics();
const programme = await programmeFacts();
const all = await Promise.all(editions().map(({ schoolYear }) => loadEdition(schoolYear)));
const dataOf = (edition) => ({ edition, directory, statistics: figures, programme });

const outputs = STATIC_WIDGETS.flatMap((widget) =>
  all.flatMap((edition) => [
    { name: `${widget}, ${edition.schoolYear}`, html: staticHtml(widget, dataOf(edition)) },
    {
      name: `${widget} between its tags, ${edition.schoolYear}`,
      html: fallbackHtml(widget, dataOf(edition)),
    },
  ]),
);

function faultsOf(html, read = parseFragment) {
  const faults = [];
  read(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => faults.push(`${code}, line ${startLine}`),
  });
  return faults;
}

/** Every element and text in order: what a reader and a screen reader get. */
function outline(node, lines = []) {
  for (const child of node.childNodes ?? []) {
    if (child.nodeName === '#text') {
      const text = child.value.replace(/\s+/g, ' ').trim();
      if (text) lines.push(text);
    } else {
      lines.push(
        `<${child.nodeName} ${(child.attrs ?? []).map(({ name, value }) => `${name}=${value}`).join(' ')}>`,
      );
      outline(child, lines);
    }
  }
  return lines;
}

describe('static HTML', () => {
  it('is there for every tag that says something on paper', async () => {
    const tags = await readFile(
      new URL('../../packages/components/src/embed/tags.ts', import.meta.url),
      'utf8',
    );
    const silent = ['mh-settings', 'mh-stories'];
    const wanted = [...tags.matchAll(/'(mh-[a-z-]+)'/g)]
      .map(([, tag]) => tag)
      .filter((tag) => !silent.includes(tag));
    expect(wanted.length).toBeGreaterThan(2);
    expect(STATIC_WIDGETS.map((name) => `mh-${name}`)).toEqual(expect.arrayContaining(wanted));
  });

  it.each(outputs)('is valid: $name', ({ html }) => {
    expect(faultsOf(html)).toEqual([]);
    expect(html).not.toMatch(/undefined|null|\[object|NaN|\n\s*\n/);
  });

  it.each(STATIC_WIDGETS)('stands as a page of its own: %s', (widget) => {
    const page = staticPage(widget, staticHtml(widget, dataOf(all.at(-2))));
    expect(faultsOf(page, parse)).toEqual([]);
    expect(page).not.toContain('<script');
  });

  it.each(outputs)('comes through WordPress whole: $name', ({ html }) => {
    const before = outline(parseFragment(html));
    expect(outline(parseFragment(wordpress(html)))).toEqual(before);
    expect(outline(parseFragment(paragraphs(html)))).toEqual(before);
    expect(outline(parseFragment(paragraphs(wordpress(html))))).toEqual(before);
  });

  it.each(STATIC_WIDGETS)('stays when the tags around it are taken away: %s', (widget) => {
    const fallback = fallbackHtml(widget, dataOf(all.at(-2)));
    const snippet = `<mh-${widget} edition="2024/25">\n${fallback}\n</mh-${widget}>`;
    expect(outline(parseFragment(wordpress(snippet)))).toEqual(outline(parseFragment(fallback)));
  });
});

describe('the sanitiser that these tests rely on', () => {
  it('takes away what WordPress takes away', () => {
    expect(wordpress('<script src="x.js"></script><iframe src="y"></iframe><form><input></form>')).toBe('');
    expect(wordpress('<a href="javascript:alert(1)" onclick="x()">a</a>')).toBe('<a>a</a>');
  });
  it('makes paragraphs of loose text', () => {
    expect(paragraphs('one\ntwo\n\nthree')).toBe('<p>one<br />\ntwo</p>\n<p>three</p>');
  });
});
