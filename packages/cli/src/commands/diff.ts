import type { Command } from 'commander';
import { cite } from '@maths-hubs/sdk/evidence';
import { diffEditions, loadEdition, phaseName, TERMS } from '@maths-hubs/sdk/programme';
import type { Edition, EditionChange } from '@maths-hubs/sdk/programme';
import { print, width, wrap } from '../output.js';
import type { OutputOptions } from '../output.js';
import { writeTerm } from '../terms-text.js';

interface DiffOptions extends OutputOptions {
  readonly cite?: boolean;
}

export function diffCommand(program: Command): void {
  program
    .command('diff')
    .argument('<from>', 'school year, such as 2020/21')
    .argument('<to>', 'school year, such as 2024/25')
    .description('Show what changed in the terms from one school year to another.')
    .option('--cite', 'say for both years where each value comes from')
    .addHelpText(
      'after',
      `
A value that evidence tells of in one year only is a change of what is known, not always of the programme.

Examples:
  $ maths-hubs diff 2020/21 2024/25
  $ maths-hubs diff 2020/21 2024/25 --json | jq '.[] | select(.what == "term")'`,
    )
    .action(async (from: string, to: string, options: DiffOptions) => {
      const [before, after] = await Promise.all([loadEdition(from), loadEdition(to)]);
      const sides = options.cite ? { before, after } : null;
      print(options, diffEditions(before, after), (changes) => diffText(changes, before, after, sides));
    });
}

/** What changed between two years, in words; `sides` says where each value comes from. */
export function diffText(
  changes: readonly EditionChange[],
  before: Edition,
  after: Edition,
  sides: Readonly<Record<Side, Edition>> | null,
): string {
  return changes.length === 0
    ? `Nothing differs between ${before.schoolYear} and ${after.schoolYear}.`
    : [
        `From ${before.schoolYear} to ${after.schoolYear}: ${changes.length} changes`,
        ...changes.flatMap((change) => changeLines(change, sides)),
      ].join('\n');
}

type Side = 'before' | 'after';

function changeLines(change: EditionChange, sides: Readonly<Record<Side, Edition>> | null): string[] {
  const how = change.before === null ? ' (added)' : change.after === null ? ' (removed)' : '';
  const side = (mark: string, which: Side): string[] => {
    const fact = change[which];
    if (fact === null) return [];
    const evidence = sides && 'source' in fact ? ` [${cite(fact, sides[which].sources)}]` : '';
    return [`    ${mark} ${wrap(`${say(change, which)}${evidence}`, width(), '      ')}`];
  };
  return ['', `  ${title(change)}${how}`, ...side('-', 'before'), ...side('+', 'after')];
}

function title(change: EditionChange): string {
  switch (change.what) {
    case 'phase':
      return `Phase ${change.phase}`;
    case 'name':
      return `${change.phase}: name`;
    case 'term':
      return `${change.phase}: ${TERMS[change.term].label}`;
    case 'requirement':
      return `${change.phase}: requirement ${change.id}`;
    case 'entry-point':
      return `Entry at ${change.phase}`;
    case 'transition':
      return `From ${change.from} to ${change.to}`;
    case 'linked-project':
      return `Linked project ${change.id}`;
    case 'recruitment':
      return `Recruitment ${change.id}`;
    case 'specialists':
      return `Specialists: ${change.term}`;
    case 'calendar':
      return 'Calendar';
    case 'contact':
      return 'Contact';
  }
}

/** One side of a change in words. */
function say(change: EditionChange, side: Side): string {
  if (change.what === 'term') return writeTerm(change.term, change[side].value);
  const fact = change[side];
  if (fact === null) return 'nothing';
  if (change.what === 'phase' && change[side]) return phaseName(change[side]);
  if ('statement' in fact) return fact.statement;
  if ('forWhom' in fact) return fact.forWhom;
  if ('value' in fact) return fact.value === null ? 'not known: ask your hub' : String(fact.value);
  return 'name' in fact && typeof fact.name === 'string' ? fact.name : JSON.stringify(fact);
}
