import { emptyEdition, extendEdition, loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import { OWN, ownSource } from './edit.js';
import type { OwnHub, Start } from './own-hub.js';

/**
 * The terms before the hub has said anything.
 * From a year of ours, the same year keeps its evidence, cited; another year keeps its phases and nothing else.
 * @param today  ISO day, the mark of this version
 */
export async function startEdition(
  hub: OwnHub,
  schoolYear: string,
  start: Start,
  today: string,
): Promise<Edition> {
  const sources = { [OWN]: ownSource(hub, schoolYear) };
  const contact = { name: hub.name };
  const own = (edition: Edition): Edition => ({
    ...edition,
    version: today,
    evidence: 'hub',
    sources,
    contact,
  });
  if ('template' in start) return own(emptyEdition(schoolYear, start.template, hub.id));
  const held = await loadEdition(start.year);
  if (held.schoolYear === schoolYear)
    return extendEdition(held, {
      format: 'maths-hubs-overrides/1',
      schoolYear,
      hub: hub.id,
      version: today,
      sources,
      set: { contact },
    });
  const empty = emptyEdition(schoolYear, 'four-phases', hub.id);
  return own({
    ...empty,
    phases: empty.phases.filter(({ id }) => held.phases.some((phase) => phase.id === id)),
  });
}
