import { loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import { parseEdition } from '@maths-hubs/sdk/programme/schema';
import { readJson } from './input.js';

/** The terms named on the command line: a school year that we hold, or a hub's own edition file (`…json`, or `-`). */
export async function readEdition(yearOrFile: string): Promise<Edition> {
  return yearOrFile === '-' || yearOrFile.endsWith('.json')
    ? parseEdition(await readJson(yearOrFile))
    : loadEdition(yearOrFile);
}
