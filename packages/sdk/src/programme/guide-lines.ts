import type { SourceId } from '../evidence/index.js';

/** One statement about the programme, with its evidence. */
export interface GuideLine {
  /** What it is about: the name of an idea or project, a year. */
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
