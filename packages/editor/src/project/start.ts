import {
  emptyEdition,
  extendEdition,
  loadEdition,
  type Edition,
  type EditionTemplate,
} from '@maths-hubs/sdk/programme';
import { OWN, ownSource } from './edit.js';

/** The hub as the editor needs it: of the directory, or typed. */
export interface OwnHub {
  readonly id: string;
  readonly name: string;
  readonly website?: string | null;
}

/** Where a hub's terms start from: a model of the phases, or one of the years that we hold. */
export type Start = { readonly template: EditionTemplate } | { readonly year: string };

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

/** An id from a name that the directory does not hold: `Wold Valley Maths Hub` is `wold-valley`. */
export function hubId(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bmaths hub\b/, '')
    .match(/[a-z0-9]+/g);
  return words?.join('-') ?? 'our-hub';
}
