import { css } from 'lit';

export const recruitmentStyles = css`
  .loading {
    min-block-size: 0;
    margin: 0;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-4);
    align-items: center;
    margin: 0;
  }
  .icon {
    flex: none;
    inline-size: 2.5em;
    block-size: 2.5em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .open .icon {
    color: var(--_edge);
  }
  .closing-soon .icon {
    color: var(--_give);
  }
  .said {
    flex: 0 1 auto;
    max-inline-size: calc(100% - 2.5em - var(--_space-4));
  }
  .state {
    display: block;
    font-size: 1.1em;
    line-height: 1.3;
  }
  a {
    padding-block: var(--_space-2);
    font-weight: 600;
  }
  .button {
    padding: 0.55em 1.1em;
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    forced-color-adjust: none;
    text-decoration: none;
  }
  .button:hover {
    text-decoration: underline;
  }
  .note {
    flex-basis: 100%;
    margin: 0;
  }
`;
