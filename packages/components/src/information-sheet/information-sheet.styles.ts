import { css } from 'lit';

/** A sheet on a page, and on paper: one A4 page, or two. */
export const sheetStyles = css`
  :host {
    container-type: inline-size;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr));
    gap: 0.75rem;
    margin-block: 1rem 1.5rem;
  }
  .figures > div {
    padding: 0.6rem 0.8rem;
    border-block-start: 4px solid var(--_accent);
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
    margin-block-end: 1.25rem;
  }
  section [part='heading'] {
    margin-block-end: 0.5rem;
    padding-block-end: 0.2rem;
    border-block-end: 2px solid var(--_accent);
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
    margin: 0 0 0.55rem;
  }
  dd::first-letter,
  li::first-letter {
    text-transform: uppercase;
  }
  ul {
    margin: 0 0 0.5rem;
    padding-inline-start: 1.1em;
  }
  .aside {
    display: block;
    color: var(--_muted);
    font-size: 0.88em;
    font-weight: 400;
  }
  .foot {
    margin-block-start: 0.5rem;
    padding-block-start: 0.5rem;
    border-block-start: 1px solid var(--_line);
  }
  @container (min-inline-size: 44rem) {
    .figures {
      grid-template-columns: repeat(4, 1fr);
    }
    .columns {
      columns: 2;
      column-gap: 2.5rem;
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
