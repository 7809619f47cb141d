import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import {
  expectAccessible,
  mount,
  part,
  textOf,
  unmountAll,
  until,
} from '../../../../test/support/elements.js';
import { examples } from './examples.js';
import './define.js';
import type { Stories } from './stories.js';
import { playerOf } from './story.js';

async function drawn(example: { readonly html: string }): Promise<Stories> {
  const widget = (await mount(example)).querySelector('mh-stories');
  if (!widget) throw new Error('No stories in the example');
  return widget;
}

const parts = (widget: Stories, selector: string): HTMLElement[] => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** Every address of another site that this page has asked for. */
function contacted(): string[] {
  return [...performance.getEntriesByType('resource').map(({ name }) => name), ...blocked].filter(
    (name) => /^https?:/.test(name) && new URL(name).origin !== location.origin,
  );
}

const blocked: string[] = [];

describe('stories', () => {
  before(() => {
    // No test of ours may reach another site: the page's policy stops it, and tells what was asked for.
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "frame-src 'none'; img-src 'self' data:; media-src 'self'; font-src 'self'";
    document.head.append(policy);
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => blocked.push(blockedURI));
  });
  afterEach(unmountAll);

  describe('criterion 6: axe finds nothing in', () => {
    for (const example of Object.values(examples))
      it(example.name, async () => {
        await expectAccessible(await mount(example));
      });
  });

  it('contacts nobody and sets no cookie before play, and then only whom it named', async () => {
    blocked.length = 0;
    const widget = await drawn(examples.listed);
    await new Promise((later) => setTimeout(later, 300));
    expect(contacted()).to.deep.equal([]);
    expect(document.cookie).to.equal('');
    expect(parts(widget, 'iframe, video, audio, img, link').length).to.equal(0);
    part(widget, '.facade').click();
    await until(() => contacted().length > 0);
    expect(contacted().every((name) => name.startsWith('https://www.youtube-nocookie.com'))).to.equal(true);
    expect(parts(widget, 'iframe').length).to.equal(1);
  });

  it('criterion 1: names who is contacted, beside the button', async () => {
    const widget = await drawn(examples.listed);
    const told = parts(widget, '.facade').map((button) =>
      textOf(widget.shadowRoot?.getElementById(button.getAttribute('aria-describedby') ?? '')),
    );
    expect(told[0]).to.contain('contacts YouTube');
    expect(told[1]).to.contain('contacts Vimeo');
    expect(told[2]).to.contain('contacts media.example.org');
  });

  it('criterion 2: plays by keyboard, names the player and moves the focus into it', async () => {
    const widget = await drawn(examples.listed);
    const seen: string[] = [];
    widget.addEventListener('mh-story-play', ({ story }) => seen.push(story.title));
    part(widget, '.facade').focus();
    await sendKeys({ press: 'Enter' });
    await widget.updateComplete;
    const frame = part<HTMLIFrameElement>(widget, 'iframe');
    expect(frame.title).to.equal('A first year in the Work Group');
    expect(frame.src).to.equal('https://www.youtube-nocookie.com/embed/abcDEF12345?autoplay=1&rel=0');
    expect(widget.shadowRoot?.activeElement).to.equal(frame);
    expect(seen).to.deep.equal(['A first year in the Work Group']);
  });

  it('loads nothing where the page keeps it back', async () => {
    const widget = await drawn(examples.listed);
    widget.addEventListener('mh-story-play', (event) => event.preventDefault());
    part(widget, '.facade').click();
    await widget.updateComplete;
    expect(parts(widget, 'iframe').length).to.equal(0);
  });

  it('tells kind, title, words and the way to each story', async () => {
    const widget = await drawn(examples.listed);
    expect(parts(widget, '.kind').map(textOf)).to.deep.equal(['Video', 'Video', 'Podcast', 'Case study']);
    expect(textOf(part(widget, '.story')))
      .to.contain('a maths lead looks back.')
      .and.to.contain('Open on YouTube');
    const links = parts(widget, 'a').map((link) => link.getAttribute('href'));
    expect(links).to.deep.equal([
      'https://www.youtube.com/watch?v=abcDEF12345',
      'https://vimeo.com/123456789',
      'https://media.example.org/podcast/episode-4.mp3',
      '/stories/small-school',
    ]);
  });

  it('criterion 3: takes the kind that the hub names, and only links where nothing plays it', async () => {
    const widget = await drawn(examples.named);
    expect(parts(widget, '.kind').map(textOf)).to.deep.equal(['Podcast', 'Video']);
    expect(parts(widget, '.facade').length).to.equal(0);
    expect(textOf(part(widget, '.story'))).to.contain('Read on podcasts.example.org');
  });

  it('tells a resource from a case study where the hub says so', async () => {
    const widget = await drawn({
      html: `<mh-stories>
        <a href="/lessons" data-kind="resource">Lessons</a> <a href="/small-school">A small school</a>
      </mh-stories>`,
    });
    expect(parts(widget, '.kind').map(textOf)).to.deep.equal(['Resource', 'Case study']);
  });

  it('tells a story in full: picture of this site, quotation with name and role, school, themes, kind', async () => {
    const widget = await drawn(examples.told);
    expect(parts(widget, '.kind').map(textOf)).to.deep.equal([
      'VideoOak Lane Primary, one class a year',
      'Podcast',
      'Article',
      'Case study over several yearsHill Road School',
    ]);
    const [first] = parts(widget, '.story');
    expect(textOf(first?.querySelector('blockquote'))).to.equal(
      '“We talk about the maths now, not about the worksheet.”',
    );
    expect(textOf(first?.querySelector('figcaption'))).to.equal('A. Teacher, maths lead');
    expect(textOf(first?.querySelector('.about'))).to.equal('a maths lead looks back.');
    expect(textOf(first)).to.contain('About: release time, small schools');
    const posters = parts(widget, 'img').map((each) => [
      each.getAttribute('alt'),
      (each as HTMLImageElement).src,
    ]);
    expect(posters).to.deep.equal([
      ['Two teachers at a whiteboard', new URL('whiteboard.svg', document.baseURI).href],
    ]);
  });

  it('asks nothing of another site before a press, pictures included', async () => {
    blocked.length = 0;
    const before = contacted().length;
    const widget = await drawn(examples.told);
    await until(() => parts(widget, '.story').length === 4);
    expect(contacted().length).to.equal(before);
    expect(parts(widget, 'iframe, video, audio').length).to.equal(0);
    for (const each of parts(widget, '[src]'))
      expect(new URL(each.getAttribute('src') ?? '', document.baseURI).origin).to.equal(location.origin);
  });

  it('shows the stories of a theme', async () => {
    const widget = await drawn(examples.told);
    const shown = (): string[] => parts(widget, '.story:not([hidden]) [part=heading]').map(textOf);
    expect(shown()).to.have.length(4);
    const themes = parts(widget, '.themes button');
    expect(themes.map(textOf)).to.deep.equal(['All', 'release time', 'small schools', 'fluency']);
    themes[2]?.click();
    await widget.updateComplete;
    expect(shown()).to.deep.equal(['A first year in the Work Group', 'Ten years on']);
    expect(themes.map((each) => each.getAttribute('aria-pressed'))).to.deep.equal([
      'false',
      'false',
      'true',
      'false',
    ]);
  });

  it('criterion 4: starts at the level that the page asks for', async () => {
    const levels = parts(await drawn(examples.named), '[part=heading]').map((each) => each.localName);
    expect(levels).to.deep.equal(['h3', 'h4', 'h4']);
  });

  it('criterion 5: shows what is between the tags where it holds no story', async () => {
    const widget = await drawn(examples.none);
    expect(part<HTMLSlotElement>(widget, 'slot').assignedElements()[0]?.localName).to.equal('p');
  });

  it('reads links that arrive later', async () => {
    const widget = await drawn(examples.none);
    widget.insertAdjacentHTML('beforeend', '<a href="https://vimeo.com/987654321">Later</a>');
    await until(() => parts(widget, '.facade').length === 1);
  });

  it('drops an address that could run script, and shows markup as text', async () => {
    const widget = await drawn({
      html: '<mh-stories><a href="javascript:alert(1)">Bad</a><p><a href="/good">&lt;b&gt;Good&lt;/b&gt;</a></p></mh-stories>',
    });
    expect(parts(widget, '.story').length).to.equal(1);
    expect(textOf(part(widget, 'h3'))).to.equal('<b>Good</b>');
  });

  it('knows the addresses of the video services', () => {
    const player = (address: string): string | undefined => playerOf(address)?.src;
    const tube = 'https://www.youtube-nocookie.com/embed/abcDEF12345?autoplay=1&rel=0';
    for (const address of [
      'https://www.youtube.com/watch?v=abcDEF12345&t=10s',
      'https://youtu.be/abcDEF12345?si=x',
      'https://m.youtube.com/shorts/abcDEF12345',
      'https://www.youtube-nocookie.com/embed/abcDEF12345',
    ])
      expect(player(address), address).to.equal(tube);
    expect(player('https://vimeo.com/123456789/0a1b2c3d4e')).to.equal(
      'https://player.vimeo.com/video/123456789?dnt=1&autoplay=1&h=0a1b2c3d4e',
    );
    for (const address of [
      'https://www.youtube.com/@channel',
      'https://youtube.com.example.org/watch?v=abcDEF12345',
      'https://www.youtube.com/watch?v=%22onload',
      '/about',
    ])
      expect(player(address), address).to.equal(undefined);
    expect(playerOf('/talk.mp3')).to.include({ element: 'audio', host: null });
    expect(playerOf('https://cdn.example.org/film.mp4')).to.include({
      element: 'video',
      host: 'cdn.example.org',
    });
  });

  it('criterion 7: fits 300 px, with targets of 44 px', async () => {
    await setViewport({ width: 480, height: 800 });
    const root = await mount({ html: `<div style="inline-size: 300px">${examples.listed.html}</div>` });
    const widget = root.querySelector('mh-stories');
    if (!widget) throw new Error('No stories');
    expect(widget.scrollWidth).to.be.at.most(300);
    for (const each of parts(widget, '.facade'))
      expect(each.getBoundingClientRect().height).to.be.at.least(44);
  });
});
