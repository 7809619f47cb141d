import type { Edition } from '@maths-hubs/sdk/programme';
import type { FactDefinition, FactValue } from '@maths-hubs/sdk/rules';
import type { TermsText, YearText } from '../foundation/edition/strings.js';
import type { SourceNotes } from '../foundation/edition/source-notes.js';
import type { RESULT_STRINGS } from './result-strings.js';
import type { STRINGS } from './strings.js';

/** What the first question is drawn with. */
export interface View {
  readonly edition: Edition;
  readonly notes: SourceNotes;
  /** Level of the widget's first heading. */
  readonly level: number;
  /** Today, ISO day. */
  readonly today: string;
  /** Whether the page is the hub's own, so that it says "us". */
  readonly ours: boolean;
  readonly text: YearText<typeof STRINGS>;
}

/** What every later part of the checker is drawn with. */
export interface AskView extends View {
  /** A fact's question, in the page's own words where it has some. */
  readonly ask: (fact: FactDefinition) => string;
  /** An answer in words. */
  readonly say: (fact: FactDefinition, value: FactValue | null) => string;
}

/** What the result is drawn with: its own texts beside those of the questions. */
export interface ResultView extends Omit<AskView, 'text'> {
  readonly text: TermsText<typeof STRINGS & typeof RESULT_STRINGS>;
}
