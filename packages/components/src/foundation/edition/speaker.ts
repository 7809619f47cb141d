import type { SettingsStore } from '../settings-store.js';

/** Which widget of a page says a thing for all of them: the first that has it to say, until it leaves the page. */
const speakers = new WeakMap<SettingsStore, Map<string, Element>>();

/** Whether this widget says it. */
export function speaksFor(store: SettingsStore, what: string, widget: Element): boolean {
  const said = speakers.get(store) ?? new Map<string, Element>();
  speakers.set(store, said);
  const speaker = said.get(what);
  if (speaker?.isConnected && speaker !== widget) return false;
  said.set(what, widget);
  return true;
}

/** Gives the word to another widget, which then draws again. */
export function fallSilent(store: SettingsStore, widget: Element): void {
  const said = speakers.get(store);
  if (!said) return;
  let spoke = false;
  for (const [what, speaker] of said) {
    if (speaker !== widget) continue;
    said.delete(what);
    spoke = true;
  }
  if (spoke) store.dispatchEvent(new Event('change'));
}
