import { expect } from '@open-wc/testing';
import { readMark } from '@maths-hubs/sdk/page-check';
import { drawMarks } from './marks.js';

const TAGS = ['mh-journey-map', 'mh-eligibility-checker', 'mh-apply-form', 'mh-settings'];
const HUB = 'https://hub.example/embed';
const MARK = `${HUB}#mh-journey-map?edition=2024-25`;
const LIST = '<ol><li>Development</li></ol>';

describe('a mark', () => {
  const journey = { name: 'journey-map', values: { edition: '2024/25' } };

  for (const text of [
    MARK,
    'embed#mh-journey-map?edition=2024-25',
    '#MH-Journey-Map?EDITION=2024/25',
    '#mh-journey-map?edition=2024%2F25',
    '#mh-journey-map?edition=2024\u201325',
    '#mh-journey-map&amp;edition=2024-25',
    '#mh-journey-map?edition=2024-2025',
    'journey-map 2024/25',
    'journey-map 2024—25',
    '2024-25 journey-map',
    '“journey-map” edition=”2024/25″',
    'widget=&quot;journey-map&quot; edition=&quot;2024/25&quot;',
    'mh-journey-map\u00a02024/25',
  ])
    it(`is read from ${text}`, () =>
      expect(readMark(text))
        .to.deep.include({ name: journey.name })
        .and.nested.include({ 'values.edition': '2024/25' }));

  it('is decoded once, so that an address keeps its own marks', () => {
    const terms = 'https://hub.example/terms?a=1&b=x%26y';
    const mark = readMark(`#mh-journey-map?terms=${encodeURIComponent(terms)}&amp;edition=2024-25`);
    expect(mark?.values).to.deep.equal({ terms, edition: '2024/25' });
  });

  for (const text of ['#top', '#mh-', '#', '', '   ', 'https://hub.example/', '#mh-journey map'])
    it(`is not seen in ${JSON.stringify(text)}`, () =>
      expect(readMark(text)?.name).to.not.equal('journey-map'));
});

describe('marks in a page', () => {
  let page: HTMLElement;
  let warnings: string[];
  const warn = console.warn;

  beforeEach(() => {
    page = document.createElement('main');
    document.body.append(page);
    warnings = [];
    console.warn = (text: string) => warnings.push(text);
  });
  afterEach(() => {
    page.remove();
    console.warn = warn;
  });

  const trust = { content: '', allow: ['https://hub.example'], ugc: false };
  const draw = (html: string, limits = trust) => {
    page.innerHTML = html;
    return drawMarks(document, TAGS.join(), limits);
  };

  for (const [what, html] of Object.entries({
    'a link in a paragraph, then a list': `<p><a href="${MARK}">The journey</a></p>${LIST}`,
    'a link in a heading': `<h2><a href="${MARK}">The journey</a></h2>\n\n${LIST}`,
    'a bare link': `<a href="${MARK}">The journey</a>\n${LIST}`,
    'what an editor adds': `<p><strong><a href="${MARK}" target="_blank" rel="noopener noreferrer nofollow">The&nbsp;journey</a></strong>&nbsp;</p><p>&nbsp;</p>${LIST}`,
    'items in paragraphs': `<p><a href="${MARK}">The journey</a></p><ol><li><p>Development</p></li></ol>`,
    'a box around both': `<div class="mh-journey-map"><p><a href="${MARK}">The journey</a></p>${LIST}</div>`,
    'a box around the list': `<p><a href="${MARK}">The journey</a></p><div>${LIST}</div>`,
    'a shortcode': `<p>[maths-hub journey-map 2024/25]</p>${LIST}`,
    'a shortcode with the quotation marks of a word processor': `<p>[maths-hub “journey-map” edition=”2024/25″]</p>${LIST}`,
    'data on a box': `<div data-mh="journey-map" data-mh-edition="2024-25">${LIST}</div>`,
  }))
    it(`become a widget: ${what}`, () => {
      const [map, ...others] = draw(
        `<p>Before</p>${html}<p><a href="https://hub.example/apply">Apply</a></p>`,
      );
      expect(others).to.deep.equal([]);
      expect(map?.localName).to.equal('mh-journey-map');
      expect(map?.getAttribute('edition')).to.equal('2024/25');
      expect(map?.querySelectorAll('li')).to.have.length(1);
      expect(map?.textContent).to.not.contain('Apply').and.not.contain('Before');
      expect(page.textContent).to.not.contain('[maths-hub');
      expect(drawMarks(document, TAGS.join(), trust), 'once').to.deep.equal([]);
    });

  it('take in nothing but the list directly after them', () => {
    const [map] = draw(`<p><a href="${MARK}">The journey</a></p><p>Words.</p>${LIST}`);
    expect(map?.querySelector('li')).to.equal(null);
    expect(map?.querySelector('a')?.textContent).to.equal('The journey');
    expect(page.querySelector('ol')?.closest('mh-journey-map')).to.equal(null);
  });

  for (const [what, html] of Object.entries({
    'a comment’s link': `<div id="comments"><p><a href="${MARK}">x</a></p></div>`,
    'a link of a visitor': `<p><a href="${MARK}" rel="nofollow ugc">x</a></p>`,
    'a name that is no widget': `<p><a href="#mh-nothing">x</a></p>`,
    settings: `<p><a href="#mh-settings?hub=x">x</a></p>`,
    code: `<pre>[maths-hub journey-map]</pre><p><code>[maths-hub journey-map]</code></p>`,
    'what a person writes': `<textarea>[maths-hub journey-map]</textarea>`,
  }))
    it(`are left alone: ${what}`, () => {
      draw(html);
      expect(page.innerHTML).to.equal(html);
    });

  it('are looked for where the loader’s tag says, and nowhere else', () => {
    const html = `<p><a href="${MARK}">x</a></p><div class="ours"><p><a href="${MARK}">y</a></p></div>`;
    const found = draw(html, { ...trust, content: '.ours' });
    expect(found.map(({ textContent }) => textContent)).to.deep.equal(['y']);
  });

  it('take terms and send applications only where the loader’s tag allows', () => {
    const ask = (name: string, address: string) =>
      draw(`<p><a href="#mh-apply-form?${name}=${encodeURIComponent(address)}">x</a></p>`);
    expect(ask('terms', 'https://hub.example/t.json')[0]?.getAttribute('src')).to.equal(
      'https://hub.example/t.json',
    );
    expect(ask('action', 'https://hub.example/applications')[0]?.getAttribute('action')).to.equal(
      'https://hub.example/applications',
    );
    for (const address of [
      'https://evil.example/t.json',
      'javascript:alert(1)',
      'https://hub.example.evil.example/',
      'data:application/json,{}',
      '/t.json',
    ])
      expect(ask('terms', address), address).to.deep.equal([]);
    expect(warnings).to.have.length(5);
  });

  it('set no attribute but those that content may choose', () => {
    const [map] = draw(
      `<p><a href="#mh-journey-map?onclick=alert(1)&style=x&src=https://evil.example&phase=development">x</a></p>`,
    );
    expect(map?.getAttributeNames()).to.deep.equal(['phase']);
  });
});
