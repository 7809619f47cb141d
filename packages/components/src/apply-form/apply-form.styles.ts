import { css } from 'lit';

/** Roomy steps in one column; a card for what was received or has gone wrong. */
export const applyStyles = css`
  :host {
    max-inline-size: 44rem;
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    margin-block: 0 1.25rem;
    color: var(--_muted);
  }
  .bar {
    flex: 1 1 8rem;
    display: flex;
    gap: 4px;
    max-inline-size: 18rem;
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
    max-inline-size: 12rem;
  }
  .commitments {
    margin-block: 0 1.25rem;
    padding: var(--_space) var(--_space) var(--_space) 2.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .commitments li + li {
    margin-block-start: 0.5em;
  }
  .answers {
    margin-block: 0 1.5rem;
  }
  .answers > div {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
    gap: 0.1rem 1rem;
    align-items: start;
    padding-block: 0.6rem;
    border-block-end: 1px solid var(--_line);
  }
  .answers dt {
    font-weight: 600;
  }
  .answers dd {
    margin: 0;
  }
  .answers button.plain {
    min-block-size: 2.75rem;
    margin-block: -0.6rem;
  }
  @media (max-width: 34rem) {
    .answers > div {
      grid-template-columns: 1fr auto;
    }
    .answers dd:not(.change) {
      grid-column: 1;
    }
    .answers .change {
      grid-area: 1 / 2;
    }
  }
  .privacy {
    margin-block: 0 1.5rem;
    padding: var(--_space);
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
    margin-block-end: 1.5rem;
    padding: calc(var(--_space) * 1.5);
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .reference {
    display: block;
    font-size: 1.5em;
    letter-spacing: 0.04em;
  }
  .keep {
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--_line);
  }
  .not-for-people {
    position: absolute;
    inset-inline-start: -100vw;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
  }
  .found {
    margin: 0 0 1.5rem;
    padding: 0;
    list-style: none;
  }
  .found li + li {
    margin-block-start: 0.5rem;
  }
  .found button {
    inline-size: 100%;
    text-align: start;
  }
`;
