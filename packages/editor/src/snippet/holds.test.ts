import { expect } from '@open-wc/testing';
import { newProject, type Notice, type Publishing } from '../project/project.js';
import type { SnippetConfig } from './config.js';
import { exampleConfig } from './examples.js';
import { loadsSentences } from './loads.js';
import { outputsFor, type Output } from './outputs.js';
import type { OutputId } from './ways.js';

const SRC = 'https://widgets.example/terms.json';
const NOTICE: Notice = {
  version: '2026-09',
  text: 'We keep answers for a year.',
  controller: 'The school',
  processor: 'The hub',
  lawfulBasis: 'public task',
};

const published = (change: Partial<Publishing>): Promise<SnippetConfig> =>
  exampleConfig((project) => ({ ...project, publishing: { ...project.publishing, ...change } }));

async function withForm(
  attributes: Readonly<Record<string, string>>,
  more: { readonly publishing?: Partial<Publishing>; readonly notice?: Notice } = {},
): Promise<SnippetConfig> {
  const config = await exampleConfig((project) => ({
    ...project,
    widgets: [{ tag: 'mh-apply-form', attributes }],
    publishing: { ...project.publishing, src: SRC, ...more.publishing },
    notice: more.notice ?? newProject(project.edition, '').notice,
  }));
  const names = ['src', 'action', 'href', 'mailto'];
  const form = {
    tag: 'mh-apply-form',
    summary: 'Apply.',
    attributes: names.map((name) => ({ name, type: 'string' })),
  };
  return { ...config, widgets: [...config.widgets, form] };
}

function outputOf(config: SnippetConfig, id: OutputId): Output {
  const found = outputsFor(config).find((each) => each.id === id);
  if (!found) throw new Error(`There is no output ${id}.`);
  return found;
}
const textsOf = (config: SnippetConfig, id: OutputId): string =>
  outputOf(config, id)
    .blocks.map(({ text }) => text)
    .join('\n');
const fieldsOf = (config: SnippetConfig, id: OutputId): string[] =>
  outputOf(config, id).holds.map(({ field }) => field);

describe('an output that would lose the hub’s terms', () => {
  for (const id of ['iframe', 'link', 'wix'] as const)
    it(`is held back until the terms file has an address, or the public evidence is chosen: ${id}`, async () => {
      const without = await published({});
      expect(fieldsOf(without, id)).to.deep.equal(['terms-src']);
      expect(textsOf(without, id)).not.to.contain('journey-map');
      // The directory of hubs needs no terms.
      expect(textsOf(without, id)).to.contain('find-a-hub');
      const given = await published({ src: SRC });
      expect(fieldsOf(given, id)).to.deep.equal([]);
      expect(textsOf(given, id)).to.contain('journey-map').and.contain('terms.json');
      const chosen = await published({ src: SRC, frames: 'public' });
      expect(textsOf(chosen, id)).to.contain('journey-map').and.not.contain('terms.json');
      expect(loadsSentences(chosen, id).join(' ')).to.contain('readers see the public evidence');
    });

  it('is held back where the file is not on the frame’s own site', async () => {
    const config = await published({ src: 'https://elsewhere.example/terms.json' });
    expect(outputOf(config, 'iframe').holds[0]?.message).to.contain('widgets.example');
    expect(fieldsOf(config, 'wix')).to.deep.equal([]);
  });

  it('is held back in a page too, where a file was chosen and not named', async () => {
    const config = await published({ terms: 'src' });
    expect(fieldsOf(config, 'html')).to.deep.equal(['terms-src']);
    expect(textsOf(config, 'html')).not.to.contain('<mh-journey-map');
  });

  it('is not held back as plain content, nor as a link to the hub’s own page', async () => {
    const config = await published({ page: 'https://hub.example/join' });
    expect(fieldsOf(config, 'link')).to.deep.equal([]);
    expect(textsOf(config, 'link')).to.contain('https://hub.example/join');
    expect(fieldsOf(config, 'static')).to.deep.equal([]);
  });
});

