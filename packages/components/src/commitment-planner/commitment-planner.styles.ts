import { css } from 'lit';

/** The journey as a row of years; the chosen year as three terms; then its table. */
export const plannerStyles = css`
  :host {
    container-type: inline-size;
  }
  [part='heading'] ~ [part='heading'] {
    margin-block-start: 1.5rem;
    font-size: 1.15em;
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .journey {
    display: grid;
    gap: 0.75rem;
    margin-block-end: 1.75rem;
  }
  .journey button {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border: 1px solid var(--_line);
    background: var(--_surface);
    -webkit-text-fill-color: currentColor;
    font-weight: 400;
    text-align: start;
  }
  .journey [aria-pressed='true'] {
    border: 3px solid var(--_accent);
    background: var(--_tint);
  }
  .journey span {
    display: block;
  }
  .journey strong {
    font-size: 1.1em;
  }
  .totals {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
    gap: 0.75rem;
    margin-block-end: 1rem;
  }
  .totals > div {
    padding-block-start: 0.4rem;
    border-block-start: 3px solid var(--_accent);
  }
  dt {
    color: var(--_muted);
    font-size: 0.9em;
  }
  dd {
    margin: 0;
    font-size: 1.15em;
    font-weight: 700;
  }
  dd.unknown {
    font-weight: 400;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.25rem;
    margin-block-end: 0.75rem;
  }
  .legend .chip {
    display: inline-block;
  }
  .terms {
    display: grid;
    gap: 1rem;
  }
  .term {
    padding: 0.75rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .name {
    margin: 0 0 0.5rem;
    font-weight: 700;
  }
  .halves {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 100%), 1fr));
    gap: 0.75rem;
  }
  .half-name {
    margin: 0 0 0.35rem;
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 600;
  }
  .in-term,
  .in-year {
    margin-block-start: 0.75rem;
    padding-block-start: 0.6rem;
    border-block-start: 1px dashed var(--_line);
  }
  .none {
    margin: 0;
  }
  .chips {
    display: grid;
    gap: 0.35rem;
  }
  .chip {
    padding: 0.3em 0.6em;
    border-inline-start: 5px solid var(--_accent);
    background: var(--_surface);
    font-size: 0.9em;
    line-height: 1.35;
  }
  .chip.receives {
    border-inline-start-style: double;
    background: var(--_tint);
  }
  .chip::before {
    content: '↑ ';
  }
  .chip.receives::before {
    content: '↓ ';
  }
  .day {
    display: block;
    font-weight: 600;
  }
  .in-year .chips {
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
  }
  table {
    inline-size: 100%;
    margin-block: 1.75rem 0.75rem;
    border-collapse: collapse;
    font-size: 0.93em;
  }
  caption {
    margin-block-end: 0.5rem;
    font-size: 1.1em;
    font-weight: 700;
    text-align: start;
  }
  th,
  td {
    padding: 0.5rem 0.6rem 0.5rem 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead th {
    border-block-end: 2px solid var(--_accent);
  }
  tbody th {
    inline-size: 22%;
    font-weight: 600;
  }
  td {
    inline-size: 39%;
  }
  td li + li {
    margin-block-start: 0.4rem;
  }
  .aside {
    display: block;
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 400;
  }
  td li::first-letter {
    text-transform: uppercase;
  }
  .ask ul {
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  /* Roles in the markup keep this a table for those who hear it. */
  @container (max-inline-size: 30rem) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tr,
    tbody th,
    td {
      display: block;
      inline-size: auto;
      padding-block: 0.2rem;
      border: 0;
    }
    tr {
      padding-block: 0.5rem;
      border-block-end: 1px solid var(--_line);
    }
    td:not(:has(li)) {
      display: none;
    }
    td::before {
      content: attr(data-side);
      color: var(--_muted);
      font-size: 0.9em;
      font-weight: 600;
    }
  }
  @container (min-inline-size: 34rem) {
    .journey {
      grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
    }
  }
  @container (min-inline-size: 52rem) {
    .terms {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @media print {
    :host {
      font-size: 9.5pt;
    }
    .no-print {
      display: none;
    }
    .terms {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .journey {
      grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
    }
    table {
      break-before: page;
    }
    .term,
    td li,
    tr:not(:last-child) {
      break-inside: avoid;
    }
  }
`;
