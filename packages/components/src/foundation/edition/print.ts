import { PrintEvent } from './print-event.js';

const MARK = 'data-mh-printing';

/** Hides all but the marked element and what contains it, on paper only. */
const RULES = `@media print {
  body :not([${MARK}], [${MARK}] *, :has([${MARK}])) { display: none !important; }
  html, body, [${MARK}], :has([${MARK}]) { margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important; }
  @page { size: A4; margin: 14mm; }
}`;

/**
 * Prints one widget and nothing else of its page. A page may do so in its own way: it prevents `mh-print`.
 * A widget inside another's shadow root is printed with its page.
 */
export function printOnly(host: HTMLElement): void {
  if (!host.dispatchEvent(new PrintEvent())) return;
  const page = host.ownerDocument;
  const view = page.defaultView;
  if (view === null) return;
  if (host.getRootNode() !== page) {
    view.print();
    return;
  }
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(RULES);
  host.setAttribute(MARK, '');
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  view.addEventListener(
    'afterprint',
    () => {
      host.removeAttribute(MARK);
      page.adoptedStyleSheets = page.adoptedStyleSheets.filter((each) => each !== sheet);
    },
    { once: true },
  );
  view.print();
}
