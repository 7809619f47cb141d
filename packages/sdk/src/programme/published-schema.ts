import * as z from 'zod/mini';
import type { Schema } from '../ground/schema.js';
import { listValues, type FactDefinition } from '../rules/index.js';
import { FACTS } from './school-facts.js';
import { TERM_IDS } from './fill.js';
import { editionSchema, overridesSchema } from './schema.js';
import { TERMS } from './term-labels.js';

/** A JSON Schema document. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The schemas of what a hub may write, as JSON Schema by file name, so that an editor's tool completes and checks it.
 * They cannot check, as `parseEdition` does, that a source or phase exists.
 */
export function publishedSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    'edition.schema.json': publish(editionSchema, 'One school year’s terms of Teaching for Mastery'),
    'overrides.schema.json': publish(overridesSchema, 'How one hub’s terms differ from a school year’s'),
  };
}

/** A schema as JSON Schema (draft 7, which editors' tools know best). */
export function publish(schema: Schema<unknown>, title: string): JsonSchema {
  const json = z.toJSONSchema(schema, { target: 'draft-07', io: 'input', reused: 'ref' });
  labelTerms(json);
  nameFacts(json);
  return { title, ...json };
}

/** Names the facts that a rule may test and the answers of each, wherever an object compares one. */
function nameFacts(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as JsonSchema;
  const test = (['is', 'in', 'atLeast', 'atMost'] as const).find((key) => schema.properties?.[key]);
  if (test && schema.properties?.['fact']) {
    schema.anyOf = FACTS.flatMap(({ id, question, domain }: FactDefinition) => {
      if ((test === 'atLeast' || test === 'atMost') && (domain === 'boolean' || 'values' in domain))
        return [];
      const answer = { enum: listValues(domain) };
      return {
        properties: {
          fact: { const: id, description: question },
          [test]: test === 'in' ? { items: answer } : answer,
        },
      };
    });
    return;
  }
  Object.values(node).forEach(nameFacts);
}

/** Adds each term's label, wherever an object lists every term. */
function labelTerms(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const { properties } = node as JsonSchema;
  if (properties && TERM_IDS.every((term) => Object.hasOwn(properties, term)))
    for (const term of TERM_IDS)
      properties[term] = { description: TERMS[term].label, allOf: [properties[term] as JsonSchema] };
  Object.values(node).forEach(labelTerms);
}
