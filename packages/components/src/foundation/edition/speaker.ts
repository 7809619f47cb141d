import type { SettingsStore } from '../settings-store.js';

/** Which widget of a page says a thing for all of them: the first that has it to say, until it leaves the page. */
const speakers = new WeakMap<SettingsStore, Map<string, Element>>();

/** Whether this widget says it. */
export function speaksFor(store: SettingsStore, what: string, widget: Element): boolean {
  const said = speakers.get(store) ?? new Map<string, Element>();
  speakers.set(store, said);
  if (!said.get(what)?.isConnected) said.set(what, widget);
  return said.get(what) === widget;
}

/** Gives the word to another widget, which then draws again. */
export function fallSilent(store: SettingsStore, widget: Element): void {
  const said = speakers.get(store) ?? new Map<string, Element>();
  const own = [...said.keys()].filter((what) => said.get(what) === widget && said.delete(what));
  if (own.length > 0) store.dispatchEvent(new Event('change'));
}
