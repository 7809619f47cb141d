import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { citation } from '@maths-hubs/sdk/evidence';
import { extendDirectory, findHub, loadHubs } from '@maths-hubs/sdk/hubs';
import type { FindResult, HubDirectory, HubMatch, HubQuery } from '@maths-hubs/sdk/hubs';
import { parseHubFile } from '@maths-hubs/sdk/hubs/schema';
import { postcodeIndex, postcodesIo } from '@maths-hubs/sdk/postcodes';
import type { PostcodeResolver } from '@maths-hubs/sdk/postcodes';
import { readTyped } from '@maths-hubs/sdk/typed';
import { readJson } from '../input.js';
import { fail, failOnFile, finding, misused, print, width, wrap } from '../output.js';
import type { OutputOptions } from '../output.js';
import { schoolsNamed } from '../schools/from-index.js';
import { hubDetails } from './hubs.js';

interface HubOptions extends OutputOptions {
  readonly postcode?: string;
  readonly authority?: string;
  readonly district?: string;
  readonly place?: string;
  readonly within?: string;
  readonly school?: string;
  readonly schools?: string;
  readonly postcodeIndex?: string;
  readonly hubFile?: string;
}

export function hubCommand(program: Command): void {
  program
    .command('hub')
    .argument('[words...]', 'what you would type into the finder: a postcode, council, town, hub or school')
    .description('Find the hub of a postcode, council, place or school, and say how sure that is.')
    .option('--postcode <postcode>', 'looked up with postcodes.io, unless --postcode-index is given')
    .option('--authority <council>', 'a council: its name or a unique beginning, GSS code or DfE code')
    .option('--district <council>', 'the same, for a district council')
    .option('--place <name>', 'a town or village')
    .option('--within <council>', 'with --place: the GSS code of its council, or its nation')
    .option('--school <name>', 'a school by its name, with --schools')
    .option('--schools <folder>', 'a school index made by school-index')
    .option('--postcode-index <file>', 'an index made by postcode-index: nothing leaves this machine')
    .option('--hub-file <file>', 'a hub’s own file, which wins over what we found')
    .addHelpText(
      'after',
      `
Examples:
  $ maths-hubs hub LE2 5TF
  $ maths-hubs hub Milton Keynes
  $ maths-hubs hub --authority Oadby
  $ maths-hubs hub --postcode "LE2 5TF"
  $ maths-hubs hub --place Wigston --json
  $ maths-hubs hub --school "Launde Primary" --schools schools

Exit code 0 when a hub is named, 1 when there is a question or nothing was found.`,
    )
    .action(async (words: readonly string[], options: HubOptions) => {
      const directory = await directoryWith(options.hubFile);
      const resolver = await resolverFrom(options.postcodeIndex);
      const query = await queryFrom(words.join(' '), options);
      if (query === null) return;
      const result = await findHub(query, { directory, resolver });
      print(options, result, resultText);
      if (result.answer !== 'one' && result.answer !== 'likely') finding();
    });
}

/** What was asked; null when a school has namesakes, which are then printed. */
async function queryFrom(text: string, options: HubOptions): Promise<HubQuery | null> {
  const { postcode, authority, district, place, within, school } = options;
  const asked: (HubQuery | { readonly named: string })[] = [
    ...(text === '' ? [] : [typedQuery(text, options)]),
    ...(postcode === undefined ? [] : [{ postcode }]),
    ...(authority === undefined ? [] : [{ authority }]),
    ...(district === undefined ? [] : [{ district }]),
    ...(place === undefined ? [] : [{ place, ...(within !== undefined && { within }) }]),
    ...(school === undefined ? [] : [{ named: school }]),
  ];
  const [query] = asked;
  if (query === undefined || asked.length > 1) {
    return misused(
      'Give a postcode, council, town, hub or school, or one of --postcode, --authority, --district, --place and --school.',
    );
  }
  return 'named' in query ? schoolQuery(query.named, options) : query;
}

/** What cannot be looked for, by its look, and what it is called. */
const NO_PLACE: Readonly<Partial<Record<ReturnType<typeof readTyped>['kind'], string>>> = {
  email: 'an e-mail address',
  telephone: 'a telephone number',
  trn: 'a teacher reference number',
  'school-year': 'a school year',
};

/** As the finder on a page reads it. */
function typedQuery(text: string, { schools }: HubOptions): HubQuery | { readonly named: string } {
  const { kind, value } = readTyped(text);
  const other = NO_PLACE[kind];
  if (other !== undefined)
    return misused(`“${text}” is ${other}. Give a postcode, council, town, hub or school.`);
  if (kind === 'postcode' || kind === 'outcode') return { postcode: text };
  if (kind === 'gss') return { authority: value };
  if ((kind === 'urn' || kind === 'laestab') && schools === undefined)
    return misused(
      `“${text}” is a school’s number. Give --schools too, the folder of an index made by school-index, or the school’s postcode.`,
    );
  return kind === 'urn' || kind === 'laestab' ? { named: value } : { place: text };
}

async function schoolQuery(name: string, options: HubOptions): Promise<HubQuery | null> {
  if (options.schools === undefined) {
    return misused('--school needs --schools, the folder of an index made by school-index.');
  }
  const schools = await schoolsNamed(options.schools, name);
  const [school] = schools;
  if (school === undefined)
    return fail(`No school in ${options.schools} is called “${name}”. Check the name.`);
  if (schools.length === 1) return { school };
  print(options, { schools }, () =>
    [
      'Which of these schools do you mean? Give its whole name, or find its hub by its postcode.',
      ...schools.map(
        ({ name, town, postcode, urn }) =>
          `  - ${[name, town, postcode].filter(Boolean).join(', ')} (URN ${urn})`,
      ),
    ].join('\n'),
  );
  finding();
  return null;
}

async function directoryWith(hubFile: string | undefined): Promise<HubDirectory> {
  const directory = await loadHubs();
  return hubFile === undefined
    ? directory
    : extendDirectory(directory, parseHubFile(await readJson(hubFile)));
}

async function resolverFrom(indexFile: string | undefined): Promise<PostcodeResolver> {
  if (indexFile === undefined) return postcodesIo();
  const bytes = await readFile(indexFile).catch((error: unknown) =>
    failOnFile('read', indexFile, error, 'Give the path of a postcode index.'),
  );
  return postcodeIndex(bytes);
}

/** Which hub, how sure that is, and why. */
export function resultText({
  answer,
  summary,
  where,
  hubs,
  ask,
  caution,
  problem,
  confirm,
}: FindResult): string {
  const lines = [where, summary];
  if (ask === undefined) lines.push(...hubs.map((match) => matchText(match)));
  else lines.push(ask.choices.map(({ label }) => `  - ${label}`).join('\n'));
  if (problem?.suggestion !== undefined) lines.push(`Did you mean ${problem.suggestion}?`);
  if (caution !== undefined && hubs.length > 0) lines.push(caution);
  if (answer !== 'not-in-england') lines.push(`${confirm.label}: ${confirm.url}`);
  return lines
    .filter((line) => line !== null)
    .map((line) => (line.includes('\n') ? line : wrap(line)))
    .join('\n\n');
}

function matchText({ hub, confidence, because, source }: HubMatch): string {
  const parts = [
    ...hubDetails(hub),
    `why: ${because}`,
    ...(source === null ? [] : [`source: ${citation(source)}`]),
    `evidence: ${confidence}`,
  ];
  return [hub.name, ...parts.map((part) => `  ${wrap(part, width(), '    ')}`)].join('\n');
}
