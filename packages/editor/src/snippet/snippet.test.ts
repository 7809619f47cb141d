import { expect } from '@open-wc/testing';
import { readMark } from '@maths-hubs/sdk/page-check';
import { parseEdition } from '@maths-hubs/sdk/programme/schema';
import { exampleConfig } from './examples.js';
import { embedScript, htmlSnippet } from './html.js';
import { loadsSentences } from './loads.js';
import { linkedWidgets, linkLoader } from './links.js';
import { accessibilityStatement } from './statement.js';
import { openProject, saveText } from '../project/open.js';
import { outputsFor } from './outputs.js';
import { pagesWithoutAddress } from './pages.js';
import type { Publishing } from '../project/project.js';

const published = (change: Partial<Publishing>) =>
  exampleConfig((project) => ({ ...project, publishing: { ...project.publishing, ...change } }));

describe('several pages', () => {
  it('lead to one another where their addresses are known, and are saved as they are', async () => {
    const config = await exampleConfig((project) => ({
      ...project,
      widgets: [
        { tag: 'mh-journey-map', attributes: {} },
        { tag: 'mh-find-a-hub', attributes: {}, page: 2 },
      ],
      publishing: {
        ...project.publishing,
        page: 'https://hub.example/one',
        pages: ['', 'https://hub.example/two'],
      },
    }));
    const blocks = outputsFor(config)[0]?.blocks ?? [];
    expect(blocks.map(({ title }) => title)).to.deep.equal([
      'Snippet, page 1: Journey map',
      'Snippet, page 2: Find a hub',
    ]);
    const [one = '', two = ''] = blocks.map(({ text }) => text);
    expect(one).to.contain('find-href="https://hub.example/two"').and.not.contain('journey-href');
    expect(two).to.contain('journey-href="https://hub.example/one"').and.not.contain('<mh-journey-map');
    expect(pagesWithoutAddress(config.project)).to.deep.equal([]);
    const saved = openProject(saveText(config.project), '/embed/');
    expect(saved.widgets).to.deep.equal(config.project.widgets);
    expect(saved.publishing.pages).to.deep.equal(config.project.publishing.pages);
  });
});

