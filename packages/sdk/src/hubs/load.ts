import type { HubDirectory } from './directory.js';
import { unpackDirectory } from './packed.js';

/** Loads the forty hubs, the areas of England and the evidence between them, when first needed. */
export async function loadHubs(): Promise<HubDirectory> {
  const { default: packed } = await import('../generated/hubs/directory.js');
  return unpackDirectory(packed);
}
