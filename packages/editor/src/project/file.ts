import type { Sourced } from '@maths-hubs/sdk/evidence';
import type { Edition, EditionFile, PhaseFile } from '@maths-hubs/sdk/programme';

/**
 * An edition as a file: what nobody has said is left out, and so are sources that nothing cites.
 * Places in lists stay as they are, so that a fault's path fits the edition too.
 */
export function fileOf(edition: Edition): EditionFile {
  const { entryPoints, transitions, recruitment, linkedProjects, calendar, specialists, ...rest } = edition;
  const phases = edition.phases.map((phase): PhaseFile => {
    const terms = Object.fromEntries(Object.entries(phase.terms).filter(([, fact]) => says(fact)));
    return {
      id: phase.id,
      name: phase.name,
      ...(Object.keys(terms).length > 0 ? { terms } : {}),
      ...(phase.requirements.length > 0 ? { requirements: phase.requirements } : {}),
    };
  });
  const file: EditionFile = {
    ...rest,
    phases,
    ...some({ entryPoints }),
    ...some({ transitions }),
    ...some({ recruitment }),
    ...some({ linkedProjects }),
    ...(calendar === null ? {} : { calendar }),
    ...(specialists === null ? {} : { specialists }),
  };
  const cited = citedIn(file);
  return {
    ...file,
    sources: Object.fromEntries(Object.entries(edition.sources).filter(([id]) => cited.has(id))),
  };
}

function says(fact: Sourced<unknown>): boolean {
  return fact.value !== null || fact.source.length > 0 || fact.note !== undefined;
}

function some<T extends Readonly<Record<string, readonly unknown[]>>>(list: T): T | Record<never, never> {
  return Object.values(list).every(({ length }) => length === 0) ? {} : list;
}

function citedIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, part] of Object.entries(value)) {
    if (key === 'source' && Array.isArray(part)) for (const id of part) found.add(String(id));
    else if (key !== 'sources') citedIn(part, found);
  }
  return found;
}
