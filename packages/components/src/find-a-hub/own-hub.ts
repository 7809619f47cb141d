import { extendDirectory, type HubDirectory } from '@maths-hubs/sdk/hubs';
import { parseHubFile } from '@maths-hubs/sdk/hubs/schema';

/**
 * The directory with a hub's own file in it, and the hub that the file speaks of.
 * This module carries the schema library; only a page with such a file loads it.
 * @throws {InvalidDataError} with every fault
 */
export function withOwnHub(
  directory: HubDirectory,
  json: string,
): { readonly directory: HubDirectory; readonly hub: string } {
  const file = parseHubFile(json);
  return { directory: extendDirectory(directory, file), hub: file.id };
}
