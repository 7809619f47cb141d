import type { Edition } from '@maths-hubs/sdk/programme';
import type { FactDefinition, FactValue } from '@maths-hubs/sdk/rules';
import type { SourceNotes } from '../foundation/edition/source-notes.js';
import type { YearText } from '../foundation/edition/strings.js';
import type { STRINGS } from './strings.js';

/** What every part of the checker is drawn with. */
export interface View {
  readonly edition: Edition;
  readonly notes: SourceNotes;
  /** Level of the widget's first heading. */
  readonly level: number;
  readonly text: YearText<typeof STRINGS>;
  /** A fact's question, in the page's own words where it has some. */
  readonly ask: (fact: FactDefinition) => string;
  /** An answer in words. */
  readonly say: (fact: FactDefinition, value: FactValue | null) => string;
}
