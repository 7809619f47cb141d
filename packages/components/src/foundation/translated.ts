/**
 * A page translator puts `<font>` elements in the place of text nodes, and what is drawn next would be written into a node that is no
 * longer in the page: the old figure would stay for ever. With a text node back in its place, what changes is changed, and the translator
 * sees that it has something new to translate; what stays the same stays translated.
 */
export function takeTextBack(root: ParentNode): void {
  for (const font of root.querySelectorAll('font:not(font font)')) font.replaceWith(font.textContent);
}

/** States the language of what is drawn, where the page does not say the same: for voices, hyphens and translators. */
export function stateLanguage(widget: HTMLElement): void {
  if (widget.hasAttribute('lang') || languageAround(widget).startsWith('en')) return;
  widget.lang = 'en-GB';
}

function languageAround(widget: Element): string {
  for (let at: Node | null = widget; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    const lang = (at as Partial<HTMLElement>).lang;
    if (lang) return lang.toLowerCase();
  }
  return '';
}
