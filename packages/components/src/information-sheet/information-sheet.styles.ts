import { css } from 'lit';

/** A sheet on a page, and on paper: one page of A4 for most terms. Its band is a border, which every browser prints. */
export const sheetStyles = css`
  :host {
    container-type: inline-size;
  }
  .sheet,
  .paper {
    padding-block-start: var(--_space-4);
    border-block-start: 6px solid var(--_edge);
  }
  .masthead {
    display: flex;
    gap: var(--_space-4);
    align-items: start;
    justify-content: space-between;
  }
  .masthead [part='heading'],
  .paper > [part='heading'] {
    color: var(--_accent-text);
    font-size: 1.5em;
  }
  .masthead .year {
    margin-block-end: var(--_space-2);
  }
  ::slotted([slot='logo']) {
    max-inline-size: 7.5em;
    max-block-size: 4.5em;
  }
  .from {
    margin: 0 0 var(--_space-1);
    font-weight: 700;
  }
  .to-write {
    inline-size: 20em;
    max-inline-size: 100%;
    block-size: 2em;
    border-block-end: 1px solid;
  }
  .lead {
    max-inline-size: var(--_measure);
    font-size: 1.1em;
  }
  section > [part='heading'] {
    margin-block-end: var(--_space-2);
    font-size: 1.1em;
  }
  .three,
  .two,
  .exchange,
  .agree {
    display: grid;
    gap: var(--_space-4);
    margin-block: var(--_space-4);
  }
  .three > * {
    margin: 0;
    padding-block-start: var(--_space-2);
    border-block-start: 2px solid var(--_edge);
  }
  dl {
    margin: 0;
  }
  dt {
    color: var(--_muted);
    font-size: 0.85em;
    font-weight: 600;
  }
  dd {
    margin: 0;
  }
  dl > div {
    margin-block-end: var(--_space-2);
  }
  dd::first-letter,
  li::first-letter {
    text-transform: uppercase;
  }
  ul {
    margin: 0;
    padding-inline-start: 1.1em;
  }
  .days {
    padding: 0;
    list-style: none;
  }
  .aside {
    display: block;
    color: var(--_muted);
    font-size: 0.85em;
    font-weight: 400;
  }
  .exchange > section {
    padding: var(--_space-4);
    border-radius: var(--_radius);
  }
  /* Outlined, not tinted: muted text keeps its contrast on the page's own ground. */
  .exchange > .give {
    border: 2px solid var(--_give);
  }
  .exchange > .get {
    border-radius: calc(var(--_radius) * 2.5);
    background: var(--_tint);
  }
  .exchange [part='heading'] {
    display: flex;
    gap: var(--_space-2);
    align-items: center;
  }
  .icon {
    inline-size: 1.6em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }
  .figure {
    margin: 0;
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.2;
  }
  .figure.unknown {
    font-size: 1.1em;
    font-weight: 400;
  }
  .under {
    margin-block-end: var(--_space-3);
  }
  .conditions {
    display: grid;
    gap: var(--_space-1) var(--_space-5);
    padding: 0;
    list-style: none;
  }
  .conditions li {
    padding-inline-start: 1.5em;
    background: none;
    position: relative;
  }
  .conditions li::before {
    position: absolute;
    inset-block-start: 0.35em;
    inset-inline-start: 0.15em;
    inline-size: 0.4em;
    block-size: 0.75em;
    border: solid var(--_edge);
    border-width: 0 2px 2px 0;
    transform: rotate(40deg);
    content: '';
  }
  .apply {
    display: flex;
    gap: var(--_space-4) var(--_space-5);
    align-items: start;
    justify-content: space-between;
    padding-block-start: var(--_space-4);
    border-block-start: 2px solid var(--_edge);
  }
  .apply [part='heading'] {
    font-size: 1.375em;
  }
  .apply .ways {
    margin-block-end: var(--_space-2);
  }
  .scan {
    flex: none;
    inline-size: 9em;
    margin: 0;
    color: var(--_muted);
    font-size: 0.85em;
    text-align: center;
  }
  .qr {
    display: block;
    inline-size: 100%;
    border-radius: 4px;
  }
  .agree {
    gap: 0;
    padding: var(--_space-4);
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
  }
  .agree ul {
    padding: 0;
    list-style: none;
  }
  .agree li {
    position: relative;
    padding-block: var(--_space-1);
    padding-inline-start: 2.2em;
  }
  .agree li::before {
    position: absolute;
    inset-block-start: 0.35em;
    inset-inline-start: 0;
    inline-size: 1.2em;
    block-size: 1.2em;
    border: 2px solid;
    border-radius: 3px;
    content: '';
  }
  .three b {
    display: block;
    font-size: 1.5em;
    line-height: 1.2;
  }
  b.give {
    color: var(--_give);
  }
  b.get {
    color: var(--_accent-text);
  }
  .three b + .source {
    font-size: 0.85em;
  }
  .balance svg {
    display: block;
    inline-size: 100%;
    block-size: 1.5em;
  }
  .balance .room {
    fill: transparent;
    stroke: var(--_edge);
    stroke-width: 3;
    vector-effect: non-scaling-stroke;
  }
  .balance .room.give {
    stroke: var(--_give);
    stroke-dasharray: 6 4;
  }
  .balance .part {
    fill: var(--_give);
  }
  .balance p {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-4);
    justify-content: space-between;
    margin-block-start: var(--_space-1);
  }
  .strip {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(8em, 100%), 1fr));
    gap: var(--_space-2);
    padding: 0;
    list-style: none;
  }
  .strip li {
    padding: var(--_space-2);
    border: 2px solid var(--_give);
    border-radius: 4px;
    font-size: 0.9em;
  }
  .sign {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-4);
    margin-block-start: 3em;
  }
  .sign span {
    flex: 1 1 6em;
    padding-block-start: var(--_space-1);
    border-block-start: 1px solid;
  }
  .give .figure {
    color: var(--_give);
  }
  .get .figure {
    color: var(--_accent-text);
  }
  :is(.give, .get) .figure.unknown {
    color: inherit;
  }
  .made {
    margin: 0;
  }
  /* Shown whatever the hidden attribute says: only a telephone folds it. */
  .rest {
    display: block;
    content-visibility: visible;
  }
  .rest:is(.three, .two) {
    display: grid;
  }
  /* A telephone needs no picture to scan, and at first not the whole sheet. */
  @container (max-inline-size: 34em) {
    .sheet:not(.whole) .rest {
      display: block;
      content-visibility: hidden;
      margin: 0;
    }
    .sheet:not(.whole) ~ :is(.one, .made),
    .scan {
      display: none;
    }
    @supports not (content-visibility: hidden) {
      .sheet:not(.whole) .rest {
        display: none;
      }
    }
  }
  @container (min-inline-size: 34.01em) {
    .narrow {
      display: none;
    }
    .exchange,
    .two {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .three {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: var(--_space-5);
    }
    .two:not(:has(.conditions)) {
      grid-template-columns: 1fr;
    }
  }
  @media (forced-colors: active) {
    .exchange > .get {
      border: 2px solid;
    }
    .balance .part {
      forced-color-adjust: none;
      fill: CanvasText;
    }
  }
  @media print {
    :host {
      font-size: 9.5pt;
      line-height: 1.35;
    }
    .sheet:not(.whole) .rest {
      content-visibility: visible;
    }
    .sheet:not(.whole) ~ :is(.one, .made),
    .scan {
      display: revert;
    }
    .exchange,
    .two {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .three {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .three,
    .two,
    .exchange {
      gap: 3mm 6mm;
      margin-block: 3mm;
    }
    .exchange > section {
      padding: 2.5mm 3mm;
    }
    .exchange > .get {
      border: 2px solid var(--_edge);
    }
    section,
    dl > div,
    li {
      break-inside: avoid;
    }
    dl > div {
      margin-block-end: 0.7mm;
    }
    .qr,
    .icon {
      print-color-adjust: exact;
    }
    .scan {
      inline-size: 24mm;
      font-size: 7.5pt;
    }
    .masthead .year,
    .made,
    .where.one {
      margin: 0;
    }
    .sheet {
      padding-block-start: 2mm;
      font-size: 8.8pt;
      line-height: 1.3;
    }
    .lead {
      max-inline-size: none;
      margin-block-end: 1mm;
      font-size: 10.5pt;
    }
    .apply {
      padding-block-start: 2mm;
    }
    .balance .part {
      print-color-adjust: exact;
    }
  }
`;
