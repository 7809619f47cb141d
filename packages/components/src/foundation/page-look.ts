import type { ReactiveController, ReactiveElement } from 'lit';
import { cssOf, mix, paletteOf, type Rgb } from './palette.js';

/** A widget takes colours and the headings' font from the page that it is in, and again whenever these change. */
export class PageLook implements ReactiveController {
  private readonly sheet = globalThis.CSSStyleSheet && new CSSStyleSheet();
  private root: DocumentOrShadowRoot | undefined;
  private last = '';

  constructor(
    private readonly host: ReactiveElement,
    /** What carries the tokens: the host, or a box in its light tree. */
    private readonly styled: () => HTMLElement,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    watching.add(this);
    watch();
    readLooks([this]);
  }

  /** Inside an element that has not drawn its slot yet, there was no style to read. */
  hostUpdated(): void {
    if (this.last === '') readLooks([this]);
  }

  hostDisconnected(): void {
    watching.delete(this);
    const root = this.root;
    if (root) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== this.sheet);
    this.last = '';
  }

  /** What the sheet has to say; undefined where the widget is in no page. */
  measure(): string | undefined {
    const element = this.styled();
    if (!element.isConnected) return undefined;
    const { stopColor, floodColor, lightingColor, columnRuleColor } = getComputedStyle(element);
    if (floodColor === '') return undefined;
    const colours = {
      ink: rgbOf(getComputedStyle(this.host).color).rgb,
      accent: given(stopColor),
      error: given(lightingColor),
      surface: given(columnRuleColor),
    };
    const onScreen = paletteOf({ ...colours, paper: paperOf(element, floodColor) });
    // A printer leaves the page's ground out.
    const onPaper = paletteOf({ ...colours, ink: [0, 0, 0], paper: [1, 1, 1] });
    const selector = element === this.host ? ':host' : this.selectorOf(element);
    return `@media screen and (forced-colors:none){${selector}{${tokens(onScreen)}}}@media print{${selector}{${tokens(onPaper)}}}${selector}{${headingFont(element)}}`;
  }

  apply(text: string | undefined): void {
    if (text === undefined || text === this.last || !this.sheet) return;
    const element = this.styled();
    const root = element.shadowRoot ?? element.getRootNode();
    if (!isStyled(root)) return;
    this.last = text;
    this.sheet.replaceSync(text);
    this.root = root;
    if (!root.adoptedStyleSheets.includes(this.sheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.sheet];
  }

  /** Of a box in the page's own tree, with the weight of an id, as its other styles have. */
  private selectorOf(box: HTMLElement): string {
    box.dataset['mhLook'] ??= String((boxes += 1));
    return `:is([data-mh-look="${box.dataset['mhLook']}"],#mh-look)`;
  }
}

/** Not `instanceof`: a page's library may have put its own in the place of `Document`. */
function isStyled(root: Node): root is Document | ShadowRoot {
  return 'adoptedStyleSheets' in root;
}

/** Measures all before it changes any, so that the page works its styles out once. */
export function readLooks(looks: Iterable<PageLook>): void {
  const measured = [...looks].map((look) => [look, look.measure()] as const);
  for (const [look, text] of measured) look.apply(text);
}

let boxes = 0;

const tokens = (palette: Readonly<Record<string, Rgb>>): string =>
  Object.entries(palette)
    .map(
      ([name, colour]) =>
        `--_${name}:${name === 'line' ? `var(--mh-line,${cssOf(colour)})` : cssOf(colour)};`,
    )
    .join('');

/** The font of the page's own headings: of the first that is drawn. What is between a drawn widget's tags is not. */
function headingFont(element: Element): string {
  for (const heading of element.ownerDocument.querySelectorAll('h2,h1,h3')) {
    const { fontFamily, fontWeight } = getComputedStyle(heading);
    if (fontFamily !== '' && !heading.hasAttribute('part'))
      return `--_page-heading-font:${fontFamily};--_heading-weight:${Math.max(Number(fontWeight), 500)};`;
  }
  return '';
}

/** What shows through: every ground from the widget outwards, up to the first that covers; the page's canvas is behind all. */
function paperOf(element: Element, page: string): Rgb {
  const layers: Colour[] = [];
  const isStated = getComputedStyle(element).getPropertyValue('--mh-page') !== '';
  for (let at: Element | null = isStated ? null : element; at; at = outwards(at)) {
    const layer = rgbOf(getComputedStyle(at).backgroundColor);
    layers.push(layer);
    if (layer.alpha === 1) break;
  }
  return layers.reduceRight<Rgb>((under, { rgb, alpha }) => mix(under, rgb, alpha), rgbOf(page).rgb);
}

function outwards(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** Undefined where the hub states no colour: the fallback in the style sheet is transparent. */
function given(colour: string): Rgb | undefined {
  const { rgb, alpha } = rgbOf(colour);
  return alpha > 0 ? rgb : undefined;
}

interface Colour {
  readonly rgb: Rgb;
  readonly alpha: number;
}

/** A computed colour in sRGB. One of another space is painted and read back. */
function rgbOf(colour: string): Colour {
  const isRgb = colour.startsWith('rgb');
  const [red = 0, green = 0, blue = 0, alpha = isRgb ? 1 : 255] = isRgb
    ? (colour.match(/[\d.]+/g) ?? []).map(Number)
    : paint(colour);
  return { rgb: [red / 255, green / 255, blue / 255], alpha: isRgb ? alpha : alpha / 255 };
}

function paint(colour: string): Iterable<number> {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return [];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}

const watching = new Set<PageLook>();
let watched = false;

/** Themes are switched by a class or an attribute of the page, a style sheet, or the system. */
function watch(): void {
  if (watched) return;
  watched = true;
  let asked = 0;
  const again = (): void => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => readLooks(watching));
  };
  const observer = new MutationObserver(again);
  for (const element of [document.documentElement, document.body])
    if (element) observer.observe(element, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  document.addEventListener('transitionend', ({ propertyName }) => {
    if (/color|background/.test(propertyName)) again();
  });
  addEventListener('load', again);
}
