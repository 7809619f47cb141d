import { css } from 'lit';

/** A widget's head with its year, citations, unknown values and notices: the same in every widget. */
export const noteStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-5);
    align-items: baseline;
    justify-content: space-between;
    margin-block-end: var(--_space-3);
  }
  .head > * {
    margin: 0;
  }
  .source {
    margin-inline-start: 0.1em;
    font-size: 0.7em;
    font-weight: 400;
    line-height: 0;
  }
  /* Everything is from one source, which is named once. */
  :has(~ .where.one) .source,
  .source:has(~ .where.one) {
    display: none;
  }
  .sources {
    margin: var(--_space-2) 0 0;
    padding-inline-start: 1.6em;
    font-size: 0.9em;
  }
  .unknown {
    color: var(--_muted);
    font-style: italic;
  }
  .notice {
    margin-block: 0 var(--_space-5);
    padding: var(--_space-3) var(--_space-4);
    border-inline-start: 5px solid var(--_edge);
    background: var(--_tint);
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .notice > :last-child {
    margin-block-end: 0;
  }
  .notice.problem {
    border-color: var(--_error);
    background: var(--_alarm);
  }
  details.where > summary {
    display: inline-block;
    min-block-size: var(--_target);
    padding-block: var(--_space-2);
    color: var(--_accent-text);
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .print-only {
    display: none;
  }
  @media print {
    .print-only {
      display: block;
    }
    details.where:not([open]) {
      display: none;
    }
  }
  .loading {
    min-block-size: 6em;
    color: var(--_muted);
  }
`;
