import packed from '../../generated/hubs/places.js';
import { unpackPlaces } from './places.js';
import type { HubPlace } from './places.js';

/** The places and what opens them, in one lazy chunk. */
export const openPlaces = (): readonly HubPlace[] => unpackPlaces(packed);
