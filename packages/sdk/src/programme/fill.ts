import { unknown } from '../evidence/index.js';
import type { AuthoredEdition, AuthoredPhase } from './authored.js';
import type { Edition, Phase, SpecialistTerms } from './edition.js';
import { TERM_KINDS } from './terms.js';
import type { TermId, Terms } from './terms.js';

/** Every term of a phase, in reading order. */
export const TERM_IDS = Object.keys(TERM_KINDS) as readonly TermId[];

const SPECIALIST_TERMS: readonly (keyof SpecialistTerms)[] = [
  'cohort',
  'recruited',
  'perHub',
  'firstYearDays',
  'laterYearDays',
  'residentials',
  'eligibility',
  'funding',
  'applyBy',
];

type Lists = 'entryPoints' | 'doors' | 'transitions' | 'recruitment' | 'linkedProjects';

/** A phase as a hub may write it: what is left out is unknown or absent. */
export type PhaseFile = Omit<AuthoredPhase, 'terms' | 'requirements'> &
  Partial<Pick<AuthoredPhase, 'terms' | 'requirements'>>;

/** An edition as a hub may write it: what is left out is unknown or absent. */
export interface EditionFile
  extends
    Omit<AuthoredEdition, Lists | 'phases' | 'calendar' | 'specialists'>,
    Partial<Pick<AuthoredEdition, Lists | 'calendar'>> {
  /** Where an editor's tool finds the JSON Schema. */
  readonly $schema?: string;
  readonly phases: readonly PhaseFile[];
  readonly specialists?: Partial<SpecialistTerms> | null;
}

/** All terms; those that are absent become unknown. */
export function fillTerms(terms: Partial<Terms>): Terms {
  return fill(TERM_IDS, terms) as Terms;
}

/** A whole phase; the terms that its author left out become unknown. */
export function fillPhase({ terms = {}, requirements = [], ...phase }: PhaseFile): Phase {
  return { ...phase, terms: fillTerms(terms), requirements };
}

/** A whole edition; what its author left out becomes unknown, or an empty list. */
export function fillEdition(file: EditionFile): Edition {
  const { $schema, phases, specialists = null, calendar = null, ...rest } = file;
  return {
    ...rest,
    phases: phases.map(fillPhase),
    entryPoints: file.entryPoints ?? [],
    doors: file.doors ?? [],
    transitions: file.transitions ?? [],
    recruitment: file.recruitment ?? [],
    calendar,
    linkedProjects: file.linkedProjects ?? [],
    specialists: specialists && (fill(SPECIALIST_TERMS, specialists) as SpecialistTerms),
  };
}

function fill<K extends string>(ids: readonly K[], values: Partial<Record<K, unknown>>): Record<K, unknown> {
  return Object.fromEntries(ids.map((id) => [id, values[id] ?? unknown()])) as Record<K, unknown>;
}
