import { css } from 'lit';

/** One column for questions. What only a result needs comes with it. */
export const checkerStyles = css`
  :host {
    container-type: inline-size;
  }
  .back::before {
    content: '';
    display: inline-block;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline: 0.1em 0.5em;
    border: solid var(--_edge);
    border-width: 0 0 2px 2px;
    transform: rotate(45deg);
  }
  :host(:dir(rtl)) .back::before {
    transform: rotate(-135deg);
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 1em;
    min-block-size: var(--_target);
  }
  .progress {
    margin-inline-start: auto;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .intro,
  .lead {
    font-size: 1.1em;
  }
  .us {
    margin-block-end: 1em;
    padding-inline-start: 0.9em;
    border-inline-start: 4px solid var(--_edge);
  }
  .us p {
    margin: 0;
  }
  form,
  .choices,
  .why {
    max-inline-size: 36em;
  }
  h1 > label,
  h2 > label,
  h3 > label,
  h4 > label,
  h5 > label,
  h6 > label {
    margin: 0;
    font: inherit;
  }
  .choices {
    display: grid;
    gap: 0.5em;
    margin-block: 0.75em 1em;
  }
  .choice-button {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 1em;
    inline-size: 100%;
    min-block-size: 3.25em;
    padding: 0.6em 1em;
    border: 2px solid var(--_control-line);
    background: transparent;
    color: var(--_ink);
    text-align: start;
  }
  .choice-button::after {
    flex: none;
    inline-size: 0.55em;
    block-size: 0.55em;
    border: solid var(--_edge);
    border-width: 2px 2px 0 0;
    transform: rotate(45deg);
    content: '';
  }
  :host(:dir(rtl)) .choice-button::after {
    transform: rotate(-135deg);
  }
  .choice-button:hover,
  .choice-button[aria-pressed='true'] {
    border-color: var(--_edge);
    background: var(--_tint);
  }
  .choice-button[aria-pressed='true'] {
    box-shadow: inset 0.35em 0 var(--_edge);
  }
  .choice-button small {
    display: block;
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 400;
  }
  .ticks {
    display: grid;
    margin-block-end: 0.5em;
  }
  .tick {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.8em;
    align-items: center;
    min-block-size: var(--_target);
    margin: 0;
    padding-block: 0.45em;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    line-height: 1.35;
    cursor: pointer;
  }
  .tick input {
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
  }
  summary {
    inline-size: fit-content;
    min-block-size: var(--_target);
    padding-block: 0.6em;
    color: var(--_accent-text);
    font-weight: 600;
    cursor: pointer;
  }
`;
