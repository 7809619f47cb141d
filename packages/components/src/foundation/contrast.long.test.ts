import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { mount, settled, unmountAll, until } from '../../../../test/support/elements.js';
import { examples as apply } from '../apply-form/examples.js';
import { examples as planner } from '../commitment-planner/examples.js';
import { examples as checker } from '../eligibility-checker/examples.js';
import { examples as finder } from '../find-a-hub/examples.js';
import { examples as funding } from '../funding-calculator/examples.js';
import { examples as sheet } from '../information-sheet/examples.js';
import { examples as journey } from '../journey-map/examples.js';
import { examples as guide } from '../mastery-guide/examples.js';
import { examples as specialists } from '../specialist-path/examples.js';
import { examples as reach } from '../programme-reach/examples.js';
import { examples as status } from '../recruitment-status/examples.js';
import { examples as stories } from '../stories/examples.js';
import { TAGS } from '../embed/tags.js';
import type { MhElement } from './element.js';
import type { Example } from './example.js';
import { readLooks } from './page-look.js';
import { contrast, mix, type Rgb } from './palette.js';
import '../apply-form/define.js';
import '../commitment-planner/define.js';
import '../eligibility-checker/define.js';
import '../find-a-hub/define.js';
import '../funding-calculator/define.js';
import '../information-sheet/define.js';
import '../journey-map/define.js';
import '../mastery-guide/define.js';
import '../specialist-path/define.js';
import '../programme-reach/define.js';
import '../recruitment-status/define.js';
import '../settings/define.js';
import '../stories/define.js';

/** Pages of their own colours are left out: here the test is the page. */
const all = [
  apply,
  planner,
  checker,
  finder,
  funding,
  sheet,
  journey,
  guide,
  specialists,
  reach,
  status,
  stories,
]
  .flatMap((each): Example[] => Object.values(each))
  .filter(({ html }) => !/background|color-scheme/.test(html));

const hexOf = (colour: Rgb): string => `rgb(${colour.map((part) => Math.round(part * 255)).join(' ')})`;

/** A computed colour and its alpha. Tokens are all `rgb()`; a mix in a style sheet is `color(srgb …)` or `oklab(…)`. */
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
const parsed = new Map<string, readonly [Rgb, number]>();
function read(colour: string): readonly [Rgb, number] {
  let known = parsed.get(colour);
  if (!known) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
    known = [[r / 255, g / 255, b / 255], a / 255];
    parsed.set(colour, known);
  }
  return known;
}

function outwards(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function groundsOf(element: Element): string[] {
  const layers: string[] = [];
  for (let at: Element | null = element; at; at = outwards(at)) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour === 'rgba(0, 0, 0, 0)') continue;
    layers.push(colour);
    if (read(colour)[1] === 1) break;
  }
  return layers;
}

const groundOf = (element: Element): Rgb =>
  groundsOf(element).reduceRight<Rgb>((under, layer) => mix(under, ...read(layer)), [1, 1, 1]);

const inkOf = (element: Element): string => {
  const { color, fill } = getComputedStyle(element);
  return element instanceof SVGElement ? fill : color;
};

function* elementsIn(root: ParentNode): Generator<Element> {
  for (const element of root.children) {
    yield element;
    yield* elementsIn(element.shadowRoot ?? element);
  }
}

const hasText = (element: Element): boolean =>
  element.checkVisibility() &&
  [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());

const nameOf = (element: Element): string =>
  `${element.closest('[class]')?.outerHTML.slice(0, 90)} “${element.textContent?.trim().slice(0, 40)}”`;

const widgetOf = (element: Element): MhElement => {
  for (let at: Element | null = element; at; at = outwards(at))
    if (at.localName.startsWith('mh-')) return at as MhElement;
  throw new Error(`In no widget: ${nameOf(element)}`);
};

/** Puts on the page's colours, and lets the widgets read them at once. */
function dress(ink: Rgb, paper: Rgb, accent: Rgb | undefined, widgets: Iterable<MhElement>): void {
  const { style } = document.body;
  style.color = hexOf(ink);
  style.background = hexOf(paper);
  if (accent) style.setProperty('--mh-accent', hexOf(accent));
  else style.removeProperty('--mh-accent');
  readLooks([...widgets].flatMap((widget) => widget['look'] ?? []));
}

const part = fc.integer({ min: 0, max: 255 }).map((level) => level / 255);
const colour: fc.Arbitrary<Rgb> = fc.tuple(part, part, part);

/** Asserts a property; what went wrong comes first in the message, which not every engine puts into an error's stack. */
function hold<Values>(property: fc.IProperty<Values>, numRuns: number): void {
  const run = fc.check(property, { numRuns });
  if (!run.failed) return;
  const cause = run.errorInstance instanceof Error ? run.errorInstance.message : String(run.errorInstance);
  throw new Error(
    `${cause} with ${JSON.stringify(run.counterexample)}, seed ${run.seed}, path ${run.counterexamplePath}`,
  );
}

