import { VERSION } from '../foundation/version.js';
import { TAGS } from './tags.js';

const key = Symbol.for('@maths-hubs/embed');
const page = globalThis as { [key]?: string };

if (page[key] === undefined) {
  page[key] = VERSION;
  start();
} else if (page[key] !== VERSION) {
  console.warn(`Maths Hubs ${page[key]} is on this page already; ${VERSION} was not started.`);
}

function start(): void {
  const wanted = new Set<string>();
  const load = (tag: string): void => {
    if (wanted.has(tag)) return;
    wanted.add(tag);
    TAGS[tag]?.().catch((error: unknown) => {
      wanted.delete(tag);
      console.warn(`<${tag}> did not load; its plain content stays.`, error);
    });
  };
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        load(target.localName);
      }
    },
    { rootMargin: '600px' },
  );
  const meet = (element: Element): void => {
    const tag = element.localName;
    if (!(tag in TAGS) || customElements.get(tag)) return;
    if (tag === 'mh-settings') load(tag);
    else near.observe(element);
  };
  const search = (root: ParentNode): void => root.querySelectorAll(Object.keys(TAGS).join()).forEach(meet);
  search(document);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element) {
          meet(node);
          search(node);
        }
  }).observe(document, { childList: true, subtree: true });
  addEventListener('beforeprint', () =>
    Object.keys(TAGS)
      .filter((tag) => document.querySelector(tag))
      .forEach(load),
  );
}
