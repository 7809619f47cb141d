import { expect } from '@open-wc/testing';
import { readParameters } from '../../packages/components/src/embed/frame-parameters.js';
import { expectAccessible, textOf, until } from '../support/elements.js';

const CDN = '/packages/components/dist/cdn/embed.html';
const frames: HTMLIFrameElement[] = [];

async function open(src: string): Promise<Window & typeof globalThis> {
  const frame = document.createElement('iframe');
  frame.title = 'Frame under test';
  frame.width = '700';
  frame.height = '500';
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.src = src;
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  return frame.contentWindow as Window & typeof globalThis;
}

const drawn = (page: Window, selector = 'mh-journey-map'): boolean => {
  const root = page.document.querySelector(selector)?.shadowRoot;
  return Boolean(root?.querySelector('h1, h2') && !root.querySelector('.loading'));
};

async function openHost(): Promise<{
  page: Window & typeof globalThis;
  frame: HTMLIFrameElement;
  inner: Window & typeof globalThis;
}> {
  const page = await open('/test/embed/pages/frame-host.html');
  const frame = page.document.querySelector('iframe');
  if (!frame) throw new Error('The page has no frame');
  const inner = frame.contentWindow as Window & typeof globalThis;
  await until(() => drawn(inner));
  return { page, frame, inner };
}

/** A message as it would arrive from anywhere. */
function forge(page: Window & typeof globalThis, from: Window, origin: string, data: object): void {
  page.dispatchEvent(
    new page.MessageEvent('message', { source: from, origin, data: { 'maths-hubs': 1, ...data } }),
  );
}

afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

describe('embed.html', () => {
  it('draws the widget that its address names, with its terms and accent', async () => {
    const page = await open(`${CDN}?widget=journey-map&edition=2020/21&accent=663399&phase=embedding`);
    await until(() => drawn(page));
    const map = page.document.querySelector('mh-journey-map');
    expect(textOf(map?.shadowRoot)).to.contain('Terms for 2020/21');
    expect(map?.shadowRoot?.querySelector('[aria-current=step]')).to.not.equal(null);
    expect(page.getComputedStyle(page.document.documentElement).getPropertyValue('--mh-accent')).to.equal(
      '#663399',
    );
  });

  it('begins with a heading, sends links to a new tab, and keeps what stays on its page', async () => {
    const page = await open(`${CDN}?widget=find-a-hub`);
    await until(() => drawn(page, 'mh-find-a-hub'));
    const finder = page.document.querySelector('mh-find-a-hub');
    expect(finder?.shadowRoot?.querySelector('h1')).to.not.equal(null);
    expect(page.document.title).to.equal('Find a hub – Teaching for Mastery');
    expect(page.document.querySelector('base')?.target).to.equal('_blank');
    const link = page.document.createElement('a');
    page.document.body.append(link);
    link.addEventListener('click', (event) => event.preventDefault());
    for (const [href, target] of [
      ['https://example.org/', ''],
      ['#here', '_self'],
      ['mailto:office@example.org', '_self'],
    ] as const) {
      link.removeAttribute('target');
      link.href = href;
      link.click();
      // The attribute itself: Firefox answers with the base's target where there is none.
      expect(link.getAttribute('target') ?? '').to.equal(target);
    }
  });

  it("reads a hub's own terms from its own site", async () => {
    const page = await open(`${CDN}?widget=mh-journey-map&src=/test/embed/pages/own-terms.json`);
    await until(() =>
      textOf(page.document.querySelector('mh-journey-map')?.shadowRoot).includes('Example Maths Hub'),
    );
  });

  for (const [what, query, words] of [
    ['a file of another site', 'widget=journey-map&src=https://elsewhere.example/terms.json', 'another site'],
    [
      'a file without a scheme of its own',
      'widget=journey-map&src=//elsewhere.example/terms.json',
      'another site',
    ],
    ['a file that is data', 'widget=journey-map&src=data:application/json,{}', 'another site'],
    ['where applications go', 'widget=apply-form&action=https://elsewhere.example/', 'does not take one'],
    ['a widget that there is not', 'widget=toaster', 'journey-map'],
    ['no widget', '', 'journey-map'],
    ['settings alone', 'widget=settings', 'journey-map'],
    ['a hub that is no id', 'widget=journey-map&hub=<b>', 'hub that cannot be read'],
  ] as const)
    it(`refuses ${what}, in words`, async () => {
      const page = await open(`${CDN}?${query}`);
      await until(() => page.document.querySelector('[role=alert]'));
      expect(textOf(page.document.querySelector('[role=alert]'))).to.contain(words);
      expect(page.document.querySelector('main > mh-settings')).to.equal(null);
    });

  it('stands alone at a fixed height, and tells nobody anything unasked', async () => {
    const heard: unknown[] = [];
    const listen = ({ data }: MessageEvent): void => {
      if (typeof data === 'object' && data !== null && 'maths-hubs' in data) heard.push(data);
    };
    addEventListener('message', listen);
    const page = await open(`${CDN}?widget=journey-map`);
    await until(() => drawn(page));
    await new Promise((next) => setTimeout(next, 100));
    removeEventListener('message', listen);
    expect(heard).to.deep.equal([]);
  });

  it('is accessible', async () => {
    const page = await open(`${CDN}?widget=journey-map&edition=2024/25`);
    await until(() => drawn(page));
    expect(page.document.documentElement.lang).to.equal('en-GB');
    expect(page.document.title).to.not.equal('');
    await expectAccessible(frames[0] ?? document.body);
  });
});