describe('contrast of every widget, on any page', () => {
  const kinds = new Map<string, Element>();
  let focusable: HTMLElement[] = [];
  let widgets: Set<MhElement>;

  before(async function () {
    this.timeout(120_000);
    // One element stands for all that are coloured by the same tokens: with these colours no two tokens are the same.
    for (const example of all) {
      const root = await mount(example);
      await settled(root);
      await until(() => [...elementsIn(root)].every((each) => !('look' in each) || each.look));
      await new Promise((done) => setTimeout(done, 30));
      for (const details of root.querySelectorAll('details')) details.open = true;
      const inside = [...elementsIn(root)];
      for (const each of inside) if (each instanceof HTMLDetailsElement) each.open = true;
      const own = inside.filter((each): each is MhElement => 'look' in each);
      dress([0.1, 0.05, 0.2], [0.99, 0.98, 0.9], [0.5, 0.1, 0.4], own);
      let isNeeded = false;
      for (const element of inside.filter(hasText)) {
        if (widgetOfAny(element) === '') continue;
        const kind = `${widgetOfAny(element)} ${inkOf(element)} on ${groundsOf(element).join()}`;
        if (kinds.has(kind)) continue;
        kinds.set(kind, element);
        isNeeded = true;
      }
      if (!isNeeded) root.remove();
    }
    // What a widget has drawn anew meanwhile is gone.
    for (const [kind, element] of kinds) if (!element.isConnected) kinds.delete(kind);
    widgets = new Set([...kinds.values()].map(widgetOf));
    const rings = new Map<string, HTMLElement>();
    for (const widget of widgets)
      for (const each of elementsIn(widget.shadowRoot ?? widget.querySelector('.mh-apply-form') ?? widget))
        if (
          each instanceof HTMLElement &&
          each.matches('a[href], button, summary, input, select') &&
          !each.closest('[aria-hidden], [tabindex="-1"]') &&
          each.checkVisibility()
        )
          rings.set(
            `${widget.localName} ${each.localName} ${each.className} ${groundsOf(each).join()}`,
            each,
          );
    focusable = [...rings.values()];
    prune([...kinds.values(), ...focusable]);
  });

  after(() => {
    document.body.removeAttribute('style');
    unmountAll();
  });

  it('looks at every widget', () => {
    const tags = Object.keys(TAGS).filter((tag) => tag !== 'mh-settings');
    expect([...new Set([...widgets].map(({ localName }) => localName))]).to.have.members(tags);
    expect(kinds.size).to.be.greaterThan(40);
    expect(focusable.length).to.be.greaterThan(25);
  });

  // In parts, so that the page answers its runner between them. The sums are the same in every engine; how they are drawn is tried in each on a part of them.
  const parts = navigator.userAgent.includes('Chrome') ? 20 : 2;
  for (let part = 1; part <= parts; part += 1)
    it(`keeps every text at 4.5 : 1, for 2,000 inks, papers and accents: part ${part} of ${parts}`, function () {
      this.timeout(600_000);
      hold(
        fc.property(colour, colour, fc.option(colour, { nil: undefined }), (ink, paper, accent) => {
          dress(ink, paper, accent, widgets);
          parsed.clear();
          for (const element of kinds.values()) {
            // What a widget has drawn anew meanwhile has no colours any more.
            if (!element.isConnected) continue;
            const ratio = contrast(read(inkOf(element))[0], groundOf(element));
            if (ratio < 4.5) throw new Error(`${ratio.toFixed(2)} : 1 in ${nameOf(element)}`);
          }
        }),
        100,
      );
    });

  it('shows a ring of two tones round whatever has the focus, each 3 : 1 to the other', function () {
    this.timeout(600_000);
    hold(
      fc.property(
        colour,
        colour,
        fc.option(colour, { nil: undefined }),
        fc.integer({ min: 0, max: focusable.length - 1 }),
        (ink, paper, accent, at) => {
          const element = focusable[at]!;
          // A search that was under way has ended meanwhile, and its button with it.
          fc.pre(element.isConnected);
          dress(ink, paper, accent, [widgetOf(element)]);
          element.focus();
          const { outlineColor, outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          expect(`${outlineStyle} ${outlineWidth}`, nameOf(element)).to.equal('solid 3px');
          const ring = read(outlineColor)[0];
          const ground = groundOf(outwards(element) ?? element);
          const shadow = /^rgba?\([^)]*\)|^color\([^)]*\)/.exec(boxShadow)?.[0];
          // WebKit puts no shadow round a native box: between it and the ring is the ground itself.
          const gap = shadow === undefined ? ground : read(shadow)[0];
          expect(contrast(ring, gap), `${nameOf(element)}: ${outlineColor}, ${boxShadow}`).to.be.at.least(3);
          expect(Math.max(contrast(ring, ground), contrast(gap, ground))).to.be.at.least(3);
        },
      ),
      parts * 25,
    );
  });

  it('follows the page when its theme changes', async () => {
    const widget = [...widgets].find(({ shadowRoot }) => shadowRoot);
    const inkNow = (): string => getComputedStyle(widget!).getPropertyValue('--_paper');
    dress([0, 0, 0], [1, 1, 1], undefined, [widget!]);
    expect(inkNow()).to.equal('rgb(255 255 255)');
    document.body.style.background = 'rgb(10 20 30)';
    await until(() => inkNow() === 'rgb(10 20 30)');
  });
});

/** Takes away what is not looked at, so that two thousand pages are drawn in a minute. */
function prune(kept: readonly Element[]): void {
  const needed = new Set<Element>();
  for (const element of kept) for (let at: Element | null = element; at; at = outwards(at)) needed.add(at);
  for (const widget of new Set(kept.map(widgetOf)))
    for (const element of [...elementsIn(widget.shadowRoot ?? widget)])
      if (!needed.has(element) && !element.matches('style') && !element.querySelector('slot, style'))
        element.remove();
}

/** Name of the widget that an element is in; empty for the page's own content between the tags. */
function widgetOfAny(element: Element): string {
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) return root.host.localName;
  return element.closest('.mh-apply-form') ? 'mh-apply-form' : '';
}
