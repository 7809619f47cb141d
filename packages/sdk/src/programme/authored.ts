import type { Edition, Phase, SpecialistTerms } from './edition.js';
import type { Terms } from './terms.js';

/** A phase as it is written and shipped: an absent term is unknown. */
export interface AuthoredPhase extends Omit<Phase, 'terms'> {
  readonly terms: Partial<Terms>;
}

/** An edition as it is written and shipped, before unknown terms are filled in. */
export interface AuthoredEdition extends Omit<Edition, 'phases' | 'specialists'> {
  readonly phases: readonly AuthoredPhase[];
  readonly specialists: Partial<SpecialistTerms> | null;
}
