import { VERSION } from '../foundation/version.js';
import { TAGS, type TagLoader } from './tags.js';

const key = Symbol.for('@maths-hubs/embed');
const running = ((window as { [key]?: string })[key] ??= start());
if (running !== VERSION) console.warn(`Maths Hubs ${running} runs, not ${VERSION}`);

function start(): string {
  const tags = Object.keys(TAGS).join();
  const load = ({ localName: tag }: Element): void => {
    (TAGS[tag] as TagLoader).load().catch((error: unknown) => {
      document.querySelectorAll<HTMLElement>(tag).forEach((widget) => (widget.style.minHeight = ''));
      console.warn(`${tag} stays plain:`, error);
    });
  };
  const near = new IntersectionObserver(
    (entries) => entries.forEach((entry) => entry.isIntersecting && load(entry.target)),
    { rootMargin: '600px' },
  );
  const meet = (element: Element): void => {
    const tag = element.localName;
    const loader = TAGS[tag];
    if (!loader || customElements.get(tag)) return;
    // What is in sight is asked for at once: the observer tells only after the page's first frame.
    if (tag === 'mh-settings' || (element.getClientRects()[0]?.top as number) < innerHeight) load(element);
    else near.observe(element);
    const room = parseInt(loader.room[+matchMedia('(width>699px)').matches] as string, 36) * 125;
    if (room) (element as HTMLElement).style.cssText += `;display:flow-root;min-height:${room}px`;
  };
  const search = (root: Element): void => {
    [root, ...root.querySelectorAll(tags)].forEach(meet);
    // What reads marks in content comes only to a page that has one.
    if (root.querySelector('a[href*="#mh-" i],[data-mh]') || root.textContent.includes('[maths-hub'))
      void import('./marks.js').then(({ drawMarks }) => drawMarks(root, tags));
  };
  search(document.documentElement);
  new MutationObserver((changes) =>
    changes.forEach((change) =>
      change.addedNodes.forEach((node) => (node as Partial<Element>).matches && search(node as Element)),
    ),
  ).observe(document, { childList: true, subtree: true });
  addEventListener('beforeprint', () => document.querySelectorAll(tags).forEach(load));
  return VERSION;
}
