import { readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Command } from 'commander';
import { checkIndex, encodeIndex } from '@maths-hubs/sdk/postcodes/build';
import type { IndexDifference } from '@maths-hubs/sdk/postcodes/build';
import { readSource } from '../postcode-source/source.js';
import type { ReadSource } from '../postcode-source/source.js';
import { progress, timeLeft } from '../progress.js';
import { openPostcodeIndex } from '@maths-hubs/sdk/postcodes';
import type { Place, PostcodeIndex } from '@maths-hubs/sdk/postcodes';
import { fail, failOnFile, finding, print } from '../output.js';
import type { OutputOptions } from '../output.js';

interface BuildOptions extends OutputOptions {
  readonly output: string;
  readonly date?: string;
}

/** As many differences as a person reads. */
const SHOWN = 10;

const sourceHelp = 'Code-Point Open, ONSPD or NSPL as downloaded: the zip, its folder, or a CSV file of it';

export function postcodeIndexCommand(program: Command): void {
  const group = program
    .command('postcode-index')
    .description('Make one small file that tells the council of every postcode in England, or prove one.');
  group
    .command('build')
    .argument('<source>', sourceHelp)
    .requiredOption('-o, --output <file>', 'the file to write')
    .option('--date <text>', 'the date of the source, where its files do not state it: "October 2025"')
    .description('Build a postcode index, for a finder that sends nothing anywhere.')
    .addHelpText(
      'after',
      `
The source is free: osdatahub.os.uk (Code-Point Open, CSV) or geoportal.statistics.gov.uk (ONSPD, NSPL).
Serve the file from your own site and keep the licence lines that it carries on the page.

Examples:
  $ maths-hubs postcode-index build codepo_gb.zip -o postcodes.bin
  $ maths-hubs postcode-index build ONSPD_AUG_2025.zip -o postcodes.bin
  $ maths-hubs postcode-index check postcodes.bin codepo_gb.zip`,
    )
    .action(build);
  group
    .command('check')
    .argument('<file>', 'a postcode index')
    .argument('<source>', sourceHelp)
    .description('Look every live postcode of a source up in an index; exit 1 if one differs.')
    .action(check);
}

async function build(path: string, options: BuildOptions): Promise<void> {
  const { table, about, date: stated } = await readShowing(path);
  const date = options.date ?? stated;
  if (date === null) fail(`${path} does not say what date it is of. Add --date, like --date "October 2025".`);
  const bytes = encodeIndex(table, { ...about, date });
  await writeFile(options.output, bytes).catch((error: unknown) =>
    failOnFile('write', options.output, error, 'Choose another place.'),
  );
  const { header } = openPostcodeIndex(bytes);
  const size = { bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
  print(options, { file: options.output, ...size, ...header }, () =>
    [
      `${options.output}: ${bytes.length} bytes, ${size.gzip} with gzip`,
      `${header.postcodes} postcodes in England, ${header.sectors} sectors, ${header.outcodes} outward codes`,
      `${header.publisher}, ${header.title}, ${header.date}`,
      ...header.licence,
    ].join('\n'),
  );
}

/** Reads a source, showing progress at a terminal. */
async function readShowing(path: string): Promise<ReadSource> {
  const bar = progress();
  const start = Date.now();
  try {
    return await readSource(path, ({ share, postcodes }) =>
      bar.update(
        share,
        `${postcodes.toLocaleString('en-GB')} postcodes in England${timeLeft(share, Date.now() - start)}`,
      ),
    );
  } finally {
    bar.done();
  }
}

async function check(file: string, path: string, options: OutputOptions): Promise<void> {
  const index = await openFile(file);
  const { table } = await readShowing(path);
  const { compared, differences } = checkIndex(index, table);
  if (differences.length > 0) finding();
  print(options, { file, ...index.header, compared, differences }, () =>
    differences.length === 0
      ? `${file} answers all ${compared} postcodes as ${path} does.`
      : [
          `${file} differs from ${path} in ${differences.length} of ${compared} postcodes:`,
          ...differences.slice(0, SHOWN).map(describe),
          ...(differences.length > SHOWN
            ? [`  and ${differences.length - SHOWN} more; --json lists them all`]
            : []),
        ].join('\n'),
  );
}

async function openFile(file: string): Promise<PostcodeIndex> {
  const bytes = await readFile(file).catch((error: unknown) =>
    failOnFile('read', file, error, 'Check the path.'),
  );
  return openPostcodeIndex(bytes);
}

function describe({ postcode, expected, found }: IndexDifference): string {
  return `  ${postcode}: the source has ${placeText(expected)}, the index ${placeText(found)}`;
}

function placeText(place: Place | null): string {
  if (place === null) return 'no such sector';
  if (place.kind === 'council')
    return [...new Set([place.district, place.authority])].filter((code) => code !== null).join(' in ');
  return place.kind === 'elsewhere' ? (place.country ?? 'outside England') : 'no council';
}
