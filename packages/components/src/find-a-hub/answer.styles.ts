import { css } from 'lit';

/** An answer: hubs side by side where there is room; questions and lists to pick from. */
export const answerStyles = css`
  .hubs {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    margin: var(--_space-3) 0;
    padding: 0;
    list-style: none;
  }
  .hub {
    padding: var(--_space-4) var(--_space-4) var(--_space-1);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .hub :is(h1, h2, h3, h4, h5, h6) {
    margin-block-end: var(--_space-2);
    font-size: 1.1em;
  }
  .hub .sure {
    max-inline-size: var(--_measure);
    margin-block: 0 var(--_space-2);
    font-size: 1.1em;
  }
  .hub:is(.low, .candidate) {
    border-style: dashed;
  }
  .how {
    margin-block: var(--_space-2);
  }
  .how summary {
    display: list-item;
    min-block-size: var(--_target);
    align-content: center;
    cursor: pointer;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2) var(--_space-5);
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
    margin-block: var(--_space-2) var(--_space-4);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    margin-block-start: var(--_space-2);
  }
  .pick {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-3);
    align-items: end;
    margin-block: var(--_space-2) var(--_space-4);
  }
  .pick .field {
    flex: 1 1 16em;
    max-inline-size: var(--_field);
    margin: 0;
  }
  @container (min-inline-size: 30em) {
    dl {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    dl .wide {
      grid-column: 1 / -1;
    }
  }
  @container (min-inline-size: 44em) {
    .hubs.side {
      grid-template-columns: repeat(auto-fit, minmax(min(19em, 100%), 1fr));
    }
  }
  @media print {
    .hub {
      break-inside: avoid;
    }
  }
`;
