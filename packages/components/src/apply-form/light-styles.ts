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
  /* In Chromium, what is hidden by its attribute is reverted too. */
  [hidden] {
    display: none;
  }
`;

/** The box is ours, so the ink is set on it. */
const ink = css`
  :host {
    color: var(--_ink);
  }
`;

/**
 * The house's styles for a widget that is in the page's own tree, where autofill reaches it: nested under its box,
 * with the weight of an id, so that a page's rules for `input` or `.content label` do not reach in.
 */
const rules = `:is(.mh-apply-form, #mh-apply-form-box) {${[
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

const COMMENT = /\/\*[\s\S]*?\*\//g;
const DECLARATION = /([{};]\s*)([a-z][a-z-]*)\s*:\s*([^;{}]+?)\s*(?=[;}])/g;

/**
 * In a layer, `!important` wins over a page's own `!important`, whatever its selectors weigh. Tokens stay as they are: `page-look.ts`
 * states them again with the page's colours.
 */
const text = `@layer mh-apply-form{${rules
  .replace(COMMENT, '')
  .replace(DECLARATION, (whole, before: string, name: string, value: string) =>
    value.endsWith('!important') ? whole : `${before}${name}:${value}!important`,
  )}}`;

let sheet: CSSStyleSheet | undefined;

/** Adopts the styles into the tree that a form is in, once. */
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
