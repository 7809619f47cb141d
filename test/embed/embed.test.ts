import { expect } from '@open-wc/testing';
import { textOf, until } from '../support/elements.js';

type Page = Window & { warnings?: string[]; violations?: string[] } & typeof globalThis;

const frames: HTMLIFrameElement[] = [];

async function open(name: string): Promise<{ page: Page; map: HTMLElement }> {
  const frame = document.createElement('iframe');
  frame.width = '900';
  frame.height = '700';
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.src = `/test/embed/pages/${name}.html`;
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  const page = frame.contentWindow as Page | null;
  const map = page?.document.querySelector<HTMLElement>('mh-journey-map');
  if (!page || !map) throw new Error(`${name} has no journey map`);
  return { page, map };
}

const drawn = (map: HTMLElement): boolean => Boolean(map.shadowRoot?.querySelector('#phase-development'));
const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds));
const loadedFiles = (page: Page): string[] =>
  page.performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\//, ''));

describe('the embed on a page', () => {
  afterEach(() => {
    for (const frame of frames.splice(0)) frame.remove();
  });

  it('draws the journey from one script and one tag', async () => {
    const { page, map } = await open('plain');
    await until(() => drawn(map));
    const files = loadedFiles(page).filter((file) => file.endsWith('.js'));
    expect(files.filter((file) => file.startsWith('shared'))).to.have.length(1);
    expect(files.filter((file) => /^20\d\d/.test(file))).to.have.length(1);
    expect(files.some((file) => file.startsWith('own-edition'))).to.equal(false);
  });

  it('does no harm when it is pasted twice', async () => {
    const { map } = await open('twice');
    await until(() => drawn(map));
    expect(map.shadowRoot?.querySelectorAll('ol.path')).to.have.length(1);
  });

  it('draws when it comes late', async () => {
    const { map } = await open('late');
    expect(drawn(map)).to.equal(false);
    await until(() => drawn(map));
  });

  it('warns, and leaves the page alone, when another version runs there', async () => {
    const { page, map } = await open('another-version');
    await until(() => page.warnings?.length === 1);
    expect(page.warnings?.[0]).to.contain('9.9.9');
    expect(map.shadowRoot).to.equal(null);
  });

  for (const name of ['blocked', 'without-script'])
    it(`leaves the plain list in sight: ${name}`, async () => {
      const { map } = await open(name);
      await pause(300);
      expect(map.shadowRoot).to.equal(null);
      expect(textOf(map)).to.equal('Development');
      expect(map.querySelector('li')?.getBoundingClientRect().height).to.be.greaterThan(0);
    });

  it('runs under a strict Content Security Policy', async () => {
    const { page, map } = await open('csp');
    await until(() => drawn(map));
    expect(page.violations).to.deep.equal([]);
    const hidden = map.shadowRoot?.querySelector('.visually-hidden');
    expect(hidden && page.getComputedStyle(hidden).position).to.equal('absolute');
  });

  it('loads a widget only when the reader comes near it', async () => {
    const { page, map } = await open('far');
    await pause(400);
    expect(loadedFiles(page).some((file) => file.startsWith('shared'))).to.equal(false);
    map.scrollIntoView();
    await until(() => drawn(map));
  });

  it('asks at once for a widget in sight, and for no other, where the browser tells of no place yet', async () => {
    const { page, map } = await open('before-a-frame');
    await until(() => drawn(map));
    expect(loadedFiles(page).some((file) => file.startsWith('find-a-hub'))).to.equal(false);
    expect(page.document.querySelector('mh-find-a-hub')?.shadowRoot).to.equal(null);
  });

  it('finds tags that a page adds later', async () => {
    const { page } = await open('plain');
    const holder = page.document.createElement('div');
    holder.innerHTML = '<mh-journey-map edition="2020/21"></mh-journey-map>';
    page.document.querySelector('main')?.prepend(holder);
    const added = holder.firstElementChild as HTMLElement;
    await until(() => drawn(added));
  });
});
