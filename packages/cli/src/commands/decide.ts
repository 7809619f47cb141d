import type { Command } from 'commander';
import {
  contradictionsIn,
  decide,
  recommendEntry,
  type Contradiction,
  type Decision,
  type Finding,
  type Recommendation,
} from '@maths-hubs/sdk/eligibility';
import { cite } from '@maths-hubs/sdk/evidence';
import type { Edition } from '@maths-hubs/sdk/programme';
import { labelOf, type Change, type FactChange, type FactValue } from '@maths-hubs/sdk/rules';
import { print, wrap, type OutputOptions } from '../output.js';
import { readEdition } from '../read-edition.js';
import { readFacts } from '../read-facts.js';

interface DecideOptions extends OutputOptions {
  readonly edition: string;
  readonly phase: string;
}

const OUTCOME = {
  eligible: 'Eligible. Hubs select schools, so this is not yet a place.',
  'not-eligible': 'Not eligible.',
  undetermined: 'Not known yet.',
} as const;
const MARK: Readonly<Record<string, string>> = {
  true: 'yes',
  false: 'NO',
  unknown: '?',
  'hub-decides': 'hub',
};
const CHANGEABLE = { school: 'The school can', time: 'Time can', never: 'Nobody can' } as const;

export function decideCommand(program: Command): void {
  program
    .command('decide')
    .argument('<file>', 'facts about a school as JSON, or - for standard input')
    .description(
      'Decide whether a school may join a phase, with every reason, its source, and what to ask next.',
    )
    .requiredOption('--edition <year>', "school year, such as 2024/25, or a hub's own edition file")
    .requiredOption('--phase <phase>', 'phase to join, such as development')
    .addHelpText(
      'after',
      `
The file names facts and what is known of them; leave out what is not known, and write null for not sure:
  { "inEngland": true, "stateFunded": true, "schoolPhase": "primary", "development": "never" }
“maths-hubs facts” lists them all.

Examples:
  $ maths-hubs decide --edition 2024/25 --phase development school.json
  $ maths-hubs decide --edition 2024/25 --phase development school.json --json | jq .outcome`,
    )
    .action(async (file: string, options: DecideOptions) => {
      const edition = await readEdition(options.edition);
      const school = await readFacts(file);
      const decision = decide(edition, options.phase, school);
      const recommended = recommendEntry(edition, school);
      const contradictions = contradictionsIn(school);
      print(options, { ...decision, contradictions, recommended }, () =>
        decisionText(decision, contradictions, recommended, edition),
      );
    });
}

/** A decision in words, each finding with its source. */
export function decisionText(
  decision: Decision,
  contradictions: readonly Contradiction[],
  recommended: Recommendation,
  edition: Edition,
): string {
  const { outcome, phase, findings, questions, changes, pending, notSure } = decision;
  const bars = findings.filter(({ effect }) => effect === 'bars');
  const advice = findings.filter(({ effect }) => effect === 'advises');
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', title, ...lines] : [];
  return [
    `${phase.name}, ${edition.schoolYear}: ${OUTCOME[outcome]}`,
    ...(pending === 'hub' ? ['Only the hub can settle it.'] : []),
    ...section(
      'Answers that cannot all be right',
      contradictions.map(({ statement }) => `  ${wrap(statement, undefined, '  ')}`),
    ),
    ...section(
      'Requirements',
      bars.map((each) => findingText(each, edition)),
    ),
    ...section(
      'Advice',
      advice.map((each) => findingText(each, edition)),
    ),
    ...section(
      'To ask, best first',
      questions.map(({ fact }, i) => `  ${i + 1}. ${wrap(fact.question, undefined, '     ')} (${fact.id})`),
    ),
    ...section(
      'Not sure, to raise with the hub',
      notSure.map((fact) => `  ${fact}`),
    ),
    ...section('What would make it eligible', changes.flatMap(changeLines)),
    ...section('Recommended door', [`  ${wrap(doorText(recommended), undefined, '  ')}`]),
  ].join('\n');
}

function findingText({ finding, statement, leaves, source, basis }: Finding, { sources }: Edition): string {
  const hub = leaves.flatMap(({ leaf }) =>
    finding === 'hub-decides' && 'hubDecides' in leaf ? [leaf.hubDecides] : [],
  );
  const lines = [statement, ...hub, `Source: ${cite({ value: statement, source, basis }, sources)}`];
  return `  ${(MARK[String(finding)] ?? '').padEnd(5)}${lines.map((line) => wrap(line, undefined, '       ')).join('\n       ')}`;
}

function changeLines({ facts, provided, changeable }: Change): string[] {
  const answer = (fact: FactChange['fact'], values: readonly FactValue[]) =>
    `    ${wrap(`${fact.question} ${labels(fact, values)} (${fact.id})`, undefined, '      ')}`;
  const part = (title: string, lines: readonly string[]) => (lines.length > 0 ? [title, ...lines] : []);
  return [
    ...part(
      `  - ${CHANGEABLE[changeable]} change:`,
      facts.map(({ fact, to }) => answer(fact, to)),
    ),
    ...part(
      facts.length > 0 ? '    provided that:' : '  - These answers, with nothing changed:',
      provided.map(({ fact, is }) => answer(fact, is)),
    ),
  ];
}

function labels({ domain }: FactChange['fact'], values: readonly FactValue[]): string {
  return values.map((value) => labelOf(domain, value)).join(' or ');
}

function doorText({ door, phaseName, questions, pending }: Recommendation): string {
  if (door?.programme === 'secondary') return `The secondary programme. ${door.statement}`;
  if (door) return `${phaseName ?? 'Ask your hub'}. ${door.statement}`;
  const [next] = questions;
  return pending === 'school' && next ? `Not known yet. Ask next: ${next.fact.question}` : 'Ask your hub.';
}
