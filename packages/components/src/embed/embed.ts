import { VERSION } from '../foundation/version.js';
import { TAGS } from './tags.js';

const key = Symbol.for('@maths-hubs/embed');
const page = globalThis as { [key]?: string };

if (!page[key]) {
  page[key] = VERSION;
  start();
} else if (page[key] !== VERSION) {
  console.warn(`Maths Hubs ${page[key]} runs, not ${VERSION}`);
}

function start(): void {
  const tags = Object.keys(TAGS);
  const wanted = new Set<string>();
  const load = (tag: string): void => {
    if (wanted.has(tag)) return;
    wanted.add(tag);
    TAGS[tag]?.().catch((error: unknown) => {
      wanted.delete(tag);
      document.querySelectorAll<HTMLElement>(tag).forEach(({ style }) => (style.minHeight = ''));
      console.warn(`${tag} stays plain:`, error);
    });
  };
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) load(target.localName);
    },
    { rootMargin: '600px' },
  );
  const meet = (element: Element): void => {
    const tag = element.localName;
    if (!(tag in TAGS) || customElements.get(tag)) return;
    if (tag === 'mh-settings') load(tag);
    else near.observe(element);
    const room = parseInt(TAGS[tag]?.room?.[+(innerWidth > 699)] ?? '', 36) * 125;
    if (room) (element as HTMLElement).style.cssText += `;display:flow-root;min-height:${room}px`;
  };
  const search = (root: ParentNode): void => root.querySelectorAll(tags.join()).forEach(meet);
  // What reads marks in content comes only to a page that has one.
  const marks = (root: ParentNode, text?: string | null): void => {
    if (root.querySelector('a[href*="#mh-" i],[data-mh]') || text?.includes('[maths-hub'))
      void import('./marks.js').then(({ drawMarks }) => drawMarks(root, tags));
  };
  search(document);
  marks(document, document.body?.textContent);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element) {
          meet(node);
          search(node);
          marks(node);
        }
  }).observe(document, { childList: true, subtree: true });
  addEventListener('beforeprint', () => tags.filter((tag) => document.querySelector(tag)).forEach(load));
}
