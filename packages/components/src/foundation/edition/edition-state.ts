import type { Edition } from '@maths-hubs/sdk/programme';

/** How far the reading of an edition is, in words that a page can show. */
export type EditionState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly edition: Edition }
  | {
      readonly status: 'failed';
      /** `unknown-year`: there is no such edition. `unreadable`: the file did not arrive or is no edition. */
      readonly cause: 'unknown-year' | 'unreadable';
      readonly message: string;
      /** Every fault of a hub's own file, a line each. */
      readonly faults: readonly string[];
    };
