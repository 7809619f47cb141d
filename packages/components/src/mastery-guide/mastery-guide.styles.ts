import { css } from 'lit';

export const guideStyles = css`
  :host {
    container-type: inline-size;
  }
  section {
    margin-block-start: var(--_space-6);
  }
  section > [part='heading'] {
    padding-block-end: var(--_space-1);
    border-block-end: 2px solid var(--_edge);
    font-size: 1.1em;
  }
  .block [part='heading'] {
    margin-block-end: var(--_space-1);
    font-size: 1em;
  }
  ul {
    max-inline-size: var(--_measure);
    padding-inline-start: 1.2em;
  }
  li {
    margin-block-end: var(--_space-2);
  }
  .mastery .block:first-child ul {
    padding: 0;
    list-style: none;
  }
  .mastery .block:first-child li:first-child {
    font-size: 1.2em;
    line-height: 1.4;
  }
  .aside {
    color: var(--_muted);
    font-size: 0.9em;
  }
  .long {
    display: block;
  }
  .five {
    max-inline-size: 46em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .five li {
    margin: 0 0 var(--_space-2);
  }
  .five button {
    display: flex;
    gap: var(--_space-4);
    align-items: center;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: var(--_space-2) var(--_space-3);
    border: 2px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-weight: 700;
    text-align: start;
    cursor: pointer;
  }
  .five button:hover,
  .five button[aria-expanded='true'] {
    border-color: var(--_edge);
    background: var(--_tint);
  }
  svg {
    flex: 0 1 6em;
    min-inline-size: 4em;
    inline-size: 6em;
    fill: none;
    stroke: var(--_edge);
    stroke-width: 2;
    stroke-linejoin: round;
    direction: ltr;
  }
  .fill {
    fill: var(--_tint);
  }
  .open {
    stroke-dasharray: 4 3;
  }
  svg text {
    fill: currentColor;
    stroke: none;
    font-size: 14px;
    font-weight: 400;
    text-anchor: middle;
  }
  .strong {
    font-weight: 700;
  }
  .idea {
    padding: var(--_space-3) var(--_space-4);
    border-inline-start: 5px solid var(--_edge);
  }
  .idea p {
    margin-block-end: var(--_space-2);
  }
  .idea .name {
    display: none;
    font-weight: 700;
  }
  .idea[data-shut] {
    display: none;
  }
  .ask {
    font-size: 1.1em;
  }
  .ask .muted {
    display: block;
    font-size: 0.85em;
  }
  .quiet {
    min-block-size: var(--_target);
    padding-inline: var(--_space-4);
    border: 2px solid var(--_control-line);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  @media screen {
    @container (min-width: 44em) {
      .five {
        display: grid;
        grid-template-columns: repeat(4, 1fr);
        gap: var(--_space-2);
      }
      .five li {
        display: contents;
      }
      .five button {
        flex-direction: column;
        justify-content: space-between;
        text-align: center;
      }
      .five li:last-child button {
        flex-direction: row;
        justify-content: center;
        order: 1;
        grid-column: 1 / -1;
      }
      .idea {
        order: 2;
        grid-column: 1 / -1;
        min-block-size: 8em;
      }
      .idea .name {
        display: block;
      }
      .people .blocks,
      .findings .blocks,
      .resources .blocks {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--_space-2) var(--_space-6);
      }
    }
  }
  @media print {
    :host {
      font-size: 8.5pt;
      line-height: 1.25;
    }
    section {
      margin-block-start: var(--_space-2);
    }
    [part='heading'] {
      margin-block-end: 0.2em;
      break-after: avoid;
    }
    li {
      break-inside: avoid;
    }
    .blocks,
    .five {
      columns: 2;
      column-gap: 2em;
    }
    ul,
    p {
      margin-block-end: 0.3em;
    }
    li,
    .idea p {
      margin-block-end: 0.1em;
    }
    ul,
    .five {
      max-inline-size: none;
    }
    .mastery .block:first-child li:first-child {
      font-size: 1.1em;
    }
    .five li {
      display: flex;
      gap: 0.5em;
      align-items: center;
    }
    .five button {
      inline-size: auto;
      min-block-size: 0;
      padding: 0;
      border: 0;
      background: none;
    }
    .five button span {
      display: none;
    }
    .five svg {
      inline-size: 4.5em;
    }
    .idea,
    .idea[data-shut] {
      display: block;
      flex: 1;
      padding: 0;
      border: 0;
    }
    .idea .name {
      display: block;
    }
    .ask {
      font-size: 1em;
    }
    .ask .muted {
      display: inline;
    }
    .sources-printed {
      font-size: 6pt;
      columns: 3;
    }
    .sources-printed a::after {
      content: none;
    }
  }
`;
