import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { csvLine } from '@maths-hubs/sdk/evidence';
import {
  formGroups,
  groupSizeOf,
  planTable,
  priorityPhaseOf,
  ruledOutBy,
  specialistDaysOf,
  type Belonging,
  type GroupPlan,
  type GroupRules,
} from '@maths-hubs/sdk/groups';
import { readSchoolList, readSpecialistList } from '@maths-hubs/sdk/groups/lists';
import type { ListedSchool, ListedSpecialist } from '@maths-hubs/sdk/groups/lists';
import { phaseOf, shortPhaseName, type Edition } from '@maths-hubs/sdk/programme';
import { mapPage } from '../groups/map-page.js';
import { placesIn } from '../groups/places.js';
import { planText } from '../groups/text.js';
import { fail, failOnFile, finding, misused, print, type OutputOptions } from '../output.js';
import { readEdition } from '../read-edition.js';
import { openFile, problemLog, problemText, type ProblemLog } from '../schools/inputs.js';

interface Options extends OutputOptions {
  readonly specialists: string;
  readonly edition: string;
  readonly phase: string;
  readonly out?: string;
  readonly map?: string;
  readonly postcodes?: string;
  readonly size?: string;
  readonly detour?: string;
  readonly maxKm?: string;
  readonly perTrust?: string;
  readonly trusts?: Belonging;
  readonly heads?: Belonging;
  readonly pin?: readonly string[];
  readonly bar?: readonly string[];
  readonly together?: readonly string[];
  readonly apart?: readonly string[];
  readonly seconds?: string;
}

const examples = `
Examples:
  $ maths-hubs groups applications.csv --specialists specialists.csv --edition 2024/25 --phase development --out groups.csv --map groups.html
  $ maths-hubs groups applications.csv --specialists specialists.csv --edition 2024/25 --phase development --postcodes codepo_gb.zip
  $ maths-hubs groups applications.csv --specialists specialists.csv --edition 2024/25 --phase development --pin MH-7K3QX-9PDM2=AB --per-trust 3

The first file is the intake's export, or any list of schools; the second has a row a specialist: name or initials,
postcode, days (a number for the year, or days of the week). Columns are found by many spellings, in any order.
Places come from columns easting and northing, or by postcode from --postcodes: Code-Point Open (osdatahub.os.uk),
ONSPD, or a download from "Get information about schools".`;

