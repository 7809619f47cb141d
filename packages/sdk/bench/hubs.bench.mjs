/**
 * The finder: bytes of its data, answers per second, and suggestions for a keystroke over every place and council
 * against a plain linear scan. Run after the build: `node packages/sdk/bench/hubs.bench.mjs`.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { do_not_optimize, measure } from 'mitata';
import { createSuggester, findHub, loadHubs, loadPlaces } from '../dist/hubs/index.js';
import { foldName } from '../dist/hubs/directory/names.js';

const BUDGET = { directory: 14 * 1024, places: 30 * 1024 };

const [directory, places] = await Promise.all([loadHubs(), loadPlaces()]);
console.log(
  `Finder: ${directory.hubs.length} hubs, ${directory.areas.length} areas, ${directory.coverage.length} statements, ${places.length} places`,
);
for (const [name, budget] of Object.entries(BUDGET)) {
  const source = readFileSync(new URL(`../dist/generated/hubs/${name}.js`, import.meta.url), 'utf8');
  const bytes = gzipSync(transformSync(source, { minify: true, format: 'esm', charset: 'utf8' }).code, {
    level: 9,
  }).length;
  console.log(`  ${name}: ${bytes} bytes with gzip of ${budget}`);
  if (bytes > budget) process.exitCode = 1;
}

const schools = directory.areas.flatMap(({ dfe }) => (dfe === undefined ? [] : [{ laCode: dfe }]));
const names = directory.areas.filter(({ kind }) => kind !== 'former').map(({ name }) => name);
const keystrokes = places
  .filter((_, at) => at % 41 === 0)
  .flatMap(({ name }) => [3, 5, 8].map((to) => name.slice(0, to)));
const slips = keystrokes
  .filter((text) => text.length > 4)
  .map((text) => `${text.slice(0, 2)}q${text.slice(3)}`);
const suggest = createSuggester(directory, places);
const labelled = [...directory.areas, ...directory.hubs, ...places].map(({ name }) => ({
  name,
  folded: foldName(name),
}));

let at = 0;
const turn = (list) => list[(at = (at + 1) % list.length)];
const timings = {
  'find by a school’s record': await measure(async () =>
    do_not_optimize(await findHub({ school: turn(schools) }, { directory })),
  ),
  'find by a council’s name': await measure(async () =>
    do_not_optimize(await findHub({ authority: turn(names) }, { directory })),
  ),
  'make the suggester': await measure(() => do_not_optimize(createSuggester(directory, places))),
  'suggest for a keystroke': await measure(() => do_not_optimize(suggest(turn(keystrokes)))),
  'plain scan for a keystroke': await measure(() => do_not_optimize(scan(turn(keystrokes)))),
  'suggest with a slip': await measure(() => do_not_optimize(suggest(turn(slips)))),
  'plain scan with a slip': await measure(() => do_not_optimize(scanSlips(turn(slips)))),
};
for (const [what, { avg }] of Object.entries(timings)) {
  console.log(`  ${what}: ${(avg / 1000).toFixed(1)} µs, ${Math.round(1e9 / avg)} a second`);
}
const ratio = (ours, plain) => (timings[plain].avg / timings[ours].avg).toFixed(1);
console.log(
  `  keystroke: ${ratio('suggest for a keystroke', 'plain scan for a keystroke')} times as fast as a plain scan`,
);
console.log(
  `  with a slip: ${ratio('suggest with a slip', 'plain scan with a slip')} times as fast as a plain scan`,
);

/** What one would write first: of every name, folded beforehand, keep those with a word that begins so; sort; cut. */
function scan(text) {
  const query = foldName(text);
  return labelled
    .filter(({ folded }) => ` ${folded}`.includes(` ${query}`))
    .sort((a, b) => a.folded.length - b.folded.length)
    .slice(0, 8);
}

function scanSlips(text) {
  const query = foldName(text);
  return labelled.filter(({ folded }) => isOneSlip(query, folded.slice(0, query.length + 1))).slice(0, 8);
}

/** One letter left out, put in or changed, at the beginning of a name. */
function isOneSlip(query, start) {
  let same = 0;
  while (same < query.length && query[same] === start[same]) same += 1;
  const rest = query.slice(same);
  return [start.slice(same), start.slice(same + 1)].some(
    (end) => end.startsWith(rest.slice(1)) || end.startsWith(rest),
  );
}
