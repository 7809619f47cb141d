import { InvalidArgumentError, type Command } from 'commander';
import { isIsoDay } from '@maths-hubs/sdk/evidence';
import type { FoundWidget } from '@maths-hubs/sdk/page-check';
import { finding, print, table, wrap, type OutputOptions } from '../output.js';
import { publicAddress } from '../pages/ask.js';
import { findingsText } from '../pages/findings-text.js';
import { knownWidgets } from '../pages/known-widgets.js';
import { lookAtPage, type SeenPage } from '../pages/look-at-page.js';

interface CheckOptions extends OutputOptions {
  readonly expect?: readonly string[];
  readonly today?: string;
}

export function checkCommand(program: Command): void {
  program
    .command('check')
    .description(
      'Look at a public page: which widgets are there, what was stripped, whose terms, where applications go.',
    )
    .argument('<url>', 'address of the page, as a visitor opens it')
    .option('--expect <widgets>', 'widgets that must be there, such as journey-map,apply-form', widgetNames)
    .option('--today <day>', 'the day to judge years by, such as 2026-11-25', day)
    .addHelpText(
      'after',
      `
Exit codes, for a monthly job: 0 all well; 1 something to put right; 2 could not look.

Examples:
  $ maths-hubs check https://hub.example/mastery
  $ maths-hubs check hub.example/apply --expect apply-form --json`,
    )
    .action(async (url: string, { expect = [], today, ...options }: CheckOptions) => {
      const seen = await lookAtPage(publicAddress(url), {
        expected: expect,
        today: today ?? new Date().toISOString().slice(0, 10),
      });
      print(options, { ok: isFine(seen), ...seen }, () => pageText(seen));
      if (!isFine(seen)) finding();
    });
}

/** What is only to be considered is no reason to wake anybody. */
const isFine = ({ findings }: SeenPage): boolean => !findings.some(({ severity }) => severity === 'error');

function pageText(seen: SeenPage): string {
  const rows = seen.widgets.map((each) => [nameOf(each), WAYS[each.way], termsOf(each, seen)]);
  return [
    seen.url,
    '',
    ...(rows.length > 0 ? [table(['Widget', 'As', 'Terms'], rows), ''] : []),
    ...seen.loaders.map(({ address, version }) =>
      wrap(`Loaded from ${address}, ${version ? `version ${version}` : 'version not known'}.`),
    ),
    ...seen.applications.map(({ address, answers, allowed }) =>
      wrap(
        `Applications go to ${address}, which ${
          allowed
            ? 'answers and takes them from this site'
            : answers
              ? 'refuses this site'
              : 'does not answer'
        }.`,
      ),
    ),
    findingsText(seen.findings),
  ].join('\n');
}

const WAYS: Readonly<Record<FoundWidget['way'], string>> = {
  tag: 'tag',
  link: 'link',
  block: 'data-mh block',
  shortcode: 'shortcode',
  frame: 'frame',
};

function nameOf({ tag }: FoundWidget): string {
  return tag.replace(/^mh-/, '');
}

function termsOf({ terms, schoolYear }: FoundWidget, seen: SeenPage): string {
  if (terms.kind === 'inline') return `in the page, ${schoolYear ?? 'no year'}`;
  if (terms.kind === 'public') return `public evidence${schoolYear ? `, ${schoolYear}` : ''}`;
  const file = seen.terms.find(({ address }) => address.endsWith(terms.address.replace(/^\.?\//, '')));
  return `${terms.address}${file?.schoolYear ? `, ${file.schoolYear}` : ''}`;
}

function widgetNames(text: string): string[] {
  const tags = knownWidgets().map(({ tag }) => tag);
  return text.split(',').map((name) => {
    const tag = `mh-${name.trim().replace(/^mh-/, '')}`;
    if (!tags.includes(tag))
      throw new InvalidArgumentError(
        `There is no widget “${name.trim()}”. There are: ${tags.map((each) => each.slice(3)).join(', ')}.`,
      );
    return tag;
  });
}

function day(text: string): string {
  if (!isIsoDay(text)) throw new InvalidArgumentError('Write a day such as 2026-11-25.');
  return text;
}
