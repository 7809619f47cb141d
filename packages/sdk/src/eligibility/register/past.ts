import { compareSchoolYears, type SchoolYear } from '../../programme/index.js';
import type { Facts, FactValue } from '../../rules/index.js';
import { FACTS, type PastPhase, type SchoolHistory } from '../../schools/index.js';

/** Phases whose past a rule may test: the facts whose answers include "never". */
const PHASES = FACTS.filter(
  ({ domain }) =>
    typeof domain === 'object' && 'values' in domain && domain.values.some(({ value }) => value === 'never'),
).map(({ id }) => id);

/**
 * Past phases as facts in a given year. A past in doubt, after a merger or split, is "not sure".
 * For a school with an unreadable row, or one later than the year, nothing counts as never.
 * @param complete  whether the record holds every school that ever took part, so that none in it means never
 */
export function pastFacts(
  { phases, uncertain, unread }: Pick<SchoolHistory, 'phases' | 'uncertain' | 'unread'>,
  year: SchoolYear,
  complete: boolean,
): Facts {
  const facts: Record<string, FactValue | null> = {};
  for (const phase of PHASES) {
    const own = until(phases, phase, year);
    const doubtful = until(uncertain, phase, year);
    const last = own.at(-1);
    if (last) facts[phase] = last === year ? 'now' : 'done';
    else if (doubtful.length > 0) facts[phase] = null;
    else if (complete && !unread && !phases.some((each) => each.phase === phase)) facts[phase] = 'never';
    if (phase === 'development' && last) facts['developmentYear'] = Number(last.slice(0, 4));
  }
  return facts;
}

function until(past: readonly PastPhase[], phase: string, year: SchoolYear): readonly SchoolYear[] {
  return past
    .filter((each) => each.phase === phase && compareSchoolYears(each.schoolYear, year) <= 0)
    .map(({ schoolYear }) => schoolYear);
}
