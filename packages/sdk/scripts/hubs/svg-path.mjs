/** Paths of an SVG from the arcs of a topology. */

/** A polygon's rings as points, from arcs that are already in place; a point that repeats is left out. */
export function ringsOf(polygon, arcs) {
  return polygon.map((ring) => {
    const points = ring.flatMap((arc) => (arc < 0 ? arcs[~arc].slice().reverse() : arcs[arc]));
    return points.filter(([x, y], at) => at === 0 || x !== points[at - 1][0] || y !== points[at - 1][1]);
  });
}

/**
 * Of a ring, in square units.
 * @param {number[][]} ring
 */
export function areaOf(ring) {
  let twice = 0;
  ring.forEach(([x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length];
    twice += x * nextY - nextX * y;
  });
  return Math.abs(twice / 2);
}

/** Rings as one path of relative commands, the shortest to ship. */
export function pathOf(rings) {
  /** @type {any} */
  let from = null;
  return rings
    .map((ring) => straightened(ring.slice(0, -1)))
    .filter((ring) => ring.length > 2)
    .map((ring) => {
      const [start] = ring;
      let path = from === null ? `M${pair(start)}` : `m${pair(minus(start, from))}`;
      let command = '';
      let at = start;
      for (const point of ring.slice(1)) {
        const [x, y] = minus(point, at);
        const next = y === 0 ? 'h' : x === 0 ? 'v' : 'l';
        const numbers = next === 'l' ? pair([x, y]) : String(next === 'h' ? x : y);
        path += next === command ? joined(numbers) : next + numbers;
        command = next;
        at = point;
      }
      from = start;
      return `${path}z`;
    })
    .join('');
}

/** @type {(point: number[], from: number[]) => number[]} */
const minus = ([x, y], [fromX, fromY]) => [x - fromX, y - fromY];
/** A minus sign parts numbers by itself. */
const joined = (number) => (number.startsWith('-') ? number : ` ${number}`);
/** @type {(point: number[]) => string} */
const pair = ([x, y]) => x + joined(String(y));

/** Without the points in the middle of a straight line. */
function straightened(ring) {
  return ring.filter((point, at) => {
    const [a, b] = minus(point, ring.at(at - 1));
    const [c, d] = minus(ring[(at + 1) % ring.length], point);
    return a * d - b * c !== 0 || a * c + b * d < 0;
  });
}
