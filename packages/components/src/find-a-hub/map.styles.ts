import { css } from 'lit';

/** England, and an outline that the page gives. Fills are mixed so that a light and a dark page both show through. */
export const mapStyles = css`
  .england,
  .outline {
    display: block;
    inline-size: 100%;
    max-inline-size: 34em;
    block-size: auto;
    margin-block-end: var(--_space-2);
    overflow: visible;
    direction: ltr;
  }
  .land {
    fill: var(--_surface);
    stroke: var(--_line);
  }
  .shape {
    --fill: var(--_accent);
    fill: color-mix(in oklab, var(--fill) 24%, transparent);
    stroke: color-mix(in srgb, var(--_ink) 34%, transparent);
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
    cursor: pointer;
  }
  .tint-1 {
    --fill: #3a86c8;
  }
  .tint-2 {
    --fill: #c9962b;
  }
  .tint-3 {
    --fill: #4f9d57;
  }
  .tint-4 {
    --fill: #a162ad;
  }
  .shape.none {
    fill: url('#hatch');
    cursor: help;
  }
  .hatching {
    stroke: color-mix(in srgb, var(--_ink) 50%, transparent);
    stroke-width: 2.5px;
  }
  .shape:hover {
    fill: color-mix(in oklab, var(--fill) 42%, transparent);
  }
  .shape.none:hover {
    fill: url('#hatch');
  }
  .outline .shape {
    stroke: var(--_edge);
  }
  .lit,
  .halo,
  .pointed {
    fill: none;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
    pointer-events: none;
  }
  .yours {
    fill: var(--_accent);
  }
  .could {
    fill: color-mix(in oklab, var(--_accent) 45%, transparent);
    stroke: var(--_edge);
    stroke-width: 2px;
    stroke-dasharray: 5 3;
  }
  .pointed {
    stroke: var(--_ink);
    stroke-width: 2px;
  }
  .shape:focus {
    outline: none;
  }
  .england:has(.shape:focus-visible) .halo {
    stroke: var(--_paper);
    stroke-width: 8px;
  }
  .england:has(.shape:focus-visible) .pointed,
  .outline .shape:focus-visible {
    stroke: var(--_ink);
    stroke-width: 4px;
  }
  .frame {
    fill: none;
    stroke: color-mix(in srgb, var(--_ink) 62%, transparent);
    vector-effect: non-scaling-stroke;
    pointer-events: none;
  }
  .place {
    fill: var(--_ink);
    font-size: 36px;
    font-weight: 600;
  }
  .pin {
    pointer-events: none;
  }
  .pin path {
    fill: var(--_ink);
    stroke: var(--_paper);
    stroke-width: 3px;
  }
  .pin circle {
    fill: var(--_paper);
  }
  .legend {
    max-inline-size: 34em;
    color: var(--_muted);
    font-size: 0.9em;
  }
  .legend summary {
    min-block-size: var(--_target);
    padding-block: var(--_space-2);
    cursor: pointer;
  }
  .swatch {
    inline-size: 1.75em;
    block-size: 1.1em;
    margin-inline: var(--_space-1) var(--_space-1);
    vertical-align: -0.15em;
  }
  @container (min-inline-size: 30em) {
    .place {
      font-size: 24px;
    }
  }
  @media print {
    .england {
      max-block-size: 11cm;
    }
  }
  @media (forced-colors: active) {
    .england,
    .outline {
      forced-color-adjust: none;
      color: CanvasText;
    }
    .shape,
    .outline .shape {
      fill: Canvas;
      stroke: CanvasText;
    }
    .hatching {
      stroke: CanvasText;
    }
    .yours,
    .outline .yours {
      fill: Highlight;
    }
    .could {
      fill: none;
      stroke: Highlight;
      stroke-width: 3px;
    }
    .pin path {
      fill: CanvasText;
      stroke: Canvas;
    }
    .pin circle {
      fill: Canvas;
    }
    .halo {
      stroke: Canvas;
    }
  }
`;
