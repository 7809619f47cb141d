import { Option, type Command } from 'commander';
import { decideSpecialist, specialistRequirements, type WiderDecision } from '@maths-hubs/sdk/eligibility';
import { specialistPath, widerRules, type GuidePart, type Programme } from '@maths-hubs/sdk/programme';
import { guideText, sourcesOf } from '../guide-text.js';
import { print, wrap, type OutputOptions } from '../output.js';
import { readFacts } from '../read-facts.js';
import { PROGRAMMES } from '../read-programme.js';

interface SpecialistOptions extends OutputOptions {
  readonly edition?: string;
  readonly programme: Programme;
}

const OUTCOME = {
  eligible: 'Every condition is met. Hubs select, so this is not yet a place.',
  'not-eligible': 'Not as things stand.',
  undetermined: 'Not known yet.',
} as const;
const MARK: Readonly<Record<string, string>> = { true: 'yes', false: 'NO', unknown: '?' };

export function specialistCommand(program: Command): void {
  program
    .command('specialist')
    .description(
      'Say how a teacher becomes a Mastery Specialist: who may, what it asks, what is paid, when to apply.',
    )
    .argument('[file]', 'answers as JSON, or - for standard input: then says whether the teacher may apply')
    .option('--edition <year>', 'school year; the newest with evidence unless given')
    .addOption(new Option('--programme <name>', 'whose specialists').choices(PROGRAMMES).default('primary'))
    .addHelpText(
      'after',
      `
“maths-hubs facts --wider” lists what may be answered.

Examples:
  $ maths-hubs specialist
  $ maths-hubs specialist --edition 2022/23
  $ maths-hubs specialist --programme secondary --json
  $ echo '{ "worksInEngland": true, "headSupportsSpecialist": false }' | maths-hubs specialist -`,
    )
    .action(async (file: string | undefined, { edition, programme, ...options }: SpecialistOptions) => {
      const rules = await widerRules();
      const path = specialistPath(rules, edition, programme);
      const requirements = specialistRequirements(rules, path.schoolYear, programme);
      const person = file === undefined ? undefined : await readFacts(file, rules.facts);
      const decision = person && decideSpecialist(rules, path.schoolYear, person, programme);
      const part: Pick<GuidePart, 'title' | 'blocks'> = {
        title: `Becoming a ${programme} Mastery Specialist, ${path.schoolYear}`,
        blocks: [
          ...path.stages.map(({ title, lines }) => ({
            title,
            lines: lines.length > 0 ? lines : [unknown(path.schoolYear)],
          })),
          ...(path.training.length > 0 ? [{ title: 'The training as a whole', lines: path.training }] : []),
        ],
      };
      print(
        options,
        {
          ...path,
          requirements,
          ...(decision !== undefined && { decision }),
          sources: sourcesOf([part], rules.sources),
        },
        () =>
          [
            ...(decision === undefined ? [] : [decisionText(decision, path.schoolYear), '']),
            guideText([part], rules.sources),
          ].join('\n'),
      );
    });
}

function unknown(year: string) {
  return { text: `No public source of ${year} states it; ask your hub.`, notes: [], source: [] };
}

function decisionText(decision: WiderDecision | null, year: string): string {
  if (decision === null) return `No public source of ${year} states who may apply; ask your hub.`;
  const { outcome, findings, questions } = decision;
  return [
    OUTCOME[outcome],
    ...findings.map(
      ({ finding, statement }) =>
        `  ${(MARK[String(finding)] ?? '').padEnd(5)}${wrap(statement, undefined, '       ')}`,
    ),
    ...questions.map(({ fact }) => `  ${wrap(`To ask: ${fact.question} (${fact.id})`, undefined, '    ')}`),
  ].join('\n');
}
