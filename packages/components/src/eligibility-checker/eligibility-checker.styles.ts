import { css } from 'lit';

/** One column for questions; a result that reads as a letter, and prints as one. */
export const checkerStyles = css`
  :host {
    container-type: inline-size;
  }
  .back::before {
    content: '';
    display: inline-block;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline: 0.1em 0.5em;
    border: solid currentColor;
    border-width: 0 0 2px 2px;
    transform: rotate(45deg);
  }
  :host(:dir(rtl)) .back::before {
    transform: rotate(-135deg);
  }
  .stage {
    margin-block: 0.25rem 0.35rem;
    font-weight: 600;
  }
  form {
    max-inline-size: 40rem;
  }
  legend,
  form label[for='answer']:not(.choice label) {
    margin-block-end: 0.5rem;
  }
  legend > * {
    margin: 0;
  }
  .choice {
    padding: 0.55rem 0.8rem;
    margin-block-end: 0.5rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .choice:has(:checked) {
    border-color: var(--_edge);
    box-shadow: inset 0 0 0 1px var(--_edge);
    background: var(--_tint);
  }
  .why {
    max-inline-size: 40rem;
    margin-block: 1.5rem 0.5rem;
    padding: 0.9rem var(--_space);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .why h1,
  .why h2,
  .why h3,
  .why h4,
  .why h5,
  .why h6 {
    font-size: 1em;
  }
  .why > :last-child {
    margin-block-end: 0;
  }
  .verdict {
    margin-block-end: 1.5rem;
    padding: 1.1rem 1.25rem;
    border: 1px solid var(--_edge);
    border-inline-start-width: 8px;
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .verdict > :last-child {
    margin-block-end: 0;
  }
  .verdict.not-eligible {
    border-color: var(--_error);
    background: var(--_alarm);
  }
  section {
    margin-block-end: 1.75rem;
  }
  section > :is(h1, h2, h3, h4, h5, h6) {
    padding-block-end: 0.25rem;
    border-block-end: 2px solid var(--_edge);
    font-size: 1.15em;
  }
  section ul {
    padding-inline-start: 1.2em;
  }
  .group :is(h1, h2, h3, h4, h5, h6) {
    margin-block: 0.9rem 0.35rem;
    font-size: 1em;
  }
  .group > ul,
  .changes {
    padding: 0;
    list-style: none;
  }
  .group li {
    position: relative;
    margin-block-end: 0.6rem;
    padding-inline-start: 1.9rem;
  }
  .group li::before {
    position: absolute;
    inset-inline-start: 0.2rem;
    color: var(--_accent-text);
    font-weight: 700;
    content: '?' / '';
  }
  .met li::before {
    content: '✓' / '';
  }
  .not-met li::before {
    color: var(--_error);
    content: '✕' / '';
  }
  .aside {
    display: block;
    color: var(--_muted);
    font-size: 0.9em;
  }
  .changes > li {
    margin-block-end: 0.75rem;
    padding: 0.75rem 0.9rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .changes ul {
    margin: 0;
  }
  .chip {
    display: inline-block;
    padding: 0.05em 0.6em;
    border: 1px solid currentColor;
    border-radius: 1em;
    font-size: 0.8em;
    font-weight: 600;
  }
  dl {
    margin: 0 0 0.5rem;
  }
  dt {
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 600;
  }
  dd {
    margin: 0 0 0.6rem;
  }
  dd ul {
    margin: 0;
  }
  .answers > div {
    padding-block: 0.4rem;
    border-block-end: 1px solid var(--_line);
  }
  .answers dd {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: center;
    margin: 0;
  }
  .answers button {
    margin-inline-start: auto;
  }
  details .actions {
    margin-block-start: 0.25rem;
  }
  @container (min-inline-size: 44rem) {
    .columns {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0 2rem;
    }
    .answers > div {
      display: grid;
      grid-template-columns: 3fr 2fr;
      gap: 0 1.5rem;
      align-items: center;
    }
    .answers dt {
      color: inherit;
      font-size: 1em;
      font-weight: 400;
    }
  }
  @media print {
    section,
    .group li,
    .changes > li {
      break-inside: avoid-page;
    }
  }
`;
