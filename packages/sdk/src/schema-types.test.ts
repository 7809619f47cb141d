import type * as z from 'zod/mini';
import { describe, expectTypeOf, it } from 'vitest';
import type { Basis, Quantity, Source, Sourced } from './evidence/index.js';
import type { basis, quantity, source, sourced } from './evidence/schema.js';
import type { HubFile } from './hubs/index.js';
import type { hubSchema } from './hubs/schema.js';
import type { Contact, Overrides, TermValues } from './programme/index.js';
import type { EditionFile } from './programme/index.js';
import type { contact, VALUE } from './programme/parts-schema.js';
import type { editionSchema, overridesSchema } from './programme/schema.js';

/** `readonly` aside, which a schema does not say: the type itself. Text, numbers and flags are left as they are. */
type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;
type Read<S> = Plain<z.infer<S>>;

/**
 * A schema and the type that it reads as are written apart, the one for programs, the other for people. Each holds
 * the other here, in both directions: a value left out of a schema, or a key that only one of them has, is a type
 * error in this file (`tsc -p tsconfig.tests.json`). `satisfies` alone sees one direction.
 */
describe('schema and type', () => {
  it('of evidence are the same', () => {
    expectTypeOf<Read<typeof basis>>().toEqualTypeOf<Basis>();
    expectTypeOf<Read<typeof source>>().toEqualTypeOf<Plain<Source>>();
    expectTypeOf<Read<typeof quantity>>().toEqualTypeOf<Plain<Quantity>>();
    expectTypeOf<Read<ReturnType<typeof sourced<string>>>>().toEqualTypeOf<Plain<Sourced<string>>>();
  });

  it('of each kind of term are the same', () => {
    expectTypeOf<{ [K in keyof typeof VALUE]: Read<(typeof VALUE)[K]> }>().toEqualTypeOf<Plain<TermValues>>();
  });

  it('of the files that people write are the same', () => {
    expectTypeOf<Read<typeof contact>>().toEqualTypeOf<Plain<Contact>>();
    expectTypeOf<Read<typeof hubSchema>>().toEqualTypeOf<Plain<HubFile>>();
    expectTypeOf<Read<typeof editionSchema>>().toEqualTypeOf<Plain<EditionFile>>();
    expectTypeOf<Read<typeof overridesSchema>>().toEqualTypeOf<Plain<Overrides>>();
  });
});
