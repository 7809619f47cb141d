import type { Command } from 'commander';
import {
  GUIDE_PARTS,
  guideOf,
  programmeFacts,
  USUAL_GUIDE_PARTS,
  type GuidePartId,
} from '@maths-hubs/sdk/programme';
import { guidePart, guideText, sourcesOf } from '../guide-text.js';
import { print, type OutputOptions } from '../output.js';

interface ProgrammeOptions extends OutputOptions {
  readonly all?: true;
}

export function programmeCommand(program: Command): void {
  program
    .command('programme')
    .description(
      'Say what teaching for mastery is: ideas, key areas, Work Groups, people, findings, resources.',
    )
    .argument(
      '[parts...]',
      `parts, in the order you want: ${GUIDE_PARTS.join(', ')}`,
      (name: string, before: readonly GuidePartId[] = []) => [...before, guidePart(name)],
    )
    .option('--all', 'every part, also those for who asks')
    .addHelpText(
      'after',
      `
Examples:
  $ maths-hubs programme
  $ maths-hubs programme ideas
  $ maths-hubs programme secondary specialists
  $ maths-hubs programme --all --json`,
    )
    .action((parts: readonly GuidePartId[] | undefined, options: ProgrammeOptions) =>
      show(options, options.all ? GUIDE_PARTS : parts?.length ? parts : USUAL_GUIDE_PARTS),
    );
}

export function resourcesCommand(program: Command): void {
  program
    .command('resources')
    .description('List research, materials, case studies, videos, podcasts and articles, by kind.')
    .addHelpText('after', '\nExamples:\n  $ maths-hubs resources\n  $ maths-hubs resources --json')
    .action((options: OutputOptions) => show(options, ['resources']));
}

async function show(options: OutputOptions, ids: readonly GuidePartId[]): Promise<void> {
  const facts = await programmeFacts();
  const parts = guideOf(facts, ids);
  print(options, { parts, sources: sourcesOf(parts, facts.sources) }, () => guideText(parts, facts.sources));
}
