/** Rings of a MultiPolygon: whole metres on a grid, every shared corner on both sides of a border, all turned one way. */

/** Natural Earth is quantised to about 100 m; a 20 m grid closes what projecting opens. */
const GRID = 20;

export const snap = (point) => point.map((value) => Math.round(value / GRID) * GRID);

/** Without points that repeat, and without rings and polygons that are none. */
export function tidy(polygons, place = (point) => point.map(Math.round)) {
  return polygons
    .map((rings) =>
      rings
        .map((ring) => ring.map(place).filter((point, at, all) => at === 0 || !same(point, all[at - 1])))
        .filter((ring) => ring.length > 3),
    )
    .filter((rings) => rings.length > 0);
}

const same = (a, b) => a[0] === b[0] && a[1] === b[1];

/** Outer rings clockwise, holes the other way. Clipping turns them, and a topology would leave holes between the two kinds. */
export function turn(polygons) {
  return polygons.map((rings) =>
    rings.map((ring, at) => (isClockwise(ring) === (at === 0) ? ring : ring.slice().reverse())),
  );
}

function isClockwise(ring) {
  let twice = 0;
  for (let at = 1; at < ring.length; at += 1)
    twice += ring[at - 1][0] * ring[at][1] - ring[at][0] * ring[at - 1][1];
  return twice < 0;
}

/** Cells of the search for corners near a border, in metres. */
const CELL = 2_000;
/** A corner this near to a neighbour's border is on it, in metres. */
const NEAR = 1.5;

/** Puts every corner on each border that it lies on, so that neighbours share the border whole. Changes the rings. */
export function shareCorners(areas) {
  const corners = new Map();
  for (const { polygons } of areas)
    for (const point of polygons.flat(2)) {
      const cell = cellOf(point);
      if (!corners.has(cell)) corners.set(cell, new Map());
      corners.get(cell).set(point.join(), point);
    }
  for (const { polygons } of areas)
    for (const rings of polygons) rings.forEach((ring, at) => (rings[at] = withCorners(ring, corners)));
}

function withCorners(ring, corners) {
  const all = [];
  for (let at = 1; at < ring.length; at += 1) {
    const [from, to] = [ring[at - 1], ring[at]];
    all.push(from, ...between(from, to, corners));
  }
  return [...all, ring[0]];
}

function between(from, to, corners) {
  const across = to[0] - from[0];
  const up = to[1] - from[1];
  const length = Math.hypot(across, up);
  const found = [];
  for (const cell of cellsAlong(from, to))
    for (const point of corners.get(cell)?.values() ?? []) {
      if (same(point, from) || same(point, to)) continue;
      const along = ((point[0] - from[0]) * across + (point[1] - from[1]) * up) / length ** 2;
      const off = Math.abs((point[0] - from[0]) * up - (point[1] - from[1]) * across) / length;
      if (along > 0 && along < 1 && off < NEAR) found.push({ along, point });
    }
  return found.sort((a, b) => a.along - b.along).map(({ point }) => point);
}

const cellOf = ([x, y]) => `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`;

function* cellsAlong(from, to) {
  const [left, right] = [from[0], to[0]].sort((a, b) => a - b).map((value) => Math.floor(value / CELL));
  const [low, high] = [from[1], to[1]].sort((a, b) => a - b).map((value) => Math.floor(value / CELL));
  for (let x = left; x <= right; x += 1) for (let y = low; y <= high; y += 1) yield `${x},${y}`;
}
