import { describe, expect, it } from 'vitest';
import packed from '../../generated/hubs/map.js';
import { findHub, loadHubs } from '../index.js';
import { loadMapOfHubs } from './index.js';
import type { Drawing, Point } from './map-of-hubs.js';

/** Rings of a path that is made of M, m, h, v, l and z. */
function ringsOf(path: string): Point[][] {
  let [x, y] = [0, 0];
  let start: Point = { x, y };
  const rings: Point[][] = [];
  for (const [, command = '', numbers = ''] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    if (command === 'z') {
      ({ x, y } = start);
      continue;
    }
    const values = (numbers.match(/-?\d+/g) ?? []).map(Number);
    const steps = command === 'h' || command === 'v' ? values.map((value) => [value]) : pairs(values);
    for (const [a = 0, b = 0] of steps) {
      [x, y] =
        command === 'h'
          ? [x + a, y]
          : command === 'v'
            ? [x, y + a]
            : command === 'M'
              ? [a, b]
              : [x + a, y + b];
      if (/m/i.test(command)) {
        start = { x, y };
        rings.push([]);
      }
      rings.at(-1)?.push({ x, y });
    }
  }
  return rings;
}

const pairs = (values: number[]): number[][] =>
  values.flatMap((value, at) => (at % 2 === 0 ? [[value, values[at + 1] ?? 0]] : []));

/** Even-odd: holes count out. */
function holds(path: string, { x, y }: Point): boolean {
  let inside = false;
  for (const ring of ringsOf(path))
    for (const [at, from] of ring.entries()) {
      const to = ring[(at + 1) % ring.length] ?? from;
      if (from.y > y !== to.y > y && x < ((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x)
        inside = !inside;
    }
  return inside;
}

const hubAt = ({ areas }: Drawing, point: Point) => areas.find(({ path }) => holds(path, point));

/** Middles of councils, far from their borders. */
const TOWNS = [
  ['Norwich', 52.63, 1.29],
  ['Leicester', 52.64, -1.13],
  ['Carlisle', 54.89, -2.93],
  ['Truro', 50.26, -5.05],
  ['Lincoln', 53.23, -0.54],
  ['Canterbury', 51.28, 1.08],
  ['Brighton', 50.84, -0.13],
  ['Birmingham', 52.48, -1.89],
  ['Shrewsbury', 52.71, -2.75],
  ['Northampton', 52.24, -0.9],
  ['Ipswich', 52.06, 1.15],
  ['Durham', 54.78, -1.6],
] as const;

describe('the map of the hubs', () => {
  it('draws every hub, each once, and marks what no source gives to one hub', async () => {
    const { hubs } = await loadHubs();
    const { areas, london } = await loadMapOfHubs();
    const drawn = areas.flatMap(({ hub }) => hub ?? []);
    expect([...drawn].sort()).toEqual(hubs.map(({ id }) => id).sort());
    const known = new Set(hubs.map(({ id }) => id));
    for (const { hub, candidates } of areas) {
      expect(candidates.every((id) => known.has(id))).toBe(true);
      expect(candidates.length > 0).toBe(hub === null);
    }
    const inLondon = hubs.filter(({ region }) => region === 'London').map(({ id }) => id);
    expect(london.areas.map(({ hub }) => hub)).toEqual(expect.arrayContaining(inLondon));
  });

  it.each(TOWNS)('puts %s into the area of its hub', async (town, latitude, longitude) => {
    const { answer, hubs } = await findHub({ place: town });
    const map = await loadMapOfHubs();
    const point = map.pointOf({ latitude, longitude });
    if (point === null) throw new Error(`${town} is outside the map.`);
    expect(hubs.length, answer).toBe(1);
    expect(hubAt(map, point)?.hub).toBe(hubs[0]?.hub.id);
  });

  it('puts London into its frame, and the enlarged one over the same hubs', async () => {
    const map = await loadMapOfHubs();
    const { frame } = map.london;
    for (const [latitude, longitude] of [
      [51.37, -0.1],
      [51.55, -0.11],
      [51.58, 0.18],
      [51.51, -0.4],
    ] as const) {
      const point = map.pointOf({ latitude, longitude });
      const near = map.london.pointOf({ latitude, longitude });
      if (point === null || near === null) throw new Error('London is outside its own map.');
      expect(point.x).toBeGreaterThan(frame.x);
      expect(point.x).toBeLessThan(frame.x + frame.width);
      expect(point.y).toBeGreaterThan(frame.y);
      expect(point.y).toBeLessThan(frame.y + frame.height);
      expect(hubAt(map.london, near)?.hub).toBe(hubAt(map, point)?.hub);
    }
  });

  it('has no point for what lies outside England', async () => {
    const map = await loadMapOfHubs();
    expect(map.pointOf({ latitude: 57.15, longitude: -2.1 })).toBeNull();
    expect(map.london.pointOf({ latitude: 52.48, longitude: -1.89 })).toBeNull();
  });

  it('draws in whole numbers inside its frame', () => {
    for (const { size, paths } of [packed, packed.london]) {
      const [width = 0, height = 0] = size;
      for (const path of Object.values(paths)) {
        expect(path).toMatch(/^[Mmhvlz\d -]+$/);
        for (const { x, y } of ringsOf(path).flat()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(height);
        }
      }
    }
  });
});
