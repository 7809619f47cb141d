import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { proveEdition, type Problem } from '@maths-hubs/sdk/eligibility/prove';
import { editions, type Edition } from '@maths-hubs/sdk/programme';
import { failOnFile, finding, misused, print, wrap, type OutputOptions } from '../output.js';
import { indexPage, proofPage, titleOf, type ProvedEdition } from '../proofs/page.js';
import { readEdition } from '../read-edition.js';

interface ProveOptions extends OutputOptions {
  readonly edition?: string;
  readonly html?: string;
}

export function proveCommand(program: Command): void {
  program
    .command('prove')
    .argument('[file]', "a hub's own edition, or - for standard input")
    .option('--edition <year>', 'one school year; every year that we hold when neither is given')
    .option(
      '--html <folder>',
      'write a page an edition to this folder: each rule, its source, a case where it matters',
    )
    .description('Prove rules over every possible school: no contradiction, no dead condition, no gap.')
    .addHelpText(
      'after',
      `
Examples:
  $ maths-hubs prove
  $ maths-hubs prove --edition 2024/25
  $ maths-hubs prove my-edition.json
  $ maths-hubs prove --html proofs

Exit code 0 when the rules hold together, 1 when they do not. A notice is no failure.`,
    )
    .action(async (file: string | undefined, options: ProveOptions) => {
      if (file !== undefined && options.edition !== undefined) misused('Give a file or --edition, not both.');
      const one = file ?? options.edition;
      const names = one === undefined ? editions().map(({ schoolYear }) => schoolYear) : [one];
      const proofs = await Promise.all(names.map(async (name) => proofOf(await readEdition(name))));
      const pages = options.html === undefined ? [] : await writePages(options.html, proofs);
      print(
        options,
        proofs.map(({ edition, problems }) => ({ edition: titleOf(edition), problems })),
        () => [...proofs.map(proofText), ...pages.map((path) => `Written: ${path}`)].join('\n'),
      );
      if (proofs.some(({ problems }) => problems.some(({ severity }) => severity === 'failure'))) finding();
    });
}

function proofOf(edition: Edition): ProvedEdition {
  return { edition, problems: proveEdition(edition) };
}

/** A page an edition, and the list of them. */
async function writePages(folder: string, proofs: readonly ProvedEdition[]): Promise<string[]> {
  const pages = proofs.map((proved) => ({
    file: `${titleOf(proved.edition)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')}.html`,
    proved,
  }));
  const files = [
    ...pages.map(({ file, proved }) => ({ file, text: proofPage(proved) })),
    { file: 'index.html', text: indexPage(pages) },
  ];
  try {
    await mkdir(folder, { recursive: true });
    for (const { file, text } of files) await writeFile(join(folder, file), text);
  } catch (error) {
    failOnFile('write', folder, error, 'Choose another folder.');
  }
  return files.map(({ file }) => join(folder, file));
}

function proofText({ edition, problems }: ProvedEdition): string {
  const title = titleOf(edition);
  if (problems.length === 0) return `${title}: its rules hold together.`;
  return [`${title}:`, ...problems.map(problemText)].join('\n');
}

function problemText({ severity, kind, phase, requirement, message, witness }: Problem): string {
  const where = [phase, requirement].filter(Boolean).join(' / ');
  const shown = witness ? ` For example: ${JSON.stringify(witness)}` : '';
  return `  ${wrap(`${severity}, ${kind}${where ? `, ${where}` : ''}: ${message}${shown}`, undefined, '    ')}`;
}
