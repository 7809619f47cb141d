import { css } from 'lit';

/** The journey as a row of years; the chosen year as three terms; then its table. */
export const plannerStyles = css`
  :host {
    container-type: inline-size;
  }
  [part='heading'] ~ [part='heading'] {
    margin-block-start: var(--_space-5);
    font-size: 1.2em;
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .journey {
    display: grid;
    gap: var(--_space-2);
    margin-block-end: var(--_space-5);
  }
  .journey button {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-4);
    align-items: baseline;
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
  .journey strong {
    flex: 1 1 60%;
    font-size: 1.1em;
  }
  .totals {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(7.5em, 100%), 1fr));
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
    font-size: 1.2em;
    font-weight: 700;
  }
  dd.unknown {
    font-weight: 400;
  }
  .next {
    display: flex;
    gap: var(--_space-4);
    align-items: center;
    margin-block-end: var(--_space-5);
  }
  .next p {
    margin: 0;
  }
  .next p > * {
    display: block;
  }
  .next strong {
    font-size: 1.2em;
  }
  .leaf {
    flex: none;
    inline-size: 4.5em;
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
    overflow: clip;
    text-align: center;
  }
  .leaf span {
    background: var(--_accent);
    color: var(--_on-accent);
    forced-color-adjust: none;
    font-weight: 600;
  }
  .leaf b {
    font-size: 1.9em;
    line-height: 1.35;
    font-variant-numeric: tabular-nums;
  }
  .strip {
    display: grid;
    grid-template-columns: 3em repeat(2, minmax(0, 1fr));
    gap: 0 var(--_space-3);
    direction: ltr;
  }
  .months,
  .lane {
    display: grid;
    grid-template-rows: repeat(11, 2.1em);
    grid-auto-columns: minmax(1.9em, auto);
    grid-auto-flow: column dense;
    justify-content: start;
  }
  .months {
    color: var(--_muted);
    font-size: 0.9em;
    grid-template-rows: repeat(11, calc(2.1em / 0.9));
  }
  .months li,
  .lane {
    background: repeating-linear-gradient(to bottom, var(--_line) 0 1px, transparent 1px 2.1em);
  }
  .months li {
    grid-column: 1;
    padding-block-start: 0.3em;
    border-block-start: 1px solid var(--_line);
    background: none;
  }
  .mark {
    grid-row: var(--from) / var(--to);
    display: grid;
    place-items: center;
    margin: 0.15em;
    min-inline-size: 1.9em;
    border: 2px solid var(--_give);
    border-radius: 0.25em;
    background: var(--_give-tint);
    color: var(--_ink);
    font-weight: 700;
    font-size: 0.9em;
    font-variant-numeric: tabular-nums;
  }
  .receives .mark {
    border-color: var(--_edge);
    border-radius: 2em;
    background: var(--_tint);
  }
  .mark.unset {
    border-style: dashed;
    background: none;
  }
  .unset .day {
    display: none;
  }
  .from-1 {
    --from: 1;
  }
  .from-2 {
    --from: 2;
  }
  .from-3 {
    --from: 3;
  }
  .from-4 {
    --from: 4;
  }
  .from-5 {
    --from: 5;
  }
  .from-6 {
    --from: 6;
  }
  .from-7 {
    --from: 7;
  }
  .from-8 {
    --from: 8;
  }
  .from-9 {
    --from: 9;
  }
  .from-10 {
    --from: 10;
  }
  .from-11 {
    --from: 11;
  }
  .to-2 {
    --to: 2;
  }
  .to-3 {
    --to: 3;
  }
  .to-4 {
    --to: 4;
  }
  .to-5 {
    --to: 5;
  }
  .to-6 {
    --to: 6;
  }
  .to-7 {
    --to: 7;
  }
  .to-8 {
    --to: 8;
  }
  .to-9 {
    --to: 9;
  }
  .to-10 {
    --to: 10;
  }
  .to-11 {
    --to: 11;
  }
  .to-12 {
    --to: 12;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-4);
    margin-block: var(--_space-3);
    color: var(--_muted);
    font-size: 0.9em;
  }
  .legend > span {
    display: flex;
    gap: var(--_space-2);
    align-items: center;
  }
  .key {
    inline-size: 1.2em;
    block-size: 1.2em;
    border: 2px solid var(--_give);
    border-radius: 0.25em;
    background: var(--_give-tint);
  }
  .key.receives {
    border-color: var(--_edge);
    border-radius: 50%;
    background: var(--_tint);
  }
  .key.unset {
    border-color: var(--_muted);
    border-style: dashed;
    background: none;
  }
  table {
    inline-size: 100%;
    margin-block: var(--_space-6) var(--_space-3);
    border-collapse: collapse;
    font-size: 0.9em;
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
    .journey button {
      display: block;
    }
    .journey span {
      display: block;
    }
  }
  @container (min-inline-size: 44em) {
    .strip {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_space-1);
    }
    .months,
    .lane {
      grid-template-rows: auto;
      grid-template-columns: repeat(11, minmax(0, 1fr));
      grid-auto-columns: auto;
      grid-auto-flow: row dense;
      grid-auto-rows: 2.4em;
      justify-content: stretch;
      min-block-size: 2.6em;
      padding-block: 0.1em;
    }
    .lane {
      background: repeating-linear-gradient(to right, var(--_line) 0 1px, transparent 1px calc(100% / 11));
    }
    .months {
      min-block-size: 0;
    }
    .months li {
      grid-column: auto;
      padding: 0 0 0 0.35em;
      border: 0;
    }
    .mark {
      grid-row: auto;
      grid-column: var(--from) / var(--to);
    }
    .mark.set {
      justify-self: center;
    }
    .unset .day {
      display: block;
      max-inline-size: 100%;
      padding-inline: 0.4em;
      overflow: hidden;
      font-size: 0.85em;
      font-weight: 400;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  }
  @media print {
    .list::details-content {
      display: block;
      content-visibility: visible;
    }
    .list:not([open]) {
      display: block !important;
    }
    .list summary {
      display: none;
    }
    :host {
      font-size: 9.5pt;
    }
    .no-print {
      display: none;
    }
    .journey {
      grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
    }
    .journey :is(button, span) {
      display: block;
    }
    table {
      break-before: page;
    }
    td li,
    tr:not(:last-child) {
      break-inside: avoid;
    }
  }
`;
