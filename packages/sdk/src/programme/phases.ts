import { MathsHubsError } from '../evidence/index.js';
import { phaseYears } from '../generated/phase-years.js';
import type { Edition, EntryPoint, Phase, PhaseId, Transition } from './edition.js';

/** An edition has no phase of that name. */
export class PhaseNotFoundError extends MathsHubsError {
  override readonly name = 'PhaseNotFoundError';
  readonly code = 'phase-not-found';

  constructor(
    readonly phase: PhaseId,
    /** The phases that the edition has. */
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

/** The phases in the order that a school meets them. */
export function phasesOf(edition: Edition): readonly Phase[] {
  return edition.phases;
}

/** @throws {PhaseNotFoundError} when the edition has no such phase; it lists those that it has, and the years that have it */
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

/** What a phase is called: its name that year, else the programme's word for it, else its id in words (`six-week-start`: `Six week start`). */
export function phaseName({ id, name }: Pick<Phase, 'id' | 'name'>): string {
  const words = id.replaceAll('-', ' ');
  const known = Object.hasOwn(PROGRAMME_PHASE_NAMES, id) ? PROGRAMME_PHASE_NAMES[id] : undefined;
  return name.value ?? known ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** Short name of a phase: what a hub calls it in its own terms, else the programme's own word, else its name that year. */
export function shortPhaseName(edition: Edition, id: PhaseId): string {
  const phase = edition.phases.find((each) => each.id === id);
  const own = edition.hub === null ? null : phase?.name.value;
  const known = Object.hasOwn(PROGRAMME_PHASE_NAMES, id) ? PROGRAMME_PHASE_NAMES[id] : undefined;
  return own ?? known ?? phaseNameOf(edition, id);
}

/** What the year calls a phase; one that is not in it by the programme's word, else by its id in words. */
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

/** The moves that the edition tells of out of a phase, those that are ruled out included. */
export function transitionsFrom(edition: Edition, phase: PhaseId): readonly Transition[] {
  return edition.transitions.filter(({ from }) => from === phase);
}

/** The moves that the edition tells of into a phase, those that are ruled out included. */
export function transitionsTo(edition: Edition, phase: PhaseId): readonly Transition[] {
  return edition.transitions.filter(({ to }) => to === phase);
}
