import { expect } from '@open-wc/testing';
import { textOf, until } from '../../support/elements.js';
import { HOSTILE_PAGES } from './pages.mjs';

type Page = Window & {
  readonly faults: string[];
  readonly sent: readonly { readonly answers?: Record<string, unknown> }[];
  /** Where the widgets are, when the document does not hold them. */
  readonly place?: HTMLElement;
} & typeof globalThis;

const ANSWERS: Readonly<Record<string, string>> = {
  schoolName: 'Hill Top Primary',
  postcode: 'LE1 1AA',
  name: 'A Teacher',
  email: 'a.teacher@school.example',
};
/** Machines that test are busy. */
const PATIENCE = 20_000;

let frame: HTMLIFrameElement;

async function open(number: number): Promise<Page> {
  frame = document.createElement('iframe');
  frame.width = '1000';
  frame.height = '560';
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.src = `/__hostile/${number}`;
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as Page;
}

/** A widget once it is in the page and has something of its own to show. */
async function drawn(page: Page, tag: string): Promise<Element | ShadowRoot> {
  const find = (): Element | ShadowRoot | null => {
    const widget = (page.place ?? page.document).querySelector(tag);
    return widget && (widget.shadowRoot ?? widget.querySelector('.mh-apply-form'));
  };
  await until(() => {
    const root = find();
    // As a person would: what is far below is loaded when one comes near.
    (page.place ?? page.document).querySelector(tag)?.scrollIntoView();
    return root && textOf(root) !== '' && !root.querySelector('.loading');
  }, PATIENCE);
  return find() as Element | ShadowRoot;
}

const one = <E extends HTMLElement>(root: ParentNode, selector: string): E => {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};

/** What a person sees of an element that they have to press. */
function isInSight(page: Page, element: HTMLElement): boolean {
  const box = element.getBoundingClientRect();
  const { opacity, visibility } = page.getComputedStyle(element);
  return box.width > 1 && box.height > 1 && box.right > 0 && opacity !== '0' && visibility === 'visible';
}

async function opensPhase(page: Page): Promise<void> {
  const root = await drawn(page, 'mh-journey-map');
  one(root, '#phase-development').click();
  await until(() => textOf(one(root, '#panel-development')) !== '', PATIENCE);
}

async function answersQuestion(page: Page): Promise<void> {
  const root = await drawn(page, 'mh-eligibility-checker');
  const question = (): string => textOf(one(root, '#question, form label'));
  const before = question();
  one(root, '.choices button').click();
  await until(() => question() !== before, PATIENCE);
}

async function findsHub(page: Page): Promise<void> {
  const root = await drawn(page, 'mh-find-a-hub');
  const field = one<HTMLInputElement>(root, 'input');
  field.value = 'Warrington';
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  one(root, 'button[type=submit]').click();
  await until(() => root.querySelector('#result-title'), PATIENCE);
}

async function sendsForm(page: Page): Promise<void> {
  const root = await drawn(page, 'mh-apply-form');
  const form = (): HTMLFormElement | null => root.querySelector('form');
  await until(async () => {
    const now = form();
    if (!now) return root.querySelector('.receipt');
    for (const control of now.querySelectorAll<HTMLInputElement>('input:not([name=leaveEmpty])')) {
      const answer = ANSWERS[control.name];
      if (control.type === 'radio' || control.type === 'checkbox')
        expect(isInSight(page, control), `${control.name} is in sight`).to.equal(true);
      if (control.type === 'radio') control.checked ||= control.value === 'development';
      else if (control.name === 'agreement') control.checked = true;
      else if (answer !== undefined) control.value = answer;
    }
    expect(isInSight(page, one(now, '[name=leaveEmpty]')), 'the trap is in sight').to.equal(false);
    one(now, 'button:not([type=button])').click();
    return false;
  }, PATIENCE);
  expect(page.sent).to.have.length(1);
  expect(page.sent[0]?.answers).to.include({
    schoolName: 'Hill Top Primary',
    email: 'a.teacher@school.example',
  });
}

/** Widgets of which something is wider than the page's column. */
function tooWide(page: Page, column: number): string[] {
  const widgets = [...page.document.querySelectorAll<HTMLElement>('main > *')];
  return widgets
    .filter(({ scrollWidth }) => scrollWidth > column)
    .map(({ localName, scrollWidth }) => `${localName}: ${scrollWidth}`);
}

describe('a page of another making', () => {
  afterEach(() => frame.remove());

  const isFirst = navigator.userAgent.includes('Chrome');
  const pages = [...Object.entries(HOSTILE_PAGES).entries()];
  for (const [number, [name, { staysPlain, column }]] of pages.filter(
    ([, [, { sameInEveryEngine }]]) => isFirst || !sameInEveryEngine,
  ))
    it(
      staysPlain
        ? `keeps the plain content: ${name}`
        : `can be used from the journey to the receipt: ${name}`,
      async () => {
        const page = await open(number);
        if (staysPlain) {
          await new Promise((next) => setTimeout(next, 300));
          for (const plain of page.document.querySelectorAll('.plain'))
            expect(plain.getBoundingClientRect().height, textOf(plain)).to.be.greaterThan(0);
          return;
        }
        await opensPhase(page);
        await answersQuestion(page);
        await findsHub(page);
        await sendsForm(page);
        expect(page.faults).to.deep.equal([]);
        expect(page.document.documentElement.scrollWidth).to.be.at.most(1000);
        if (column !== undefined) expect(tooWide(page, column)).to.deep.equal([]);
      },
    ).timeout(5 * PATIENCE);
});
