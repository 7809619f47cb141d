import { extendDirectory, type HubDirectory } from '@maths-hubs/sdk/hubs';
import { parseHubFile } from '@maths-hubs/sdk/hubs/schema';
import { textAt } from '../foundation/text-at.js';

/**
 * The directory with a hub's own file in it, and the hub that the file speaks of.
 * This module carries the schema library; only a page with such a file loads it.
 * @param address  of the file
 * @throws {InvalidDataError} with every fault
 */
export async function withOwnHub(
  directory: HubDirectory,
  address: string,
): Promise<{ readonly directory: HubDirectory; readonly hub: string }> {
  const file = parseHubFile(await textAt(address));
  return { directory: extendDirectory(directory, file), hub: file.id };
}
