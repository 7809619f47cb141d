import { phaseName, type Door, type Edition } from '../programme/index.js';
import {
  asking,
  compile,
  type FactDefinition,
  supporting,
  type Asking,
  type Facts,
  type LeafFinding,
  type Question,
  type Rule,
} from '../rules/index.js';
import { FACTS, type SchoolFacts } from '../schools/index.js';
import type { EditionStamp } from './decision.js';
import { stampOf } from './ask-phase.js';
import type { DecideOptions } from './decision.js';
import { soundEdition, soundSchool } from './sound.js';
import { soundRules } from './sound-rules.js';
import { doorsOf } from './doors.js';

/** The best way in for a school: advice, never a bar. */
export interface Recommendation {
  /** Null while undecided. */
  readonly door: Door | null;
  /** Name of that door's phase; null without a door. */
  readonly phaseName: string | null;
  /** The doors that may still be right: one once settled, none if the terms have none for such a school. */
  readonly among: readonly Door[];
  /** The findings in favour of the door. */
  readonly because: readonly LeafFinding[];
  /** What would settle it, best asked first; empty once it is settled, or when only the hub can. */
  readonly questions: readonly Question[];
  /** Who can settle it; null once settled. */
  readonly pending: 'school' | 'hub' | null;
  readonly edition: EditionStamp;
}

/**
 * The door that suits a school under one year's terms, by the doors that the edition states, or its ways in.
 * @throws {InvalidDataError} when `parseEdition` would reject a door’s rule, or it tests a fact that is not declared
 * @example recommendEntry(edition, { teachesPrimary: true, development: 'done', embedding: 'never' }).door?.phase // 'embedding'
 */
export function recommendEntry(edition: Edition, school: SchoolFacts): Recommendation;
export function recommendEntry(edition: Edition, school: Facts, options: DecideOptions): Recommendation;
export function recommendEntry(
  edition: Edition,
  school: Facts,
  { facts: definitions }: DecideOptions = { facts: FACTS },
): Recommendation {
  soundEdition(edition);
  soundSchool(school);
  soundRules(edition.doors, definitions, (index) => `doors[${index}].condition`);
  const among: Door[] = [];
  const questions = new Map<string, Question>();
  for (const door of doorsOf(edition)) {
    const { plan, trace } = readyDoor(door, definitions);
    // Check every answer first, so that an invalid one never decides.
    trace(school, []);
    const { truth, questions: open } = plan(school);
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

interface ReadyDoor {
  readonly plan: Asking['plan'];
  readonly trace: Rule['trace'];
}

const ready = new WeakMap<Door, ReadyDoor>();

/** The analysis of a door holds for every school, so do it once. */
function readyDoor(door: Door, definitions: readonly FactDefinition[]): ReadyDoor {
  const known = definitions === FACTS ? ready.get(door) : undefined;
  if (known) return known;
  const { condition } = door;
  const made = { plan: asking(condition, definitions).plan, trace: compile(condition, definitions).trace };
  if (definitions === FACTS) ready.set(door, made);
  return made;
}
