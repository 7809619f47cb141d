const TAG = 'mh-settings';

/**
 * A promise to wait for before a widget draws or asks for anything, where its settings are not known yet: the page is still being
 * read, or has an `<mh-settings>` whose code has not come. Where that never comes, the widget never draws: its plain content stays,
 * which is better than another year's terms or a service that the hub has switched off.
 */
export function settingsToCome(widget: Element): Promise<unknown> | undefined {
  const page = widget.ownerDocument;
  if (page.readyState === 'loading')
    return new Promise((read) => page.addEventListener('DOMContentLoaded', read, { once: true }));
  if (customElements.get(TAG) !== undefined) return undefined;
  return page.querySelector(TAG) || isBelow(widget, TAG) ? customElements.whenDefined(TAG) : undefined;
}

/** Across shadow roots too. */
function isBelow(node: Node | null, tag: string): boolean {
  for (let at = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null)
    if ((at as Element).localName === tag) return true;
  return false;
}
