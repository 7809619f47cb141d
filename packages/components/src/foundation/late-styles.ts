import { adoptStyles, type CSSResult } from 'lit';

/**
 * Puts styles into a widget that has been drawn: of a part that is loaded later. They stand after its own, and after
 * the colours that it took from the page.
 */
export function addStyles({ renderRoot }: { readonly renderRoot: Node }, styles: CSSResult): void {
  const { styleSheet } = styles;
  // On a server there is none: what is drawn there comes without the part, and takes its styles in the browser.
  if (typeof ShadowRoot === 'undefined' || !(renderRoot instanceof ShadowRoot)) return;
  if (!styleSheet) return adoptStyles(renderRoot, [styles]);
  const { adoptedStyleSheets: now } = renderRoot;
  if (!now.includes(styleSheet)) renderRoot.adoptedStyleSheets = [...now, styleSheet];
}
