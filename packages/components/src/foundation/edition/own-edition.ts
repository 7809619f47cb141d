import { describeFault, InvalidDataError, messageOf } from '@maths-hubs/sdk/evidence';
import { parseEdition } from '@maths-hubs/sdk/programme/schema';
import type { Asked } from '../ask.js';
import { textAt } from '../text-at.js';
import type { EditionState } from './edition-state.js';

/** Reads a hub's own edition. This module carries the schema library; only a page with such a file loads it. */
export async function readEdition(text: string): Promise<EditionState> {
  // The library has only now been set up, and reading takes as long again: what the person does meanwhile is answered between the two.
  await new Promise((next) => setTimeout(next));
  try {
    return { status: 'ready', edition: parseEdition(text) };
  } catch (error) {
    if (error instanceof InvalidDataError) return failed('', error.faults.map(describeFault));
    throw error;
  }
}

/** The same, of a file that has been asked for. */
export async function fetchEdition(address: string, asked: Asked): Promise<EditionState> {
  let text: string;
  try {
    text = await textAt(address, undefined, asked);
  } catch (error) {
    return failed(`${address} could not be fetched: ${messageOf(error)}`, []);
  }
  return readEdition(text);
}

function failed(message: string, faults: readonly string[]): EditionState {
  return { status: 'failed', cause: 'unreadable', message, faults };
}
