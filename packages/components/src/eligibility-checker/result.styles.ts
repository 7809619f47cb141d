import { css } from 'lit';

/** A result that reads as a letter, and prints as one. */
export const resultStyles = css`
  .fold {
    border-block-start: 1px solid var(--_line);
  }
  .fold > :last-child {
    margin-block-end: 1em;
  }
  .verdict {
    margin-block: 0.5em 1.25em;
    padding: 1.25em;
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_tint);
  }
  .verdict :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.5em;
    line-height: 1.15;
  }
  .verdict > :last-child {
    margin-block-end: 0;
  }
  .verdict:not(.eligible) {
    border: 2px solid var(--_edge);
    background: transparent;
  }
  .verdict .actions {
    margin-block: 1em 0.75em;
  }
  .facts {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 1em;
    margin-block: 1em 0;
    padding: 0;
    list-style: none;
  }
  .facts li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: baseline;
    padding-block: 0.55em;
    border-block-start: 1px solid var(--_line);
  }
  .facts strong {
    font-size: 1.375em;
    font-variant-numeric: tabular-nums;
  }
  .branches > div {
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_line);
  }
  .branches dt {
    color: inherit;
    font-size: 1em;
    font-weight: 400;
  }
  .branches dd {
    margin: 0;
    font-weight: 600;
  }
  section {
    margin-block-end: 1.75em;
  }
  section > :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.1em;
  }
  section ul {
    padding-inline-start: 1.2em;
  }
  .group :is(h1, h2, h3, h4, h5, h6) {
    margin-block: 0.9em 0.35em;
    font-size: 1em;
  }
  .group > ul,
  .changes {
    padding: 0;
    list-style: none;
  }
  .group li {
    position: relative;
    margin-block-end: 0.6em;
    padding-inline-start: 1.9em;
  }
  .group li::before {
    position: absolute;
    inset-inline-start: 0.2em;
    color: var(--_accent-text);
    font-weight: 700;
    content: '?' / '';
  }
  .met li::before {
    content: '✓' / '';
  }
  .not-met li::before {
    color: var(--_alarm);
    content: '✕' / '';
  }
  .aside {
    display: block;
    color: var(--_muted);
    font-size: 0.9em;
  }
  .changes > li {
    margin-block-end: 0.75em;
    padding: 0.75em 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .changes ul {
    margin: 0;
  }
  .chip {
    display: inline-block;
    padding: 0.05em 0.6em;
    border: 1px solid var(--_edge);
    border-radius: 1em;
    font-size: 0.85em;
    font-weight: 600;
  }
  dl {
    margin: 0 0 0.5em;
  }
  dt {
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 600;
  }
  dd {
    margin: 0 0 0.6em;
  }
  dd ul {
    margin: 0;
  }
  .answers > div {
    padding-block: 0.4em;
    border-block-end: 1px solid var(--_line);
  }
  .answers dd {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: center;
    margin: 0;
  }
  .answers button {
    margin-inline-start: auto;
  }
  details .actions {
    margin-block-start: 0.25em;
  }
  @container (min-inline-size: 44em) {
    .columns {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0 2em;
    }
    .answers > div {
      display: grid;
      grid-template-columns: 3fr 2fr;
      gap: 0 1.5em;
      align-items: center;
    }
    .answers dt {
      color: inherit;
      font-size: 1em;
      font-weight: 400;
    }
  }
  @media print {
    section,
    .group li,
    .changes > li {
      break-inside: avoid-page;
    }
  }
`;
