import { css } from 'lit';

export const storiesStyles = css`
  :host {
    container-type: inline-size;
  }
  .about::first-letter {
    text-transform: uppercase;
  }
  .themes {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    margin-block-end: var(--_space-4);
  }
  .themes button {
    min-block-size: var(--_target);
    padding-inline: var(--_space-4);
    border: 2px solid var(--_control-line);
    border-radius: 2em;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .themes [aria-pressed='true'] {
    border-color: var(--_edge);
    background: var(--_tint);
    font-weight: 700;
  }
  .poster {
    display: block;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    border-radius: calc(var(--_radius) / 2);
    object-fit: cover;
  }
  .pictured {
    position: relative;
    overflow: clip;
  }
  .pictured .poster {
    position: absolute;
    inset: 0;
    block-size: 100%;
  }
  .pictured .mark,
  .pictured .label {
    position: relative;
  }
  .pictured .label {
    padding: var(--_space-1) var(--_space-2);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_paper);
    color: var(--_ink);
  }
  .school::before {
    content: ' · ';
  }
  .quote {
    padding-inline-start: var(--_space-3);
    border-inline-start: 3px solid var(--_edge);
  }
  blockquote {
    margin: 0;
    font-size: 1.1em;
  }
  figcaption {
    color: var(--_muted);
    font-size: 0.9em;
  }
  [hidden] {
    display: none !important;
  }
  .stories {
    display: grid;
    gap: var(--_space-5);
    align-items: start;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .story {
    display: flex;
    flex-direction: column;
    gap: var(--_space-1);
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-block-start: 4px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .story > * {
    margin: 0;
  }
  .story [part='heading'] {
    font-size: 1.1em;
  }
  .kind {
    color: var(--_muted);
    font-size: 0.85em;
    font-weight: 600;
  }
  .facade {
    display: grid;
    gap: var(--_space-2);
    place-items: center;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    padding: var(--_space-4);
    border: 0;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_tint);
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .audio .facade {
    display: flex;
    aspect-ratio: auto;
    min-block-size: 3.5em;
    text-align: start;
  }
  .facade:hover .label {
    text-decoration: underline;
  }
  .mark {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 3.5em;
    block-size: 3.5em;
    border: 3px solid var(--_edge);
    border-radius: 50%;
    background: var(--_accent);
    align-self: end;
  }
  .audio .mark {
    inline-size: 2.5em;
    block-size: 2.5em;
    align-self: center;
  }
  .mark::before {
    content: '';
    margin-inline-start: var(--_space-1);
    border: 0.6em solid transparent;
    border-inline-start: 0.95em solid var(--_on-accent);
    border-inline-end: 0;
  }
  .label {
    align-self: start;
  }
  .audio .label {
    align-self: center;
  }
  iframe,
  video {
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    border: 0;
  }
  audio {
    inline-size: 100%;
  }
  .story > a {
    padding-block: var(--_space-2);
    align-self: start;
  }
  @container (min-inline-size: 44em) {
    .stories {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-inline-size: 56em) {
    .stories {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @media print {
    .facade,
    .contacts {
      display: none;
    }
    .story {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .facade {
      border: 2px solid;
    }
    .mark::before {
      border-inline-start-color: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
