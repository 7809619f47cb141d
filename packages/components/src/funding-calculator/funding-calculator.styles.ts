import { css } from 'lit';

/** Questions, then the estimate beside them where there is room. */
export const fundingStyles = css`
  :host {
    container-type: inline-size;
  }
  .sides {
    display: grid;
    gap: 1.5rem 3rem;
  }
  .pounds input {
    max-inline-size: 12rem !important;
  }
  .estimate {
    padding: 1.1rem 1.25rem;
    border: 1px solid var(--_line);
    border-block-start: 5px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .estimate [part='heading'] {
    margin-block-end: 0.25rem;
    font-size: 1.05em;
  }
  .total {
    margin-block-end: 0.75rem;
    font-size: 1.9em;
    font-weight: 700;
    line-height: 1.15;
  }
  .lines {
    padding: 0;
    list-style: none;
  }
  .line {
    padding-block: 0.75rem;
    border-block-start: 1px solid var(--_line);
  }
  .line p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    justify-content: space-between;
    margin-block-end: 0.35rem;
  }
  .what {
    flex: 1 1 14rem;
    font-weight: 600;
  }
  .illustration {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px dashed var(--_accent);
    font-style: italic;
  }
  .release {
    padding-block-start: 1rem;
    border-block-start: 2px solid var(--_accent);
  }
  dl {
    display: grid;
    gap: 0.4rem 1rem;
    margin-block-end: 0.5rem;
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
    gap: 0.3rem;
    margin-block: 0.25rem 0.75rem;
  }
  .pip {
    inline-size: 1.35rem;
    block-size: 1.35rem;
    border: 2px solid var(--_accent);
    border-radius: 0.25rem;
  }
  .pip.paid {
    background: var(--_accent);
  }
  .pip.half {
    background: linear-gradient(to right, var(--_accent) 50%, transparent 50%);
  }
  @container (min-inline-size: 24rem) {
    dl {
      grid-template-columns: minmax(9rem, auto) 1fr;
    }
  }
  @container (min-inline-size: 46rem) {
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
