import type { Command } from 'commander';
import {
  planCommitments,
  titleOfItem,
  type CommitmentPlan,
  type PlanItem,
  type PlanYear,
} from '@maths-hubs/sdk/commitments';
import { formatQuantity, type Quantity, type Sourced } from '@maths-hubs/sdk/evidence';
import { compareSchoolYears, editions, loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import { misused, print, table, wrap, type OutputOptions } from '../output.js';
import { readEdition } from '../read-edition.js';

interface PlanOptions extends OutputOptions {
  readonly edition: string;
  readonly from: string;
  readonly ics?: boolean;
  readonly school?: string;
}

const BASIS = { stated: 'stated', derived: 'worked out', hub: 'set by hub' } as const;

export function planCommand(program: Command): void {
  program
    .command('plan')
    .description('Lay out what a school promises and receives, year by year and half-term by half-term.')
    .requiredOption('--edition <year>', "school year, such as 2020/21, or a hub's own edition file")
    .requiredOption('--from <phase>', 'phase in which the school starts, such as development')
    .option('--ics', 'print a calendar file instead: what has a day, and a reminder a half-term')
    .option('--school <urn>', "with --ics, the school's URN, so that two schools' calendars stay apart")
    .addHelpText(
      'after',
      `
Later years take their own year's terms, where we hold them; nothing is carried forward.

Examples:
  $ maths-hubs plan --edition 2020/21 --from development
  $ maths-hubs plan --edition my-edition.json --from development --ics > development.ics

Put that file on your site and give schools its address to subscribe to: webcal://your-site/development.ics
  $ maths-hubs plan --edition 2020/21 --from development --json | jq '.years[0].totals'`,
    )
    .action(async (options: PlanOptions) => {
      if (options.ics && options.json) misused('--ics and --json are two forms of one answer: choose one.');
      const edition = await readEdition(options.edition);
      const plan = planCommitments(edition, options.from, { editions: await editionsAfter(edition) });
      if (!options.ics) return print(options, plan, planText);
      const { toICalendar } = await import('@maths-hubs/sdk/commitments/icalendar');
      const { school } = options;
      const stamp = new Date().toISOString();
      process.stdout.write(toICalendar(plan, { stamp, ...(school && { school }) }));
    });
}

async function editionsAfter({ schoolYear }: Edition): Promise<Record<string, Edition>> {
  const later = editions().filter((each) => compareSchoolYears(each.schoolYear, schoolYear) > 0);
  const loaded = await Promise.all(later.map((each) => loadEdition(each.schoolYear)));
  return Object.fromEntries(loaded.map((each) => [each.schoolYear, each]));
}

function planText({ years }: CommitmentPlan): string {
  return years.map(yearText).join('\n\n');
}

function yearText({ schoolYear, name, missing, items, unknowns, totals }: PlanYear): string {
  const title = `${name}, ${schoolYear ?? 'year not known'}`;
  const ask = unknowns.map((unknown) => unknown.title).join('; ');
  return [
    title,
    '='.repeat(title.length),
    ...(missing ? [wrap(missing)] : []),
    ...(items.length > 0 ? [table(['When', 'Known by', 'What'], items.map(row))] : []),
    ...(missing ? [] : ['', wrap(`Teachers' time in the year: ${amount(totals.teacherDays)}`)]),
    ...(missing
      ? []
      : [
          `Work Group meetings: ${amount(totals.meetings)}`,
          `Visits to the school: ${amount(totals.visits)}`,
          `Headteacher meetings: ${amount(totals.headteacherMeetings)}`,
        ].map((line) => wrap(line))),
    ...(missing || !ask ? [] : [wrap(`Ask your hub: ${ask}.`)]),
  ].join('\n');
}

function row(item: PlanItem): string[] {
  const counted = item.count ? `: ${formatQuantity(item.count)}` : '';
  return [
    when(item),
    BASIS[item.basis],
    `${item.kind === 'promise' ? `The ${item.who} ` : ''}${titleOfItem(item)}${counted}${item.place ? `, ${item.place}` : ''}`,
  ];
}

function when({ date, halfTerm, term }: PlanItem): string {
  if (date) return date;
  if (halfTerm) return halfTerm.replace('-', ' ');
  return term ? `${term} term` : 'in the year';
}

function amount({ value, basis, note }: Sourced<Quantity>): string {
  if (value && basis === 'stated') return formatQuantity(value);
  return `${value ? formatQuantity(value) : 'not known'}${note ? ` (${note})` : ''}`;
}
