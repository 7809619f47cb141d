import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { isIsoDay } from '@maths-hubs/sdk/evidence';
import { findHub, loadHubs } from '@maths-hubs/sdk/hubs';
import { readGias } from '@maths-hubs/sdk/schools/csv';
import { buildSchoolIndex, FORMAT } from '@maths-hubs/sdk/schools/index-files/build';
import type { GiasSchool } from '@maths-hubs/sdk/schools';
import { fail, failOnFile, finding, misused, print, type OutputOptions } from '../output.js';
import { openFile, problemLog, problemText } from '../schools/inputs.js';

interface Options extends OutputOptions {
  readonly out: string;
  readonly hub?: string;
  readonly la?: string;
  readonly date?: string;
  readonly credit?: string;
}

const examples = `
Examples:
  $ maths-hubs school-index build edubasealldata20261120.csv --out schools
  $ maths-hubs school-index build edubasealldata20261120.csv --hub east-midlands-south --out schools

Serve the folder from your own site: a page fetches one to three of its small files for each search.`;

export function schoolIndexCommand(program: Command): void {
  program
    .command('school-index')
    .description('Make small files in which a page finds a school by its name or postcode.')
    .command('build')
    .argument('<file>', 'GIAS download as CSV; - for standard input')
    .requiredOption('--out <folder>', 'the folder to write; an index that is there is replaced')
    .option('--hub <hub>', 'only schools that are, or may be, in the area of this hub')
    .option('--la <codes>', "only schools of these authorities: the Department's codes, with commas between")
    .option('--date <day>', 'day of the download, such as 2026-11-20, where its name does not tell')
    .option('--credit <text>', 'who made the file and on what terms, where that is not the Department')
    .description('Build a school index from a GIAS download.')
    .addHelpText('after', examples)
    .action(build);
}

async function build(file: string, options: Options): Promise<void> {
  const keep = await filterOf(options);
  const log = problemLog();
  const { bytes } = await openFile(file);
  const schools = readGias(bytes, { onProblem: log.of(file) });
  const { manifest, files } = await buildSchoolIndex(schools, {
    date: dateOf(file, options.date),
    keep,
    ...(options.credit && { credit: options.credit }),
  });
  if (manifest.counts.schools === 0)
    fail(`No open school in England was found in ${file}. Check the file, --hub and --la.`);
  await write(options.out, files);
  const size = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  const result = {
    folder: options.out,
    ...manifest.counts,
    files: files.size,
    bytes: size,
    date: manifest.source.date,
    problems: log.result(),
  };
  print(options, result, () =>
    [
      `${manifest.counts.schools.toLocaleString('en-GB')} schools in ${files.size} files, ${(size / 1024).toFixed(0)} KB, in ${options.out}.`,
      manifest.source.date
        ? `As of ${manifest.source.date}.`
        : 'The date of the download is not known. Add --date.',
      manifest.source.licence,
    ].join('\n'),
  );
  process.stderr.write(problemText(log));
  if (log.result().rowsLeftOut > 0) finding();
}

async function filterOf({ hub, la }: Options): Promise<(school: GiasSchool) => Promise<boolean>> {
  const codes = la?.split(',').map((code) => code.trim());
  const bad = codes?.find((code) => !/^\d{3}$/.test(code));
  if (bad !== undefined)
    misused(`--la "${bad}" is not an authority's code. Give three digits, with commas between: 855,856.`);
  const authorities = codes && new Set(codes);
  const inHub = hub === undefined ? null : await areaOf(hub);
  return async (school) =>
    (!authorities || (school.laCode !== null && authorities.has(school.laCode))) && (!inHub || inHub(school));
}

/** Whether a school is, or by the evidence may be, in a hub's area: asked once for each district. */
async function areaOf(name: string): Promise<(school: GiasSchool) => Promise<boolean>> {
  const directory = await loadHubs();
  const named = await findHub({ hub: name }, { directory });
  const [match] = named.hubs;
  if (!match || named.hubs.length > 1) fail(`--hub ${name}: ${named.problem?.message ?? named.summary}`);
  const answers = new Map<string, Promise<boolean>>();
  return ({ laCode, districtCode }) => {
    const key = `${laCode} ${districtCode}`;
    const known = answers.get(key);
    if (known) return known;
    const answer = findHub({ school: { laCode, districtCode } }, { directory }).then(({ hubs }) =>
      hubs.some(({ hub }) => hub.id === match.hub.id),
    );
    answers.set(key, answer);
    return answer;
  };
}

/** GIAS writes the day into the file's name: edubasealldata20261120.csv. */
function dateOf(file: string, stated: string | undefined): string | null {
  const found = stated ?? /(20\d{2})(\d{2})(\d{2})\D*$/.exec(basename(file))?.slice(1, 4).join('-');
  if (found === undefined) return null;
  if (isIsoDay(found)) return found;
  return stated === undefined ? null : misused(`--date "${stated}" is not a day. Write it like 2026-11-20.`);
}

/** Writes the files, the manifest last, and removes what an earlier index left there. */
async function write(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const present = await readdir(folder);
    if (present.length > 0 && !(await isIndex(folder))) {
      fail(`${folder} holds other files. Give an empty folder, or one that holds a school index.`);
    }
    for (const [name, content] of files)
      if (name !== 'manifest.json') await writeFile(join(folder, name), content);
    await writeFile(join(folder, 'manifest.json'), files.get('manifest.json') ?? '');
    const old = present.filter((name) => /^(outcode|name|number)-\w+\.json$/.test(name) && !files.has(name));
    for (const name of old) await rm(join(folder, name));
  } catch (error) {
    failOnFile('write', folder, error, 'Choose another place.');
  }
}

async function isIndex(folder: string): Promise<boolean> {
  try {
    return (
      (JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as { format?: unknown }).format ===
      FORMAT
    );
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'syscall' in error)) return false;
    throw error;
  }
}
