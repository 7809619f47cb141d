import type { SourceId } from '../evidence/index.js';

/** One thing that is said of the programme, with what it rests on. */
export interface GuideLine {
  /** What or whom it speaks of: an idea's name, a project's, a year's. */
  readonly name?: string;
  readonly text: string;
  /** A question that a teacher might ask a class. */
  readonly question?: string;
  /** What else a reader must know: the year of the page, what other sources say, a contradiction. */
  readonly notes: readonly string[];
  readonly source: readonly SourceId[];
}

/** Lines that belong together. */
export interface GuideBlock {
  readonly title?: string;
  readonly lines: readonly GuideLine[];
}
