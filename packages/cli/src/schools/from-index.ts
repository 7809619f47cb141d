import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openSchoolIndex } from '@maths-hubs/sdk/schools/index-files';
import type { IndexedSchool } from '@maths-hubs/sdk/schools/index-files';

/** How many schools a question lists. */
const SHOWN = 10;

/**
 * Schools of an index on this machine by name, best first: the only one with the whole name, else all that
 * the name may mean.
 * @throws {SchoolIndexError} when the folder holds no index
 */
export async function schoolsNamed(folder: string, name: string): Promise<readonly IndexedSchool[]> {
  const index = await openSchoolIndex(pathToFileURL(resolve(folder)), { fetch: readAsFetch });
  const found = await index.byName(name, { limit: SHOWN });
  const same = found.filter((school) => school.name.toLowerCase() === name.trim().toLowerCase());
  return same.length === 1 ? same : found;
}

/** The index is made to be fetched; on this machine its files are read. */
async function readAsFetch(address: string | URL | Request): Promise<Response> {
  const url = new URL(address instanceof Request ? address.url : address);
  return new Response(await readFile(url));
}
