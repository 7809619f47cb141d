import type { MapOfHubs, Point } from '../hubs/map/index.js';
import { positionOf } from './grid.js';
import type { GroupPlan } from './plan.js';
import type { GridPlace, GroupSchool, GroupSpecialist } from './problem.js';

/** Groups as points on the map of England by hub: what a page draws. Null if a place is unknown or off the map. */
export interface GroupsPicture {
  /** The part of the map that holds everyone, as an SVG `viewBox`. */
  readonly viewBox: string;
  /** A hundredth of the picture's width: for dots and lines that look alike at any zoom. */
  readonly unit: number;
  readonly groups: readonly PicturedGroup[];
  readonly waiting: readonly PicturedSchool[];
}

/** A Work Group to draw: its specialist's starting point, and its schools. */
export interface PicturedGroup {
  readonly specialist: string;
  readonly name: string;
  readonly number: number;
  readonly home: Point | null;
  readonly schools: readonly PicturedSchool[];
}

/** A school to draw; without a point if its place is unknown. */
export interface PicturedSchool {
  readonly reference: string;
  readonly name: string;
  readonly point: Point | null;
}

/** Everyone of a plan on the map, and the part of it to show. */
export function pictureOf(
  plan: Pick<GroupPlan, 'groups' | 'unplaced'>,
  schools: readonly GroupSchool[],
  specialists: readonly GroupSpecialist[],
  map: MapOfHubs,
): GroupsPicture {
  const pointOf = (place: GridPlace | null | undefined): Point | null =>
    place ? map.pointOf(positionOf(place)) : null;
  const places = new Map(schools.map(({ reference, place }) => [reference, place]));
  const pictured = ({ reference, name }: { reference: string; name: string }): PicturedSchool => ({
    reference,
    name,
    point: pointOf(places.get(reference)),
  });
  const groups = plan.groups.map(({ specialist, name, number, schools: inside }) => ({
    specialist,
    name,
    number,
    home: pointOf(specialists.find(({ id }) => id === specialist)?.place),
    schools: inside.map(pictured),
  }));
  const waiting = plan.unplaced.map(pictured);
  const points = [
    ...groups.flatMap(({ home, schools: inside }) => [home, ...inside.map(({ point }) => point)]),
    ...waiting.map(({ point }) => point),
  ].filter((point) => point !== null);
  return { ...frameOf(points, map), groups, waiting };
}

const MARGIN = 0.12;
const LEAST = 20;

function frameOf(points: readonly Point[], map: MapOfHubs): { viewBox: string; unit: number } {
  if (points.length === 0) return { viewBox: `0 0 ${map.width} ${map.height}`, unit: map.width / 100 };
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [west, north] = [Math.min(...xs), Math.min(...ys)];
  const span = Math.max(Math.max(...xs) - west, Math.max(...ys) - north, LEAST);
  const width = span * (1 + 2 * MARGIN);
  const middle = { x: (west + Math.max(...xs)) / 2, y: (north + Math.max(...ys)) / 2 };
  const round = (value: number): string => value.toFixed(1);
  return {
    viewBox: `${round(middle.x - width / 2)} ${round(middle.y - width / 2)} ${round(width)} ${round(width)}`,
    unit: width / 100,
  };
}
