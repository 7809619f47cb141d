import { describeFault, InvalidDataError } from '@maths-hubs/sdk/evidence';
import { parseEdition } from '@maths-hubs/sdk/programme/schema';
import type { EditionState } from './edition-state.js';

/** Reads a hub's own edition. This module carries the schema library; only a page with such a file loads it. */
export function readEdition(text: string): EditionState {
  try {
    return { status: 'ready', edition: parseEdition(text) };
  } catch (error) {
    if (error instanceof InvalidDataError)
      return failed("The hub's terms have faults.", error.faults.map(describeFault));
    throw error;
  }
}

function failed(message: string, faults: readonly string[]): EditionState {
  return { status: 'failed', cause: 'unreadable', message, faults };
}
