import { css } from 'lit';

/** A rail on a phone and on paper; a road that rises where there is room. `road.ts` draws by the same numbers. */
export const journeyStyles = css`
  :host {
    container-type: inline-size;
  }
  .journey {
    /* From the edge to the middle of the markers; less where letters are large, for the words need the room. */
    --rail: min(1.95em, 11cqi);
    position: relative;
    display: grid;
    margin-block: var(--_space-2) var(--_space-4);
  }
  .road {
    display: none;
  }
  .path {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .phase {
    position: relative;
    padding-inline-start: calc(2.2 * var(--rail));
    padding-block-end: var(--_space-5);
  }
  .phase::before,
  .fork::before {
    content: '';
    position: absolute;
    inset-block: 0.5em -0.5em;
    inset-inline-start: calc(var(--rail) - 2px);
    border-inline-start: 4px solid var(--_edge);
  }
  .phase:last-child::before {
    border-inline-start-style: dotted;
    inset-block-end: 0.25em;
  }
  .forked:not(.groundwork) .optional::before {
    border-inline-start-style: dotted;
  }
  .marker {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    display: grid;
    place-items: center;
    inline-size: 3.25em;
    block-size: 3.25em;
    border: 3px solid var(--_edge);
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    forced-color-adjust: none;
    box-shadow: 0 0 0 5px var(--_paper);
    /* Half of 3.25 of these is the rail. */
    font-size: calc(var(--rail) / 1.625);
    font-weight: 700;
  }
  .icon {
    inline-size: 1.75em;
    block-size: 1.75em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .optional .marker {
    border-style: dashed;
    background: var(--_paper);
    color: var(--_accent-text);
  }
  .groundwork .optional .marker {
    border-style: solid;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .stop > * {
    margin: 0;
  }
  .stop :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.2em;
  }
  .stop .when {
    color: var(--_muted);
    font-size: 0.9em;
  }
  .stop .purpose {
    margin-block-start: var(--_space-1);
    max-inline-size: 34em;
  }
  .stop .flag {
    display: inline-flex;
    gap: var(--_space-1);
    align-items: center;
    margin-block-end: var(--_space-1);
    padding: var(--_space-1) var(--_space-3);
    border: 1px solid var(--_edge);
    border-radius: 2em;
    background: var(--_accent);
    color: var(--_on-accent);
    forced-color-adjust: none;
    font-weight: 600;
    font-size: 0.9em;
  }
  .flag .icon {
    inline-size: 1.15em;
    block-size: 1.15em;
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-3);
    margin: var(--_space-2) 0 0;
  }
  .numbers div {
    flex: 1 1 6em;
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
  }
  .numbers dt {
    color: var(--_muted);
    font-weight: 400;
    font-size: 0.85em;
  }
  .numbers dd {
    margin: 0;
    font-weight: 700;
    font-size: min(1.5em, 8cqi);
    line-height: 1.15;
    white-space: nowrap;
  }
  .toggle {
    display: inline-flex;
    gap: var(--_space-2);
    align-items: center;
    padding: 0;
    min-block-size: var(--_target);
    border: 2px solid transparent;
    background: none;
    font: inherit;
    cursor: pointer;
    color: var(--_accent-text);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .toggle::after {
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid;
    border-width: 0 2px 2px 0;
    transform: translateY(-0.15em) rotate(45deg);
  }
  .toggle[aria-expanded='true']::after {
    transform: translateY(0.15em) rotate(225deg);
  }
  .fork {
    min-inline-size: 0;
    border: 0;
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    margin: 0;
    padding: 0 0 var(--_space-5) calc(2.2 * var(--rail));
  }
  .fork::before {
    inset-block-start: 0.9em;
  }
  .fork::after {
    content: '';
    position: absolute;
    inset-block-start: 0.2em;
    inset-inline-start: var(--rail);
    margin-inline-start: -0.625em;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 3px solid var(--_edge);
    border-radius: 50%;
    background: var(--_paper);
  }
  .fork legend {
    padding: 0;
    float: inline-start;
    font-weight: 600;
    inline-size: 100%;
  }
  .way span {
    display: inline-block;
    align-content: center;
    min-block-size: var(--_target);
    padding: 0.55em min(1.1em, 6cqi);
    border: 2px solid var(--_edge);
    border-radius: 2em;
    background: var(--_paper);
    color: var(--_accent-text);
    font-weight: 600;
    cursor: pointer;
  }
  .way :checked + span {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .way :checked + span::before {
    content: '✓' / '';
    margin-inline-end: 0.4em;
  }
  .way :focus-visible + span {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .button {
    display: inline-block;
    padding: 0.55em 1.1em;
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    forced-color-adjust: none;
    font-weight: 600;
    text-decoration: none;
  }
  .button:hover {
    text-decoration: underline;
  }
  .after {
    display: grid;
    gap: var(--_space-2) var(--_space-6);
    justify-items: start;
  }
  @container (min-inline-size: 56em) {
    .journey {
      --start: calc(120px + 44px * (var(--n) - 2));
      grid-template-columns: repeat(var(--n), minmax(0, 1fr));
    }
    .forked {
      grid-template-columns: 15% repeat(var(--n), minmax(0, 1fr));
    }
    .phases-1 {
      --n: 1;
    }
    .phases-2 {
      --n: 2;
    }
    .phases-3 {
      --n: 3;
    }
    .phases-4 {
      --n: 4;
    }
    .phases-5 {
      --n: 5;
    }
    .phases-6 {
      --n: 6;
    }
    .road {
      display: block;
      position: absolute;
      inset-block-start: 0;
      inset-inline-start: var(--rail);
      inline-size: 96%;
      overflow: visible;
      fill: none;
      stroke: var(--_edge);
      stroke-width: 4px;
      stroke-linecap: round;
    }
    .road:dir(rtl) {
      transform: scaleX(-1);
    }
    .road path {
      vector-effect: non-scaling-stroke;
    }
    .road .land {
      fill: url('#land');
      stroke: none;
    }
    .near,
    .far {
      stop-color: var(--_tint);
    }
    .far {
      stop-opacity: 0;
    }
    .road .onwards,
    .journey:not(.groundwork) .via,
    .groundwork .direct {
      stroke-width: 3px;
      stroke-dasharray: 2 9;
    }
    .path,
    .phase {
      display: contents;
    }
    .phase::before,
    .fork::before {
      display: none;
    }
    .stop {
      position: relative;
      grid-row: 1;
      padding: 0 var(--_space-5) var(--_space-5) 0;
      margin-block-start: calc(28px + 44px * var(--k, 0));
    }
    .phase:nth-last-child(2) {
      --k: 1;
    }
    .phase:nth-last-child(3) {
      --k: 2;
    }
    .phase:nth-last-child(4) {
      --k: 3;
    }
    .phase:nth-last-child(5) {
      --k: 4;
    }
    .phase:nth-last-child(6) {
      --k: 5;
    }
    .forked .phase:first-child .stop {
      margin-block-start: calc(var(--start) + 28px);
    }
    .marker {
      position: static;
      margin-block-end: var(--_space-3);
    }
    .stop .flag {
      position: absolute;
      inset-block-start: -2.75em;
      white-space: nowrap;
    }
    .fork {
      display: block;
      position: static;
      grid-row: 1;
      padding: 0;
      margin-block-start: calc(var(--start) - 105px);
      margin-inline-end: -12em;
    }
    .fork::after {
      inset-block-start: calc(var(--start) - 0.625em);
    }
    .way {
      position: absolute;
      z-index: 1;
    }
    .fork legend + .way {
      inset-block-start: calc(var(--start) - 60px);
      inset-inline-start: 11%;
    }
    .way + .way {
      inset-block-start: calc(var(--start) + 22px);
      inset-inline-start: 2%;
    }
    .after {
      grid-template-columns: auto 1fr;
      align-items: start;
    }
    .after > .more:first-child {
      grid-column: 1 / -1;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .road {
      animation: draw 1.2s ease-out;
    }
  }
  @keyframes draw {
    from {
      clip-path: inset(-20px 100% -20px -30px);
    }
    to {
      clip-path: inset(-20px -30px);
    }
  }
  @media print {
    .toggle,
    .fork {
      display: none;
    }
    :host {
      font-size: 10pt;
    }
    .marker,
    .flag {
      print-color-adjust: exact;
    }
    .stop {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .marker {
      border: 2px solid CanvasText;
    }
    .road .land {
      display: none;
    }
    .way :checked + span {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
