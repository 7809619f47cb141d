import { css } from 'lit';

/** The journey as a row of years; the chosen year as three terms; then its table. */
export const plannerStyles = css`
  :host {
    container-type: inline-size;
  }
  [part='heading'] ~ [part='heading'] {
    margin-block-start: var(--_space-5);
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
    gap: var(--_space-3);
    margin-block-end: var(--_space-6);
  }
  .journey button {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border: 1px solid var(--_line);
    background: var(--_surface);
    color: var(--_ink);
    font-weight: 400;
    text-align: start;
  }
  .journey [aria-pressed='true'] {
    border: 3px solid var(--_edge);
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
    grid-template-columns: repeat(auto-fit, minmax(min(9em, 100%), 1fr));
    gap: var(--_space-3);
    margin-block-end: var(--_space-4);
  }
  .totals > div {
    padding-block-start: var(--_space-2);
    border-block-start: 3px solid var(--_edge);
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
    gap: var(--_space-2) var(--_space-5);
    margin-block-end: var(--_space-3);
  }
  .legend .chip {
    display: inline-block;
  }
  .terms {
    display: grid;
    gap: var(--_space-4);
  }
  .term {
    padding: var(--_space-3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .name {
    margin: 0 0 var(--_space-2);
    font-weight: 700;
  }
  .halves {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(8.5em, 100%), 1fr));
    gap: var(--_space-3);
  }
  .half-name {
    margin: 0 0 var(--_space-1);
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 600;
  }
  .in-term,
  .in-year {
    margin-block-start: var(--_space-3);
    padding-block-start: var(--_space-2);
    border-block-start: 1px dashed var(--_line);
  }
  .none {
    margin: 0;
  }
  .chips {
    display: grid;
    gap: var(--_space-1);
  }
  .chip {
    padding: 0.3em 0.6em;
    border-inline-start: 5px solid var(--_edge);
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
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
  }
  table {
    inline-size: 100%;
    margin-block: var(--_space-6) var(--_space-3);
    border-collapse: collapse;
    font-size: 0.93em;
  }
  caption {
    margin-block-end: var(--_space-2);
    font-size: 1.1em;
    font-weight: 700;
    text-align: start;
  }
  th,
  td {
    padding: var(--_space-2) var(--_space-2) var(--_space-2) 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead th {
    border-block-end: 2px solid var(--_edge);
  }
  tbody th {
    inline-size: 22%;
    font-weight: 600;
  }
  td {
    inline-size: 39%;
  }
  td li + li {
    margin-block-start: var(--_space-2);
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
  @container (max-inline-size: 30em) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tr,
    tbody th,
    td {
      display: block;
      inline-size: auto;
      padding-block: var(--_space-1);
      border: 0;
    }
    tr {
      padding-block: var(--_space-2);
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
  @container (min-inline-size: 30em) {
    .journey {
      grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
    }
  }
  @container (min-inline-size: 56em) {
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
      grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
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
