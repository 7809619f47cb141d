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

  it('lets what any element may have pass, and a loader that runs without being marked as a module', () => {
    expect(rules(map(' id="a" class="b" style="color: red" data-x="1" aria-label="c"'))).to.deep.equal([]);
    expect(rules(map().replace('type="module" ', ''))).to.deep.equal([]);
  });

  const plain = '<p>Phases of Teaching for Mastery in 2026/27:</p><ol><li>Development</li></ol>';
  const wrecks: [string, string, RegExp, string][] = [
    ['nothing-here', 'a page of none of ours', /right page/, '<p>Nothing of ours.</p>'],
    ['nothing-here', 'an empty block', /right page/, ''],
    ['nothing-here', 'a frame that was taken out, with its paragraph', /right page/, '<p></p>'],
    ['nothing-here', 'plain lists alone, pasted into a paragraph', /plugin/, plain],
    [
      'nothing-here',
      'plain lists with a bookmark of the editor',
      /plugin/,
      `${plain}<span data-mce-type="bookmark"></span>`,
    ],
    [
      'stripped-script',
      'terms as prose',
      /plugin/,
      `${plain}<p>{"format":"maths-hubs-edition/1","schoolYear":"2026/27"}</p>`,
    ],
    ['nothing-here', 'a notice as prose', /plugin/, `${plain}<p>{"name":"Us","notice":{"version":"1"}}</p>`],
    ['nothing-here', 'the loader alone', /right page/, script],
    [
      'own-computer',
      'a loader on one’s own computer',
      /web server/,
      map().replace('/embed/', 'http://127.0.0.1:8080/embed/'),
    ],
    [
      'own-computer',
      'a loader without encryption',
      /https/,
      map().replace('/embed/', 'http://hub.example/embed/'),
    ],
    [
      'held-script',
      'a consent program',
      /necessary/,
      map().replace('type="module" src', 'type="text/plain" data-cookieconsent="statistics" data-src'),
    ],
    [
      'held-script',
      'a speed-up program',
      /delay/,
      map().replace('type="module"', 'type="rocketlazyloadscript"'),
    ],
    ['curly-quotes', 'bent quotation marks', /again/, map(' edition=”2026/27″')],
    [
      'no-destination',
      'a form with nowhere to send',
      /Choose a service/,
      `${script}<mh-apply-form><p>Ask us.</p></mh-apply-form>`,
    ],
    [
      'no-destination',
      'a form without its notice',
      /whole snippet/,
      `${script}<mh-apply-form action="https://intake.example/applications"><p>Ask us.</p></mh-apply-form>`,
    ],
  ];
  for (const [rule, what, remedy, html] of wrecks)
    it(`names a wreck: ${what}`, () => {
      const found = lint(html);
      expect(found.map((each) => each.rule)).to.include(rule);
      expect(found.find((each) => each.rule === rule)?.remedy).to.match(remedy);
    });

  const whole = [
    `<p><a href="https://hub.example/embed.html#mh-journey-map?edition=2026-27">The journey</a></p>${plain}`,
    '<p>[maths-hub journey-map]</p>',
    '<div data-mh="journey-map"><ol><li>Development</li></ol></div>',
    '<iframe src="https://hub.example/embed.html?widget=journey-map" title="The journey"></iframe>',
    `${script}<mh-apply-form mailto="office@hub.example"><p>Ask us.</p></mh-apply-form>`,
    `<mh-settings action="https://intake.example/applications"></mh-settings>${script}<mh-apply-form><p>Ask us.</p></mh-apply-form>`,
  ];
  for (const html of whole)
    it(`calls nothing broken that works: ${html.slice(0, 60)}`, () =>
      expect(
        lint(html).filter(({ severity, rule }) => severity === 'error' && rule !== 'unknown-tag'),
      ).to.deep.equal([]));

  it('knows what the snippet had', () => {
    const found = lintPage(map(), WIDGETS, { ...options, expected: ['mh-journey-map', 'mh-apply-form'] });
    expect(found.map(({ rule, place }) => `${rule} ${place}`)).to.deep.equal(['widget-gone <mh-apply-form>']);
  });
});
