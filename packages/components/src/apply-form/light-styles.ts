import { css, type CSSResult } from 'lit';
import { baseStyles } from '../foundation/base.styles.js';
import { controlStyles } from '../foundation/controls.styles.js';
import { noteStyles } from '../foundation/notes.styles.js';
import { applyStyles } from './apply-form.styles.js';

/** Takes back whatever the page's own style sheet does to bare elements. */
const reset = css`
  *,
  *::before,
  *::after {
    all: revert;
  }
`;

/** The box is ours, so the ink is set on it. */
const ink = css`
  :host {
    color: var(--_ink);
  }
`;

/**
 * The house's styles for a widget that stands in the page's own tree, where autofill reaches it: nested under its box,
 * with the weight of an id, so that a page's rules for `input` or `.content label` do not reach in.
 */
const text = `:is(.mh-apply-form, #mh-apply-form-box) {${[
  reset,
  baseStyles,
  ink,
  controlStyles,
  noteStyles,
  applyStyles,
]
  .map((sheet: CSSResult) =>
    sheet.cssText.replaceAll(':host([hidden])', '&[hidden]').replaceAll(':host', '&'),
  )
  .join('\n')}}`;

let sheet: CSSStyleSheet | undefined;

/** Adopts the styles into the tree that a form stands in, once. */
export function adoptInto(root: Node): void {
  // Not `instanceof`: a page's library may have put its own in the place of `Document`.
  if (!isStyled(root)) return;
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function isStyled(root: Node): root is Document | ShadowRoot {
  return 'adoptedStyleSheets' in root;
}