export function groupsCommand(program: Command): void {
  const list = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  program
    .command('groups')
    .description(
      'Form Work Groups around specialists with the least travel, every rule kept, each choice explained.',
    )
    .argument(
      '<file>',
      "applications: the intake's export or a list of schools, as CSV; - for standard input",
    )
    .requiredOption('--specialists <file>', 'list of specialists as CSV')
    .requiredOption('--edition <year>', "school year, such as 2024/25, or a hub's own edition file")
    .requiredOption('--phase <phase>', 'phase that the groups are for, such as development')
    .option('--out <file>', 'write the groups to this CSV file')
    .option('--map <file>', 'write a page with the groups on a map')
    .option(
      '--postcodes <file>',
      'where postcodes lie: Code-Point Open, ONSPD, a GIAS download, or postcode,easting,northing',
    )
    .option('--size <from-to>', "schools in a group, such as 6-7, instead of the edition's")
    .option('--detour <number>', 'kilometres by road for each as the crow flies (1.3)')
    .option('--max-km <number>', 'longest way to a school, where a specialist states none')
    .option('--per-trust <number>', 'most schools of one trust in a group')
    .option('--trusts <how>', 'schools of one trust: any, together or apart')
    .option('--heads <how>', 'schools of one headteacher: any, together or apart')
    .option('--pin <school=specialist>', 'place a school by hand; may be repeated', list)
    .option('--bar <school=specialist>', 'never place a school there; may be repeated', list)
    .option('--together <a,b>', 'keep schools in one group; may be repeated', list)
    .option('--apart <a,b>', 'keep schools in different groups; may be repeated', list)
    .option('--seconds <number>', 'longest time to look for a proof (20)')
    .addHelpText('after', examples)
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  const { out, map, specialists: leadersFile, postcodes } = options;
  for (const output of [out, map])
    for (const input of [file, leadersFile, postcodes, options.edition])
      if (output && input && resolve(output) === resolve(input))
        misused(`${output} would overwrite what is read. Give another name.`);
  if (out && map && resolve(out) === resolve(map)) misused('--out and --map are one file. Give two names.');
  const edition = await readEdition(options.edition);
  phaseOf(edition, options.phase);
  const log = problemLog();
  const listed = {
    schools: await readSchoolList((await openFile(file)).bytes, log.of(file)),
    specialists: await readSpecialistList((await openFile(leadersFile)).bytes, log.of(leadersFile)),
  };
  if (listed.schools.length === 0)
    fail(`${problemText(log)}${file} has no schools. It needs a header line and a row a school.`);
  if (listed.specialists.length === 0)
    fail(
      `${problemText(log)}${leadersFile} has no specialists. It needs a header line and a row a specialist.`,
    );
  const { schools: all, specialists } = await placed(listed, postcodes);
  const schools = all.map((school) => ({
    ...school,
    ruledOut: ruledOutBy(edition, options.phase, school.completed ?? []),
  }));
  const { rules, assumptions } = rulesOf(edition, options, schools, specialists);
  const plan = await formGroups(schools, specialists, rules);
  const said = [...assumptions, ...plan.assumptions];
  if (out) await write(out, csvOf(plan));
  if (map) {
    const title = `${shortPhaseName(edition, options.phase)} Work Groups ${edition.schoolYear}`;
    await write(map, await mapPage(plan, schools, specialists, title, said));
  }
  tell(log, options, { schools, specialists });
  print(options, { ...plan, assumptions: said, problems: log.result() }, () => planText(plan, said));
  if (log.result().rowsLeftOut > 0) finding();
}

interface Listed {
  readonly schools: readonly ListedSchool[];
  readonly specialists: readonly ListedSpecialist[];
}

/** Gives a place to whoever has only a postcode: from the file of postcodes, or from another row with the same one. */
async function placed({ schools, specialists }: Listed, path: string | undefined): Promise<Listed> {
  const rows = [...schools, ...specialists];
  const known = new Map(
    rows.flatMap(({ postcode, place }) =>
      postcode === null || place === null ? [] : [[postcode, place] as const],
    ),
  );
  const wanted = new Set(
    rows.flatMap(({ postcode, place }) => (place === null && postcode !== null ? [postcode] : [])),
  );
  const found =
    path === undefined || wanted.size === 0 ? known : new Map([...known, ...(await placesIn(path, wanted))]);
  const give = <T extends ListedSchool | ListedSpecialist>(row: T): T => ({
    ...row,
    place: row.place ?? found.get(row.postcode ?? '') ?? null,
  });
  return { schools: schools.map(give), specialists: specialists.map(give) };
}

