import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import { TAGS } from '../../packages/components/src/embed/tags.js';
import { pageSettings } from '../../packages/components/src/foundation/settings-store.js';
import { dataOf } from './data.mjs';

const page = window as Window & { hydrated?: boolean; drawn?: Element | null | undefined; faults?: string[] };

/** What may have happened to a page before a widget is taken over, by the words of its address. */
const BEFORE: Readonly<Record<string, (root: ShadowRoot) => void>> = {
  // What only the page knows.
  reworded: () =>
    pageSettings().update({
      wording: {
        'journey.title': 'Our journey',
        'find.title': 'Our hub',
        'funding.title': 'Our money',
      },
    }),
  typed(root) {
    const field = root.querySelector('input');
    if (!field) throw new Error('There is no field to type into');
    field.focus();
    field.value = 'wigst';
    field.setSelectionRange(2, 2);
  },
  ticked(root) {
    const no = root.querySelector<HTMLInputElement>('[name=invited][value=no]');
    if (no) no.checked = true;
  },
  opened: (root) => root.querySelector('details.credits')?.setAttribute('open', ''),
};

const widget = document.querySelector(Object.keys(TAGS).join());
if (widget) {
  page.drawn = widget.shadowRoot?.querySelector('*:not(style)');
  Object.assign(widget, { data: await dataOf(widget.localName) });
  for (const word of location.hash.slice(1).split('-'))
    if (widget.shadowRoot) BEFORE[word]?.(widget.shadowRoot);
  await TAGS[widget.localName]?.load();
  await (widget as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
  page.hydrated = true;
}
