import { css } from 'lit';

/** Roomy steps in one column; a card for what was received or has gone wrong. */
export const applyStyles = css`
  :host {
    max-inline-size: var(--_measure);
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-3);
    align-items: center;
    margin-block: 0 var(--_space-5);
    color: var(--_muted);
  }
  .bar {
    flex: 1 1 8em;
    display: flex;
    gap: 4px;
    max-inline-size: 18em;
  }
  .bar span {
    flex: 1;
    block-size: 6px;
    border-radius: 3px;
    background: var(--_line);
  }
  .bar .done {
    background: var(--_accent);
  }
  .why {
    display: block;
  }
  .field:has(> input[inputmode='numeric']) > input,
  .field.short > input {
    max-inline-size: 12em;
  }
  .commitments {
    margin-block: 0 var(--_space-5);
    padding: var(--_space-4) var(--_space-4) var(--_space-4) 2.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .commitments li + li {
    margin-block-start: 0.5em;
  }
  .answers {
    margin-block: 0 var(--_space-5);
  }
  .answers > div {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
    gap: 0 var(--_space-4);
    align-items: start;
    padding-block: var(--_space-2);
    border-block-end: 1px solid var(--_line);
  }
  .answers dt {
    min-inline-size: 0;
    font-weight: 600;
  }
  .answers dd {
    min-inline-size: 0;
    margin: 0;
    overflow-wrap: anywhere;
  }
  .answers button.plain {
    min-block-size: var(--_target);
    margin-block: calc(-1 * var(--_space-2));
  }
  @media (max-width: 30em) {
    .answers > div {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .answers dd:not(.change) {
      grid-column: 1;
    }
    .answers .change {
      grid-area: 1 / 2;
    }
  }
  .privacy {
    margin-block: 0 var(--_space-5);
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .privacy > :last-child,
  .receipt > :last-child {
    margin-block-end: 0;
  }
  .privacy p {
    white-space: pre-line;
  }
  .receipt {
    margin-block-end: var(--_space-5);
    padding: var(--_space-5);
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .reference {
    display: block;
    font-size: 1.5em;
    letter-spacing: 0.04em;
  }
  .keep {
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_line);
  }
  .not-for-people {
    position: absolute;
    inset-inline-start: -100vw;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
  }
  .picked {
    margin-block-end: var(--_space-5);
    padding-inline-start: var(--_space-3);
    border-inline-start: 4px solid var(--_edge);
  }
  .picked p {
    margin: 0;
  }
  .found {
    margin: 0 0 var(--_space-5);
    padding: 0;
    list-style: none;
  }
  .found li + li {
    margin-block-start: var(--_space-2);
  }
  .found button {
    inline-size: 100%;
    text-align: start;
  }
`;
