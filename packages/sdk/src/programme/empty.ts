import { unknown } from '../evidence/index.js';
import type { Edition, PhaseId } from './edition.js';
import { fillEdition } from './fill.js';
import { parseSchoolYear } from './school-year.js';

/** Where a hub's own file may start: the phases as public evidence has known them. */
export type EditionTemplate = 'four-phases' | 'two-strands';

const PHASES: Readonly<Record<EditionTemplate, readonly PhaseId[]>> = {
  'four-phases': ['readiness', 'development', 'embedding', 'sustaining'],
  'two-strands': ['introductory', 'continuing'],
};

/**
 * A new year with its phases and nothing known of them: no name, term, rule or date is carried forward.
 * @param schoolYear  `2026/27`, or another way of writing it
 * @param hub  the hub whose terms it will hold; null for none yet
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
