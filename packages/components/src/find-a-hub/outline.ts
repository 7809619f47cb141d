import type { HubId } from '@maths-hubs/sdk/hubs';

/** Areas as paths of an SVG, ready to draw. */
export interface Outline {
  readonly width: number;
  readonly height: number;
  /** One path a hub, from west to east. */
  readonly areas: readonly { readonly hub: HubId; readonly path: string }[];
  /** Shapes that belong to no hub: the coast, say. */
  readonly background: readonly string[];
}

type Position = readonly number[];
type Ring = readonly Position[];
interface Geometry {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: readonly Geometry[];
}
interface Shape {
  readonly hub: string | undefined;
  readonly rings: readonly Ring[];
}

/** Width of the drawing; heights follow. */
const WIDTH = 480;

/**
 * Reads a GeoJSON FeatureCollection in degrees (WGS 84). A feature's `properties.hub`, or its `id`, is a hub's id;
 * a feature without one is background. Equirectangular, at the scale of the middle latitude.
 * @throws {TypeError} when it is no FeatureCollection, or draws nothing
 */
export function readOutline(geojson: unknown): Outline {
  const features = (geojson as { features?: unknown } | null)?.features;
  if (!Array.isArray(features))
    throw new TypeError('The outline is no GeoJSON FeatureCollection: it has no list of features.');
  const shapes = features.map(readFeature);
  const points = shapes.flatMap(({ rings }) => rings.flat());
  if (points.length === 0) throw new TypeError('The outline has no polygons to draw.');
  const [west, east] = rangeOf(points.map(([longitude]) => longitude));
  const [south, north] = rangeOf(points.map(([, latitude]) => latitude));
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / Math.max((east - west) * squeeze, 1e-9);
  const draw = ([longitude = 0, latitude = 0]: Position): string =>
    `${((longitude - west) * squeeze * scale).toFixed(1)} ${((north - latitude) * scale).toFixed(1)}`;
  const path = (rings: readonly Ring[]): string =>
    rings.map((ring) => `M${ring.map(draw).join('L')}Z`).join('');

  const byHub = new Map<HubId, Ring[]>();
  for (const { hub, rings } of shapes)
    if (hub !== undefined) byHub.set(hub, [...(byHub.get(hub) ?? []), ...rings]);
  const areas = [...byHub]
    .map(([hub, rings]) => ({
      hub,
      path: path(rings),
      west: rangeOf(rings.flat().map(([longitude]) => longitude))[0],
    }))
    .sort((a, b) => a.west - b.west)
    .map(({ hub, path: drawn }) => ({ hub, path: drawn }));
  return {
    width: WIDTH,
    height: Math.max(1, Math.round((north - south) * scale)),
    areas,
    background: shapes.filter(({ hub }) => hub === undefined).map(({ rings }) => path(rings)),
  };
}

function readFeature(feature: unknown): Shape {
  const { geometry, properties, id } = (feature ?? {}) as {
    geometry?: Geometry | null;
    properties?: { hub?: unknown } | null;
    id?: unknown;
  };
  const hub = properties?.hub ?? id;
  return { hub: typeof hub === 'string' ? hub : undefined, rings: geometry ? ringsOf(geometry) : [] };
}

function ringsOf({ type, coordinates, geometries }: Geometry): readonly Ring[] {
  if (type === 'Polygon') return coordinates as readonly Ring[];
  if (type === 'MultiPolygon') return (coordinates as readonly (readonly Ring[])[]).flat();
  return (geometries ?? []).flatMap(ringsOf);
}

/** Without spreading: an outline may have more points than a call has arguments. */
function rangeOf(values: readonly (number | undefined)[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([low, high], value = Number.NaN) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}
