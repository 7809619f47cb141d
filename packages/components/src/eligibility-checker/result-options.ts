import type { YearText } from '../foundation/edition/strings.js';
import type { SourceNotes } from '../foundation/edition/source-notes.js';
import type { Links } from '../foundation/settings-store.js';
import type { Asking } from './asking.js';
import type { RESULT_STRINGS } from './result-strings.js';
import type { Strings } from '../foundation/wording.js';
import type { Tools } from './tools.js';
import type { Given } from './trail.js';

/** Everything that the result needs, loaded while a person answers the first question. */
export interface ResultOptions {
  /** The phase that is asked about; empty for the way in. */
  readonly wanted: string;
  readonly given: readonly Given[];
  readonly links: Links | undefined;
  /** The page's own words. */
  readonly wording: Strings | undefined;
  readonly wordingOf: <T extends Strings>(own: T) => YearText<T>;
  readonly sources: (notes: SourceNotes) => unknown;
  readonly tools: Tools;
  readonly asking: Pick<Asking, 'copy'> & { readonly outcome: keyof typeof RESULT_STRINGS | '' };
  readonly change: (ask: string) => void;
  readonly choosePhase: (phase: string) => void;
}
