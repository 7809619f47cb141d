import { css } from 'lit';

export const editorStyles = css`
  .steps ol {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    margin: 0 0 var(--_space-6);
    padding: 0;
    list-style: none;
  }
  .steps button {
    border-color: transparent;
    background: transparent;
    color: var(--_ink);
    border-radius: 0;
    border-block-end: 4px solid var(--_line);
    padding-inline: var(--_space-1);
    margin-inline-end: var(--_space-3);
  }
  .steps button[aria-current] {
    border-block-end-color: var(--_edge);
    color: var(--_accent-text);
  }
  h2 {
    font-size: 1.75em;
  }
  h3 {
    font-size: 1.2em;
  }
  h4 {
    font-size: 1.1em;
  }
  h5 {
    margin-block-start: var(--_space-5);
    font-size: 1.1em;
  }
  h6 {
    margin-block-start: var(--_space-4);
    font-size: 1em;
  }
  .lead {
    max-inline-size: var(--_measure);
  }
  .panel {
    margin-block-end: var(--_space-5);
    padding: var(--_space-5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  summary {
    cursor: pointer;
    min-block-size: var(--_target);
    padding-block: var(--_space-2);
  }
  summary > h3,
  summary > h4 {
    display: inline;
    margin-inline-end: var(--_space-3);
  }
  details.panel > summary {
    margin: calc(-1 * var(--_space-2)) 0;
  }
  details.panel[open] > summary {
    margin-block-end: var(--_space-4);
  }
  .phase {
    border-block-start: 1px solid var(--_line);
  }
  .phase-body {
    padding: var(--_space-2) 0 var(--_space-4);
  }
  .term {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2) var(--_space-6);
    padding-block: var(--_space-3);
    border-block-start: 1px solid var(--_line);
  }
  .term .field,
  .term fieldset {
    margin: 0;
  }
  .term input[type='text'],
  .term textarea {
    inline-size: 100%;
    max-inline-size: 34em;
  }
  .term input[inputmode='decimal'] {
    max-inline-size: 8em;
  }
  /* Yes, no, not decided: one line, where there is room. */
  .term [role='radiogroup'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-5);
  }
  .term legend,
  .term .field > label {
    font-weight: 600;
  }
  .term-label {
    font-weight: 600;
  }
  .term-value {
    margin: var(--_space-1) 0 0;
    color: var(--_muted);
  }
  .term.is-empty .term-value,
  .term.is-not-decided .term-value {
    font-style: italic;
  }
  .term.faulty {
    border-inline-start: 4px solid var(--_error);
    padding-inline-start: var(--_space-3);
  }
  .evidence {
    padding: var(--_space-3) var(--_space-4);
    overflow-wrap: anywhere;
    border-inline-start: 4px solid var(--_edge);
    background: var(--_tint);
    align-self: start;
  }
  .evidence > :last-child {
    margin-block-end: 0;
  }
  .quantity,
  .colours,
  .half-term {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    gap: 0 var(--_space-4);
  }
  .quantity {
    gap: var(--_space-3) var(--_space-4);
    align-items: end;
  }
  .half-term > p {
    align-self: center;
    font-weight: 600;
  }
  .quantity > .choice {
    grid-column: 1 / -1;
  }
  .record {
    margin-block-end: var(--_space-4);
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .record-title {
    font-weight: 700;
  }
  textarea {
    max-inline-size: 100%;
  }
  .columns {
    display: grid;
    gap: 0 var(--_space-6);
  }
  input[type='color'] {
    inline-size: 4em;
    padding: var(--_space-1);
  }
  .pairs,
  #drafts ul {
    padding: 0;
    list-style: none;
  }
  .pairs li {
    display: flex;
    gap: var(--_space-3);
    align-items: start;
    padding-block: var(--_space-1);
  }
  .pairs .too-low {
    color: var(--_error);
  }
  .swatch {
    flex: none;
    min-inline-size: 2.75em;
    min-block-size: 1.75em;
    text-align: center;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) / 2);
    font-weight: 600;
  }
  .stage {
    overflow-x: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .stage iframe {
    display: block;
    block-size: 40em;
    border: 0;
  }
  .stage .phone {
    inline-size: 375px;
    margin-inline: auto;
  }
  /* A desktop's width, drawn at half its size: the page in the frame still has all of it. */
  .stage .desktop {
    inline-size: 1280px;
    block-size: 80em;
    margin: 0 -640px calc(-1 * var(--_space-6)) 0;
    transform: scale(0.5);
    transform-origin: 0 0;
  }
  button[aria-pressed='true'] {
    background: var(--_tint);
    box-shadow: inset 0 -4px 0 var(--_edge);
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1);
  }
  .tabs button {
    border-color: var(--_line);
    background: transparent;
    color: var(--_ink);
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    font-weight: 400;
  }
  .tabs button[aria-selected='true'] {
    border-block-end: 4px solid var(--_edge);
    font-weight: 700;
  }
  .block {
    margin: var(--_space-4) 0;
  }
  figcaption {
    font-weight: 600;
  }
  pre {
    max-block-size: 20em;
    margin: var(--_space-1) 0 var(--_space-3);
    padding: var(--_space-4);
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_surface);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    font-size: 0.9em;
  }
  .save {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3) var(--_space-5);
    align-items: center;
    padding-block: var(--_space-4);
    border-block-start: 1px solid var(--_line);
  }
  @media (max-width: 30em) {
    .steps ol {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }
    .steps button {
      inline-size: 100%;
      margin: 0;
      text-align: start;
    }
    .panel {
      padding: var(--_space-4);
    }
  }
  @media (min-width: 56em) {
    .term {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
    .columns {
      grid-template-columns: 1fr 1fr;
    }
    .beside {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr);
      gap: var(--_space-6);
    }
    .preview {
      position: sticky;
      inset-block-start: 1em;
      align-self: start;
    }
  }
  pre.prose {
    white-space: pre-wrap;
  }
`;
