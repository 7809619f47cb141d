import { InvalidArgumentError, Option, type Command } from 'commander';
import { cite, formatMoney, formatQuantity, type Pence } from '@maths-hubs/sdk/evidence';
import {
  formatMoneyRange,
  fundingFor,
  releaseCost,
  type FundingEstimate,
  type FundingFacts,
  type FundingLine,
  type ReleaseCost,
} from '@maths-hubs/sdk/funding';
import { phaseName, phaseOf, type Edition } from '@maths-hubs/sdk/programme';
import { print, width, wrap, type OutputOptions } from '../output.js';
import { readEdition } from '../read-edition.js';

interface FundingOptions extends OutputOptions {
  readonly edition: string;
  readonly phase: string;
  readonly textbooks?: Pence;
  readonly supply?: Pence;
  /** Absent when neither `--invited` nor `--not-invited` is given. */
  readonly invited?: boolean;
  readonly notInvited?: boolean;
  readonly claimed?: NonNullable<FundingFacts['previousClaims']>;
}

const PURPOSES = ['release', 'textbooks', 'other'] as const;

export function fundingCommand(program: Command): void {
  program
    .command('funding')
    .description('Estimate the money that a phase brings a school, and what its release costs.')
    .requiredOption('--edition <year>', "school year, such as 2020/21, or a hub's own edition file")
    .requiredOption('--phase <id>', 'phase, such as development')
    .option('--textbooks <pounds>', 'what the school spends on listed textbooks', poundsToPence)
    .option('--supply <pounds>', 'what a day of supply cover costs the school', poundsToPence)
    .addOption(new Option('--invited', 'the Department has invited the school').conflicts('notInvited'))
    .option('--not-invited', 'the Department has not invited the school')
    .addOption(
      new Option('--claimed <purpose...>', 'what it has had before, of what is paid once').choices(PURPOSES),
    )
    .addHelpText(
      'after',
      `
What you leave out is not known, and widens the range. JSON gives whole pence.

Examples:
  $ maths-hubs funding --edition 2020/21 --phase development --textbooks 3000
  $ maths-hubs funding --edition 2024/25 --phase development --supply 220
  $ maths-hubs funding --edition 2020/21 --phase development --json | jq '.total'`,
    )
    .action(async (options: FundingOptions) => {
      const edition = await readEdition(options.edition);
      const facts = factsFrom(options);
      const estimate = fundingFor(edition, options.phase, facts);
      const release = releaseCost(edition, options.phase, {
        ...facts,
        dailySupplyCost: options.supply ?? null,
      });
      print(options, { ...estimate, release }, fundingText(edition, estimate, release));
    });
}

function factsFrom({ textbooks, invited, notInvited, claimed }: FundingOptions): FundingFacts {
  return {
    textbookSpend: textbooks ?? null,
    invited: invited ? true : notInvited ? false : null,
    previousClaims: claimed ?? null,
  };
}

function poundsToPence(text: string): Pence {
  const [, pounds, pence = ''] =
    /^£?(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (pounds === undefined) throw new InvalidArgumentError('Give pounds, such as 3000 or 12.50.');
  return Number(pounds.replaceAll(',', '')) * 100 + Number(pence.padEnd(2, '0'));
}

/** The money of a phase in words, each line with its source. */
export function fundingText(edition: Edition, estimate: FundingEstimate, release: ReleaseCost): string {
  const name = phaseName(phaseOf(edition, estimate.phase));
  return [
    `${name}, ${edition.schoolYear}`,
    ...estimate.lines.flatMap((line) => lineText(line, edition)),
    '',
    `Total: ${formatMoneyRange(estimate.total)}`,
    ...(estimate.note ? [wrap(estimate.note)] : []),
    '',
    ...releaseText(release),
  ].join('\n');
}

function lineText(
  { description, amount, rule, condition, illustration, ...fact }: FundingLine,
  edition: Edition,
): string[] {
  const details = [rule, condition && `${condition}.`, illustration?.words, cite(fact, edition.sources)];
  return [
    '',
    wrap(`${description}: ${formatMoneyRange(amount)}`, width(), '  '),
    ...details.flatMap((detail) => (detail ? [`  ${wrap(detail, width(), '  ')}`] : [])),
  ];
}

function releaseText({ days, cost, received, shortfall, daysCovered }: ReleaseCost): string[] {
  const given = days.value
    ? `The school releases ${formatQuantity({ min: days.value.min, max: days.value.max, unit: 'day' })} of teachers' time in the year.`
    : `How much teachers' time the school releases is not known: ask your hub. ${days.note ?? ''}`;
  if (!daysCovered) return [wrap(given)];
  const { min, max } = shortfall;
  return [
    wrap(given),
    `Cover costs ${formatMoneyRange(cost)}; money for release is ${formatMoneyRange(received)}.`,
    ...(min !== null && min === max ? [balanceText(min)] : []),
  ];
}

function balanceText(shortfall: Pence): string {
  if (shortfall === 0) return 'The one covers the other.';
  return shortfall > 0
    ? `The school pays the other ${formatMoney(shortfall)}.`
    : `That leaves ${formatMoney(-shortfall)}.`;
}
