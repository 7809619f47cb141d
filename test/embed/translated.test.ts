import { expect } from '@open-wc/testing';
import { intakeForm } from '../../packages/components/src/apply-form/examples.js';
import { TAGS } from '../../packages/components/src/embed/tags.js';
import { pageSettings } from '../../packages/components/src/foundation/settings-store.js';
import { mount, settled, textOf, unmountAll, until } from '../support/elements.js';

/** As browsers' translators do: every text node gives way to its translation in two `<font>` elements, but where `translate` says no. */
function translate(root: Node, into = (text: string): string => text): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('script, style, textarea, font') || !text.data.trim()) continue;
    if (text.parentElement?.translate === false) continue;
    const outer = document.createElement('font');
    outer.append(document.createElement('font'));
    outer.firstChild?.appendChild(document.createTextNode(into(text.data)));
    text.replaceWith(outer);
  }
}

const rootOf = (widget: Element): Element | ShadowRoot => widget.shadowRoot ?? widget;
const drawn = (widget: Element): string => textOf(rootOf(widget));

const MARKUP: Readonly<Record<string, string>> = {
  'mh-apply-form': intakeForm,
  'mh-stories': '<mh-stories><a href="https://www.youtube.com/watch?v=abcdefghijk">A story</a></mh-stories>',
};

/** Puts another text in the place of every text that a widget has. */
const others = (word: string) =>
  new Proxy<Record<string, string>>({}, { get: (_, key) => `${word} ${String(key)}` });

const PRESSES = 6;
/** What opens another window, a file or the clipboard is no matter of a translator. */
const ELSEWHERE = /print|calendar|copy|save|download|play|watch|where i am/i;

/** What a person can press in a widget. */
const controlsOf = (widget: Element): HTMLElement[] =>
  [...rootOf(widget).querySelectorAll<HTMLElement>('button, summary, [type=radio], [type=checkbox]')].filter(
    (control) => control.checkVisibility() && !ELSEWHERE.test(textOf(control) + control.ariaLabel),
  );