describe('frame-host.js', () => {
  it('gives the frame the height and the name of what is in it, and follows it', async () => {
    const { frame, inner } = await openHost();
    const height = (): number => frame.getBoundingClientRect().height;
    const wanted = (): number => inner.document.querySelector('main')?.getBoundingClientRect().height ?? 0;
    await until(() => height() > 200 && Math.abs(height() - wanted()) < 6);
    expect(frame.title).to.equal('Journey map – Teaching for Mastery');
    const before = height();
    inner.document
      .querySelector('mh-journey-map')
      ?.shadowRoot?.querySelector<HTMLElement>('#phase-development')
      ?.click();
    await until(() => height() > before + 50);
  });

  it('listens only to its own frames, at their own origin, in its own version', async () => {
    const { page, frame, inner } = await openHost();
    await until(() => frame.style.height !== '');
    const before = frame.style.height;
    const own = page.location.origin;
    forge(page, inner, 'https://elsewhere.example', { type: 'height', height: 4321 });
    forge(page, window, own, { type: 'height', height: 4321 });
    forge(page, inner, own, { 'maths-hubs': 2, type: 'height', height: 4321 });
    forge(page, inner, own, { type: 'height', height: '4321' });
    expect(frame.style.height).to.equal(before);
    forge(page, inner, own, { type: 'height', height: 4321 });
    expect(frame.style.height).to.equal('4321px');
    forge(page, inner, own, { type: 'height', height: 9e9 });
    expect(frame.style.height).to.equal('20000px');
  });

  it('hands the reader on to the page that it names itself, and to no other', async () => {
    const { page, frame, inner } = await openHost();
    const asked: { to: string; href: string; hub: string | null }[] = [];
    page.addEventListener('maths-hubs-hand-on', (event) => {
      event.preventDefault();
      asked.push((event as CustomEvent<(typeof asked)[number]>).detail);
    });
    const own = page.location.origin;
    forge(page, inner, own, { type: 'hand-on', to: 'apply', hub: null });
    forge(page, inner, own, { type: 'hand-on', to: 'https://elsewhere.example/', hub: null });
    expect(asked).to.deep.equal([]);
    forge(page, inner, own, { type: 'hand-on', to: 'find', hub: 'example-hub' });
    expect(asked).to.deep.equal([
      { to: 'find', href: `${own}/test/embed/pages/handed-on.html`, hub: 'example-hub' },
    ]);
    expect(frame.isConnected).to.equal(true);
  });

  it('goes there when a reader follows the link in the frame', async () => {
    const { page, inner } = await openHost();
    const link = (): HTMLAnchorElement | null | undefined =>
      inner.document
        .querySelector('mh-journey-map')
        ?.shadowRoot?.querySelector<HTMLAnchorElement>('a[href$="handed-on.html"]');
    await until(() => link());
    link()?.click();
    await until(() => page.location.pathname.endsWith('/handed-on.html'));
  });

  it('offers a frame no link to another site', async () => {
    const page = await open('/test/embed/pages/frame-host.html');
    const inner = page.document.querySelector('iframe')?.contentWindow as Window & typeof globalThis;
    await until(() => drawn(inner));
    forge(inner, page, page.location.origin, {
      type: 'hello',
      links: { apply: 'https://elsewhere.example/', check: 'javascript:alert(1)' },
    });
    const settings = inner.document.querySelector('mh-settings');
    expect(settings?.hasAttribute('apply-href')).to.equal(false);
    expect(settings?.hasAttribute('check-href')).to.equal(false);
  });
});

describe("a frame's address", () => {
  const read = (query: string) =>
    readParameters(new URL(`https://cdn.example/embed.html?${query}`), ['journey-map', 'find-a-hub']);

  it('gives the widget, its settings and nothing else', () => {
    expect(
      read('widget=find-a-hub&hub=example-hub&edition=2024-25&src=terms.json&utm_source=x&onclick=y'),
    ).to.deep.equal({
      tag: 'mh-find-a-hub',
      settings: { hub: 'example-hub', edition: '2024/25', src: 'terms.json' },
      widget: {},
      accent: null,
    });
  });

  it('takes a colour by name or number, and no other style', () => {
    expect(read('widget=journey-map&accent=teal')).to.have.property('accent', 'teal');
    expect(read('widget=journey-map&accent=%23abc')).to.have.property('accent', '#abc');
    expect(read('widget=journey-map&accent=url(x)')).to.have.property('problem');
  });
});
