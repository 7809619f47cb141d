import { unknown } from '../evidence/index.js';
import type { Edition, PhaseId } from './edition.js';
import { fillEdition } from './fill.js';
import { parseSchoolYear } from './school-year.js';

/** Starting points for a hub's own file: the phases found in public evidence. */
export type EditionTemplate = 'four-phases' | 'two-strands';

const PHASES: Readonly<Record<EditionTemplate, readonly PhaseId[]>> = {
  'four-phases': ['readiness', 'development', 'embedding', 'sustaining'],
  'two-strands': ['introductory', 'continuing'],
};

/**
 * A new year with its phases, all else unknown: no name, term, rule or date is carried forward.
 * @param schoolYear  `2026/27`, or another way of writing it
 * @param hub  the hub whose terms it is for; null for none yet
 */
export function emptyEdition(
  schoolYear: string,
  template: EditionTemplate,
  hub: string | null = null,
): Edition {
  return fillEdition({
    format: 'maths-hubs-edition/1',
    schoolYear: parseSchoolYear(schoolYear),
    hub,
    version: 'empty',
    evidence: hub === null ? 'none' : 'hub',
    sources: {},
    phases: PHASES[template].map((id) => ({ id, name: unknown() })),
  });
}
