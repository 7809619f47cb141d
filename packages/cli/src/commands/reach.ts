import { Option, type Command } from 'commander';
import { sayFigure, statistics, type Statistic, type StatisticKind } from '@maths-hubs/sdk/programme';
import { print, table, type OutputOptions } from '../output.js';

const KINDS: Readonly<Record<StatisticKind, string>> = {
  annual: 'In one year',
  active: 'Working with schools now',
  cumulative: 'So far, all years together',
  local: "One hub's own figures",
  aim: 'Aims: what was hoped for, not what was reached',
};

interface ReachOptions extends OutputOptions {
  readonly kind?: StatisticKind;
  readonly budgets?: true;
}

export function reachCommand(program: Command): void {
  program
    .command('reach')
    .description('Say how far the programme reaches: figures by kind, each with its time and its source.')
    .addOption(new Option('--kind <kind>', 'only one kind').choices(Object.keys(KINDS)))
    .option('--budgets', "the programme's budgets as well")
    .addHelpText(
      'after',
      `
Examples:
  $ maths-hubs reach
  $ maths-hubs reach --kind aim
  $ maths-hubs reach --budgets --json`,
    )
    .action(async ({ kind, budgets, ...options }: ReachOptions) => {
      const { statistics: all, sources } = await statistics();
      const figures = all.filter(
        (each) => (budgets || each.value?.unit !== 'pence') && (kind === undefined || each.kind === kind),
      );
      const cited = [...new Set(figures.flatMap(({ source }) => source))].flatMap((id) => sources[id] ?? []);
      print(options, { statistics: figures, sources: cited }, () => reachText(figures));
    });
}

function reachText(figures: readonly Statistic[]): string {
  return (Object.keys(KINDS) as StatisticKind[])
    .map((kind) => ({ kind, rows: figures.filter((each) => each.kind === kind) }))
    .filter(({ rows }) => rows.length > 0)
    .map(
      ({ kind, rows }) =>
        `${KINDS[kind].toUpperCase()}\n\n${table(
          ['Figure', 'When', 'What is counted'],
          rows.map((each) => [sayFigure(each), each.asAt ?? 'undated', counted(each)]),
        )}`,
    )
    .join('\n\n');
}

function counted({ measure, note, conflict, source }: Statistic): string {
  return [`${measure}.`, note, conflict, `[${source.join(', ')}]`].filter(Boolean).join(' ');
}