describe('a translated page', () => {
  // Within the year that is shown: a page says only once that a year has gone by.
  beforeEach(() => pageSettings().update({ today: '2020-11-02' }));
  afterEach(() => {
    unmountAll();
    pageSettings().update({ wording: undefined, today: undefined });
  });

  for (const tag of Object.keys(TAGS).filter((name) => name !== 'mh-settings'))
    it(`freezes no text that changes: <${tag}>`, async () => {
      await TAGS[tag]?.load();
      const html = MARKUP[tag] ?? `<${tag} edition="2020/21"></${tag}>`;
      const [root, other] = [await mount({ html }), await mount({ html })];
      const translated = root.querySelector(tag) as Element;
      const plain = other.querySelector(tag) as Element;
      await settled(document);
      for (const word of ['first', 'second']) {
        translate(rootOf(translated));
        pageSettings().update({ wording: others(word) });
        await settled(document);
        await until(() => drawn(translated) === drawn(plain)).catch(() =>
          expect(drawn(translated)).to.equal(drawn(plain)),
        );
        expect(drawn(translated)).to.contain(word);
        expect(rootOf(translated).querySelector('font')).to.equal(null);
      }
    });

  for (const tag of Object.keys(TAGS).filter((name) => name !== 'mh-settings'))
    it(`freezes nothing that a press changes: <${tag}>`, async () => {
      await TAGS[tag]?.load();
      const html = MARKUP[tag] ?? `<${tag} edition="2020/21"></${tag}>`;
      const pair = [await mount({ html }), await mount({ html })].map(
        (root) => root.querySelector(tag) as Element,
      );
      const [translated, plain] = pair as [Element, Element];
      const agree = async (after: string): Promise<void> => {
        await settled(document);
        await until(() => drawn(translated) === drawn(plain)).catch(() =>
          expect(drawn(translated), after).to.equal(drawn(plain)),
        );
      };
      for (let press = 0; press < PRESSES; press += 1) {
        await agree(`before press ${press}`);
        translate(rootOf(translated));
        // Not the same one again and again: every press takes another.
        const found = pair.map((widget) => controlsOf(widget));
        const at = (press * 5) % Math.max(1, found[1]?.length ?? 0);
        const name = textOf(found[1]?.[at]);
        for (const controls of found) controls[at]?.click();
        await agree(`press ${press}, ${name}`);
      }
    }).timeout(120_000);

  it('keeps no figure of before: the calculator', async () => {
    await TAGS['mh-funding-calculator']?.load();
    const root = await mount({
      html: '<mh-funding-calculator edition="2020/21" phase="development"></mh-funding-calculator>',
    });
    const widget = root.querySelector('mh-funding-calculator') as HTMLElement;
    const other = await mount({
      html: '<mh-funding-calculator edition="2020/21" phase="development"></mh-funding-calculator>',
    });
    const plain = other.querySelector('mh-funding-calculator') as HTMLElement;
    const type = (at: HTMLElement, value: string): void => {
      for (const input of at.shadowRoot?.querySelectorAll<HTMLInputElement>('input[inputmode]') ?? []) {
        input.value = value;
        for (const kind of ['input', 'change', 'blur'])
          input.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
      }
    };
    for (const value of ['500', '0', '1000']) {
      translate(rootOf(widget));
      for (const each of [widget, plain]) type(each, value);
      await settled(document);
      await until(() => drawn(widget) === drawn(plain)).catch(() =>
        expect(drawn(widget)).to.equal(drawn(plain)),
      );
    }
  });

  it('leaves names and sums as they are', async () => {
    await TAGS['mh-find-a-hub']?.load();
    await TAGS['mh-funding-calculator']?.load();
    const welsh = (): string => 'cyfieithwyd';
    const root = await mount({
      html: '<mh-find-a-hub show="list"></mh-find-a-hub><mh-funding-calculator edition="2020/21" phase="development"></mh-funding-calculator>',
    });
    const finder = rootOf(root.querySelector('mh-find-a-hub') as Element);
    await until(() => finder.querySelector('.regions button, details button, ul button'));
    translate(finder, welsh);
    for (const name of ['Great North Maths Hub', 'Origin Maths Hub', 'Solent Maths Hub'])
      expect(textOf(finder)).to.contain(name);
    expect(textOf(finder)).to.contain('cyfieithwyd');
    const calculator = rootOf(root.querySelector('mh-funding-calculator') as Element);
    await until(() => calculator.querySelector('input[inputmode]'));
    const field = calculator.querySelector('input[inputmode]') as HTMLInputElement;
    field.value = '100';
    for (const kind of ['input', 'change'])
      field.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
    await until(() => calculator.querySelector('.bars'));
    const sums = (): string[] => [...calculator.querySelectorAll('.bars dd')].map(textOf);
    const before = sums();
    translate(calculator, welsh);
    expect(before.join()).to.contain('£');
    expect(sums()).to.deep.equal(before);
  });

  it('leaves names and sums as they are: the hubs of an answer', async () => {
    await TAGS['mh-find-a-hub']?.load();
    const root = await mount({ html: '<mh-find-a-hub resolver="none"></mh-find-a-hub>' });
    const finder = root.querySelector('mh-find-a-hub');
    await finder?.search('Warrington');
    const names = (): string[] =>
      [...(finder?.shadowRoot?.querySelectorAll('[part=hub] h4') ?? [])].map(textOf);
    await until(() => names().length > 1);
    const before = names();
    translate(finder?.shadowRoot as ShadowRoot, () => 'cyfieithwyd');
    expect(names()).to.deep.equal(before);
  });

  it('is told the language of what is drawn, where the page says another or none', async () => {
    await TAGS['mh-journey-map']?.load();
    const page = document.documentElement;
    const before = page.lang;
    try {
      for (const [lang, stated] of [
        ['', 'en-GB'],
        ['cy', 'en-GB'],
        ['en', ''],
      ] as const) {
        page.lang = lang;
        const root = await mount({ html: '<mh-journey-map></mh-journey-map>' });
        expect(root.querySelector<HTMLElement>('mh-journey-map')?.lang).to.equal(stated);
        unmountAll();
      }
      page.lang = '';
      const root = await mount({ html: '<mh-journey-map lang="cy"></mh-journey-map>' });
      expect(root.querySelector<HTMLElement>('mh-journey-map')?.lang).to.equal('cy');
    } finally {
      page.lang = before;
    }
  });
});
