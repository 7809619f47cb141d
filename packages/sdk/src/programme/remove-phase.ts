import { unknown } from '../evidence/index.js';
import type { Edition, Phase, PhaseId } from './edition.js';

/**
 * An edition without a phase, and without everything that named it: ways in, doors, moves, recruitment windows for it alone,
 * dated events, what other phases led to. The result is consistent.
 * A linked project still requires the phase: a school may have done it in another year.
 */
export function removePhase(edition: Edition, gone: PhaseId): Edition {
  const stays = (id: PhaseId): boolean => id !== gone;
  return {
    ...edition,
    phases: edition.phases.filter(({ id }) => stays(id)).map((phase) => leadingElsewhere(phase, gone)),
    entryPoints: edition.entryPoints.filter(({ phase }) => stays(phase)),
    doors: edition.doors.filter(({ phase }) => phase !== gone),
    transitions: edition.transitions.filter(({ from, to }) => stays(from) && stays(to)),
    recruitment: edition.recruitment.flatMap((window) => {
      const phases = window.phases.filter(stays);
      // A window without phases is for all of them.
      return window.phases.length > 0 && phases.length === 0 ? [] : [{ ...window, phases }];
    }),
    calendar: edition.calendar && {
      ...edition.calendar,
      events: edition.calendar.events.filter(({ phase }) => stays(phase)),
    },
  };
}

/** Removes the phase from where another led to; when nothing is left, what comes next is unknown. */
function leadingElsewhere(phase: Phase, gone: PhaseId): Phase {
  const { next } = phase.terms;
  if (!next.value?.includes(gone)) return phase;
  const left = next.value.filter((id) => id !== gone);
  return {
    ...phase,
    terms: { ...phase.terms, next: left.length > 0 ? { ...next, value: left } : unknown(next.source) },
  };
}
