import { css } from 'lit';

export const reachStyles = css`
  :host {
    container-type: inline-size;
  }
  section {
    margin-block-start: var(--_space-5);
  }
  section [part='heading'] {
    padding-block-end: var(--_space-1);
    border-block-end: 2px solid var(--_edge);
    font-size: 1.1em;
  }
  .lead {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9em, 100%), 1fr));
    gap: var(--_space-4) var(--_space-5);
    margin-block: var(--_space-4) var(--_space-5);
    padding: 0;
    list-style: none;
  }
  .large {
    display: block;
    color: var(--_accent-text);
    font-size: 2.6em;
    line-height: 1.1;
  }
  li:has(.dots) {
    grid-column: 1 / -1;
  }
  .dots {
    max-inline-size: 20em;
    margin-block-start: var(--_space-2);
  }
  circle {
    stroke: var(--_edge);
  }
  .in {
    fill: var(--_edge);
  }
  .out {
    fill: none;
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(17em, 100%), 1fr));
    gap: var(--_space-5) var(--_space-6);
  }
  figure {
    max-inline-size: var(--_field);
    margin: 0;
    break-inside: avoid;
  }
  figcaption {
    font-weight: 600;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    direction: ltr;
  }
  .step {
    fill: none;
    stroke: var(--_edge);
    stroke-width: 3;
  }
  circle {
    stroke-width: 2;
  }
  .growth figcaption {
    font-weight: 400;
  }
  .growth svg {
    max-inline-size: 15em;
    margin-block-start: var(--_space-1);
  }
  .bar {
    fill: var(--_edge);
  }
  .bar.open {
    fill: var(--_tint);
    stroke: var(--_edge);
    stroke-width: 2;
    stroke-dasharray: 5 4;
  }
  line {
    stroke: currentColor;
  }
  text {
    fill: currentColor;
    font-size: 12px;
    text-anchor: middle;
  }
  .value {
    font-weight: 700;
  }
  .empty {
    fill: var(--_muted);
  }
  @container (min-inline-size: 30em) {
    .lead {
      grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    }
    li:has(.dots) {
      grid-column: auto;
    }
  }
  table {
    inline-size: 100%;
    margin-block: var(--_space-4) var(--_space-2);
    border-collapse: collapse;
    font-size: 0.9em;
  }
  th,
  td {
    padding: var(--_space-2) var(--_space-2) var(--_space-2) 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  thead th {
    color: var(--_muted);
    font-size: 0.9em;
  }
  tbody th {
    inline-size: 42%;
    font-weight: 400;
  }
  td:nth-child(2) {
    inline-size: 18%;
    overflow-wrap: normal;
  }
  .aside {
    display: block;
    color: var(--_muted);
    font-size: 0.9em;
  }
  @media print {
    tr {
      break-inside: avoid;
    }
  }
`;
