import { mergeArcs } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import { DataFault } from '../data/fault.mjs';
import { areaOf, pathOf, ringsOf } from './svg-path.mjs';

/** Height of the picture in its own units, and width of the enlarged London: two units are a pixel at the size it is mostly seen. */
const HEIGHT = 960;
const LONDON_WIDTH = 300;
/** Detail that is left out, in square metres: what is below a pixel or so. */
const DETAIL = 1_000_000;
const LONDON_DETAIL = DETAIL / 8;
/** Islands and holes smaller than this are not drawn, in square units. */
const SPECK = 6;

const isLondon = ({ id }) => id.startsWith('E09');

/**
 * Puts the areas of England together by hub, as paths of an SVG with whole numbers.
 * @param areas  `data/england.topo.json`, in metres
 * @returns what `src/hubs/map/` draws from
 */
export function packMap(areas, hubs, coverage, districts) {
  const serving = servingOf(coverage.coverage, districts.districts);
  const shapes = areas.objects.areas.geometries;
  const known = new Set(hubs.hubs.map(({ id }) => id));
  const keys = new Map(
    shapes.map((shape) => [shape.id, serving(shape.id === 'cumbria' ? 'E06000063' : shape.id)]),
  );
  const weighed = presimplify(areas);

  const main = draw(
    simplify(weighed, DETAIL),
    () => true,
    (width, height) => HEIGHT / height,
  );
  const london = draw(simplify(weighed, LONDON_DETAIL), isLondon, (width) => LONDON_WIDTH / width);
  const missing = [...known].filter((hub) => !(hub in main.paths));
  if (missing.length > 0)
    throw new DataFault([
      `england.topo.json: no area is left for ${missing.join(', ')}. Name its councils in coverage.json, or divide its county in scripts/map/towns.mjs.`,
    ]);
  return { ...main, london: { ...london, frame: frameOf(main, london) } };

  /** One path a hub, or a set of candidates. */
  function draw(topology, wanted, scaleFor) {
    const drawn = topology.objects.areas.geometries.filter(wanted);
    const [west, south, east, north] = boundsOf(topology, drawn);
    const scale = scaleFor(east - west, north - south);
    const place = ([x, y]) => [Math.round((x - west) * scale), Math.round((north - y) * scale)];
    const arcs = topology.arcs.map((arc) => arc.map(place));
    const size = place([east, south]);
    const paths = {};
    for (const key of [...new Set(drawn.map(({ id }) => keys.get(id)))].sort()) {
      const merged = mergeArcs(
        topology,
        drawn.filter(({ id }) => keys.get(id) === key),
      );
      const polygons = merged.arcs
        .map((polygon) => ringsOf(polygon, arcs))
        .filter(([outer]) => outer.length > 3);
      const largest = Math.max(...polygons.map(([outer]) => areaOf(outer)));
      const kept = polygons
        .filter(([outer]) => areaOf(outer) >= Math.min(SPECK, largest) || isScilly(outer, size))
        .map(([outer, ...holes]) => [outer, ...holes.filter((hole) => areaOf(hole) >= SPECK)]);
      if (kept.length > 0) paths[key] = pathOf(kept.flat());
    }
    return {
      size,
      origin: [Math.round(west), Math.round(north)],
      scale: Number(scale.toPrecision(6)),
      paths,
    };
  }
}

/**
 * The isles stay on the map, however small.
 * @type {(ring: number[][], size: number[]) => boolean}
 */
const isScilly = (ring, [width, height]) => ring.every(([x, y]) => x < width * 0.045 && y > height * 0.9);

/** Where the enlarged part is on the main map: left, top, width, height. */
function frameOf(main, london) {
  const [left, top] = [0, 1].map((axis) =>
    Math.round((london.origin[axis] - main.origin[axis]) * main.scale * (axis === 0 ? 1 : -1)),
  );
  return [left, top, ...london.size.map((length) => Math.round((length / london.scale) * main.scale))];
}

function boundsOf(topology, shapes) {
  const used = new Set(shapes.flatMap(({ arcs }) => arcs.flat(2)).map((arc) => (arc < 0 ? ~arc : arc)));
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const arc of used)
    for (const [x, y] of topology.arcs[arc]) {
      [west, east] = [Math.min(west, x), Math.max(east, x)];
      [south, north] = [Math.min(south, y), Math.max(north, y)];
    }
  return [west, south, east, north];
}

/**
 * The hub that is named for an area, else its candidates as `?one+other`: an area whose sources differ, or name none, belongs to no
 * hub in the picture.
 */
function servingOf(coverage, districts) {
  const parent = new Map(districts.map(({ gss, authority }) => [gss, authority]));
  const rowsOf = (gss) => coverage.filter(({ area }) => area === gss);
  return (gss) => {
    const own = rowsOf(gss);
    const county = own.length > 0 ? own : rowsOf(parent.get(gss));
    const rows =
      county.length > 0 ? county : coverage.filter(({ area }) => area !== gss && parent.get(area) === gss);
    if (rows.length === 0)
      throw new DataFault([`coverage.json: says nothing of ${gss}, which the map draws.`]);
    const named = new Set(rows.flatMap(({ hub }) => hub ?? []));
    const settled = named.size === 1 && rows.every(({ hub }) => hub !== undefined || rows === county);
    const [only] = named;
    if (settled) return only;
    return `?${[...new Set(rows.flatMap(({ hub, candidates }) => candidates ?? [hub]))].sort().join('+')}`;
  };
}
