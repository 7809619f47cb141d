import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import {
  DECISION_HEADER,
  decisionLine,
  judge,
  pastFacts,
  SHIFT_HEADER,
  shiftBetween,
  shiftLine,
  shiftTally,
  tally,
  type Stamp,
} from '@maths-hubs/sdk/eligibility/register';
import type { Edition } from '@maths-hubs/sdk/programme';
import type { Facts } from '@maths-hubs/sdk/rules';
import { readGias } from '@maths-hubs/sdk/schools/csv';
import {
  factsFromGias,
  withPredecessors,
  type GiasSchool,
  type SchoolHistory,
} from '@maths-hubs/sdk/schools';
import { failOnFile, finding, misused, print, type OutputOptions } from '../output.js';
import { progress } from '../progress.js';
import { readEdition } from '../read-edition.js';
import { readFacts } from '../read-facts.js';
import {
  historyFrom,
  linksFrom,
  openFile,
  problemLog,
  problemText,
  type ProblemLog,
} from '../schools/inputs.js';
import { shiftText, tallyText } from '../schools/tally-text.js';

interface Options extends OutputOptions {
  readonly edition: string;
  readonly phase: string;
  readonly out?: string;
  readonly history?: string;
  readonly historyComplete?: boolean;
  readonly links?: string;
  readonly assume?: string;
  readonly diff?: string;
}

const examples = `
Examples:
  $ maths-hubs schools edubasealldata.csv --edition 2024/25 --phase development --out decisions.csv
  $ maths-hubs schools edubasealldata.csv --edition 2024/25 --phase development --history past.csv --links links.csv
  $ maths-hubs schools edubasealldata.csv --edition 2024/25 --phase development --diff 2020/21

The file comes from "Get information about schools" (all establishments, or state-funded schools).
A row there knows nothing of a head's commitment, so most schools "pass everything this file can show".`;

export function schoolsCommand(program: Command): void {
  program
    .command('schools')
    .description('Decide on every school of a GIAS file, for one phase and year.')
    .argument('<file>', 'GIAS download: CSV, or .zip or .gz as downloaded; - for standard input')
    .requiredOption(
      '--edition <year>',
      "school year whose terms decide, such as 2024/25, or a hub's own edition file",
    )
    .requiredOption('--phase <phase>', 'phase to join, such as development')
    .option('--out <file>', 'write a decision for each school to this CSV file')
    .option('--history <file>', 'past phases as CSV: URN, phase, year')
    .option('--history-complete', 'a school that the history does not hold has never taken part')
    .option('--links <file>', 'GIAS links as CSV, so that an academy keeps the past of the school it was')
    .option('--assume <file>', 'JSON of facts to assume of every school where the file does not tell them')
    .option('--diff <year>', 'instead, list which schools this year judges differently, and by which rule')
    .addHelpText('after', examples)
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  const { out, history, historyComplete = false, links } = options;
  for (const input of [file, history, links, options.assume, options.edition]) {
    if (out && input && resolve(out) === resolve(input))
      misused(`--out ${out} would overwrite what is read. Give another name.`);
  }
  if (historyComplete && !history)
    misused('--history-complete says something of a history. Give --history as well.');
  if (links && !history) misused('--links carries past phases over. Give --history as well.');
  const assumed = options.assume ? await readFacts(options.assume) : {};
  const edition = await readEdition(options.edition);
  const log = problemLog();
  const past = history
    ? { ...(await historyFrom(history, edition, log)), links: await linksFrom(links, log) }
    : null;
  const isComplete = historyComplete && !past?.isAnyUnread;
  const historyOf = (school: GiasSchool): SchoolHistory | null =>
    past && withPredecessors(school.urn, past.links, past.index, past.unread);
  const factsIn = (year: string, school: GiasSchool, before: SchoolHistory | null): Facts => ({
    ...assumed,
    ...(before ? pastFacts(before, year, isComplete) : {}),
    ...factsFromGias(school),
  });
  const stampOf = ({ schoolYear, version }: Edition): Stamp => ({
    phase: options.phase,
    schoolYear,
    editionVersion: version,
    assumed: Object.keys(assumed).length > 0 ? JSON.stringify(assumed) : '',
  });
  const stamp = stampOf(edition);
  const decide = judge(edition, options.phase);

  if (options.diff) {
    const earlier = await readEdition(options.diff);
    const from = stampOf(earlier);
    const decideThen = judge(earlier, options.phase);
    const counts = shiftTally();
    await writeLines(file, out, log, SHIFT_HEADER, (school) => {
      const before = historyOf(school);
      const shift = shiftBetween(
        decideThen(factsIn(earlier.schoolYear, school, before)),
        decide(factsIn(edition.schoolYear, school, before)),
      );
      counts.add(shift);
      return shift ? shiftLine(school, shift, from, stamp) : '';
    });
    const result = counts.result();
    print(options, { from, to: stamp, ...result, problems: log.result() }, () =>
      shiftText(result, from, stamp),
    );
  } else {
    const counts = tally();
    await writeLines(file, out, log, DECISION_HEADER, (school) => {
      const before = historyOf(school);
      const verdict = decide(factsIn(edition.schoolYear, school, before));
      counts.add(verdict);
      return decisionLine(school, verdict, before, stamp);
    });
    const result = counts.result();
    print(options, { ...stamp, ...result, problems: log.result() }, () => tallyText(result, stamp));
  }
  process.stderr.write(problemText(log));
  if (historyComplete && !isComplete)
    process.stderr.write(
      `${history}: a row names no school that can be read, and may be of any. So no school counts as one that has never taken part.\n`,
    );
  if (log.result().rowsLeftOut > 0) finding();
}

/** Reads schools one by one and writes a line for each, no faster than the disk takes them. */
async function writeLines(
  file: string,
  out: string | undefined,
  log: ProblemLog,
  header: string,
  lineOf: (school: GiasSchool) => string,
): Promise<void> {
  let share: number | null = null;
  const { bytes } = await openFile(file, { onRead: (read) => (share = read) });
  const bar = progress();
  async function* lines(): AsyncGenerator<string> {
    let schools = 0;
    let text = `\uFEFF${header}`;
    for await (const school of readGias(bytes, { onProblem: log.of(file) })) {
      text += lineOf(school);
      schools += 1;
      bar.update(share, `${schools.toLocaleString('en-GB')} schools`);
      if (text.length > 1 << 16) {
        yield text;
        text = '';
      }
    }
    yield text;
  }
  try {
    await pipeline(Readable.from(lines()), out ? createWriteStream(out) : nowhere());
  } catch (error) {
    if (!out || !(error instanceof Error && 'path' in error)) throw error;
    failOnFile('write', out, error, 'Choose another place.');
  } finally {
    bar.done();
  }
}

function nowhere(): Writable {
  return new Writable({
    write(_text, _encoding, next) {
      next();
    },
  });
}
