import { expect } from '@open-wc/testing';
import { TAGS } from '../../packages/components/src/embed/tags.js';
import { textOf, until } from '../support/elements.js';

type Page = Window & {
  readonly faults: string[];
  readonly warnings: string[];
  readonly navigate?: (html: string) => void;
} & typeof globalThis;

const frames: HTMLIFrameElement[] = [];
const SCRIPT = '<script type="module" src="/packages/components/dist/cdn/embed.js"></script>';
/** A link, since one widget draws the links between its tags. */
const FALLBACK = '<p><a href="https://example.org/">Ask your hub</a></p>';
/** Shows nothing of its own. */
const WIDGETS = Object.keys(TAGS).filter((tag) => tag !== 'mh-settings');

async function open(name: string): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.width = '1000';
  frame.height = '800';
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.src = `/test/embed/pages/hosts/${name}.html`;
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  return frame.contentWindow as Page;
}

const markup = (tag: string): string => `<${tag} edition="2024/25">${FALLBACK}</${tag}>`;

/** Some widgets draw in the page's own tree. */
const rootOf = (widget: Element): Element | ShadowRoot => widget.shadowRoot ?? widget;

function isDrawn(page: Page, tag: string): boolean {
  const widget = page.document.querySelector(tag);
  if (!widget || !page.customElements.get(tag)) return false;
  const root = rootOf(widget);
  return !root.querySelector('.loading') && visibleTexts(page, root).length > 0;
}

/** Elements with words of their own that a reader can see. */
function visibleTexts(page: Page, root: Element | ShadowRoot): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].filter((element) => {
    if (element.closest('sup, .visually-hidden, style, option, [aria-hidden=true]')) return false;
    const words = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
    const box = element.getBoundingClientRect();
    return words && box.height > 2 && page.getComputedStyle(element).visibility === 'visible';
  });
}

async function place(page: Page, tag: string): Promise<Element> {
  const main = page.document.querySelector('main');
  if (!main) throw new Error('The page has no main');
  main.innerHTML = markup(tag);
  await until(() => isDrawn(page, tag));
  const widget = page.document.querySelector(tag);
  if (!widget) throw new Error(`${tag} went away`);
  return widget;
}

afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

for (const name of ['reset', 'important', 'old-theme', 'strict-policy'])
  describe(`a page of another making: ${name}`, () => {
    for (const tag of WIDGETS)
      it(`shows <${tag}>`, async () => {
        const page = await open(name);
        const widget = await place(page, tag);
        const texts = visibleTexts(page, rootOf(widget));
        const sizes = texts.map((element) => Number.parseFloat(page.getComputedStyle(element).fontSize));
        expect(texts.length).to.be.greaterThan(0);
        expect(Math.min(...sizes)).to.be.greaterThan(10);
        expect(page.faults).to.deep.equal([]);
        expect(page.warnings.filter((words) => words.includes('mh-'))).to.deep.equal([]);
      });
  });

/** What a finger has to hit by itself; a radio button or a check box may be smaller, for its label is a target too. */
const TARGETS =
  'button, .button, summary, select, input:not([type=radio], [type=checkbox], [tabindex="-1"]), [role=option]';
const MARKS = 'input:is([type=radio], [type=checkbox]):not(.visually-hidden)';
/** Where the mark itself is not shown, its label is all there is to hit. */
const LABELS = 'label:has(> input.visually-hidden)';

for (const name of ['old-theme', 'reset'])
  describe(`targets on a page of another making: ${name}`, () => {
    for (const tag of WIDGETS)
      it(`are at least 44 px high in <${tag}>`, async () => {
        const page = await open(name);
        const root = rootOf(await place(page, tag));
        const small = (selector: string, least: number): string[] =>
          [...root.querySelectorAll(selector)]
            .map((target) => ({ target, height: target.getBoundingClientRect().height }))
            .filter(({ height }) => height > 0 && height < least - 0.5)
            .map(({ target, height }) => `${textOf(target) || target.outerHTML}: ${height}`);
        expect([...small(TARGETS, 44), ...small(MARKS, 24), ...small(LABELS, 44)]).to.deep.equal([]);
      });
  });

describe('a page 320 px wide, read in letters of twice the size', () => {
  for (const tag of WIDGETS)
    it(`has room for <${tag}>`, async () => {
      const page = await open('strict-policy');
      page.frameElement?.setAttribute('width', '320');
      page.document.documentElement.style.setProperty('font-size', '200%', 'important');
      await place(page, tag);
      expect(page.document.documentElement.scrollWidth).to.be.at.most(page.innerWidth);
    });
});

describe('a page with AJAX navigation', () => {
  it('draws every widget each time its content is swapped in with the script', async () => {
    const page = await open('ajax');
    for (const round of [1, 2])
      for (const tag of WIDGETS) {
        page.navigate?.(`<h1>Page ${round}</h1>${markup(tag)}${SCRIPT}`);
        await until(() => isDrawn(page, tag));
        expect(page.document.querySelectorAll(tag)).to.have.length(1);
      }
    page.navigate?.('<p>A page without widgets.</p>');
    await new Promise((next) => setTimeout(next, 50));
    expect(page.faults).to.deep.equal([]);
    expect(page.warnings).to.deep.equal([]);
  }).timeout(240_000);

  it('leaves a widget whole that is moved in the page', async () => {
    const page = await open('ajax');
    page.navigate?.(`<div id="a">${markup('mh-journey-map')}</div><div id="b"></div>${SCRIPT}`);
    await until(() => isDrawn(page, 'mh-journey-map'));
    const map = page.document.querySelector('mh-journey-map');
    map?.shadowRoot?.querySelector<HTMLElement>('#phase-development')?.click();
    if (map) page.document.querySelector('#b')?.append(map);
    await until(() => isDrawn(page, 'mh-journey-map'));
    expect(map?.shadowRoot?.querySelector('#phase-development')?.getAttribute('aria-expanded')).to.equal(
      'true',
    );
  });
});
