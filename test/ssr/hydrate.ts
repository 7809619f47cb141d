import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import { TAGS } from '../../packages/components/src/embed/tags.js';
import { dataOf } from './data.mjs';

const page = window as Window & { hydrated?: boolean; faults?: string[] };

const widget = document.querySelector(Object.keys(TAGS).join());
if (widget) {
  widget.shadowRoot?.querySelector('*:not(style)')?.setAttribute('data-from-server', '');
  Object.assign(widget, { data: await dataOf(widget.localName) });
  await TAGS[widget.localName]?.load();
  await (widget as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
  page.hydrated = true;
}
