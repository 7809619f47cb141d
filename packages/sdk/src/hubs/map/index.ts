import type { MapOfHubs } from './map-of-hubs.js';

export type { Drawing, MapOfHubs, Point } from './map-of-hubs.js';
export type { MapArea } from './packed-map.js';

/**
 * Loads the map of England by hub, about 8 KB: for a picture only.
 * @example
 * const map = await loadMapOfHubs();
 * svg.setAttribute('viewBox', `0 0 ${map.width} ${map.height}`);
 */
export async function loadMapOfHubs(): Promise<MapOfHubs> {
  const { openMap } = await import('./map-data.js');
  return openMap();
}
