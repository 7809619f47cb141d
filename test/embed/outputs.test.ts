import { expect } from '@open-wc/testing';
import { exampleConfig } from '../../packages/editor/src/snippet/examples.js';
import { outputsFor, type Output } from '../../packages/editor/src/snippet/outputs.js';
import { textOf, until } from '../support/elements.js';

const EMBED = `${location.origin}/packages/components/dist/cdn/`;
const TERMS = `${location.origin}/test/embed/pages/own-terms.json`;

const frames: HTMLIFrameElement[] = [];

/** A page that holds what an editor copied, as a site would deliver it. */
async function pageWith(content: string): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.width = '900';
  frame.height = '800';
  frame.srcdoc = `<!doctype html><html lang="en-GB"><head><title>A hub's page</title></head><body><main>${content}</main></body></html>`;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  if (!frame.contentDocument) throw new Error('The page cannot be read');
  return frame.contentDocument;
}

async function output(id: Output['id'], terms: 'inline' | 'src'): Promise<Output> {
  const config = await exampleConfig((project) => ({
    ...project,
    publishing: { ...project.publishing, host: 'site', base: EMBED, version: 'moving', terms, src: TERMS },
  }));
  const found = outputsFor(config).find((each) => each.id === id);
  if (!found) throw new Error(`No output for ${id}`);
  return found;
}

const copied = ({ blocks }: Output): string => {
  const [first] = blocks;
  if (!first) throw new Error('There is nothing to copy');
  return first.text;
};

const drawnPhases = (page: Document): string =>
  textOf(page.querySelector('mh-journey-map')?.shadowRoot?.querySelector('ol.path'));

describe('what the editor copies, on a real page', () => {
  afterEach(() => {
    for (const frame of frames.splice(0)) frame.remove();
  });

  for (const id of ['html', 'wordpress', 'squarespace'] as const)
    for (const terms of ['inline', 'src'] as const)
      it(`draws the hub's own terms from the snippet for ${id}, terms ${terms}`, async () => {
        const page = await pageWith(copied(await output(id, terms)));
        await until(() => drawnPhases(page) !== '');
        expect(drawnPhases(page)).to.contain('Teaching for Mastery');
        await until(() => page.querySelector('mh-find-a-hub')?.shadowRoot);
        expect(textOf(page.querySelector('mh-journey-map')?.shadowRoot)).not.to.contain('2024/25');
      });

  it('draws from the fields that Wix asks for', async () => {
    const { blocks } = await output('wix', 'src');
    const value = (title: string): string =>
      blocks.find((block) => block.title === `${title} of mh-journey-map`)?.text ?? '';
    const page = await pageWith(
      `<script type="module" src="${value('Server URL')}"></script><${value('Tag name')} src="${value('Attribute src')}"></${value('Tag name')}>`,
    );
    await until(() => drawnPhases(page) !== '');
  });

  it('draws in frames where a site takes nothing else', async () => {
    const page = await pageWith(copied(await output('iframe', 'src')));
    const frame = [...page.querySelectorAll('iframe')].find(({ src }) => src.includes('journey-map'));
    expect(frame?.title).to.not.equal('');
    frame?.scrollIntoView();
    await until(() => {
      const inner = frame?.contentDocument;
      return inner && drawnPhases(inner) !== '';
    });
  });

  for (const id of ['static', 'link'] as const)
    it(`says it without a script: ${id}`, async () => {
      const page = await pageWith(copied(await output(id, 'src')));
      expect(page.querySelector('script')).to.equal(null);
      expect(page.querySelector('a[href^="http"]')).not.to.equal(null);
    });
});
