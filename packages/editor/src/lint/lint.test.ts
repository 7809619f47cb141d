import { expect } from '@open-wc/testing';
import { exampleConfig, WIDGETS } from '../snippet/examples.js';
import { htmlSnippet } from '../snippet/html.js';
import { lintPage } from './lint.js';
import type { LintFinding } from './page.js';

const options = { today: '2026-11-22' };
const lint = (html: string): LintFinding[] => lintPage(html, WIDGETS, options);
const rules = (html: string): string[] => lint(html).map(({ rule }) => rule);

const script = '<script type="module" src="/embed/embed.js"></script>';
const map = (attributes = '', content = '<p>Ask us.</p>'): string =>
  `${script}\n<mh-journey-map${attributes}>${content}</mh-journey-map>`;

describe('the check of a page', () => {
  it('finds nothing in a snippet of the editor', async () => {
    const page = `<!doctype html><html lang="en-GB"><body><h1>Us</h1><h2>Mastery</h2>${htmlSnippet(await exampleConfig())}</body></html>`;
    expect(lint(page)).to.deep.equal([]);
  });

  const cases: [string, string, string][] = [
    ['missing-embed', 'the loader is not there', '<mh-journey-map><p>Ask us.</p></mh-journey-map>'],
    ['missing-embed', 'the loader is no module', map().replace('type="module" ', '')],
    [
      'two-versions',
      'two addresses',
      `${map()}<script type="module" src="https://cdn.example/0.2.0/embed.js"></script>`,
    ],
    ['two-versions', 'the same address twice', `${map()}${script}`],
    [
      'stripped-script',
      'the loader as text',
      '<p>&lt;script type="module" src="/embed/embed.js"&gt;&lt;/script&gt;</p>',
    ],
    ['stripped-script', 'terms as text', map('', '{"format":"maths-hubs-edition/1","schoolYear":"2026/27"}')],
    ['unknown-tag', 'a tag that is not ours', `${script}<mh-journey-mapp><p>Ask us.</p></mh-journey-mapp>`],
    ['unknown-attribute', 'an attribute that does nothing', map(' editon="2024/25"')],
    ['missing-fallback', 'nothing between the tags', map('', ' \n ')],
    [
      'missing-fallback',
      'only terms between the tags',
      map('', '<script type="application/json">{"schoolYear":"2026/27"}</script>'),
    ],
    ['heading-level', 'a level left out', `<h1>Us</h1>${map(' heading-level="4"')}`],
    ['heading-level', 'a second first heading', `<h1>Us</h1>${map(' heading-level="1"')}`],
    ['missing-lang', 'a page without its language', `<html><body>${map()}</body></html>`],
    ['old-edition', 'a past year', map(' edition="2024/25"')],
    [
      'old-edition',
      'a past year inline',
      map('', '<script type="application/json">{"schoolYear":"2020/21"}</script><p>Ask us.</p>'),
    ],
    ['old-edition', 'a year that there is not', map(' edition="2031/32"')],
    [
      'unreadable-terms',
      'terms cut short',
      map('', '<script type="application/json">{"schoolYear":</script><p>Ask us.</p>'),
    ],
  ];
  for (const [rule, what, html] of cases)
    it(`${rule}: ${what}`, () => {
      const found = lint(html);
      expect(found.map((each) => each.rule)).to.deep.equal([rule]);
      expect(found[0]!.message).to.match(/\.$/);
      expect(found[0]!.remedy).to.match(/\.$/);
    });

  it('tells the line of each', () => {
    const found = lint(`${map()}\n\n<mh-find-a-hub></mh-find-a-hub>\n<mh-find-a-hub> </mh-find-a-hub>`);
    expect(found.map(({ place }) => place)).to.deep.equal([
      'line 4, <mh-find-a-hub>',
      'line 5, <mh-find-a-hub>',
    ]);
  });

  it('lets what any element may have pass, and a page of none of ours', () => {
    expect(rules(map(' id="a" class="b" style="color: red" data-x="1" aria-label="c"'))).to.deep.equal([]);
    expect(rules('<p>Nothing of ours.</p>')).to.deep.equal([]);
  });
});
