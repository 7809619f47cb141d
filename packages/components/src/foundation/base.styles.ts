import { css } from 'lit';

/**
 * The tokens of the house. Font and text colour come from the page; `page-look.ts` works every other colour out from the page's ink and
 * ground and the hub's accent, so that text and rings cannot fall below WCAG AA. What is here shows until it has loaded.
 * Spaces are steps of one scale, in the text's own size: a page's `rem` may be anything (10 px under `font-size: 62.5%`).
 * Where room decides a layout, it does at 30, 44 or 56 em. A target is 44 px, not less.
 */
export const baseStyles = css`
  :host {
    --_ink: inherit;
    --_paper: Canvas;
    --_surface: var(--mh-surface, color-mix(in srgb, currentColor 4%, transparent));
    --_tint: color-mix(in srgb, var(--_accent) 9%, transparent);
    --_alarm: color-mix(in srgb, var(--_error) 8%, transparent);
    --_muted: color-mix(in srgb, currentColor 78%, transparent);
    --_line: var(--mh-line, color-mix(in srgb, currentColor 22%, transparent));
    --_control-line: color-mix(in srgb, currentColor 62%, transparent);
    --_accent: var(--mh-accent, light-dark(#005866, #7cc9d6));
    --_on-accent: oklch(from var(--_accent) clamp(0, (0.57 - l) * 1000, 1) 0 0);
    --_accent-text: var(--_accent);
    --_edge: var(--_accent);
    --_focus: var(--_accent-text);
    --_give: light-dark(#8f3c14, #eba27f);
    --_give-tint: color-mix(in srgb, var(--_give) 12%, transparent);
    --_error: light-dark(#b3121a, #ff9c98);
    --_heading-font: var(--mh-heading-font, var(--_page-heading-font, inherit));
    --_radius: var(--mh-radius, 0.5em);
    --_space-4: var(--mh-space, 1em);
    --_space-1: calc(var(--_space-4) / 4);
    --_space-2: calc(var(--_space-4) / 2);
    --_space-3: calc(var(--_space-4) * 3 / 4);
    --_space-5: calc(var(--_space-4) * 1.5);
    --_space-6: calc(var(--_space-4) * 2);
    --_measure: var(--mh-measure, 40em);
    --_field: 28em;
    --_target: 44px;
    /* Read by page-look.ts: only a real property has a computed colour. */
    stop-color: var(--mh-accent, transparent);
    flood-color: var(--mh-page, Canvas);
    lighting-color: var(--mh-error, transparent);
    column-rule-color: var(--mh-surface, transparent);
    display: block;
    /* What is hidden from sight stays inside a box of the page that scrolls. */
    position: relative;
    color: inherit;
    font: inherit;
    line-height: 1.5;
    text-align: start;
    overflow-wrap: anywhere;
  }
  :where(:host > *) {
    color: var(--_ink);
  }
  @media (forced-colors: active) {
    :host {
      --_ink: CanvasText;
      --_muted: CanvasText;
      --_line: CanvasText;
      --_control-line: CanvasText;
      --_accent: CanvasText;
      --_on-accent: Canvas;
      --_give: CanvasText;
      --_error: CanvasText;
      --_surface: Canvas;
      --_tint: Canvas;
      --_alarm: Canvas;
      --_give-tint: Canvas;
      --_focus: Highlight;
    }
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0 0 0.5em;
    font: inherit;
    font-family: var(--_heading-font);
    font-weight: var(--_heading-weight, 700);
    font-size: 1.375em;
    line-height: 1.25;
    text-wrap: balance;
  }
  p,
  ul,
  ol,
  dl {
    margin-block: 0 0.75em;
  }
  a {
    color: var(--_accent-text);
    text-underline-offset: 0.15em;
  }
  a:hover {
    text-decoration-thickness: 0.15em;
  }
  :focus-visible {
    /* Two tones: the ring, and a line of the page's ground that parts it from whatever it is on. */
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_paper);
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  .muted {
    color: var(--_muted);
    font-size: 0.9em;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none;
      transition: none;
      scroll-behavior: auto;
    }
  }
  @media print {
    .no-print {
      display: none !important;
    }
    a[href^='http']::after {
      content: ' (' attr(href) ')';
      font-size: 0.85em;
    }
  }
`;
