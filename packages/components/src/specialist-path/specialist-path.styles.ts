import { css } from 'lit';

export const specialistStyles = css`
  :host {
    container-type: inline-size;
  }
  .years {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-3);
    align-items: center;
  }
  select {
    min-block-size: var(--_target);
    padding-inline: var(--_space-3);
    border: 2px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: inherit;
    font: inherit;
  }
  .stages {
    margin: var(--_space-4) 0;
    padding: 0;
    counter-reset: stage;
    list-style: none;
  }
  .stages > li {
    position: relative;
    padding: 0 0 var(--_space-5) 3.4em;
    counter-increment: stage;
  }
  .stages > li::before {
    content: counter(stage);
    position: absolute;
    inset: 0 auto auto 0;
    inline-size: 2.2em;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    background: var(--_tint);
    font-weight: 700;
    line-height: 2.2em;
    text-align: center;
  }
  .stages > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset: 2.7em auto 0.3em 1.15em;
    border-inline-start: 2px solid var(--_line);
  }
  .stages [part='heading'] {
    margin: 0 0 var(--_space-1);
    padding-block-start: 0.35em;
    font-size: 1.1em;
  }
  .stages li li::first-letter {
    text-transform: uppercase;
  }
  .stages ul {
    max-inline-size: var(--_measure);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .stages p {
    margin: 0;
  }
  .check {
    max-inline-size: var(--_measure);
    padding: var(--_space-4);
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .check > [part='heading'] {
    margin-block-start: 0;
  }
  fieldset {
    margin: 0 0 var(--_space-4);
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  fieldset p {
    margin: 0;
  }
  fieldset label {
    display: inline-flex;
    gap: var(--_space-2);
    align-items: center;
    min-block-size: var(--_target);
    margin-inline-end: var(--_space-5);
    cursor: pointer;
  }
  input {
    inline-size: 1.4em;
    block-size: 1.4em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .verdict {
    padding: var(--_space-3) var(--_space-4);
    border-inline-start: 5px solid var(--_edge);
    background: var(--_tint);
  }
  .verdict.not-eligible {
    border-color: var(--_error);
    background: var(--_alarm);
  }
  .verdict > :first-child {
    margin-block-start: 0;
  }
  .verdict > :last-child {
    margin-block-end: 0;
  }
  @media screen {
    @container (min-width: 44em) {
      .stages {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(17em, 1fr));
        gap: 0 var(--_space-5);
      }
      .stages > li:not(:last-child)::after {
        content: none;
      }
    }
  }
  @media print {
    :host {
      font-size: 9.5pt;
      line-height: 1.3;
    }
    .stages {
      columns: 2;
    }
    .stages > li {
      break-inside: avoid;
      padding-block-end: var(--_space-2);
    }
    .stages > li::after {
      content: none !important;
    }
    .check:not(:has(.verdict)) {
      display: none;
    }
    .sources-printed {
      font-size: 7pt;
      columns: 2;
    }
  }
`;
