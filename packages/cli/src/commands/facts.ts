import type { Command } from 'commander';
import { widerRules } from '@maths-hubs/sdk/programme';
import { FACTS } from '@maths-hubs/sdk/schools';
import type { FactDefinition } from '@maths-hubs/sdk/rules';
import { print, wrap, type OutputOptions } from '../output.js';
import { answers } from '../read-facts.js';

const FROM = { gias: 'the GIAS register', school: 'the school', hub: 'the hub' } as const;

export function factsCommand(program: Command): void {
  program
    .command('facts')
    .description(
      'List every fact about a school that a rule may test: its name, question, answers and origin.',
    )
    .addHelpText(
      'after',
      `
Examples:
  $ maths-hubs facts
  $ maths-hubs facts --wider
  $ maths-hubs facts --json | jq -r '.[].id'`,
    )
    .option('--wider', 'also what only linked projects and the training of specialists ask')
    .action(async ({ wider, ...options }: OutputOptions & { readonly wider?: true }) => {
      const facts = wider ? [...FACTS, ...(await widerRules()).facts] : FACTS;
      print<readonly FactDefinition[]>(options, facts, (all) => all.map(factText).join('\n\n'));
    });
}

export function factText(fact: FactDefinition): string {
  const lines = [fact.question, ...(fact.hint ? [fact.hint] : []), `Answers: ${answers(fact)}.`];
  return [
    fact.id,
    ...[...lines, `Known from ${FROM[fact.from]}.`].map((line) => `  ${wrap(line, undefined, '  ')}`),
  ].join('\n');
}
