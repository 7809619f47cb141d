import { phaseName, type Edition } from '../programme/index.js';
import { plan, supporting, type LeafFinding, type Question } from '../rules/index.js';
import { FACTS } from '../schools/index.js';
import type { EditionStamp } from './decision.js';
import { stampOf, type School } from './decide.js';
import { doorsOf, type Door } from './doors.js';

/** Where a school would best join. It advises and never bars. */
export interface Recommendation {
  /** Null while it is open. */
  readonly door: Door | null;
  /** What that door's phase is called; null without one. */
  readonly phaseName: string | null;
  /** What was found that speaks for the door. */
  readonly because: readonly LeafFinding[];
  /** What would settle it, best asked first; empty once it is settled, or when only the hub can. */
  readonly questions: readonly Question[];
  /** Who can settle it; null once it is. */
  readonly pending: 'school' | 'hub' | null;
  readonly edition: EditionStamp;
}

/**
 * The door that suits a school under one year's terms: Readiness or Development from its barriers and the five key areas;
 * Embedding or Sustaining, as that year has them, for one that has done Development; the secondary programme.
 */
export function recommendEntry(edition: Edition, school: School): Recommendation {
  const stamp = stampOf(edition);
  const open = { door: null, phaseName: null, because: [], edition: stamp };
  for (const door of doorsOf(edition)) {
    const { truth, questions } = plan(door.condition, FACTS, school);
    if (truth === false) continue;
    if (truth !== true) return { ...open, questions, pending: questions.length > 0 ? 'school' : 'hub' };
    const phase = edition.phases.find(({ id }) => id === door.phase);
    return {
      door,
      phaseName: phase ? phaseName(phase) : null,
      because: supporting(door.condition, school),
      questions: [],
      pending: null,
      edition: stamp,
    };
  }
  return { ...open, questions: [], pending: 'hub' };
}
