import { css } from 'lit';

/** An answer: hubs side by side where there is room; questions and lists to pick from. */
export const answerStyles = css`
  .hubs {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.9rem;
    margin: 0.75rem 0;
    padding: 0;
    list-style: none;
  }
  .hub {
    padding: 0.9rem 1rem 0.35rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .hub :is(h1, h2, h3, h4, h5, h6) {
    margin-block-end: 0.4rem;
    font-size: 1.12em;
  }
  .chip {
    display: inline-block;
    margin-inline-end: 0.35rem;
    padding: 0 0.6em;
    border: 1px solid currentColor;
    border-radius: 1em;
    font-size: 0.82em;
    font-weight: 600;
  }
  .chip.high {
    border-color: var(--_accent);
    background: var(--_accent);
    -webkit-text-fill-color: var(--_on-accent);
  }
  .chip.low,
  .chip.candidate {
    border-style: dashed;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem 1.5rem;
    overflow-wrap: anywhere;
  }
  dt {
    color: var(--_muted);
    font-size: 0.85em;
    font-weight: 600;
  }
  dd {
    margin: 0;
  }
  .question {
    margin-block: 0.5rem 1rem;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block-start: 0.5rem;
  }
  .pick {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: end;
    margin-block: 0.5rem 1rem;
  }
  .pick .field {
    flex: 1 1 16rem;
    max-inline-size: 28rem;
    margin: 0;
  }
  @container (min-inline-size: 30rem) {
    dl {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    dl .wide {
      grid-column: 1 / -1;
    }
  }
  @container (min-inline-size: 44rem) {
    .hubs.side {
      grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr));
    }
  }
  @media print {
    .hub {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .chip.high {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
      -webkit-text-fill-color: HighlightText;
    }
  }
`;
