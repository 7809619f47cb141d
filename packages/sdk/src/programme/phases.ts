import { MathsHubsError } from '../evidence/index.js';
import { phaseYears } from '../generated/phase-years.js';
import type { Edition, EntryPoint, Phase, PhaseId, Transition } from './edition.js';

/** An edition has no phase with that id. */
export class PhaseNotFoundError extends MathsHubsError {
  override readonly name = 'PhaseNotFoundError';
  readonly code = 'phase-not-found';

  constructor(
    readonly phase: PhaseId,
    /** The edition's phases. */
    readonly available: readonly PhaseId[],
    schoolYear: string,
    /** The school years held that have the phase, earliest first. */
    readonly years: readonly string[],
  ) {
    super(
      (available.length === 0
        ? `The ${schoolYear} edition has no phases that evidence tells of, so none is called “${phase}”.`
        : `The ${schoolYear} edition has no phase “${phase}”. It has: ${available.join(', ')}.`) +
        (years.length === 0 ? ' No year has it.' : ` Years that have it: ${years.join(', ')}.`),
    );
  }
}

/** The phases in the order a school meets them. */
export function phasesOf(edition: Edition): readonly Phase[] {
  return edition.phases;
}

/** @throws {PhaseNotFoundError} when the edition has no such phase; it lists the phases it has, and the years that have this one */
export function phaseOf<Id extends PhaseId>(edition: Edition<Id>, id: NoInfer<Id>): Phase<Id> {
  const phase = edition.phases.find((each) => each.id === id);
  if (phase === undefined)
    throw new PhaseNotFoundError(
      id,
      edition.phases.map((each) => each.id),
      edition.schoolYear,
      Object.hasOwn(phaseYears, id) ? (phaseYears[id] ?? []) : [],
    );
  return phase;
}

/** The programme's own short words for its phases, by id. */
export const PROGRAMME_PHASE_NAMES: Readonly<Record<PhaseId, string>> = {
  readiness: 'Mastery Readiness',
  development: 'Development',
  embedding: 'Embedding',
  sustaining: 'Sustaining',
  introductory: 'Introductory',
  continuing: 'Teaching for Mastery',
};

/** A phase's name: its name that year, else the programme's word for it, else its id in words (`six-week-start`: `Six week start`). */
export function phaseName({ id, name }: Pick<Phase, 'id' | 'name'>): string {
  const words = id.replaceAll('-', ' ');
  const known = Object.hasOwn(PROGRAMME_PHASE_NAMES, id) ? PROGRAMME_PHASE_NAMES[id] : undefined;
  return name.value ?? known ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** Short name of a phase: its name in a hub's own terms, else the programme's own word, else its name that year. */
export function shortPhaseName(edition: Edition, id: PhaseId): string {
  const phase = edition.phases.find((each) => each.id === id);
  const own = edition.hub === null ? null : phase?.name.value;
  const known = Object.hasOwn(PROGRAMME_PHASE_NAMES, id) ? PROGRAMME_PHASE_NAMES[id] : undefined;
  return own ?? known ?? phaseNameOf(edition, id);
}

/** A phase's name that year; if the year lacks it, the programme's word, else its id in words. */
export function phaseNameOf(edition: Edition, id: PhaseId): string {
  const phase = edition.phases.find((each) => each.id === id);
  return phaseName(phase ?? { id, name: { value: null, source: [], basis: 'stated' } });
}

/** The doors into the programme, each with its phase. */
export function entryPhases(
  edition: Edition,
): readonly { readonly entry: EntryPoint; readonly phase: Phase }[] {
  return edition.entryPoints.map((entry) => ({ entry, phase: phaseOf(edition, entry.phase) }));
}

/** The edition's moves out of a phase, including those that are ruled out. */
export function transitionsFrom(edition: Edition, phase: PhaseId): readonly Transition[] {
  return edition.transitions.filter(({ from }) => from === phase);
}

/** The edition's moves into a phase, including those that are ruled out. */
export function transitionsTo(edition: Edition, phase: PhaseId): readonly Transition[] {
  return edition.transitions.filter(({ to }) => to === phase);
}
