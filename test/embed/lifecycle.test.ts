import { expect } from '@open-wc/testing';
import { intakeForm } from '../../packages/components/src/apply-form/examples.js';
import { TAGS } from '../../packages/components/src/embed/tags.js';
import { settled, textOf, until } from '../support/elements.js';

const MARKUP: Readonly<Record<string, string>> = {
  'mh-apply-form': intakeForm,
  'mh-stories': '<mh-stories><a href="https://www.youtube.com/watch?v=abcdefghijk">A story</a></mh-stories>',
};
const markupOf = (tag: string): string => MARKUP[tag] ?? `<${tag} edition="2019/20"></${tag}>`;
const shownBy = (widget: Element): string => textOf(widget.shadowRoot ?? widget);

describe('the life of a widget in a page', () => {
  const boxes: HTMLElement[] = [];
  const place = (html = ''): HTMLElement => {
    const box = document.createElement('div');
    box.innerHTML = html;
    document.body.append(box);
    boxes.push(box);
    return box;
  };
  const within = (root: ParentNode, tag: string): HTMLElement => {
    const widget = root.querySelector<HTMLElement>(tag);
    if (!widget) throw new Error(`There is no ${tag}.`);
    return widget;
  };
  const same = async (one: Element, other: Element): Promise<void> => {
    await settled(document);
    await until(() => shownBy(other) !== '' && shownBy(one) === shownBy(other)).catch(() =>
      expect(shownBy(one)).to.equal(shownBy(other)),
    );
  };

  afterEach(() => {
    for (const box of boxes.splice(0)) box.remove();
  });

  for (const tag of Object.keys(TAGS).filter((name) => name !== 'mh-settings')) {
    before(() => TAGS[tag]?.());

    it(`draws out of a template, and stays asleep in it: <${tag}>`, async () => {
      const template = document.createElement('template');
      template.innerHTML = markupOf(tag);
      expect(within(template.content, tag).shadowRoot).to.equal(null);
      const box = place();
      box.append(document.importNode(template.content, true));
      await same(within(box, tag), within(place(markupOf(tag)), tag));
    });

    it(`draws in another’s shadow root: <${tag}>`, async () => {
      const box = place();
      const root = box.attachShadow({ mode: 'open' });
      root.innerHTML = markupOf(tag);
      await same(within(root, tag), within(place(markupOf(tag)), tag));
    });

    it(`draws while it is hidden, and is there when it is shown: <${tag}>`, async () => {
      const box = place(`<div hidden>${markupOf(tag)}</div>`);
      const widget = within(box, tag);
      await same(widget, within(place(markupOf(tag)), tag));
      widget.parentElement?.removeAttribute('hidden');
      await until(() => widget.getBoundingClientRect().height > 20);
    });

    if (tag !== 'mh-apply-form')
      it(`draws as a copy of one that was drawn: <${tag}>`, async () => {
        const first = within(place(markupOf(tag)), tag);
        await settled(document);
        const copy = first.cloneNode(true) as HTMLElement;
        place().append(copy);
        await same(copy, first);
      });

    if (!MARKUP[tag] && tag !== 'mh-find-a-hub' && tag !== 'mh-programme-reach')
      it(`shows the last year that it was given while loading: <${tag}>`, async () => {
        const widget = within(place(`<${tag} edition="2019/20"></${tag}>`), tag);
        widget.setAttribute('edition', '2016/17');
        await Promise.resolve();
        widget.setAttribute('edition', '2020/21');
        await same(widget, within(place(`<${tag} edition="2020/21"></${tag}>`), tag));
      });
  }
});