function rulesOf(
  edition: Edition,
  options: Options,
  schools: readonly ListedSchool[],
  specialists: readonly ListedSpecialist[],
): { rules: GroupRules; assumptions: readonly string[] } {
  const size = options.size === undefined ? groupSizeOf(edition, options.phase) : sizeOf(options.size);
  const days = specialists.some((each) => typeof each.days === 'number')
    ? specialistDaysOf(edition, options.phase)
    : null;
  const priorityPhase = priorityPhaseOf(edition, options.phase);
  const detour = numberOption(options.detour, '--detour');
  const limits = {
    maxKilometres: numberOption(options.maxKm, '--max-km') ?? null,
    trustLimit: numberOption(options.perTrust, '--per-trust') ?? null,
  };
  const seconds = numberOption(options.seconds, '--seconds');
  const ids = new Map(
    specialists.flatMap(({ id, name }) => [
      [id.toLowerCase(), id] as const,
      ...(name ? [[name.toLowerCase(), id] as const] : []),
    ]),
  );
  const pinned = schools.flatMap(({ reference, pinnedTo }) => {
    const specialist = pinnedTo === null ? undefined : ids.get(pinnedTo.toLowerCase());
    return specialist === undefined ? [] : [{ school: reference, specialist }];
  });
  return {
    rules: {
      phase: options.phase,
      size: { min: size.min, max: size.max },
      priorityPhase,
      ...limits,
      ...(detour !== undefined && { detour }),
      ...(seconds !== undefined && { seconds }),
      ...(days !== null && { daysPerGroup: days.daysPerGroup, daysPerSchool: days.daysPerSchool }),
      sameTrust: belonging(options.trusts, '--trusts'),
      sameHeadteacher: belonging(options.heads, '--heads'),
      pinned: [...pinned, ...(options.pin ?? []).map((text) => pairOf(text, '--pin', ids))],
      barred: (options.bar ?? []).map((text) => pairOf(text, '--bar', ids)),
      together: (options.together ?? []).map((text) => text.split(',').map((each) => each.trim())),
      apart: (options.apart ?? []).map((text) => text.split(',').map((each) => each.trim())),
    },
    assumptions: [
      ...(size.assumption === null ? [] : [size.assumption]),
      ...(days === null ? [] : [days.assumption]),
      priorityPhase === null
        ? `${edition.schoolYear} states no priority for a place: the hub's own order alone decides where places are short.`
        : `Schools that have completed ${shortPhaseName(edition, priorityPhase)} come first for a place, as ${edition.schoolYear} states.`,
    ],
  };
}

function sizeOf(text: string): { min: number; max: number; assumption: null } {
  const [, min, max = min] = /^\s*(\d+)\s*(?:(?:-|–|to|,)\s*(\d+))?\s*$/.exec(text) ?? [];
  if (min === undefined) misused(`--size ${text} is no size. Write it like 6-7.`);
  return { min: Number(min), max: Number(max), assumption: null };
}

function numberOption(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    misused(`${option} ${text} is not a number.`);
  return value;
}

function belonging(text: string | undefined, option: string): Belonging {
  if (text === undefined || text === 'any' || text === 'together' || text === 'apart') return text ?? 'any';
  return misused(`${option} ${text} is not known. Choose any, together or apart.`);
}

function pairOf(
  text: string,
  option: string,
  ids: ReadonlyMap<string, string>,
): { school: string; specialist: string } {
  const at = text.lastIndexOf('=');
  const [school, specialist] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || specialist === '')
    misused(`${option} ${text} names no pair. Write it like MH-7K3QX-9PDM2=AB.`);
  return { school, specialist: ids.get(specialist.toLowerCase()) ?? specialist };
}

/** What could not be read, and who has no place on the map, on stderr. */
function tell(log: ProblemLog, { postcodes }: Options, { schools, specialists }: Listed): void {
  const nowhere = [
    ...specialists.filter(({ place }) => place === null).map(({ id, postcode }) => postcode ?? id),
    ...schools.filter(({ place }) => place === null).map(({ reference, postcode }) => postcode ?? reference),
  ];
  const lost =
    nowhere.length === 0
      ? ''
      : `Where ${nowhere.slice(0, 5).join(', ')}${nowhere.length > 5 ? ` and ${nowhere.length - 5} more` : ''} ${nowhere.length === 1 ? 'lies' : 'lie'} is not known. ${
          postcodes === undefined
            ? 'Give --postcodes codepo_gb.zip (Code-Point Open), or columns easting and northing.'
            : `${postcodes} does not have ${nowhere.length === 1 ? 'it' : 'them'}: check the postcodes, or give easting and northing.`
        }\n`;
  const text = `${problemText(log)}${lost}`;
  if (text !== '') process.stderr.write(text);
}

/** With its mark, so that a spreadsheet reads it as UTF-8. */
function csvOf(plan: GroupPlan): string {
  const { columns, rows } = planTable(plan);
  return `\ufeff${[columns, ...rows].map((row) => csvLine(row)).join('')}`;
}

async function write(path: string, content: string): Promise<void> {
  await writeFile(path, content).catch((error: unknown) =>
    failOnFile('write', path, error, 'Choose another place.'),
  );
}
