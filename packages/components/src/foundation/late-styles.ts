import { adoptStyles, type CSSResult } from 'lit';

/**
 * Puts styles into a widget that has been drawn: of a part that is loaded later. They stand after its own, and after
 * the colours that it took from the page.
 */
export function addStyles({ renderRoot }: { readonly renderRoot: Node }, styles: CSSResult): void {
  const { styleSheet } = styles;
  if (!(renderRoot instanceof ShadowRoot)) return;
  if (!styleSheet) return adoptStyles(renderRoot, [styles]);
  const { adoptedStyleSheets: now } = renderRoot;
  if (!now.includes(styleSheet)) renderRoot.adoptedStyleSheets = [...now, styleSheet];
}
