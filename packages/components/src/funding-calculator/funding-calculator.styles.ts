import { css } from 'lit';

/** Questions, then the estimate beside them where there is room. */
export const fundingStyles = css`
  :host {
    container-type: inline-size;
  }
  .sides {
    display: grid;
    gap: var(--_space-5) 3em;
  }
  .pounds input {
    max-inline-size: 12em !important;
  }
  .estimate {
    padding: var(--_space-4) var(--_space-5);
    border: 1px solid var(--_line);
    border-block-start: 5px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .estimate [part='heading'] {
    margin-block-end: var(--_space-1);
    font-size: 1.05em;
  }
  .total {
    margin-block-end: var(--_space-3);
    font-size: 1.9em;
    font-weight: 700;
    line-height: 1.15;
  }
  .lines {
    padding: 0;
    list-style: none;
  }
  .line {
    padding-block: var(--_space-3);
    border-block-start: 1px solid var(--_line);
  }
  .line p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-4);
    justify-content: space-between;
    margin-block-end: var(--_space-1);
  }
  .what {
    flex: 1 1 14em;
    font-weight: 600;
  }
  .illustration {
    padding-inline-start: var(--_space-3);
    border-inline-start: 3px dashed var(--_accent);
    font-style: italic;
  }
  .release {
    padding-block-start: var(--_space-4);
    border-block-start: 2px solid var(--_accent);
  }
  dl {
    display: grid;
    gap: var(--_space-2) var(--_space-4);
    margin-block-end: var(--_space-2);
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
    font-weight: 600;
  }
  dd .muted {
    display: block;
    font-weight: 400;
  }
  .pips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1);
    margin-block: var(--_space-1) var(--_space-3);
  }
  .pip {
    inline-size: 1.35em;
    block-size: 1.35em;
    border: 2px solid var(--_accent);
    border-radius: 0.25em;
  }
  .pip.paid {
    background: var(--_accent);
  }
  .pip.half {
    background: linear-gradient(to right, var(--_accent) 50%, transparent 50%);
  }
  @container (min-inline-size: 30em) {
    dl {
      grid-template-columns: minmax(9em, auto) 1fr;
    }
  }
  @container (min-inline-size: 44em) {
    .sides {
      grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
      align-items: start;
    }
  }
  @media print {
    .line,
    .release {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .pip {
      forced-color-adjust: none;
    }
  }
`;
