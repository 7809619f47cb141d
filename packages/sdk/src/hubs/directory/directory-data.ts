import packed from '../../generated/hubs/directory.js';
import type { HubDirectory } from './directory.js';
import { unpackDirectory } from './packed.js';

/** The directory and what opens it, in one lazy chunk. */
export const openDirectory = (): HubDirectory => unpackDirectory(packed);
