/**
 * Reads a GIAS-shaped file of 50,000 rows and 135 columns, alone and with a decision on every row, and prints
 * the ratio of the two and how memory grows with length. Run after the build: `node packages/sdk/bench/gias.bench.mjs`.
 */
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { compilePhase } from '../dist/eligibility/index.js';
import { loadEdition } from '../dist/programme/index.js';
import { readGias } from '../dist/schools/csv.js';
import { factsFromGias } from '../dist/schools/index.js';

const ROWS = 50_000;
const COLUMNS = 135;
const ROUNDS = 5;
const TARGET = 1.5;

const named = [
  'URN',
  'LA (code)',
  'LA (name)',
  'EstablishmentNumber',
  'EstablishmentName',
  'TypeOfEstablishment (code)',
  'EstablishmentTypeGroup (code)',
  'EstablishmentStatus (code)',
  'OpenDate',
  'PhaseOfEducation (code)',
  'StatutoryLowAge',
  'StatutoryHighAge',
  'NumberOfPupils',
  'GOR (code)',
  'DistrictAdministrative (code)',
  'Street',
  'Town',
  'Postcode',
];
const others = Array.from({ length: COLUMNS - named.length }, (_, index) => `Other column ${index + 1}`);

/** A small linear congruential generator: the same file every time. */
function random(seed) {
  let state = seed;
  return (bound) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * bound);
  };
}

function* fileOf(rows) {
  const next = random(7);
  const pick = (list) => list[next(list.length)];
  yield `${[...named, ...others].join(',')}\r\n`;
  for (let row = 0; row < rows; row += 1) {
    const cells = [
      100_000 + row,
      pick([201, 330, 855, 873, 926, 673]),
      'An Authority',
      2000 + next(5000),
      `"School of Saint Example, number ${row}"`,
      pick(['01', '02', '5', '07', '11', '14', '28', '34', '35']),
      pick([3, 4, 5, 10, 11]),
      pick([1, 1, 1, 2, 3, 4]),
      '01-09-2012',
      pick([0, 1, 2, 2, 2, 3, 4, 5, 7]),
      pick([2, 3, 4, 5, 7, 11]),
      pick([7, 11, 16, 18]),
      next(900),
      pick(['A', 'E', 'H', 'W']),
      'E07000106',
      '1 Example Street',
      'Exampleton',
      'LE2 5TF',
    ];
    yield `${[...cells, ...others.map((_, index) => (index % 3 === 0 ? 'Not applicable' : index % 3 === 1 ? '' : 0))].join(',')}\r\n`;
  }
}

async function readAll(path, perSchool) {
  const started = performance.now();
  let schools = 0;
  const source = createReadStream(path, { highWaterMark: 1 << 18 });
  for await (const school of readGias(source, { onProblem: ({ message }) => console.error(message) })) {
    perSchool(school);
    schools += 1;
  }
  return { schools, time: performance.now() - started };
}

async function decider() {
  const phase = compilePhase(await loadEdition('2024/25'), 'development');
  const outcomes = {};
  return (school) => {
    const outcome = phase.outcome(factsFromGias(school));
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

/** In a process of its own, since a peak never comes down. */
async function peakMemory(path) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    fileURLToPath(import.meta.url),
    '--peak',
    path,
  ]);
  return Number(stdout);
}

async function main() {
  const folder = await mkdtemp(join(tmpdir(), 'gias-bench-'));
  try {
    const whole = join(folder, 'whole.csv');
    const half = join(folder, 'half.csv');
    await pipeline(Readable.from(fileOf(ROWS)), createWriteStream(whole));
    await pipeline(Readable.from(fileOf(ROWS / 2)), createWriteStream(half));
    const { size } = await stat(whole);
    const decide = await decider();
    const alone = [];
    const both = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      alone.push((await readAll(whole, () => {})).time);
      both.push((await readAll(whole, decide)).time);
    }
    const ratio = median(both) / median(alone);
    console.log(`GIAS-shaped file: ${ROWS} rows × ${COLUMNS} columns, ${(size / 2 ** 20).toFixed(0)} MB`);
    console.log(`  read alone        ${median(alone).toFixed(0)} ms`);
    console.log(`  read and decide   ${median(both).toFixed(0)} ms`);
    console.log(
      `  ratio             ${ratio.toFixed(2)} (target ≤ ${TARGET})${ratio > TARGET ? '  MISSED' : ''}`,
    );
    const [small, large] = [await peakMemory(half), await peakMemory(whole)];
    console.log(
      `  peak memory       ${small.toFixed(0)} MB at ${ROWS / 2} rows, ${large.toFixed(0)} MB at ${ROWS} rows`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

const peak = process.argv.indexOf('--peak');
if (peak > 0) {
  await readAll(process.argv[peak + 1], await decider());
  console.log(process.resourceUsage().maxRSS / 1024);
} else {
  await main();
}
