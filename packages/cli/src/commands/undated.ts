import type { Command } from 'commander';
import { TERMS, undatedEvidence, type TermId, type UndatedEvidence } from '@maths-hubs/sdk/programme';
import { print, wrap, type OutputOptions } from '../output.js';
import { writeTerm } from '../terms-text.js';

export function undatedCommand(program: Command): void {
  program
    .command('undated')
    .description(
      'Show evidence whose year is not known: ask before you rely on it. No rule and no total uses it.',
    )
    .addHelpText('after', '\nExamples:\n  $ maths-hubs undated\n  $ maths-hubs undated --json')
    .action(async (options: OutputOptions) => {
      const facts = await undatedEvidence();
      print(options, facts, ({ evidence }) => evidence.map(evidenceText).join('\n\n'));
    });
}

function evidenceText({ title, why, probableYears, phases, statements }: UndatedEvidence): string {
  return [
    title.toUpperCase(),
    wrap(why),
    ...(probableYears.length > 0
      ? [`Years that it suggests and does not state: ${probableYears.join(', ')}.`]
      : []),
    ...phases.flatMap(({ id, name, terms }) => [
      '',
      name.value ?? id,
      ...(Object.keys(TERMS) as TermId[]).flatMap((term) => {
        const said = terms[term];
        return said === undefined || said.value === null
          ? []
          : [line(`${TERMS[term].label}: ${writeTerm(term, said.value)}`, said.source)];
      }),
    ]),
    ...(statements.length > 0 ? [''] : []),
    ...statements.map(({ value, source }) => line(value ?? '', source)),
  ].join('\n');
}

function line(text: string, source: readonly string[]): string {
  return `  ${wrap(`${text} [${source.join(', ')}]`, undefined, '    ')}`;
}
