import type { Command } from 'commander';
import { citation } from '@maths-hubs/sdk/evidence';
import { areaByGss, areaLabel, districtsOf, loadHubs } from '@maths-hubs/sdk/hubs';
import type { Area, Coverage, Hub, HubDirectory } from '@maths-hubs/sdk/hubs';
import { misused, print, table, wrap } from '../output.js';
import type { OutputOptions } from '../output.js';

interface HubsOptions extends OutputOptions {
  readonly region?: string;
}

export function hubsCommand(program: Command): void {
  program
    .command('hubs')
    .description('List the forty Maths Hubs by region, with lead school, website and the year of each.')
    .option('--region <name>', 'only one region, such as "East Midlands"')
    .addHelpText('after', '\nExamples:\n  $ maths-hubs hubs --region London\n  $ maths-hubs hubs --json')
    .action(async ({ region, ...options }: HubsOptions) => {
      const { hubs } = await loadHubs();
      const regions = [...new Set(hubs.map((hub) => hub.region))];
      const wanted = region?.toLowerCase();
      const shown = hubs.filter((hub) => wanted === undefined || hub.region.toLowerCase() === wanted);
      if (shown.length === 0) misused(`There is no region “${region}”. Regions: ${regions.join(', ')}.`);
      print(options, shown, () =>
        regions
          .map((each) => regionText(each, shown))
          .filter(Boolean)
          .join('\n\n'),
      );
    });
}

function regionText(region: string, hubs: readonly Hub[]): string {
  const here = hubs.filter((hub) => hub.region === region);
  if (here.length === 0) return '';
  return [
    region,
    ...here.map((hub) => `  ${hub.name}\n    ${wrap(hubDetails(hub).join('; '), undefined, '    ')}`),
  ].join('\n');
}

/** What is known of a hub, in short parts; the unknown is said to be unknown. */
export function hubDetails({ leadSchool, website, email, telephone, asOf }: Hub): readonly string[] {
  const lead = leadSchool === null ? 'not known' : `${leadSchool.names.join(' and ')} (${leadSchool.asOf})`;
  return [
    `lead school: ${lead}`,
    `website: ${website ?? 'not known'}`,
    ...(email === null ? [] : [`e-mail: ${email}`]),
    ...(telephone === undefined ? [] : [`telephone: ${telephone}`]),
    `as of ${asOf}`,
  ];
}

const gradeText: Readonly<Record<Coverage['confidence'], string>> = {
  high: 'listed in the hub’s area',
  medium: 'older or partial evidence',
  low: 'thin evidence: old, or a single school',
  candidate: 'no evidence: what the other hubs’ areas leave',
};

export function coverageCommand(program: Command): void {
  program
    .command('coverage')
    .description('Which councils each hub is known to serve, by how good the evidence is.')
    .option('--confidence <grade>', `only one grade: ${Object.keys(gradeText).join(', ')}`)
    .addHelpText(
      'after',
      '\nExamples:\n  $ maths-hubs coverage --confidence candidate\n  $ maths-hubs coverage --json',
    )
    .action(async ({ confidence, ...options }: OutputOptions & { readonly confidence?: string }) => {
      const directory = await loadHubs();
      if (confidence !== undefined && !Object.hasOwn(gradeText, confidence)) {
        misused(`There is no grade “${confidence}”. Grades: ${Object.keys(gradeText).join(', ')}.`);
      }
      const rows = directory.coverage
        .filter((row) => confidence === undefined || row.confidence === confidence)
        .map((row) => describe(directory, row));
      print(options, rows, () =>
        [
          coverageText(rows),
          ...(confidence === undefined || confidence === 'candidate' ? [unevidenced(directory)] : []),
        ]
          .filter(Boolean)
          .join('\n\n'),
      );
    });
}

interface CoverageLine extends Coverage {
  readonly areaName: string;
  readonly hubName: string;
  readonly cited: string;
}

function describe(directory: HubDirectory, row: Coverage): CoverageLine {
  const area = areaByGss(directory, row.area);
  const source = directory.sources.find(({ id }) => id === row.source);
  return {
    ...row,
    areaName: area === null ? row.area : areaLabel(directory, area),
    hubName: directory.hubs.find(({ id }) => id === row.hub)?.name ?? row.hub,
    cited: source === undefined ? '' : citation(source),
  };
}

/** The authorities for which no source names a hub, said plainly. */
function unevidenced(directory: HubDirectory): string {
  const evidenced = new Set(
    directory.coverage.filter(({ confidence }) => confidence !== 'candidate').map(({ area }) => area),
  );
  const named = (area: Area): boolean =>
    evidenced.has(area.gss) || districtsOf(directory, area).some(({ gss }) => evidenced.has(gss));
  const without = directory.areas.filter((area) => area.kind === 'authority' && !named(area));
  const names = new Intl.ListFormat('en-GB').format(without.map(({ name }) => name));
  return without.length === 0
    ? ''
    : `No source that we found names the hub of ${without.length} of the ${directory.areas.filter(({ kind }) => kind === 'authority').length} authorities: ${names}. Ask NCETM.`;
}

function coverageText(rows: readonly CoverageLine[]): string {
  return (Object.keys(gradeText) as Coverage['confidence'][])
    .map((grade) => ({ grade, lines: rows.filter(({ confidence }) => confidence === grade) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ grade, lines }) => {
      const councils = new Set(lines.map(({ area }) => area)).size;
      const cells = lines.map(({ areaName, hubName, cited }) => [areaName, hubName, cited]);
      return `${grade}: ${gradeText[grade]} (${councils} areas)\n${table(['Council', 'Hub', 'Source'], cells)}`;
    })
    .join('\n\n');
}
