import { css } from 'lit';
import { exchangeStyles } from '../foundation/exchange.styles.js';

/** The inside of a phase, which comes after the path. */
export const insideStyles = css`
  ${exchangeStyles}
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
  }
`;
