import { css } from 'lit';

/**
 * The few tokens of the house. Font and text colour come from the page; every other colour is mixed with
 * the text colour, so that it fits a light or a dark page without asking which it is.
 * Spaces are steps of one scale, in the text's own size: a page's `rem` may be anything (10 px under `font-size: 62.5%`).
 * Where room decides a layout, it does at 30, 44 or 56 em. A target is 44 px, not less.
 */
export const baseStyles = css`
  :host {
    --_accent: var(--mh-accent, color-mix(in oklab, #00788a 62%, currentColor));
    --_on-accent: var(--mh-on-accent, #fff);
    --_error: var(--mh-error, color-mix(in oklab, #d4151b 70%, currentColor));
    --_surface: var(--mh-surface, color-mix(in srgb, currentColor 4%, transparent));
    --_tint: color-mix(in srgb, var(--_accent) 9%, transparent);
    --_line: var(--mh-line, color-mix(in srgb, currentColor 22%, transparent));
    --_control-line: color-mix(in srgb, currentColor 62%, transparent);
    --_muted: color-mix(in srgb, currentColor 78%, transparent);
    --_on-ink: Canvas;
    --_radius: var(--mh-radius, 0.5em);
    --_space-4: var(--mh-space, 1em);
    --_space-1: calc(var(--_space-4) / 4);
    --_space-2: calc(var(--_space-4) / 2);
    --_space-3: calc(var(--_space-4) * 3 / 4);
    --_space-5: calc(var(--_space-4) * 1.5);
    --_space-6: calc(var(--_space-4) * 2);
    --_space: var(--_space-4);
    --_measure: var(--mh-measure, 40em);
    --_field: 28em;
    --_target: 44px;
    --_focus: var(--mh-focus, var(--_accent));
    display: block;
    color: inherit;
    font: inherit;
    line-height: 1.5;
    text-align: start;
    overflow-wrap: break-word;
  }
  @supports (color: oklch(from red l c h)) {
    :host {
      --_on-accent: var(--mh-on-accent, oklch(from var(--_accent) clamp(0, (0.65 - l) * 1000, 1) 0 0));
      --_on-ink: oklch(from currentColor clamp(0, (0.6 - l) * 1000, 1) 0 0);
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
    font-weight: 700;
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
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  a:hover {
    text-decoration-thickness: 0.15em;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
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
