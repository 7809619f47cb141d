import * as z from 'zod/mini';
import { day, id, list, readAs, strict, text } from '../ground/schema.js';
import type { Schema } from '../ground/schema.js';
import type { HubFile } from './directory/hub-file.js';

const maybe = z.exactOptional;

const website = z
  .string({ error: 'a web address' })
  .check(z.regex(/^https:\/\/[^\s/]\S*$/i, { error: 'a web address that starts with https://' }));

const email = z.string({ error: 'an e-mail address' }).check(
  z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, {
    error: 'an e-mail address\nUse a role mailbox, not a person’s.',
  }),
);

const telephone = z
  .string({ error: 'a telephone number' })
  .check(z.regex(/^\+?[\d ()-]{7,20}$/, { error: 'a telephone number of digits and spaces' }));

/** A hub's own details and area, as it states them. Published as JSON Schema. */
export const hubSchema = strict({
  format: z.literal('maths-hubs-hub/1', { error: '"maths-hubs-hub/1"' }),
  id,
  statedOn: day,
  name: maybe(text),
  region: maybe(text),
  leadSchools: maybe(
    list(text, 'a list of school names').check(
      z.minLength(1, { error: 'at least one school\nOr leave it out.' }),
    ),
  ),
  website: maybe(website),
  email: maybe(email),
  telephone: maybe(telephone),
  coverage: maybe(list(text, 'a list of councils, by name or code')),
  names: maybe(
    list(
      strict({
        name: text,
        means: list(text, 'a list of councils, by name or code').check(
          z.minLength(1, { error: 'at least one council' }),
        ),
      }),
      'a list of names, each with what it means',
    ),
  ),
}) satisfies Schema<HubFile>;

/**
 * Reads a hub's own file.
 * @param json  the file's text, or what `JSON.parse` made of it
 * @throws {InvalidDataError} with every fault at once. `extendDirectory` checks whether its councils exist.
 */
export function parseHubFile(json: unknown): HubFile {
  return readAs('hub', hubSchema, json);
}
