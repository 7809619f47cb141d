import { opened, sealed, STEPS, type FrameMessage, type Step } from './frame-messages.js';
import { readParameters } from './frame-parameters.js';

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
  const widget = document.createElement(shown.tag);
  for (const [name, value] of Object.entries(shown.widget)) widget.setAttribute(name, value);
  for (const [name, value] of Object.entries(shown.settings)) settings.setAttribute(name, value);
  if (shown.accent) document.documentElement.style.setProperty('--mh-accent', shown.accent);
  settings.append(widget);
  main.append(settings);
}
document.body.replaceChildren(main);

/** Only the page that holds this frame is answered, only after it has asked, and only at the origin it asked from. */
let host: string | undefined;
let hub: string | null = null;
const links = new Map<string, Step>();

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
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const to = link && (links.get(link.getAttribute('href') ?? '') ?? links.get(link.href));
    if (!to || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    tell({ type: 'hand-on', to, hub });
  });
}

function tell(message: FrameMessage): void {
  if (host !== undefined) parent.postMessage(sealed(message), host);
}
