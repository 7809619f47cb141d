import { css } from 'lit';

/** A sheet on a page, and on paper: one A4 page, or two. */
export const sheetStyles = css`
  :host {
    container-type: inline-size;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9.5em, 100%), 1fr));
    gap: var(--_space-3);
    margin-block: var(--_space-4) var(--_space-5);
  }
  .figures > div {
    padding: var(--_space-2) var(--_space-3);
    border-block-start: 4px solid var(--_edge);
    background: var(--_surface);
  }
  .figures dd {
    margin: 0;
    font-size: 1.1em;
    font-weight: 700;
    line-height: 1.25;
  }
  .figures .unknown {
    font-weight: 400;
  }
  section {
    margin-block-end: var(--_space-5);
  }
  section [part='heading'] {
    margin-block-end: var(--_space-2);
    padding-block-end: var(--_space-1);
    border-block-end: 2px solid var(--_edge);
    font-size: 1.08em;
  }
  dl {
    margin: 0;
  }
  dt,
  .label {
    margin: 0;
    color: var(--_muted);
    font-size: 0.88em;
    font-weight: 600;
  }
  dd {
    margin: 0 0 var(--_space-2);
  }
  dd::first-letter,
  li::first-letter {
    text-transform: uppercase;
  }
  ul {
    margin: 0 0 var(--_space-2);
    padding-inline-start: 1.1em;
  }
  .aside {
    display: block;
    color: var(--_muted);
    font-size: 0.88em;
    font-weight: 400;
  }
  .foot {
    margin-block-start: var(--_space-2);
    padding-block-start: var(--_space-2);
    border-block-start: 1px solid var(--_line);
  }
  @container (min-inline-size: 44em) {
    .figures {
      grid-template-columns: repeat(4, 1fr);
    }
    .columns {
      columns: 2;
      column-gap: 2.5em;
    }
    section {
      break-inside: avoid;
    }
  }
  @media print {
    .no-print {
      display: none;
    }
    :host {
      font-size: 9.5pt;
      line-height: 1.35;
    }
    .columns {
      columns: 2;
      column-gap: 8mm;
    }
    .figures {
      grid-template-columns: repeat(4, 1fr);
      gap: 2.5mm;
      margin-block: 3mm 4mm;
    }
    .figures > div {
      padding: 1.5mm 2mm;
      break-inside: avoid;
    }
    section {
      margin-block-end: 3mm;
      break-inside: auto;
    }
    section [part='heading'] {
      break-after: avoid;
    }
    section dl > div,
    li {
      break-inside: avoid;
    }
    dd {
      margin-block-end: 1mm;
    }
    .foot {
      break-inside: avoid;
      font-size: 0.92em;
    }
  }
`;
