import * as z from 'zod/mini';
import { id, list, readAs, strict, table, text } from '../ground/schema.js';
import { someSources, sources } from '../evidence/schema.js';
import type { Schema } from '../ground/schema.js';
import { TERM_IDS } from './fill.js';
import type { HubTerms, HubValue, Overrides } from './overrides.js';
import { contact, isCondition, maybe, schoolYear, shapes, termsSchema } from './parts-schema.js';
import type { FactDefinition } from '../rules/index.js';
import { referenceFaults } from './references.js';
import { ruleFaults } from './rule-faults.js';
import { FACTS } from './school-facts.js';

const byHub = { source: maybe(someSources) };

function hubValue<T>(value: Schema<T>) {
  return strict(
    { value, source: maybe(someSources), note: maybe(text) },
    'a value such as { "value": … }',
  ) satisfies Schema<HubValue<T>>;
}

const byPhase = <T>(value: Schema<T>) => table(value, 'an object with an entry for each phase');

const hubTerms = termsSchema(hubValue) as unknown as Schema<HubTerms>;
const requirements = list(strict({ ...shapes.requirement, ...byHub }), 'a list of requirements');
const ids = list(id, 'a list of ids');

const set = strict({
  names: maybe(byPhase(hubValue(text))),
  terms: maybe(byPhase(hubTerms)),
  requirements: maybe(byPhase(requirements)),
  doors: maybe(list(strict({ ...shapes.door, ...byHub }), 'a list of doors')),
  calendar: maybe(strict({ ...shapes.calendar, ...byHub })),
  contact: maybe(contact),
});

const term = z.enum(TERM_IDS, { error: `one of: ${TERM_IDS.join(', ')}` });
const clear = strict({ terms: maybe(byPhase(list(term, 'a list of terms'))) });

const add = strict({
  phases: maybe(
    list(
      strict({
        id,
        name: hubValue(text),
        terms: maybe(hubTerms),
        requirements: maybe(requirements),
        before: maybe(id),
      }),
      'a list of phases',
    ),
  ),
  requirements: maybe(byPhase(requirements)),
  entryPoints: maybe(list(strict({ ...shapes.entryPoint, ...byHub }), 'a list of entry points')),
  transitions: maybe(list(strict({ ...shapes.transition, ...byHub }), 'a list of transitions')),
  recruitment: maybe(list(strict({ ...shapes.recruitment, ...byHub }), 'a list of recruitment windows')),
  linkedProjects: maybe(list(strict({ ...shapes.linkedProject, ...byHub }), 'a list of linked projects')),
});

const remove = strict({
  phases: maybe(ids),
  requirements: maybe(byPhase(ids)),
  entryPoints: maybe(ids),
  transitions: maybe(list(strict({ from: id, to: id }), 'a list of transitions')),
  recruitment: maybe(ids),
  linkedProjects: maybe(ids),
});

/** A file that says how one hub's terms differ from an edition of the same school year. */
export const overridesSchema = strict({
  $schema: maybe(text),
  format: z.literal('maths-hubs-overrides/1', { error: '"maths-hubs-overrides/1"' }),
  schoolYear,
  hub: text,
  version: text,
  note: maybe(text),
  sources: sources.check(
    z.refine((given) => Object.keys(given).length > 0, {
      error: 'at least one source\nSay where the hub states these terms: its page, its sheet.',
    }),
  ),
  set: maybe(set),
  clear: maybe(clear),
  add: maybe(add),
  remove: maybe(remove),
}) satisfies Schema<Overrides>;

/**
 * Reads a hub's overrides. `extendEdition` checks whether they fit the edition.
 * @param json  the file's text, or what `JSON.parse` made of it
 * @throws {InvalidDataError} with every fault at once
 */
export function parseOverrides(
  json: unknown,
  { facts = FACTS }: { readonly facts?: readonly FactDefinition[] } = {},
): Overrides {
  return readAs('overrides', overridesSchema, json, (read) => [
    ...referenceFaults(read),
    ...ruleFaults(read, facts, isCondition),
  ]);
}
