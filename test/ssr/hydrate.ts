import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import { TAGS } from '../../packages/components/src/embed/tags.js';
import { pageSettings } from '../../packages/components/src/foundation/settings-store.js';
import { dataOf } from './data.mjs';

const page = window as Window & { hydrated?: boolean; faults?: string[] };

const widget = document.querySelector(Object.keys(TAGS).join());
if (widget) {
  widget.shadowRoot?.querySelector('*:not(style)')?.setAttribute('data-from-server', '');
  Object.assign(widget, { data: await dataOf(widget.localName) });
  // What only the page knows.
  if (location.hash === '#reworded') pageSettings().update({ wording: { 'journey.title': 'Our journey' } });
  await TAGS[widget.localName]?.load();
  await (widget as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
  page.hydrated = true;
}
