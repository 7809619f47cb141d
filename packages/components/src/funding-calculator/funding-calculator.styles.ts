import { css } from 'lit';

/** Questions, then the estimate beside them where there is room. */
export const fundingStyles = css`
  :host {
    container-type: inline-size;
  }
  .sides {
    display: grid;
    gap: 0 3em;
  }
  .pounds input {
    max-inline-size: 12em !important;
  }
  .estimate {
    padding: var(--_space-4);
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .estimate [part='heading'] {
    margin-block-end: var(--_space-1);
    font-size: 1.1em;
  }
  .total {
    margin-block-end: var(--_space-3);
    font-size: 1.9em;
    font-weight: 700;
    line-height: 1.15;
  }
  .sum {
    margin-block-end: var(--_space-3);
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.15;
  }
  .balance .total {
    font-variant-numeric: tabular-nums;
  }
  .bars {
    grid-template-columns: minmax(0, 1fr);
    gap: 0;
  }
  .bars dd {
    margin-block-end: var(--_space-2);
    font-variant-numeric: tabular-nums;
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 1.4em;
    overflow: visible;
  }
  .bar:dir(rtl) {
    transform: scaleX(-1);
  }
  .room {
    fill: none;
    stroke: var(--_control-line);
    stroke-dasharray: 3 4;
    vector-effect: non-scaling-stroke;
  }
  .give .part {
    fill: var(--_give);
  }
  .get .part {
    fill: var(--_edge);
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
    border-inline-start: 3px dashed var(--_edge);
    font-style: italic;
  }
  .release {
    padding-block-start: var(--_space-4);
    border-block-start: 2px solid var(--_edge);
  }
  dl {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
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
    margin-block: var(--_space-3) var(--_space-5);
  }
  .pip {
    inline-size: 1.35em;
    block-size: 1.35em;
    border: 2px solid var(--_edge);
    border-radius: 0.25em;
    border-color: var(--_give);
  }
  .pip.paid {
    border-color: var(--_edge);
    background: var(--_edge);
  }
  .pip.half {
    background: linear-gradient(to right, var(--_edge) 50%, transparent 50%);
  }
  @container (min-inline-size: 30em) {
    .estimate {
      padding: var(--_space-5);
    }
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
