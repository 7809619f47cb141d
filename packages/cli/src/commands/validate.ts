import type { Command } from 'commander';
import { InvalidDataError } from '@maths-hubs/sdk/evidence';
import type { Fault } from '@maths-hubs/sdk/evidence';
import { FORMATS } from '../formats.js';
import { readJson } from '../input.js';
import { finding, print, width, wrap } from '../output.js';
import type { OutputOptions } from '../output.js';

interface Verdict {
  readonly file: string;
  readonly valid: boolean;
  /** What the file holds; null when it has faults. */
  readonly holds: string | null;
  readonly faults: readonly Fault[];
}

export function validateCommand(program: Command): void {
  const formats = FORMATS.map(({ format, what }) => `  ${format.padEnd(26)}${what}`).join('\n');
  program
    .command('validate')
    .argument('<file>', 'a JSON file, or - for standard input')
    .description('Check a file that a hub wrote, and list every fault with its remedy.')
    .addHelpText(
      'after',
      `
The file's "format" field says what it is:
${formats}

Examples:
  $ maths-hubs validate my-edition.json
  $ maths-hubs validate my-edition.json --json | jq '.faults[].path'

Exit code 0 when there is no fault, 1 when there is.`,
    )
    .action(async (file: string, options: OutputOptions) => {
      const verdict = await judge(file, await readJson(file));
      print(options, verdict, verdictText);
      if (!verdict.valid) finding();
    });
}

async function judge(file: string, json: unknown): Promise<Verdict> {
  const given = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
  const format = FORMATS.find((each) => each.format === given);
  if (format === undefined) return { file, valid: false, holds: null, faults: [unknownFormat(given)] };
  try {
    return { file, valid: true, holds: await format.read(json), faults: [] };
  } catch (error) {
    if (!(error instanceof InvalidDataError)) throw error;
    return { file, valid: false, holds: null, faults: error.faults };
  }
}

function unknownFormat(given: unknown): Fault {
  return {
    path: 'format',
    found: given === undefined ? 'nothing' : JSON.stringify(given),
    expected: `one of: ${FORMATS.map(({ format }) => format).join(', ')}`,
    remedy: 'Say what kind of file this is.',
  };
}

function verdictText({ file, holds, faults }: Verdict): string {
  if (holds !== null) return `${file}: no faults; ${holds}.`;
  return [
    `${file}: ${faults.length === 1 ? '1 fault' : `${faults.length} faults`}`,
    ...faults.flatMap(({ path, found, expected, remedy }) => [
      '',
      path || '(the whole file)',
      `  found:    ${wrap(found, width(), '            ')}`,
      `  expected: ${wrap(expected, width(), '            ')}`,
      `  remedy:   ${wrap(remedy, width(), '            ')}`,
    ]),
  ].join('\n');
}
