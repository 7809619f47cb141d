const EARTH = 6_371_000;
const RADIANS = Math.PI / 180;
const CENTRE = -2;

/**
 * Metres east of 2° west and north of the equator, on a sphere, by the transverse Mercator projection. `src/hubs/map/` has the
 * same for a pin; a test holds the two together.
 */
export function project([longitude, latitude]) {
  const across = (longitude - CENTRE) * RADIANS;
  const up = latitude * RADIANS;
  return [
    EARTH * Math.atanh(Math.cos(up) * Math.sin(across)),
    EARTH * Math.atan2(Math.tan(up), Math.cos(across)),
  ];
}
