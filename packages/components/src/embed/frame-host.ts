import { opened, sealed, STEPS, type FrameStep } from './frame-messages.js';

/** Heights that a frame may ask for, in CSS pixels. */
const LEAST = 60;
const MOST = 20_000;

const selector = 'iframe[data-maths-hubs]';
const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll<HTMLIFrameElement>(selector)];
const page = window as { mathsHubsFrames?: true };

if (!page.mathsHubsFrames) {
  page.mathsHubsFrames = true;
  addEventListener('message', ({ source, origin, data }: MessageEvent) => {
    const frame = frames().find((each) => each.contentWindow === source);
    const message = frame && origin === originOf(frame) ? opened(data) : undefined;
    if (frame && message) hear(frame, message);
  });
  // A load event neither bubbles nor reaches the window; capturing here hears frames that are added later too.
  document.addEventListener(
    'load',
    ({ target }) => {
      if (target instanceof HTMLIFrameElement && target.matches(selector)) greet(target);
    },
    true,
  );
  frames().forEach(greet);
}

function originOf(frame: HTMLIFrameElement): string {
  return new URL(frame.src, document.baseURI).origin;
}

function greet(frame: HTMLIFrameElement): void {
  const links = Object.fromEntries(
    STEPS.flatMap((step) => (hrefOf(frame, step) ? [[step, hrefOf(frame, step)]] : [])),
  );
  frame.contentWindow?.postMessage(sealed({ type: 'hello', links }), originOf(frame));
}

/** Address of the page that follows, as the frame's own `data-apply-href` and its like say. */
function hrefOf(frame: HTMLIFrameElement, step: FrameStep): string | undefined {
  const href = frame.getAttribute(`data-${step}-href`);
  return href === null ? undefined : new URL(href, document.baseURI).href;
}

function hear(frame: HTMLIFrameElement, message: Readonly<Record<string, unknown>>): void {
  const { type, height, title, to, hub } = message;
  if (type === 'height' && typeof height === 'number' && height > 0)
    frame.style.height = `${Math.min(MOST, Math.max(LEAST, height))}px`;
  if (type === 'title' && typeof title === 'string' && !frame.title) frame.title = title.slice(0, 200);
  if (type === 'hand-on')
    handOn(
      frame,
      STEPS.find((step) => step === to),
      typeof hub === 'string' ? hub : null,
    );
}

/** The page goes on to the address that it stated itself, unless it handles the event. */
function handOn(frame: HTMLIFrameElement, to: FrameStep | undefined, hub: string | null): void {
  const href = to && hrefOf(frame, to);
  if (!href || !/^https?:/.test(href)) return;
  const event = new CustomEvent('maths-hubs-hand-on', {
    bubbles: true,
    cancelable: true,
    detail: { to, href, hub },
  });
  if (frame.dispatchEvent(event)) location.assign(href);
}
