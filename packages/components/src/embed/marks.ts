import { readMark, type Mark } from '@maths-hubs/sdk/page-check';

/** How the loader's own tag limits what content may ask for. */
export interface Trust {
  /** Where marks are looked for: `data-content`, a selector. Empty: the page's `main` or `article`, else its body. */
  readonly content: string;
  /** Addresses that terms and applications may come from or go to: `data-allow`, whole addresses or origins. */
  readonly allow: readonly string[];
  /** `data-ugc="allow"`, for systems that mark every link so. */
  readonly ugc: boolean;
}

const LIST = 'ol,ul,dl,table';
/** Written by visitors, whatever the system calls it. */
const VISITORS = '[id*="comment" i],[class*="comment" i],[id="respond"]';
const NOT_TEXT = 'pre,code,kbd,samp,textarea,script,style,template,[contenteditable]';

/** Attributes that content may set; every other is the page's own to set. */
const ATTRIBUTES = ['edition', 'phase', 'hub', 'heading-level', 'show', 'programme'];

/** As the page's own tag for the loader says. */
function trustOf(page: ParentNode): Trust {
  const scripts = [...page.querySelectorAll<HTMLScriptElement>('script[src*="embed.js"]')];
  const tag = scripts.find(({ dataset }) => dataset['allow'] ?? dataset['content'] ?? dataset['ugc']);
  const { content = '', allow = '', ugc } = tag?.dataset ?? {};
  return { content, allow: allow.split(/[\s,]+/).filter(Boolean), ugc: ugc === 'allow' };
}

/**
 * Puts a widget where a page's content asks for one: at a link to `#mh-journey-map?edition=2024-25`, at `data-mh="journey-map"`, or at
 * the text `[maths-hub journey-map 2024/25]`. The mark and the one list directly after it become the widget's plain
 * content, so that nothing is lost where it is never drawn.
 * @param selector  the tags that may be put in, with commas between
 * @returns the widgets that were put in
 */
export function drawMarks(
  root: ParentNode,
  selector: string,
  trust = trustOf(document),
): readonly HTMLElement[] {
  const tags = selector.split(',');
  return places(root, trust).flatMap((place) => [
    ...blocks(place, tags, trust),
    ...links(place, tags, trust),
    ...texts(place, tags, trust),
  ]);
}

/** The parts of the page that its own authors write. */
function places(root: ParentNode, { content }: Trust): readonly Element[] {
  const page = document.body;
  const own = [...document.querySelectorAll(content || 'main,article,[role="main"]')].filter(
    (each, _, all) => !all.some((other) => other !== each && other.contains(each)),
  );
  const all = own.length > 0 || content ? own : [page];
  if (!(root instanceof Node) || root === document) return all;
  return all.flatMap((each) =>
    each.contains(root) ? [root as unknown as Element] : root.contains(each) ? [each] : [],
  );
}

function links(place: Element, tags: readonly string[], trust: Trust): HTMLElement[] {
  const all = [...place.querySelectorAll<HTMLAnchorElement>('a[href*="#mh-" i]')];
  if (place.matches('a[href*="#mh-" i]')) all.unshift(place as HTMLAnchorElement);
  return all.flatMap((link) => {
    if (!trust.ugc && /\bugc\b/i.test(link.rel)) return [];
    const mark = readMark(link.getAttribute('href') ?? '');
    if (!mark || !mayStand(link, mark, tags)) return [];
    return put(mark, blockOf(link, place), listAfter(link, place), trust);
  });
}

function blocks(place: Element, tags: readonly string[], trust: Trust): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>('[data-mh]')].flatMap((block) => {
    const { mh = '', mhEdition = '' } = block.dataset;
    const mark = readMark(`#mh-${mh}${mhEdition && `?edition=${mhEdition}`}`);
    if (!mark || !mayStand(block, mark, tags)) return [];
    return put(mark, block, block.matches(LIST) ? null : listAfter(block, place), trust);
  });
}

