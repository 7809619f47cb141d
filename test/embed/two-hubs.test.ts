import { checkPage } from '@maths-hubs/sdk/page-check';
import { expect } from '@open-wc/testing';
import { treeOf } from '../../packages/editor/src/lint/tree.js';
import { exampleConfig, WIDGETS } from '../../packages/editor/src/snippet/examples.js';
import { embedScript, settingsTag, widgetTag, htmlSnippet } from '../../packages/editor/src/snippet/html.js';
import { chosenWidgets, type SnippetConfig } from '../../packages/editor/src/snippet/config.js';
import { textOf, until } from '../support/elements.js';

const EMBED = `${location.origin}/packages/components/dist/cdn/`;

/** What the editor's page gives a hub of this name, with a year of its own name. */
async function configOf(name: string, year: string): Promise<SnippetConfig> {
  return exampleConfig((project) => ({
    ...project,
    edition: {
      ...project.edition,
      contact: { name },
      phases: project.edition.phases.map((phase, index) =>
        index > 0 ? phase : { ...phase, name: { value: year, source: ['own'], basis: 'hub' } },
      ),
    },
    publishing: { ...project.publishing, host: 'site', base: EMBED, version: 'moving', terms: 'inline' },
  }));
}

/** The settings around the hub's widgets, as the check of a page advises. */
function around(config: SnippetConfig): string {
  const widgets = chosenWidgets(config).map((each) => widgetTag(config, each));
  return settingsTag(config).replace('</mh-settings>', `${widgets.join('\n')}</mh-settings>`);
}

describe('two hubs on one page', () => {
  const frame = document.createElement('iframe');
  afterEach(() => frame.remove());

  /** Opens the page, and reads what each hub's map shows. */
  async function expectOwnTerms(page: string): Promise<void> {
    frame.width = '900';
    frame.height = '900';
    frame.srcdoc = page;
    const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
    document.body.append(frame);
    await loaded;
    const maps = () => [...(frame.contentDocument?.querySelectorAll('mh-journey-map') ?? [])];
    expect(maps().length).to.equal(2);
    const path = (at: number): string => textOf(maps()[at]?.shadowRoot?.querySelector('ol.path'));
    maps()[0]?.scrollIntoView();
    await until(() => path(0).includes('Our shore year'));
    maps()[1]?.scrollIntoView();
    await until(() => path(1).includes('Our upland year'));
    expect(path(0)).not.to.contain('upland');
    expect(path(1)).not.to.contain('shore');
    expect(textOf(maps()[0]?.shadowRoot)).to.contain('Coast Maths Hub').and.not.contain('Fell Maths Hub');
    expect(textOf(maps()[1]?.shadowRoot)).to.contain('Fell Maths Hub').and.not.contain('Coast Maths Hub');
  }

  it('each with its settings around its widgets: each map has its own hub’s terms and contact', async () => {
    const [one, other] = await Promise.all([
      configOf('Coast Maths Hub', 'Our shore year'),
      configOf('Fell Maths Hub', 'Our upland year'),
    ]);
    const page = `<!doctype html><html lang="en-GB"><head><title>Two hubs</title></head><body><main>${embedScript(one)}${around(one)}${around(other)}</main></body></html>`;
    expect(
      checkPage(page, treeOf(page), WIDGETS, { today: '2026-11-22' }).findings.map(({ rule }) => rule),
    ).not.to.include('two-settings');
    await expectOwnTerms(page);
  });

  it('pasted one after the other as they are: each map has its own hub’s terms, and the check says how to be sure', async () => {
    const [one, other] = await Promise.all([
      configOf('Coast Maths Hub', 'Our shore year'),
      configOf('Fell Maths Hub', 'Our upland year'),
    ]);
    const snippets = htmlSnippet(one) + htmlSnippet(other);
    const page = `<!doctype html><html lang="en-GB"><head><title>Two hubs</title></head><body><main>${snippets}</main></body></html>`;
    await expectOwnTerms(page);
    const found = checkPage(page, treeOf(page), WIDGETS, { today: '2026-11-22' }).findings;
    expect(found.find(({ rule }) => rule === 'two-settings')?.remedy).to.contain('between its own tags');
  });
});
