import * as z from 'zod/mini';
import { id, list, oneOf, readAs, strict, text } from '../ground/schema.js';
import { basis, quantity, someSources, sourced, sources } from '../evidence/schema.js';
import type { Schema } from '../ground/schema.js';
import type { Edition } from './edition.js';
import { fillEdition } from './fill.js';
import type { EditionFile } from './fill.js';
import { contact, isCondition, maybe, schoolYear, shapes, termsSchema, texts } from './parts-schema.js';
import { referenceFaults } from './references.js';
import { phaseExcess, ruleFaults } from './rule-faults.js';
import { FACTS } from './school-facts.js';
import type { FactDefinition } from '../rules/index.js';
import { InvalidDataError } from '../ground/errors.js';

export { overridesSchema, parseOverrides } from './overrides-schema.js';

const cited = { source: someSources, basis };

const specialists = strict({
  cohort: maybe(sourced(z.number({ error: 'a number' }))),
  recruited: maybe(sourced(quantity)),
  perHub: maybe(sourced(quantity)),
  firstYearDays: maybe(sourced(quantity)),
  laterYearDays: maybe(sourced(quantity)),
  residentials: maybe(sourced(text)),
  eligibility: maybe(sourced(texts)),
  funding: maybe(sourced(text)),
  applyBy: maybe(sourced(text)),
});

const phase = strict({
  id,
  name: sourced(text),
  terms: maybe(termsSchema(sourced)),
  requirements: maybe(list(strict({ ...shapes.requirement, ...cited }), 'a list of requirements')),
});

/** A file of one school year's terms. What its author leaves out is unknown. */
export const editionSchema = strict({
  $schema: maybe(text),
  format: z.literal('maths-hubs-edition/1', { error: '"maths-hubs-edition/1"' }),
  schoolYear,
  hub: z.nullable(text),
  version: text,
  evidence: oneOf(['good', 'partial', 'thin', 'none', 'hub']),
  note: maybe(text),
  sources,
  phases: list(phase, 'a list of phases'),
  entryPoints: maybe(list(strict({ ...shapes.entryPoint, ...cited }), 'a list of entry points')),
  doors: maybe(list(strict({ ...shapes.door, ...cited }), 'a list of doors')),
  transitions: maybe(list(strict({ ...shapes.transition, ...cited }), 'a list of transitions')),
  recruitment: maybe(list(strict({ ...shapes.recruitment, ...cited }), 'a list of recruitment windows')),
  calendar: maybe(z.nullable(strict({ ...shapes.calendar, ...cited }))),
  linkedProjects: maybe(list(strict({ ...shapes.linkedProject, ...cited }), 'a list of linked projects')),
  specialists: maybe(z.nullable(specialists)),
  contact: maybe(contact),
}) satisfies Schema<EditionFile>;

/** Options for reading a hub's file. */
export interface ReadOptions {
  /** The facts that its rules may test; `FACTS` unless a hub has its own. */
  readonly facts?: readonly FactDefinition[];
}

/**
 * Reads a hub's own edition.
 * @param json  the file's text, or what `JSON.parse` made of it; the text shows more, such as a repeated key
 * @returns the edition; whatever its author left out is unknown, or an empty list
 * @throws {InvalidDataError} with every fault at once, each with its path, what was found, what is expected, a remedy
 */
export function parseEdition(json: unknown, { facts = FACTS }: ReadOptions = {}): Edition {
  const edition = fillEdition(
    readAs('edition', editionSchema, json, (read) => [
      ...referenceFaults(read),
      ...ruleFaults(read, facts, isCondition),
    ]),
  );
  const faults = edition.phases.flatMap(({ requirements }, index) =>
    phaseExcess(requirements, facts, ['phases', index, 'requirements']),
  );
  if (faults.length > 0) throw new InvalidDataError('edition', faults);
  return edition;
}
