import type { Command } from 'commander';
import { editions } from '@maths-hubs/sdk/programme';
import { print, table } from '../output.js';
import type { OutputOptions } from '../output.js';

const MEANING = {
  good: 'most terms are known',
  partial: 'some terms are known',
  thin: 'little is known',
  none: 'nothing is known yet',
  hub: 'a hub’s own terms',
} as const;

export function editionsCommand(program: Command): void {
  program
    .command('editions')
    .description('List the school years that we hold, and how well each is evidenced.')
    .addHelpText('after', '\nExample:\n  $ maths-hubs editions')
    .action((options: OutputOptions) => {
      print(options, editions(), (years) =>
        table(
          ['Year', 'Evidence', 'Which means'],
          years.map(({ schoolYear, evidence }) => [schoolYear, evidence, MEANING[evidence]]),
        ),
      );
    });
}
