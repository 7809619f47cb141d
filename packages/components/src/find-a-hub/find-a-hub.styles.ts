import { css } from 'lit';

/** One column on a phone; map and list side by side, and hubs side by side, where there is room. */
export const findStyles = css`
  :host {
    container-type: inline-size;
  }
  .search {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2) var(--_space-3);
    margin-block-end: var(--_space-5);
    padding: var(--_space-4) var(--_space-4) var(--_space-2);
    border: 1px solid var(--_line);
    border-block-start: 4px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .combobox {
    position: relative;
    margin: 0;
  }
  .combobox input {
    max-inline-size: none;
  }
  .search > * {
    grid-column: 1 / -1;
    justify-self: start;
  }
  .search .combobox {
    justify-self: stretch;
  }
  .leaves {
    margin: var(--_space-1) 0 var(--_space-1);
    max-inline-size: 60ch;
    color: var(--_muted);
    font-size: 0.9em;
  }
  /* Over nothing where the button is below the field: the list pushes it down. */
  .options {
    margin: var(--_space-1) 0 0;
    padding: 0;
    max-block-size: 22em;
    overflow-y: auto;
    border: 2px solid var(--_control-line);
    border-radius: calc(var(--_radius) / 2);
    background: Canvas;
    color: CanvasText;
    list-style: none;
    box-shadow: 0 6px 20px rgb(0 0 0 / 18%);
  }
  .options li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
    align-items: center;
    justify-content: space-between;
    min-block-size: var(--_target);
    padding: var(--_space-1) var(--_space-3);
    border-inline-start: 4px solid transparent;
    cursor: pointer;
  }
  .options li + li {
    border-block-start: 1px solid color-mix(in srgb, CanvasText 14%, Canvas);
  }
  .options li:hover {
    background: color-mix(in srgb, CanvasText 7%, Canvas);
  }
  .options [aria-selected='true'] {
    border-inline-start-color: CanvasText;
    background: color-mix(in srgb, CanvasText 13%, Canvas);
  }
  .kind {
    color: color-mix(in srgb, CanvasText 78%, Canvas);
    font-size: 0.85em;
  }
  .result {
    margin-block-end: var(--_space-5);
    padding: var(--_space-4) var(--_space-4) var(--_space-2);
    border: 1px solid var(--_line);
    border-inline-start: 5px solid var(--_edge);
    border-radius: var(--_radius);
  }
  .result[hidden] {
    display: none;
  }
  .looking::before {
    content: '';
    display: inline-block;
    inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline-end: 0.6em;
    border: 3px solid var(--_edge);
    border-inline-end-color: transparent;
    border-radius: 50%;
    vertical-align: -0.05em;
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  .overview {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5) 2.5em;
  }
  .overview :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.2em;
  }
  .list > summary > * {
    display: inline;
  }
  .region {
    border-block-start: 1px solid var(--_line);
  }
  .region:last-child {
    border-block-end: 1px solid var(--_line);
  }
  .list summary,
  .credits summary {
    min-block-size: var(--_target);
    padding-block: var(--_space-2);
    font-weight: 600;
    cursor: pointer;
  }
  .region ul {
    margin: 0 0 var(--_space-2);
    padding-inline-start: var(--_space-5);
    list-style: none;
  }
  .region button {
    inline-size: 100%;
    text-align: start;
  }
  .region [aria-current] {
    font-weight: 700;
  }
  .region [aria-current]::before {
    content: '●';
    display: inline-block;
    inline-size: 1.2em;
  }
  .map-room {
    aspect-ratio: 7 / 8;
    max-inline-size: 34em;
  }
  .caption {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-4);
    align-items: center;
    min-block-size: var(--_target);
    margin: 0;
    font-weight: 600;
  }
  .credits {
    margin-block: var(--_space-3) 0;
    color: var(--_muted);
    font-size: 0.85em;
  }
  @container (min-inline-size: 44em) {
    .options {
      position: absolute;
      inset-inline: 0;
      z-index: 10;
    }
    .search {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: end;
    }
    .search .combobox {
      grid-column: 1;
    }
    .search button[type='submit'] {
      grid-column: 2;
    }
  }
  @container (min-inline-size: 56em) {
    .overview {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }
  @media print {
    .search,
    .map .hint,
    .caption button {
      display: none;
    }
    .list::details-content,
    .region::details-content,
    .credits::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
  @media (forced-colors: active) {
    .options [aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