describe('an apply form', () => {
  it('is held back from every snippet until it knows where applications go', async () => {
    const config = await withForm({});
    for (const id of ['html', 'wordpress', 'squarespace', 'wix'] as const) {
      expect(fieldsOf(config, id)).to.deep.equal(['apply-way']);
      expect(textsOf(config, id)).not.to.contain('mh-apply-form');
    }
    expect(outputOf(config, 'html').holds[0]?.remedy).to.equal('Choose where they go.');
    expect(textsOf(config, 'static')).to.contain('contact');
  });

  for (const attributes of [{ href: 'https://forms.example/{urn}' }, { mailto: 'hub@example.org' }] as const)
    it(`is let go with ${Object.keys(attributes).join()}, and reads the terms of the settings`, async () => {
      const config = await withForm(attributes);
      expect(fieldsOf(config, 'html')).to.deep.equal([]);
      expect(textsOf(config, 'html')).to.match(/<mh-settings[^>]*><script[^>]*>{"terms":.*<mh-apply-form /s);
    });

  for (const [name, value] of [
    ['action', 'javascript:alert(1)'],
    ['action', '//elsewhere.example'],
    ['href', 'http://plain.example'],
    ['mailto', 'not an address'],
  ] as const)
    it(`is held back with ${name}="${value}"`, async () => {
      expect(fieldsOf(await withForm({ [name]: value }), 'html')).to.deep.equal([`mh-apply-form-${name}`]);
    });

  it('that sends applications itself carries the hub’s notice between its tags, and waits for it', async () => {
    const action = 'https://intake.example/applications';
    const form = await withForm({ action });
    expect(fieldsOf(form, 'html')).to.deep.equal(['notice-version']);
    const ready = await withForm({ action }, { notice: NOTICE });
    expect(fieldsOf(ready, 'html')).to.deep.equal([]);
    const page = new DOMParser().parseFromString(textsOf(ready, 'html'), 'text/html');
    expect(JSON.parse(page.querySelector('mh-apply-form > script')!.textContent)).to.deep.equal({
      name: 'Wold Valley Maths Hub',
      notice: NOTICE,
    });
    expect(loadsSentences(ready, 'html').join(' ')).to.contain(action);
    expect(fieldsOf(ready, 'wix')).to.deep.equal(['mh-apply-form-action']);
  });

  it('never goes into a frame, which takes no address for applications', async () => {
    const config = await withForm({ mailto: 'hub@example.org' });
    expect(fieldsOf(config, 'iframe')).to.deep.equal(['page']);
    expect(outputOf(config, 'iframe').blocks).to.deep.equal([]);
    expect(loadsSentences(config, 'iframe')).to.deep.equal([
      'There is nothing to copy yet, so nothing is loaded.',
    ]);
  });

  it('needs no terms file on a page whose settings hold them', async () => {
    const config = await withForm({ mailto: 'hub@example.org' }, { publishing: { src: '' } });
    expect(fieldsOf(config, 'html')).to.deep.equal([]);
  });
});

describe('what an output loads', () => {
  it('is said of that output alone', async () => {
    const cdn = await published({ host: 'cdn', version: 'exact', src: '/terms.json' });
    const said = (id: OutputId): string => loadsSentences(cdn, id).join(' ');
    expect(said('html')).to.contain('cdn.jsdelivr.net').and.contain('is published on npm');
    expect(said('html')).to.contain('Your terms stand in the page itself.').and.contain('The hash holds');
    expect(said('wix')).to.contain('Your terms are read from /terms.json').and.not.contain('The hash holds');
    expect(said('iframe')).to.contain('loads a page from widgets.example').and.not.contain('jsdelivr');
    expect(said('iframe')).to.contain('Your terms are read from https://widgets.example/terms.json');
    expect(said('static')).to.contain('loads nothing').and.not.contain('postcode');
  });
});
