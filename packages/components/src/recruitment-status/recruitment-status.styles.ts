import { css } from 'lit';

export const recruitmentStyles = css`
  .loading {
    min-block-size: 0;
    margin: 0;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-3);
    align-items: center;
    margin: 0;
  }
  .told {
    display: inline-flex;
    gap: var(--_space-2);
    align-items: baseline;
    padding: 0.2em 0.8em;
    border: 1px solid var(--_line);
    border-radius: 1.1em;
    background: var(--_surface);
    font-weight: 600;
  }
  .told::before {
    content: '';
    flex: none;
    inline-size: 0.65em;
    block-size: 0.65em;
    border: 2px solid var(--_edge);
    border-radius: 50%;
  }
  .open .told,
  .closing-soon .told {
    border-color: var(--_edge);
    background: var(--_tint);
  }
  .open .told::before,
  .closing-soon .told::before {
    background: var(--_accent);
  }
  .closing-soon .told {
    border-width: 2px;
  }
  a {
    display: inline-block;
    padding-block: var(--_space-2);
    font-weight: 600;
  }
  .note {
    flex-basis: 100%;
    margin: 0;
  }
`;
