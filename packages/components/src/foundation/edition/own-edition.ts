import { describeFault, InvalidDataError } from '@maths-hubs/sdk/evidence';
import { parseEdition } from '@maths-hubs/sdk/programme/schema';
import type { EditionState } from './edition-state.js';

/** Reads a hub's own edition. This module carries the schema library; only a page with such a file loads it. */
export async function readEdition(text: string): Promise<EditionState> {
  // The library has only now been set up, and reading takes as long again: what the person does meanwhile is answered between the two.
  await new Promise((next) => setTimeout(next));
  try {
    return { status: 'ready', edition: parseEdition(text) };
  } catch (error) {
    if (error instanceof InvalidDataError)
      return {
        status: 'failed',
        cause: 'unreadable',
        message: '',
        faults: error.faults.map(describeFault),
      };
    throw error;
  }
}
