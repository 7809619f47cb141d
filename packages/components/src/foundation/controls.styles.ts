import { css } from 'lit';

/** Buttons, fields, hints and errors: targets of 44 px whatever the page's rem is, visible borders, errors shown by more than colour. */
export const controlStyles = css`
  button,
  .button {
    display: inline-block;
    min-block-size: var(--_target);
    padding: 0.55em 1.1em;
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    /* In forced colours the browser lays the page's ground behind each text, where this one could not be seen. */
    forced-color-adjust: none;
    font: inherit;
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  button:hover,
  .button:hover {
    text-decoration: underline;
  }
  button.secondary,
  .button.secondary {
    background: transparent;
    color: var(--_accent-text);
  }
  button.plain {
    min-block-size: var(--_target);
    padding: 0.25em 0;
    border-color: transparent;
    background: transparent;
    color: var(--_accent-text);
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: default;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3) var(--_space-4);
    align-items: center;
    margin-block: var(--_space-5) var(--_space-2);
  }
  .field,
  fieldset {
    margin: 0 0 var(--_space-5);
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .field.invalid,
  fieldset.invalid {
    padding-inline-start: var(--_space-4);
    border-inline-start: 4px solid var(--_error);
  }
  label,
  legend {
    display: block;
    padding: 0;
    margin-block-end: var(--_space-1);
    font-weight: 600;
  }
  .hint {
    margin: 0 0 var(--_space-2);
    color: var(--_muted);
    font-size: 0.9em;
  }
  .error {
    margin: 0 0 var(--_space-2);
    color: var(--_error);
    font-weight: 600;
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    inline-size: 100%;
    max-inline-size: var(--_field);
    min-block-size: var(--_target);
    padding: 0.45em 0.6em;
    border: 2px solid var(--_control-line);
    border-radius: calc(var(--_radius) / 2);
    background: transparent;
    color: inherit;
    font: inherit;
    font-size: max(1em, 16px);
  }
  select option {
    background: Canvas;
    color: CanvasText;
  }
  .invalid input,
  .invalid select,
  .invalid textarea {
    border-color: var(--_error);
  }
  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_space-1) var(--_space-3);
    align-items: start;
    min-block-size: var(--_target);
    padding-block: var(--_space-2);
  }
  .choice input {
    inline-size: max(24px, 1.5em);
    block-size: max(24px, 1.5em);
    margin: 0;
    accent-color: var(--_accent-text);
  }
  .choice label {
    margin: 0;
    font-weight: 400;
  }
  .choice .hint {
    grid-column: 2;
    margin: 0;
  }
  .error-summary {
    margin-block-end: var(--_space-5);
    padding: var(--_space-4);
    border: 4px solid var(--_error);
    border-radius: calc(var(--_radius) / 2);
  }
  .error-summary ul {
    margin: 0;
    padding-inline-start: 1.2em;
  }
  .error-summary a {
    display: inline-block;
    padding-block: 0.3em;
    color: var(--_error);
    font-weight: 600;
  }
  .error-summary:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
`;
