import { unknown } from '../facts/index.js';
import type { AuthoredEdition, AuthoredPhase } from './authored.js';
import type { Edition, Phase } from './edition.js';
import { TERMS } from './terms.js';
import type { TermId, Terms } from './terms.js';

/** Every term of a phase, in reading order. */
export const TERM_IDS = Object.keys(TERMS) as readonly TermId[];

/** Terms with each that is absent present and unknown. */
export function fillTerms(terms: Partial<Terms>): Terms {
  return Object.fromEntries(TERM_IDS.map((id) => [id, terms[id] ?? unknown()])) as unknown as Terms;
}

export function fillPhase(phase: AuthoredPhase): Phase {
  return { ...phase, terms: fillTerms(phase.terms) };
}

/** An edition with each term that its author left out present and unknown. */
export function fillEdition(edition: AuthoredEdition): Edition {
  return { ...edition, phases: edition.phases.map(fillPhase) };
}
