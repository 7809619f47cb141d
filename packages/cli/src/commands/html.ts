import { InvalidArgumentError, Option, type Command } from 'commander';
import { loadHubs } from '@maths-hubs/sdk/hubs';
import {
  GUIDE_PARTS,
  loadSecondary,
  phaseOf,
  programmeFacts,
  secondaryUndated,
  statistics,
  undatedEvidence,
  widerRules,
  type Edition,
} from '@maths-hubs/sdk/programme';
import {
  fallbackHtml,
  isStaticWidget,
  markdown,
  simpleHtml,
  STATIC_WIDGETS,
  staticHtml,
  staticPage,
  type StaticData,
  type StaticOptions,
  type StaticWidget,
} from '@maths-hubs/sdk/static-html';
import { guideParts } from '../guide-text.js';
import { misused, print, type OutputOptions } from '../output.js';
import { readEdition } from '../read-edition.js';
import { PROGRAMMES } from '../read-programme.js';

interface HtmlOptions extends OutputOptions, StaticOptions {
  readonly widget: StaticWidget;
  readonly edition?: string;
  readonly src?: string;
  readonly fallback?: true;
  readonly page?: true;
  readonly simple?: true;
  readonly markdown?: true;
}

export function htmlCommand(program: Command): void {
  program
    .command('html')
    .description('Write a widget as plain HTML without script, for sites that take no script and for print.')
    .requiredOption('--widget <name>', `one of: ${STATIC_WIDGETS.join(', ')}`, widgetName)
    .option('--edition <year>', "school year, such as 2024/25, or a hub's own edition file")
    .option('--src <file>', "a hub's own edition file; wins over --edition")
    .option('--phase <id>', 'only one phase, such as development')
    .addOption(new Option('--programme <name>', 'whose journey, sheet or specialists').choices(PROGRAMMES))
    .option('--budgets', "the programme's budgets among its figures")
    .option('--parts <ids>', `parts of the guide, with commas: ${GUIDE_PARTS.join(', ')}`, guideParts)
    .option('--heading-level <n>', 'level of the first heading, 1 to 6', headingLevel)
    .option('--fallback', "the short text that goes between the widget's tags")
    .option('--page', 'a whole page, to print or to publish as it stands')
    .option('--simple', 'paragraphs, bold text and tables alone, for editors that lose lists of terms')
    .option('--markdown', 'as Markdown')
    .addHelpText(
      'after',
      `
Examples:
  $ maths-hubs html --widget journey-map --edition 2024/25
  $ maths-hubs html --widget information-sheet --src my-terms.json --page > sheet.html
  $ maths-hubs html --widget journey-map --edition 2024/25 --programme secondary
  $ maths-hubs html --widget specialist-path --edition 2025/26
  $ maths-hubs html --widget journey-map --edition 2024/25 --fallback`,
    )
    .action(async (options: HtmlOptions) => {
      const named = options.src ?? options.edition;
      if (named === undefined)
        misused('Say whose terms: --edition 2024/25, or --src my-terms.json for terms of your own.');
      if ([options.fallback, options.page, options.simple, options.markdown].filter(Boolean).length > 1)
        misused('--fallback, --page, --simple and --markdown are forms of one answer: choose one.');
      // Specialists of both programmes are in one file: the year alone is read from the edition.
      const isSecondary = options.programme === 'secondary' && options.widget !== 'specialist-path';
      const edition = isSecondary ? await loadSecondary(named) : await readEdition(named);
      if (options.phase !== undefined) phaseOf(edition, options.phase);
      const html = await write(edition, options);
      print(options, { widget: options.widget, schoolYear: edition.schoolYear, html }, html);
    });
}

/** Widgets about linked projects or specialists. */
const WIDER: ReadonlySet<StaticWidget> = new Set(['journey-map', 'eligibility-checker', 'specialist-path']);

async function write(
  edition: Edition,
  { widget, fallback, page, simple, markdown: asMarkdown, ...options }: HtmlOptions,
): Promise<string> {
  const data: StaticData = {
    edition,
    ...(widget === 'find-a-hub' ? { directory: await loadHubs() } : {}),
    ...(WIDER.has(widget) ? { wider: await widerRules() } : {}),
    ...(widget === 'journey-map' && edition.hub === null
      ? { undated: await (options.programme === 'secondary' ? secondaryUndated() : undatedEvidence()) }
      : {}),
    ...(widget === 'eligibility-checker' && options.programme !== 'secondary'
      ? { secondary: await loadSecondary(edition.schoolYear) }
      : {}),
    ...(widget === 'mastery-guide' ? { programme: await programmeFacts() } : {}),
    ...(widget === 'programme-reach' ? { statistics: await statistics() } : {}),
  };
  if (fallback) return fallbackHtml(widget, data);
  if (simple) return simpleHtml(widget, data, options);
  if (asMarkdown) return markdown(widget, data, options);
  const fragment = staticHtml(widget, data, { headingLevel: page ? 1 : 2, ...options });
  return page ? staticPage(widget, fragment) : fragment;
}

function widgetName(name: string): StaticWidget {
  const widget = name.replace(/^mh-/, '');
  if (!isStaticWidget(widget)) throw new InvalidArgumentError(`Choose one of: ${STATIC_WIDGETS.join(', ')}.`);
  return widget;
}

function headingLevel(text: string): number {
  if (!/^[1-6]$/.test(text)) throw new InvalidArgumentError('Give a level from 1 to 6.');
  return Number(text);
}
