import packed from '../../generated/hubs/map.js';
import { type MapOfHubs, unpackMap } from './map-of-hubs.js';

/** The picture and what opens it, in one lazy chunk. */
export const openMap = (): MapOfHubs => unpackMap(packed);
