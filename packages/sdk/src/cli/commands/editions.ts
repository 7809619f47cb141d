import type { Command } from 'commander';

export function editionsCommand(program: Command): void {
  program
    .command('editions')
    .description('List the school years that we hold, and how well each is evidenced.');
}
