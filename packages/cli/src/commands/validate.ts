import type { Command } from 'commander';
import type { Problem } from '@maths-hubs/sdk/eligibility/prove';
import { InvalidDataError } from '@maths-hubs/sdk/evidence';
import type { Fault } from '@maths-hubs/sdk/evidence';
import { FORMATS } from '../formats.js';
import { readJson } from '../input.js';
import { finding, print, width, wrap } from '../output.js';
import type { OutputOptions } from '../output.js';

interface FileVerdict {
  readonly file: string;
  readonly valid: boolean;
  /** What the file holds; null when it has faults. */
  readonly holds: string | null;
  readonly faults: readonly Fault[];
  /** What its author should know of its rules: no fault. */
  readonly notices: readonly Problem[];
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
      const verdict = await judge(file);
      print(options, verdict, verdictText);
      if (!verdict.valid) finding();
    });
}

async function judge(file: string): Promise<FileVerdict> {
  const faulty = (faults: readonly Fault[], notices: readonly Problem[] = []): FileVerdict => ({
    file,
    valid: false,
    holds: null,
    faults,
    notices,
  });
  try {
    const json = await readJson(file);
    const given = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
    const format = FORMATS.find((each) => each.format === given);
    if (format === undefined) return faulty([unknownFormat(given)]);
    const { holds, problems } = await format.read(json);
    const notices = problems.filter(({ severity }) => severity === 'notice');
    const failures = problems.filter(({ severity }) => severity === 'failure');
    if (failures.length > 0) return faulty(failures.map(proved), notices);
    return { file, valid: true, holds, faults: [], notices };
  } catch (error) {
    if (!(error instanceof InvalidDataError)) throw error;
    return faulty(error.faults);
  }
}

/** A problem from the proof, as a fault of the file. */
function proved({ phase, requirement, kind, message, witness }: Problem): Fault {
  return {
    path: [phase, requirement].filter(Boolean).join(' / ') || 'doors',
    found: `rules that do not hold together (${kind})${witness ? `, for example for ${JSON.stringify(witness)}` : ''}`,
    expected: 'rules that some school can meet, each of which can matter',
    remedy: message,
  };
}

function unknownFormat(given: unknown): Fault {
  return {
    path: 'format',
    found: given === undefined ? 'nothing' : JSON.stringify(given),
    expected: `one of: ${FORMATS.map(({ format }) => format).join(', ')}`,
    remedy: 'Say what kind of file this is.',
  };
}

function verdictText({ file, holds, faults, notices }: FileVerdict): string {
  const noted = notices.map(({ phase, requirement, message }) =>
    wrap(`Notice: ${[phase, requirement].filter(Boolean).join(' / ') || 'doors'}: ${message}`, width(), '  '),
  );
  if (holds !== null) return [`${file}: no faults; ${holds}.`, ...noted].join('\n');
  return [
    `${file}: ${faults.length === 1 ? '1 fault' : `${faults.length} faults`}`,
    ...faults.flatMap(({ path, found, expected, remedy }) => [
      '',
      path || '(the whole file)',
      `  found:    ${wrap(found, width(), '            ')}`,
      `  expected: ${wrap(expected, width(), '            ')}`,
      `  remedy:   ${wrap(remedy, width(), '            ')}`,
    ]),
    ...(noted.length > 0 ? ['', ...noted] : []),
  ].join('\n');
}
