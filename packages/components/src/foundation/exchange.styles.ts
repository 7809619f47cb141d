import { css } from 'lit';

/** What a school gives, in a square of one hue, and what it gets, in a disc of another: the same in every widget that sets them side by side. */
export const exchangeStyles = css`
  .exchange .icon {
    padding: 3px;
    border: 2px solid;
  }
  .give .icon {
    border-radius: 0.25em;
    color: var(--_give);
  }
  .get .icon {
    border-color: var(--_edge);
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
  }
`;
