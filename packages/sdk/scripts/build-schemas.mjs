import { mkdir, writeFile } from 'node:fs/promises';

/** Writes the JSON Schemas beside the compiled SDK, which must exist. */
const dist = new URL('../dist/', import.meta.url);
const { publish, publishedSchemas } = await import(new URL('programme/published-schema.js', dist).href);
const { applicationSchema } = await import(new URL('applications/schema.js', dist).href);
const { hubSchema } = await import(new URL('hubs/schema.js', dist).href);

const schemas = {
  ...publishedSchemas(),
  'application.schema.json': publish(
    applicationSchema,
    'A school’s application to its hub, as an intake receives it',
  ),
  'hub.schema.json': publish(hubSchema, 'What a hub states of itself, and the councils it serves'),
};

const folder = new URL('schemas/', dist);
await mkdir(folder, { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
  await writeFile(new URL(name, folder), `${JSON.stringify(schema, null, 1)}\n`);
}