function texts(place: Element, tags: readonly string[], trust: Trust): HTMLElement[] {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (/\[maths-hub\b/i.test(text.data) && !text.parentElement?.closest(NOT_TEXT)) found.push(text);
  }
  return found.flatMap((text) => {
    const [whole = '', inside = ''] = /\[maths-hub[\s\u00a0]+([^\]]*)\]/i.exec(text.data) ?? [];
    const mark = readMark(inside);
    const parent = text.parentElement;
    if (!mark || !parent || !mayStand(parent, mark, tags)) return [];
    const after = listAfter(parent === place ? text : parent, place);
    const marked = document.createElement('span');
    marked.hidden = true;
    text.data = text.data.replace(whole, '');
    text.after(marked);
    return put(mark, parent === place ? marked : blockOf(parent, place), after, trust);
  });
}

function mayStand(at: Element, { name }: Mark, tags: readonly string[]): boolean {
  return (
    name !== 'settings' && tags.includes(`mh-${name}`) && !at.closest(tags.join()) && !at.closest(VISITORS)
  );
}

/** The widget goes before the mark and takes it in, with its list. Terms that the page does not allow leave all as it is. */
function put(mark: Mark, at: ChildNode, list: Element | null, { allow }: Trust): HTMLElement[] {
  const widget = document.createElement(`mh-${mark.name}`);
  for (const [name, value] of Object.entries(mark.values))
    if (ATTRIBUTES.includes(name)) widget.setAttribute(name, value);
  for (const [name, attribute] of [
    ['terms', 'src'],
    ['action', 'action'],
  ] as const) {
    const address = mark.values[name];
    if (address === undefined) continue;
    const allowed = allowedAddress(address, allow);
    if (allowed === undefined) {
      console.warn(
        `A link asks for ${widget.localName} with ${name} from ${address}. Add that address to data-allow of the script that loads the widgets.`,
      );
      return [];
    }
    widget.setAttribute(attribute, allowed);
  }
  at.before(widget);
  widget.append(at);
  if (list) widget.append(list);
  return [widget];
}

function allowedAddress(address: string, allow: readonly string[]): string | undefined {
  if (!URL.canParse(address, document.baseURI)) return undefined;
  const { href, origin, protocol } = new URL(address, document.baseURI);
  if (!/^https?:$/.test(protocol)) return undefined;
  return allow.some((each) => each === href || each.replace(/\/$/, '') === origin) ? href : undefined;
}

/** The block that holds nothing but the mark: the paragraph or heading around a link, or the link itself. */
function blockOf(mark: Element, place: Element): Element {
  let block = mark;
  while (
    block.parentElement &&
    block.parentElement !== place &&
    block.parentElement.matches('p,h1,h2,h3,h4,h5,h6,strong,em,b,i,span,font') &&
    blank(block.parentElement.textContent.replace(block.textContent, ''))
  )
    block = block.parentElement;
  return block;
}

/** The one list that is directly after a mark; null where anything else is between. */
function listAfter(mark: Node, place: Element): Element | null {
  for (let at: Node | null = mark; at && at !== place; at = at.parentNode) {
    let next = at.nextSibling;
    while (next && isNothing(next)) next = next.nextSibling;
    if (!next) continue;
    if (!(next instanceof Element)) return null;
    if (next.matches(LIST)) return next;
    const inner = next.matches('div,figure,section') ? next.querySelector(LIST) : null;
    return inner && next.firstElementChild === inner ? inner : null;
  }
  return null;
}

function isNothing(node: Node): boolean {
  if (node.nodeType === Node.COMMENT_NODE) return true;
  if (
    node instanceof Element &&
    (node.matches(`img,input,video,iframe,${LIST}`) || node.querySelector(`img,input,video,iframe,${LIST}`))
  )
    return false;
  return blank(node.textContent ?? '');
}

const blank = (text: string): boolean => !/[^\s\u00a0\u200b\ufeff]/.test(text);
