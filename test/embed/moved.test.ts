import { expect } from '@open-wc/testing';
import { TAGS } from '../../packages/components/src/embed/tags.js';
import { intakeForm } from '../../packages/components/src/apply-form/examples.js';
import { pageSettings } from '../../packages/components/src/foundation/settings-store.js';
import { settled, textOf, until } from '../support/elements.js';

/** What a tag is shown with, where a bare one has nothing to draw. */
const SHOWN: Readonly<Record<string, string>> = {
  'mh-apply-form': intakeForm,
  'mh-stories':
    '<mh-stories><ul><li><a href="https://www.youtube.com/watch?v=abcdefghijk">A story</a></li></ul></mh-stories>',
};

/** Page builders, tabs and carousels move what they hold at any moment: in the same task, before and after data comes. */
const MOMENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'at once': () => Promise.resolve(),
  'three microtasks later': async () => {
    for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
  },
  'after its first drawing': () => new Promise((next) => setTimeout(next)),
};

const shownBy = (widget: Element): string => textOf(widget.shadowRoot ?? widget);

/** Waits for what each draws later by itself too, such as a map. */
async function drawTheSame(moved: Element, reference: Element): Promise<void> {
  await settled(document);
  await until(() => shownBy(reference) !== '' && shownBy(moved) === shownBy(reference)).catch(() =>
    expect(shownBy(moved)).to.equal(shownBy(reference)),
  );
}

describe('a widget that is moved while it loads', () => {
  const places: HTMLElement[] = [];
  const place = (): HTMLElement => {
    const box = document.createElement('div');
    document.body.append(box);
    places.push(box);
    return box;
  };
  /** An element that was never in a page. */
  const make = (tag: string): Element => {
    const template = document.createElement('template');
    template.innerHTML = SHOWN[tag] ?? `<${tag} edition="2019/20"></${tag}>`;
    const widget = document.importNode(template.content, true).querySelector(tag);
    if (!widget) throw new Error(`No ${tag} to try.`);
    return widget;
  };

  // A day in the year of the terms: that a year is over is said once for a page, by one of its widgets.
  before(() => pageSettings().update({ today: '2020-01-15' }));
  after(() => pageSettings().update({ today: undefined }));

  afterEach(() => {
    for (const box of places.splice(0)) box.remove();
  });

  for (const [tag, { load }] of Object.entries(TAGS).filter(([name]) => name !== 'mh-settings'))
    for (const [when, pause] of Object.entries(MOMENTS)) {
      it(`draws the same, moved ${when}: <${tag}>`, async () => {
        await load();
        const [from, to, still] = [place(), place(), place()];
        const moved = make(tag);
        from.append(moved);
        await pause();
        to.append(moved);
        const reference = make(tag);
        still.append(reference);
        await drawTheSame(moved, reference);
      });

      it(`draws the same, taken out ${when} and put back later: <${tag}>`, async () => {
        await load();
        const [here, still] = [place(), place()];
        const widget = make(tag);
        here.append(widget);
        await pause();
        widget.remove();
        await new Promise((next) => setTimeout(next, 60));
        here.append(widget);
        const reference = make(tag);
        still.append(reference);
        await drawTheSame(widget, reference);
      });
    }

  for (const [tag, { load }] of Object.entries(TAGS).filter(([name]) => name !== 'mh-settings')) {
    it(`draws what its attributes say last, changed while it loads: <${tag}>`, async () => {
      await load();
      const [here, still] = [place(), place()];
      const widget = make(tag);
      widget.setAttribute('edition', '2020/21');
      widget.setAttribute('heading-level', '4');
      here.append(widget);
      await Promise.resolve();
      const reference = make(tag);
      widget.setAttribute('edition', reference.getAttribute('edition') ?? '');
      widget.removeAttribute('heading-level');
      if (!reference.hasAttribute('edition')) widget.removeAttribute('edition');
      still.append(reference);
      await drawTheSame(widget, reference);
    });

    it(`draws the same, hidden while it loads and shown later: <${tag}>`, async () => {
      await load();
      const [here, still] = [place(), place()];
      here.hidden = true;
      const widget = make(tag);
      here.append(widget);
      await new Promise((next) => setTimeout(next, 60));
      here.hidden = false;
      const reference = make(tag);
      still.append(reference);
      await drawTheSame(widget, reference);
    });

    it(`draws the same when a page clones it, before it is drawn and after: <${tag}>`, async () => {
      await load();
      const [here, still] = [place(), place()];
      const reference = make(tag);
      const early = reference.cloneNode(true) as Element;
      still.append(reference);
      here.append(early);
      await drawTheSame(early, reference);
      // What draws in the page's own tree is cloned with what it drew.
      const late = early.cloneNode(true) as Element;
      here.append(late);
      await drawTheSame(late, reference);
    });
  }
});
