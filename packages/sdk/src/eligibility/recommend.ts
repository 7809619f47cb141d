import { phaseName, type Door, type Edition } from '../programme/index.js';
import {
  planning,
  supporting,
  type Facts,
  type LeafFinding,
  type Planning,
  type Question,
} from '../rules/index.js';
import { FACTS } from '../schools/index.js';
import type { EditionStamp } from './decision.js';
import { stampOf, type School } from './decide.js';
import { doorsOf } from './doors.js';

/** Where a school would best join. It advises and never bars. */
export interface Recommendation {
  /** Null while it is open. */
  readonly door: Door | null;
  /** What that door's phase is called; null without one. */
  readonly phaseName: string | null;
  /** The doors that may still be right: one once it is settled, none where the terms have none for such a school. */
  readonly among: readonly Door[];
  /** What was found that speaks for the door. */
  readonly because: readonly LeafFinding[];
  /** What would settle it, best asked first; empty once it is settled, or when only the hub can. */
  readonly questions: readonly Question[];
  /** Who can settle it; null once it is. */
  readonly pending: 'school' | 'hub' | null;
  readonly edition: EditionStamp;
}

/**
 * The door that suits a school under one year's terms, by the doors that the edition states, or its ways in.
 * @example recommendEntry(edition, { teachesPrimary: true, development: 'done', embedding: 'never' }).door?.phase // 'embedding'
 */
export function recommendEntry(edition: Edition, school: School): Recommendation {
  const among: Door[] = [];
  const questions = new Map<string, Question>();
  for (const door of doorsOf(edition)) {
    const { truth, questions: open } = planningOf(door).plan(school);
    if (truth === true && among.length === 0) return settled(edition, door, school);
    if (truth === false) continue;
    among.push(door);
    for (const question of open) if (among.length === 1) questions.set(question.fact.id, question);
  }
  return {
    door: null,
    phaseName: null,
    because: [],
    among,
    questions: [...questions.values()],
    pending: questions.size > 0 ? 'school' : 'hub',
    edition: stampOf(edition),
  };
}

function settled(edition: Edition, door: Door, school: Facts): Recommendation {
  const phase = edition.phases.find(({ id }) => id === door.phase);
  return {
    door,
    phaseName: phase ? phaseName(phase) : null,
    because: supporting(door.condition, school),
    among: [door],
    questions: [],
    pending: null,
    edition: stampOf(edition),
  };
}

const plannings = new WeakMap<Door, Planning>();

/** What is found of a door holds for every school, so it is found once. */
function planningOf(door: Door): Planning {
  let found = plannings.get(door);
  if (!found) plannings.set(door, (found = planning(door.condition, FACTS)));
  return found;
}
