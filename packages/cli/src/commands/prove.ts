import type { Command } from 'commander';
import { proveEdition, type Problem } from '@maths-hubs/sdk/eligibility/prove';
import { editions, type Edition } from '@maths-hubs/sdk/programme';
import { finding, misused, print, wrap, type OutputOptions } from '../output.js';
import { readEdition } from '../read-edition.js';

interface ProveOptions extends OutputOptions {
  readonly edition?: string;
}

interface Proof {
  readonly edition: string;
  readonly problems: readonly Problem[];
}

export function proveCommand(program: Command): void {
  program
    .command('prove')
    .argument('[file]', "a hub's own edition, or - for standard input")
    .option('--edition <year>', 'one school year; every year that we hold when neither is given')
    .description('Prove rules over every possible school: no contradiction, no dead condition, no gap.')
    .addHelpText(
      'after',
      `
Examples:
  $ maths-hubs prove
  $ maths-hubs prove --edition 2024/25
  $ maths-hubs prove my-edition.json

Exit code 0 when the rules hold together, 1 when they do not. A notice is no failure.`,
    )
    .action(async (file: string | undefined, options: ProveOptions) => {
      if (file !== undefined && options.edition !== undefined) misused('Give a file or --edition, not both.');
      const one = file ?? options.edition;
      const names = one === undefined ? editions().map(({ schoolYear }) => schoolYear) : [one];
      const proofs = await Promise.all(names.map(async (name) => proofOf(await readEdition(name))));
      print(options, proofs, () => proofs.map(proofText).join('\n'));
      if (proofs.some(({ problems }) => problems.some(({ severity }) => severity === 'failure'))) finding();
    });
}

function proofOf(edition: Edition): Proof {
  const { schoolYear, hub } = edition;
  return { edition: hub ? `${schoolYear}, ${hub}` : schoolYear, problems: proveEdition(edition) };
}

function proofText({ edition, problems }: Proof): string {
  if (problems.length === 0) return `${edition}: its rules hold together.`;
  return [`${edition}:`, ...problems.map(problemText)].join('\n');
}

function problemText({ severity, kind, phase, requirement, message, witness }: Problem): string {
  const where = [phase, requirement].filter(Boolean).join(' / ');
  const shown = witness ? ` For example: ${JSON.stringify(witness)}` : '';
  return `  ${wrap(`${severity}, ${kind}${where ? `, ${where}` : ''}: ${message}${shown}`, undefined, '    ')}`;
}
