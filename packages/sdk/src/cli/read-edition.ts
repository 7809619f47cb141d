import { loadEdition, type Edition } from '../programme/index.js';
import { parseEdition } from '../programme/schema.js';
import { readJson } from './input.js';

/** The terms named on the command line: a school year that we hold, or a hub's own edition file (`…json`, or `-`). */
export async function readEdition(yearOrFile: string): Promise<Edition> {
  return yearOrFile === '-' || yearOrFile.endsWith('.json')
    ? parseEdition(await readJson(yearOrFile))
    : loadEdition(yearOrFile);
}
