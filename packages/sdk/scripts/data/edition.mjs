import { embeddedSources } from './citations.mjs';

/**
 * An edition as it is shipped: what its author may leave out is filled in, and it carries its sources.
 * @param {object} authored  one file of data/editions
 * @param {Record<string, object[]>} requirements  by phase, one file of data/requirements
 * @param {object[]} doors  one file of data/doors
 * @param {Record<string, object>} table  every source by id
 */
export function shipEdition(authored, requirements, doors, table) {
  const edition = {
    format: 'maths-hubs-edition/1',
    schoolYear: authored.schoolYear,
    hub: null,
    version: authored.version,
    evidence: authored.evidence,
    ...(authored.note && { note: authored.note }),
    phases: authored.phases.map((phase) => ({
      id: phase.id,
      name: phase.name,
      terms: phase.terms,
      requirements: requirements[phase.id] ?? phase.requirements ?? [],
    })),
    entryPoints: authored.entryPoints ?? [],
    doors,
    transitions: authored.transitions ?? [],
    recruitment: authored.recruitment ?? [],
    calendar: null,
    linkedProjects: authored.linkedProjects ?? [],
    specialists: authored.specialists ?? null,
  };
  return { ...edition, sources: embeddedSources(edition, table) };
}

/** Specialists' terms of every year: of years before the first edition, then of the editions. */
export function specialistYears({ specialistYears: earlier }, editions) {
  const later = editions
    .filter(([, { specialists }]) => specialists !== null)
    .map(([, { schoolYear, specialists }]) => ({ schoolYear, terms: specialists }));
  return [...earlier, ...later];
}
