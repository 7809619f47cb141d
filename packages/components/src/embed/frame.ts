import { opened, sealed, STEPS, type FrameMessage, type FrameStep } from './frame-messages.js';
import { readParameters } from './frame-parameters.js';
import { sayWhereNothingPrints } from './frame-print.js';

/** Names of the widgets, written in by the build. */
declare const FRAME_WIDGETS: readonly string[];

const sheet = new CSSStyleSheet();
sheet.replaceSync(
  'html{color-scheme:light dark;font:100%/1.5 system-ui,sans-serif}body{margin:0}main{display:flow-root}',
);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const main = document.createElement('main');
const settings = document.createElement('mh-settings');
const shown = readParameters(new URL(location.href), FRAME_WIDGETS);

if ('problem' in shown) {
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.textContent = shown.problem;
  main.append(message);
} else {
  document.title = titleOf(shown.tag);
  const widget = document.createElement(shown.tag);
  // On the widget itself as well: it has what it needs whichever file comes first.
  setAll(widget, { 'heading-level': '1', ...shown.settings, ...shown.widget });
  setAll(settings, shown.settings);
  if (shown.accent) document.documentElement.style.setProperty('--mh-accent', shown.accent);
  settings.append(widget);
  main.append(settings);
}
document.body.replaceChildren(main);
sayWhereNothingPrints(main);

function setAll(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

/** Names distinguish two frames on a page. */
function titleOf(tag: string): string {
  const name = tag.slice('mh-'.length).replaceAll('-', ' ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} – Teaching for Mastery`;
}

// `<base target=_blank>` keeps every other site out of the frame. What stays on this page, and what opens a program, does so from here.
addEventListener(
  'click',
  (event) => {
    const link = linkOf(event);
    if (link && /^(#|mailto:|tel:|blob:)/i.test(link.getAttribute('href') ?? '')) link.target = '_self';
  },
  true,
);

function linkOf(event: Event): HTMLAnchorElement | undefined {
  return event.composedPath().find((node) => node instanceof HTMLAnchorElement);
}

/** Only the page that holds this frame is answered, only after it has asked, and only at the origin it asked from. */
let host: string | undefined;
let hub: string | null = null;
const links = new Map<string, FrameStep>();

addEventListener('message', ({ source, origin, data }: MessageEvent) => {
  const message = source === parent && parent !== window ? opened(data) : undefined;
  if (message?.['type'] !== 'hello' || origin === 'null') return;
  const first = host === undefined;
  host = origin;
  takeLinks(message['links'], origin);
  if (first) converse();
});

/** Links must lead back to the site of the page that asked. */
function takeLinks(given: unknown, origin: string): void {
  if (typeof given !== 'object' || given === null) return;
  for (const step of STEPS) {
    const href = (given as Readonly<Record<string, unknown>>)[step];
    if (typeof href !== 'string' || !URL.canParse(href) || new URL(href).origin !== origin) continue;
    links.set(href, step);
    settings.setAttribute(`${step}-href`, href);
  }
}

function converse(): void {
  const tellHeight = (): void =>
    tell({ type: 'height', height: Math.ceil(main.getBoundingClientRect().height) });
  new ResizeObserver(tellHeight).observe(main);
  tell({ type: 'title', title: document.title });
  addEventListener('mh-hub-found', (event) => {
    const found: unknown = 'hub' in event ? event.hub : null;
    hub = typeof found === 'string' ? found : null;
  });
  addEventListener('click', (event) => {
    const link = linkOf(event);
    const to = link && (links.get(link.getAttribute('href') ?? '') ?? links.get(link.href));
    if (!to || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    tell({ type: 'hand-on', to, hub });
  });
}

function tell(message: FrameMessage): void {
  if (host !== undefined) parent.postMessage(sealed(message), host);
}
