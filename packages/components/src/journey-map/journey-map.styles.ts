import { css } from 'lit';

/** A vertical path that lies down where there is room; every panel opens beneath it. */
export const journeyStyles = css`
  :host {
    container-type: inline-size;
  }
  .toolbar {
    margin-block-end: var(--_space-2);
  }
  .path {
    display: grid;
    grid-template-columns: 1fr;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .phase {
    position: relative;
    padding-inline-start: 3.25em;
    padding-block-end: var(--_space-4);
  }
  .phase::before {
    content: '';
    position: absolute;
    inset-block: 3em -0.55em;
    inset-inline-start: 1.1em;
    border-inline-start: 4px solid var(--_accent);
  }
  .phase:last-child::before {
    display: none;
  }
  .phase.optional::before {
    border-inline-start-style: dashed;
  }
  .marker {
    position: absolute;
    inset-block-start: 0.55em;
    inset-inline-start: 0;
    display: grid;
    place-items: center;
    inline-size: 2.45em;
    block-size: 2.45em;
    border: 3px solid var(--_accent);
    border-radius: 50%;
    background: var(--_accent);
    -webkit-text-fill-color: var(--_on-accent);
    font-weight: 700;
  }
  .optional .marker {
    border-style: dashed;
    background: transparent;
    -webkit-text-fill-color: var(--_accent);
  }
  .card {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: var(--_space-1);
    padding: var(--_space-3) var(--_space-4) var(--_space-3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .optional .card {
    border-style: dashed;
  }
  .here .card {
    border: 2px solid var(--_accent);
    background: var(--_tint);
  }
  .card h1,
  .card h2,
  .card h3,
  .card h4,
  .card h5,
  .card h6 {
    margin: 0;
    font-size: 1.08em;
  }
  .card button {
    all: unset;
    display: flex;
    gap: var(--_space-2);
    align-items: center;
    justify-content: space-between;
    inline-size: 100%;
    min-block-size: var(--_target);
    color: inherit;
    font-weight: 700;
    cursor: pointer;
  }
  .card button::before {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  .card button:focus-visible::before {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .card:hover button .name {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .chevron {
    flex: none;
    inline-size: 0.7em;
    block-size: 0.7em;
    margin-block-end: 0.3em;
    border: solid var(--_accent);
    border-width: 0 3px 3px 0;
    transform: rotate(45deg);
    transition: transform 0.15s;
  }
  [aria-expanded='true'] .chevron {
    margin-block-end: -0.3em;
    transform: rotate(225deg);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1);
    margin: 0;
  }
  .chip {
    padding: 0.05em 0.6em;
    border: 1px solid currentColor;
    border-radius: 1em;
    font-size: 0.8em;
    font-weight: 600;
  }
  .chip.here-chip {
    border-color: var(--_accent);
    background: var(--_accent);
    -webkit-text-fill-color: var(--_on-accent);
  }
  .brief {
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.92em;
  }
  .brief li {
    margin-block: 0;
  }
  .door {
    margin: 0 0 var(--_space-2);
    padding-inline-start: var(--_space-5);
    position: relative;
    font-size: 0.92em;
  }
  .door::before {
    content: '▼' / '';
    position: absolute;
    inset-inline-start: 0;
    color: var(--_accent);
  }
  .panel {
    margin-block: var(--_space-3) var(--_space-2);
  }
  .panel[hidden] {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .panel-name {
    display: none;
    margin-block-end: var(--_space-1);
    font-size: 1.15em;
    font-weight: 700;
  }
  .columns {
    display: grid;
    gap: var(--_space-2) var(--_space-6);
  }
  .columns h1,
  .columns h2,
  .columns h3,
  .columns h4,
  .columns h5,
  .columns h6,
  .more h1,
  .more h2,
  .more h3,
  .more h4,
  .more h5,
  .more h6 {
    margin-block: var(--_space-2) var(--_space-1);
    padding-block-end: var(--_space-1);
    border-block-end: 2px solid var(--_accent);
    font-size: 1em;
  }
  .more > :is(h1, h2, h3, h4, h5, h6):not(:first-child) {
    margin-block-start: var(--_space-5);
  }
  dl {
    margin: 0 0 var(--_space-2);
  }
  dt {
    font-size: 0.88em;
    font-weight: 600;
    color: var(--_muted);
  }
  dd {
    margin: 0 0 var(--_space-2);
  }
  dd ul,
  .plain {
    margin: 0;
    padding-inline-start: 1.1em;
  }
  .aside {
    display: block;
    color: var(--_muted);
    font-size: 0.88em;
  }
  @container (min-inline-size: 56em) {
    .path {
      grid-template-columns: repeat(4, minmax(0, 1fr));
      column-gap: var(--_space-4);
    }
    .phases-1 {
      grid-template-columns: minmax(0, 1fr);
    }
    .phases-2 {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .phases-3 {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .phases-5 {
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
    .phases-6 {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .phase {
      display: contents;
    }
    .stop {
      position: relative;
      padding-block-start: 3.2em;
    }
    .stop::before {
      content: '';
      position: absolute;
      inset-block-start: 1.1em;
      inset-inline: 2.45em -1em;
      border-block-start: 4px solid var(--_accent);
    }
    .phase:last-child .stop::before,
    .phase::before {
      display: none;
    }
    .optional .stop::before {
      border-block-start-style: dashed;
    }
    .marker {
      inset-block-start: 0;
    }
    .stop {
      grid-row: 1 / span 2;
      display: grid;
      grid-template-rows: subgrid;
    }
    .panel-name {
      display: block;
    }
    .panel {
      grid-column: 1 / -1;
      margin-block-start: var(--_space-4);
      padding: var(--_space-4) var(--_space-5);
      border: 1px solid var(--_line);
      border-block-start: 4px solid var(--_accent);
      border-radius: 0 0 var(--_radius) var(--_radius);
    }
    .columns {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @media print {
    .panel[hidden] {
      display: block;
      margin-block: var(--_space-3) var(--_space-2);
      content-visibility: visible;
    }
    .toolbar,
    .chevron {
      display: none;
    }
    :host {
      font-size: 10pt;
    }
    .columns {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .marker,
    .here-chip {
      print-color-adjust: exact;
    }
    .stop,
    dd,
    li li {
      break-inside: avoid;
    }
    :is(h1, h2, h3, h4, h5, h6) {
      break-after: avoid;
    }
  }
  @media (forced-colors: active) {
    .marker,
    .chip.here-chip {
      border: 2px solid CanvasText;
      -webkit-text-fill-color: currentColor;
    }
  }
`;
