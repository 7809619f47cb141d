import { checkPage, type PageFinding } from '@maths-hubs/sdk/page-check';
import { expect } from '@open-wc/testing';
import { exampleConfig, WIDGETS } from '../snippet/examples.js';
import { htmlSnippet } from '../snippet/html.js';
import { treeOf } from './tree.js';

const options = { today: '2026-11-22' };
const check = (html: string, more: { live?: boolean; expected?: readonly string[] } = {}): PageFinding[] => [
  ...checkPage(html, treeOf(html), WIDGETS, { ...options, ...more }).findings,
];
const rules = (found: readonly PageFinding[]): string[] => [...new Set(found.map(({ rule }) => rule))].sort();

const pageOf = (snippet: string): string =>
  `<!doctype html><html lang="en-GB"><body><h1>Us</h1><h2>Mastery</h2>${snippet}</body></html>`;

describe('the check of a page', () => {
  it('finds nothing in a snippet of the editor', async () => {
    expect(check(pageOf(htmlSnippet(await exampleConfig())))).to.deep.equal([]);
  });

  it('says of every recorded page in this browser what it says without one', async () => {
    const recorded = (await (
      await fetch('/packages/sdk/src/page-check/recorded-pages.json')
    ).json()) as readonly { name: string; html: string; expect: string[]; live?: boolean }[];
    const known = recorded.filter(({ html }) => !html.includes('mh-apply-form'));
    expect(known.length).to.be.greaterThan(40);
    for (const { name, html, expect: wanted, live = false } of known)
      expect(rules(check(html, { live })), name).to.deep.equal([...wanted].sort());
  });

  it('knows by the snippet’s own mark what a page should have, whatever is left of it', async () => {
    const snippet = htmlSnippet(await exampleConfig());
    const left = snippet.replace(/<script[^]*?<\/script>|<\/?mh-[^>]*>/g, '');
    const [first] = check(pageOf(left));
    expect(first?.rule).to.equal('nothing-here');
    expect(first?.message).to.contain('<mh-journey-map>');
    const one = snippet.replace(/<mh-find-a-hub[^]*<\/mh-find-a-hub>/, '');
    expect(rules(check(pageOf(one)))).to.deep.equal(['widget-gone']);
  });

  it('knows what the snippet had where no mark is left', () => {
    const found = check('<script src="/embed.js"></script><mh-journey-map><p>x</p></mh-journey-map>', {
      expected: ['mh-journey-map', 'mh-find-a-hub'],
    });
    expect(found.map(({ rule, place }) => `${rule} ${place}`)).to.deep.equal(['widget-gone <mh-find-a-hub>']);
  });
});
