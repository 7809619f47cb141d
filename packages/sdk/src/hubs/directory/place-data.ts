import packed from '../../generated/hubs/places.js';
import { unpackPlaces } from './places.js';
import type { HubPlace } from './places.js';

let places: readonly HubPlace[] | undefined;

/** The places and what opens them, in one lazy chunk. The same list each time: what is made of it is kept with it. */
export const openPlaces = (): readonly HubPlace[] => (places ??= unpackPlaces(packed));
