import type { Position } from '../postcodes/index.js';
import type { GridPlace } from './problem.js';

/** The Airy 1830 ellipsoid and the National Grid's projection (Ordnance Survey, "A guide to coordinate systems in Great Britain"). */
const A = 6_377_563.396;
const B = 6_356_256.909;
const F0 = 0.9996012717;
const ORIGIN = {
  latitude: (49 * Math.PI) / 180,
  longitude: (-2 * Math.PI) / 180,
  east: 400_000,
  north: -100_000,
};
const E2 = 1 - (B * B) / (A * A);
const N = (A - B) / (A + B);

/**
 * Latitude and longitude of a place on the National Grid, to about a hundred metres: enough for a dot on a picture. It
 * ignores the shift from OSGB 36 to WGS 84.
 */
export function positionOf({ easting, northing }: GridPlace): Position {
  let latitude = ORIGIN.latitude;
  let arc = 0;
  do {
    latitude += (northing - ORIGIN.north - arc) / (A * F0);
    arc = meridian(latitude);
  } while (Math.abs(northing - ORIGIN.north - arc) >= 0.01);
  const sin = Math.sin(latitude);
  const tan = Math.tan(latitude);
  const nu = (A * F0) / Math.sqrt(1 - E2 * sin * sin);
  const rho = (A * F0 * (1 - E2)) / (1 - E2 * sin * sin) ** 1.5;
  const eta = nu / rho - 1;
  const east = easting - ORIGIN.east;
  const up =
    (tan / (2 * rho * nu)) * east ** 2 -
    (tan / (24 * rho * nu ** 3)) * (5 + 3 * tan ** 2 + eta - 9 * tan ** 2 * eta) * east ** 4;
  const across =
    east / (Math.cos(latitude) * nu) -
    ((nu / rho + 2 * tan ** 2) / (6 * nu ** 3 * Math.cos(latitude))) * east ** 3;
  const degrees = (radians: number): number => (radians * 180) / Math.PI;
  return { latitude: degrees(latitude - up), longitude: degrees(ORIGIN.longitude + across) };
}

function meridian(latitude: number): number {
  const [minus, plus] = [latitude - ORIGIN.latitude, latitude + ORIGIN.latitude];
  return (
    B *
    F0 *
    ((1 + N + (5 / 4) * N ** 2 + (5 / 4) * N ** 3) * minus -
      (3 * N + 3 * N ** 2 + (21 / 8) * N ** 3) * Math.sin(minus) * Math.cos(plus) +
      ((15 / 8) * N ** 2 + (15 / 8) * N ** 3) * Math.sin(2 * minus) * Math.cos(2 * plus) -
      (35 / 24) * N ** 3 * Math.sin(3 * minus) * Math.cos(3 * plus))
  );
}
