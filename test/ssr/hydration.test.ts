import { expect } from '@open-wc/testing';
import { TAGS } from '../../packages/components/src/embed/tags.js';
import { until } from '../support/elements.js';

type Page = Window & {
  readonly hydrated?: boolean;
  readonly drawn?: Element | null;
  readonly faults: string[];
} & typeof globalThis;
type Widget = HTMLElement & { headingLevel: number; readonly updateComplete: Promise<unknown> };

const frames: HTMLIFrameElement[] = [];

async function open(tag: string, hash = ''): Promise<{ page: Page; widget: Widget; root: ShadowRoot }> {
  const frame = document.createElement('iframe');
  frame.width = '1000';
  frame.height = '800';
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.src = `/__ssr/${tag}${hash}`;
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  const page = frame.contentWindow as Page;
  const widget = page.document.querySelector<Widget>(tag);
  if (!widget?.shadowRoot) throw new Error(`${tag} came without a shadow root of the server's`);
  await until(() => page.hydrated || page.faults.length > 0);
  await widget.updateComplete;
  return { page, widget, root: widget.shadowRoot };
}

const click = (root: ParentNode, selector: string): void => {
  const button = root.querySelector<HTMLElement>(selector);
  if (!button) throw new Error(`There is no ${selector}`);
  button.click();
};

describe('a widget that a server drew', () => {
  afterEach(() => {
    for (const frame of frames.splice(0)) frame.remove();
  });

  for (const tag of Object.keys(TAGS))
    it(`is taken over as it stands: ${tag}`, async () => {
      const { page, widget, root } = await open(tag);
      expect(page.faults).to.deep.equal([]);
      expect(root.contains(page.drawn!)).to.equal(true);
      const headings = () => root.querySelectorAll('h1, h2, h3, h4, h5, h6');
      const [before] = headings();
      if (!before) return;
      expect(before.localName).to.equal('h2');
      widget.headingLevel = 5;
      await widget.updateComplete;
      expect(headings()[0]?.localName).to.equal('h5');
      expect(page.faults).to.deep.equal([]);
    });

  it('ticks what a browser would tick, where no script runs', async () => {
    for (const tag of Object.keys(TAGS)) {
      const drawn = await (await fetch(`/__ssr/${tag}`)).text();
      // To a browser every value of such an attribute means yes.
      expect(drawn, tag).not.to.match(
        /\s(checked|disabled|hidden|open|readonly|selected)="(false|undefined)"/,
      );
    }
    const page = document.createElement('div');
    page.setHTMLUnsafe(await (await fetch('/__ssr/mh-journey-map')).text());
    const ways = page
      .querySelector('mh-journey-map')
      ?.shadowRoot?.querySelectorAll<HTMLInputElement>('[name=way]');
    expect([...(ways ?? [])].map(({ checked }) => checked)).to.deep.equal([true, false]);
  });

  it('answers a click: a phase opens', async () => {
    const { root } = await open('mh-journey-map');
    const button = root.querySelector('#phase-development');
    expect(button?.getAttribute('aria-expanded')).to.equal('false');
    click(root, '#phase-development');
    await until(() => button?.getAttribute('aria-expanded') === 'true');
  });

  it('answers a click: the finder says what is missing', async () => {
    const { root } = await open('mh-find-a-hub');
    const before = root.textContent;
    click(root, 'button[type=submit], form button');
    await until(() => root.textContent !== before);
  });

  it('is drawn anew where the page’s address asks for more than the server knew', async () => {
    const { page, root } = await open('mh-eligibility-checker', '#mh-check?phase=development');
    expect(page.faults).to.deep.equal([]);
    await until(() => root.querySelector('#question'));
    expect(root.contains(page.drawn!)).to.equal(false);
  });

  it('is drawn anew where the page has other words, and keeps its style', async () => {
    const { page, widget, root } = await open('mh-journey-map', '#reworded');
    expect(page.faults).to.deep.equal([]);
    expect(root.querySelector('h2')?.textContent).to.equal('Our journey');
    expect(root.querySelectorAll('h2')).to.have.length(1);
    expect(getComputedStyle(widget).display).to.equal('block');
  });

  it('takes the attributes that the page would set, without being drawn anew', async () => {
    const { page, root } = await open('mh-find-a-hub');
    // A server knows no width, and folds the list.
    expect(root.querySelector<HTMLDetailsElement>('.list')?.open).to.equal(true);
    expect(root.contains(page.drawn!)).to.equal(true);
  });

  it('leaves open what its reader has opened', async () => {
    const { root } = await open('mh-find-a-hub', '#opened');
    expect(root.querySelector<HTMLDetailsElement>('.credits')?.open).to.equal(true);
  });

  it('says what changes, also where a server had nothing to say', async () => {
    const { root } = await open('mh-funding-calculator');
    const status = root.querySelector('[role=status]');
    expect(status?.textContent.trim()).to.equal('');
    click(root, '[name=invited][value=no]');
    await until(() => status?.textContent.includes('Estimate'));
  });

  for (const [how, hash, isSame] of [
    ['taken over', '#typed', true],
    ['drawn anew', '#reworded-typed', false],
  ] as const)
    it(`keeps what was typed before it is ${how}, and answers it`, async () => {
      const { page, root } = await open('mh-find-a-hub', hash);
      expect(root.contains(page.drawn!)).to.equal(isSame);
      const field = root.querySelector('input')!;
      await until(() => field.value === 'wigst' && root.querySelectorAll('[role=option]').length > 1);
      expect(field.selectionStart).to.equal(2);
      expect(root.activeElement).to.equal(field);
    });

  for (const hash of ['#ticked', '#reworded-ticked'])
    it(`keeps what was chosen before: ${hash}`, async () => {
      const { root } = await open('mh-funding-calculator', hash);
      const radio = root.querySelector<HTMLInputElement>('[name=invited][value=no]');
      await until(
        () => radio?.checked && root.querySelector('[role=status]')?.textContent.includes('Estimate'),
      );
    });
});
