import { unknown, type Quantity, type Sourced } from '../evidence/index.js';
import type { Phase } from '../programme/index.js';
import type { PlanTotals } from './plan-item.js';
import { exactly, times } from './quantities.js';
import { teacherDays } from './release.js';
import { countInYear } from './rhythm.js';

/** Totals of one year of a phase, all unknown if the phase's terms are. */
export function totalsOf(phase: Phase | null): PlanTotals {
  if (!phase)
    return {
      teacherDays: unknown(),
      meetings: unknown(),
      visits: unknown(),
      headteacherMeetings: unknown(),
      headteacherHalfDays: unknown(),
    };
  const { terms } = phase;
  const headteacherMeetings = countInYear(terms.headteacherMeetings, terms.headteacherFrequency, 'meeting');
  return {
    teacherDays: teacherDays(phase),
    meetings: countInYear(terms.meetings, terms.meetingFrequency, 'meeting'),
    visits: countInYear(terms.visits, terms.visitFrequency, 'visit'),
    headteacherMeetings,
    headteacherHalfDays: halfDays(headteacherMeetings),
  };
}

function halfDays(fact: Sourced<Quantity>): Sourced<Quantity> {
  if (fact.value?.unit === 'half-day') return fact;
  if (fact.value?.unit === 'day')
    return { ...fact, value: times(fact.value, exactly(2, 'half-day'), 'half-day') };
  return unknown(fact.source, "No source says how long the headteacher's meetings are.");
}
