import { pageSettings } from '../../packages/components/src/foundation/settings-store.js';
import { dataInHand } from '../ssr/data.mjs';

/** Tests put their own in its place. */
const ask = globalThis.fetch.bind(globalThis);

type Widget = HTMLElement & { data?: unknown; readonly updateComplete: Promise<unknown> };

/** Whether this run draws on a server what a test mounts: `HYDRATED=1`. */
export const hydrating = Boolean((globalThis as { hydrating?: boolean }).hydrating);

/** Markup as a server drew it, with the data that it had in hand; for widgets that are not in the page yet. */
export async function drawnByServer(html: string): Promise<readonly Node[]> {
  const answer = await ask('/__ssr/draw', { method: 'POST', body: html });
  // Chromium's `parseHTMLUnsafe` leaves comments out, and Lit finds its parts by them.
  const page = document.createElement('div');
  page.setHTMLUnsafe(await answer.text());
  const widgets = [...page.querySelectorAll<Widget>('*')].filter(({ localName }) =>
    localName.startsWith('mh-'),
  );
  for (const widget of widgets) {
    if (!widget.shadowRoot) throw new Error(`A server drew no ${widget.localName}: ${page.textContent}`);
    const hasOwn = widget.querySelector(':scope > script[type="application/json"]') !== null;
    const data = await dataInHand(widget.localName, (name) =>
      name === 'src' && hasOwn ? '' : widget.getAttribute(name),
    );
    // Nobody hands over terms where the page names its own.
    if (data && pageSettings().value.editionData === undefined) widget.data = data;
  }
  return [...page.childNodes];
}
