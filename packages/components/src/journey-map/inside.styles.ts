import { css } from 'lit';
import { exchangeStyles } from '../foundation/exchange.styles.js';

/** The inside of a phase, which comes after the path. */
export const insideStyles = css`
  ${exchangeStyles}
  .panel {
    margin-block: var(--_space-3) var(--_space-2);
    padding: var(--_space-5);
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .panel[hidden] {
    margin: 0;
    padding: 0;
  }
  .panel-name {
    display: none;
    margin-block-end: var(--_space-2);
    font-weight: 700;
    font-size: 1.2em;
    font-family: var(--_heading-font);
  }
  .more[open] {
    inline-size: 100%;
  }
  .more > details {
    margin-inline-start: 1.2em;
  }
  .exchange {
    display: grid;
    gap: var(--_space-4) 3em;
  }
  .panel :is(h1, h2, h3, h4, h5, h6) {
    display: flex;
    gap: var(--_space-2);
    align-items: center;
    margin-block: var(--_space-1) var(--_space-2);
    font-size: 1.1em;
  }
  .panel dl {
    margin: 0;
  }
  dt {
    color: var(--_muted);
    font-weight: 600;
    font-size: 0.85em;
  }
  dd {
    margin: 0 0 var(--_space-2);
  }
  .exchange dt {
    padding-block-start: var(--_space-2);
    border-block-start: 1px solid var(--_line);
  }
  .exchange b {
    margin-inline-end: 0.15em;
    font-size: 1.375em;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  dd ul,
  .plain {
    margin: 0;
    padding-inline-start: 1.1em;
  }
  .chip {
    padding: 0.05em 0.6em;
    border: 1px solid currentColor;
    border-radius: 1em;
    font-weight: 600;
    font-size: 0.85em;
  }
  .aside {
    display: block;
    color: var(--_muted);
    font-size: 0.85em;
  }
  @container (min-inline-size: 30em) {
    .exchange {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media print {
    .exchange {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    dd,
    li li {
      break-inside: avoid;
    }
    :is(h1, h2, h3, h4, h5, h6) {
      break-after: avoid;
    }
  }
  @container (min-inline-size: 56em) {
    .panel {
      grid-column: 1 / -1;
      padding: var(--_space-5) var(--_space-6);
    }
    .panel-name {
      display: block;
    }
  }
  @media print {
    .panel[hidden] {
      display: block;
      margin-block: var(--_space-3) var(--_space-2);
      padding: var(--_space-4);
      content-visibility: visible;
    }
  }
  @media (forced-colors: active) {
    .panel {
      border: 2px solid CanvasText;
    }
  }
`;
