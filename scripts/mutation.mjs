/**
 * How strong the tests are, as a number: changes the code of a room in one place at a time, and counts the changes that
 * a test notices. Fails where a room is below its floor in mutation-budgets.json.
 *
 *   npm run mutation                                  every room, every place: hours
 *   npm run mutation -- funding                       one room
 *   npm run mutation -- funding --lines 120           a sample of so many lines, the same ones at each run
 *   npm run mutation -- funding --lines 120 --seed 2  another sample
 */
import { Stryker } from '@stryker-mutator/core';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readJson } from './lib/packages.mjs';
import { root } from './lib/run.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { lines: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const { rooms } = readJson(join(root, 'mutation-budgets.json'));
const named = positionals.length > 0 ? positionals : Object.keys(rooms);
const unknown = named.find((name) => rooms[name] === undefined);
if (unknown !== undefined)
  throw new Error(
    `There is no room "${unknown}" in mutation-budgets.json: ${Object.keys(rooms).join(', ')}.`,
  );
const lines = options.lines === undefined ? Infinity : Number(options.lines);
if (!(lines > 0)) throw new Error(`--lines ${options.lines}: how many lines to sample, a number above 0.`);

/** A sample takes blocks of lines, so that whole statements and short functions stay in one piece. */
const BLOCK = 8;
const NOTICED = new Set(['Killed', 'Timeout']);
const JUDGED = new Set([...NOTICED, 'Survived', 'NoCoverage']);

process.chdir(root);
const table = [];
for (const name of named) table.push(await judge(name, rooms[name]));
console.log('\n| room | judged | killed | timed out | survived | no test runs it | noticed |');
console.log('|---|--:|--:|--:|--:|--:|--:|');
for (const { name, judged, count, score } of table)
  console.log(
    `| ${name} | ${judged} | ${count('Killed')} | ${count('Timeout')} | ${count('Survived')} | ${count('NoCoverage')} | ${score.toFixed(0)} % |`,
  );
const weak = table.filter(({ name, score }) => score < rooms[name].floor);
for (const { name, score } of weak)
  console.log(`✗ ${name}: ${score.toFixed(1)} % noticed, its floor is ${rooms[name].floor} %.`);
console.log(`${table.length - weak.length} passed, ${weak.length} failed`);
process.exitCode = weak.length === 0 ? 0 : 1;

async function judge(name, { files, tests = [files] }) {
  // A room is judged by its own tests: what another room's notice by the way is no promise of this one.
  process.env.MUTATION_TESTS = tests.map((each) => each.replace('packages/sdk/', '')).join();
  const started = Date.now();
  console.log(`\n› ${name}`);
  const results = await new Stryker({
    mutate: placesOf(files),
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'packages/sdk/vitest.mutation.config.ts' },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    // A busy machine is no test: what never ends must differ from what is late.
    timeoutMS: 30_000,
    // Tables of a module are made once for all tests: each change to one would run every test there is.
    ignoreStatic: true,
    ignorePatterns: ['storybook-static', '.cache', '.changeset'],
    tempDirName: '.cache/mutation',
    reporters: [],
    fileLogLevel: /** @type {any} */ ('off'),
    logLevel: /** @type {any} */ ('error'),
    allowConsoleColors: false,
  }).runMutationTest();
  const judged = results.filter(({ status }) => JUDGED.has(status));
  if (judged.length === 0) throw new Error(`Nothing was judged in ${name}: widen the sample with --lines.`);
  for (const mutant of judged.filter(({ status }) => !NOTICED.has(status))) say(mutant);
  const count = (status) => judged.filter((each) => each.status === status).length;
  console.log(`${name}: ${judged.length} judged in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return {
    name,
    judged: judged.length,
    count,
    score: (100 * (count('Killed') + count('Timeout'))) / judged.length,
  };
}

function say({ status, fileName, location, mutatorName, replacement = '' }) {
  const { line, column } = location.start;
  const short = replacement.replace(/\s+/g, ' ').slice(0, 100);
  console.log(`  ${status} ${fileName.replace(root, '')}:${line}:${column} ${mutatorName}: ${short}`);
}

/** The files of a folder, or the sampled ranges of their lines. */
function placesOf(folder) {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(test|d)\.ts$/.test(file))
    .map((file) => `${folder}/${file}`);
  if (lines === Infinity) return files;
  const blocks = files.flatMap((file) => {
    const length = readFileSync(join(root, file), 'utf8').split('\n').length;
    return Array.from({ length: Math.ceil(length / BLOCK) }, (_, at) => ({ file, from: at * BLOCK + 1 }));
  });
  return blocks
    .map((block) => ({ ...block, draw: drawOf(`${options.seed} ${block.file} ${block.from}`) }))
    .sort((a, b) => (a.draw < b.draw ? -1 : 1))
    .slice(0, Math.ceil(lines / BLOCK))
    .map(({ file, from }) => `${file}:${from}-${from + BLOCK - 1}`);
}

function drawOf(text) {
  return createHash('sha256').update(text).digest('hex');
}
