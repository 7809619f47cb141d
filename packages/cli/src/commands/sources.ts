import type { Command } from 'commander';
import { citation } from '@maths-hubs/sdk/evidence';
import type { Source } from '@maths-hubs/sdk/evidence';
import { loadHubs } from '@maths-hubs/sdk/hubs';
import { loadEdition, loadSources } from '@maths-hubs/sdk/programme';
import { print, table } from '../output.js';
import type { OutputOptions } from '../output.js';

interface SourcesOptions extends OutputOptions {
  readonly edition?: string;
}

export function sourcesCommand(program: Command): void {
  program
    .command('sources')
    .description('List the sources that every fact rests on: publisher, title, date, address.')
    .option('--edition <year>', 'only those that one school year cites')
    .addHelpText(
      'after',
      '\nExamples:\n  $ maths-hubs sources\n  $ maths-hubs sources --edition 2020/21 --json',
    )
    .action(async (options: SourcesOptions) => {
      const { edition } = options;
      const sources: readonly Source[] =
        edition === undefined
          ? everySource(await loadSources(), await loadHubs())
          : Object.values((await loadEdition(edition)).sources);
      print(options, sources, () =>
        table(
          ['Id', 'Source'],
          sources.map((source) => [
            source.id,
            citation(source) + (source.note === undefined ? '' : ` (${source.note})`),
          ]),
        ),
      );
    });
}

/** The sources of the programme and of who serves which council, each once. */
function everySource(
  programme: Readonly<Record<string, Source>>,
  { sources }: { readonly sources: readonly Source[] },
): readonly Source[] {
  return [...Object.values(programme), ...sources.filter(({ id }) => !Object.hasOwn(programme, id))];
}