describe('a snippet', () => {
  it('is a module script, the settings, and each widget with plain content between its tags', async () => {
    const page = new DOMParser().parseFromString(htmlSnippet(await exampleConfig()), 'text/html');
    expect(page.querySelector('script[type=module]')?.getAttribute('src')).to.equal(
      'https://widgets.example/embed/embed.js',
    );
    expect(page.querySelector('mh-settings')?.getAttribute('hub')).to.equal('wold-valley');
    const map = page.querySelector('mh-journey-map')!;
    expect(map.getAttribute('heading-level')).to.equal('3');
    expect(map.querySelectorAll('ol > li').length).to.equal(2);
    expect(map.textContent).to.contain('Schools that are new to <mastery> & to us.');
    expect(page.querySelector('mh-find-a-hub a')).not.to.equal(null);
  });

  it('carries terms inline once a page, in the settings, where every widget reads them', async () => {
    const page = new DOMParser().parseFromString(htmlSnippet(await exampleConfig()), 'text/html');
    const inline = [...page.querySelectorAll('script[type="application/json"]')];
    expect(inline.length).to.equal(1);
    expect(inline[0]!.parentElement?.localName).to.equal('mh-settings');
    const edition = parseEdition((JSON.parse(inline[0]!.textContent) as { terms: unknown }).terms);
    expect(edition.phases[0]?.terms.teachers.value).to.deep.equal({
      min: 2,
      max: 2,
      unit: 'teacher',
      per: 'school',
    });
    expect(inline[0]!.textContent).not.to.contain('<');
  });

  it('has no empty line, which content systems turn into paragraphs', async () => {
    for (const { blocks } of outputsFor(await exampleConfig()))
      for (const { text, title } of blocks) if (title !== 'As Markdown') expect(text).not.to.match(/\n\s*\n/);
  });

  it('names the file of the terms once, and carries none, where they stand in a file', async () => {
    const snippet = htmlSnippet(await published({ terms: 'src', src: '/files/terms.json' }));
    expect(snippet).to.contain('<mh-settings hub="wold-valley" src="/files/terms.json">');
    expect(snippet).not.to.contain('application/json');
  });

  it('follows a major version, or holds one by its hash', async () => {
    expect(embedScript(await published({ host: 'cdn' }))).to.contain(
      'components@1/dist/cdn/embed.js"></script>',
    );
    const exact = embedScript(await published({ host: 'cdn', version: 'exact' }));
    expect(exact).to.contain('components@1.4.2/dist/cdn/embed.js"');
    expect(exact).to.contain('integrity="sha384-abc" crossorigin="anonymous"');
  });

  it('carries the hub’s colours and font on the widget, and its wording in the settings', async () => {
    const config = await exampleConfig((project) => ({
      ...project,
      wording: { 'journey.title': 'Our </script> way' },
      look: { ...project.look, accent: '#112233', accentDark: '#ddeeff', font: 'Georgia, serif' },
    }));
    const page = new DOMParser().parseFromString(htmlSnippet(config), 'text/html');
    expect(page.querySelector('mh-journey-map')?.getAttribute('style')).to.equal(
      '--mh-accent: light-dark(#112233, #ddeeff); font-family: Georgia, serif',
    );
    expect(JSON.parse(page.querySelector('mh-settings script')!.textContent)).to.deep.include({
      wording: { 'journey.title': 'Our </script> way' },
    });
  });

  it('has an output for every kind of site; those without script carry none', async () => {
    const outputs = outputsFor(await published({ src: '/files/terms.json' }));
    expect(outputs.map(({ id }) => id)).to.deep.equal([
      'html',
      'wordpress',
      'wix',
      'squarespace',
      'iframe',
      'static',
      'link',
    ]);
    const blocks = (id: string) => outputs.find((each) => each.id === id)!.blocks;
    expect(blocks('wix').map(({ text }) => text)).to.include.members([
      'https://widgets.example/embed/embed.js',
      'mh-journey-map',
      '/files/terms.json',
      '3',
    ]);
    for (const id of ['static', 'link']) expect(blocks(id)[0]!.text).not.to.match(/<script|<mh-/);
    const frame = new DOMParser()
      .parseFromString(blocks('iframe')[0]!.text, 'text/html')
      .querySelector('iframe')!;
    expect(frame.title).to.equal('Journey map: Teaching for Mastery');
    const address = new URL(frame.src);
    expect(address.pathname).to.equal('/embed/embed.html');
    expect(Object.fromEntries(address.searchParams)).to.deep.equal({
      widget: 'journey-map',
      hub: 'wold-valley',
      'heading-level': '3',
      src: '/files/terms.json',
    });
  });

  it('comes as links before lists, which name the hub’s terms and need no script to be read', async () => {
    const config = await published({ src: 'https://hub.example/terms.json' });
    const text = linkedWidgets(config);
    expect(text).not.to.match(/<(?!\/?(p|a|ol|ul|li)\b)/);
    const page = new DOMParser().parseFromString(text, 'text/html');
    const [link] = page.querySelectorAll('a');
    expect(readMark(link!.getAttribute('href')!)).to.deep.equal({
      name: 'journey-map',
      values: { terms: 'https://hub.example/terms.json' },
    });
    expect(link!.parentElement?.nextElementSibling?.localName).to.equal('ol');
    expect(linkLoader(config)).to.contain('data-allow="https://hub.example/terms.json"');
    const year = linkedWidgets(await published({ src: '' }));
    expect(year).to.contain('embed.html#mh-journey-map?edition=2026-27"');
  });

  it('comes with an accessibility statement in which what is known is filled in', async () => {
    const config = await exampleConfig();
    const text = accessibilityStatement(config, '2026-11-25');
    expect(text).to.contain('version 1.4.2: journey map and find a hub.');
    expect(text).to.match(/contact Wold Valley Maths Hub \(/);
    expect(text).to.match(/text \d+\.\d to 1/);
    expect(text).to.contain('prepared on 25 November 2026');
    expect(text).to.contain('[number] working days');
    const { project } = config;
    const weak = { ...config, project: { ...project, look: { ...project.look, ink: '#999999' } } };
    expect(accessibilityStatement(weak, '2026-11-25')).to.contain('below the 4.5 to 1');
  });

  it('says what it loads and from where, and what a search sends', async () => {
    const said = loadsSentences(await exampleConfig(), 'html').join(' ');
    expect(said).to.contain('widgets.example');
    expect(said).to.contain('Your terms stand in the page itself.');
    expect(said).to.contain('api.postcodes.io');
  });

  it('says what the folder’s server must allow, and that one’s own computer serves nobody else', async () => {
    const said = async (change: Partial<Publishing>) =>
      loadsSentences(await published(change), 'html').join(' ');
    expect(await said({})).to.contain('Access-Control-Allow-Origin');
    expect(await said({ base: 'http://127.0.0.1:4100/embed/' })).to.contain('your own computer');
    expect(await said({ base: 'http://localhost/embed/' })).to.contain('your own computer');
    expect(await said({ base: 'https://localhost.example/embed/' })).not.to.contain('your own computer');
    expect(await said({ host: 'cdn' })).not.to.contain('Access-Control-Allow-Origin');
  });
});
