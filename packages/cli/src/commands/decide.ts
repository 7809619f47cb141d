import type { Command } from 'commander';
import {
  contradictionsIn,
  decide,
  linkedOffers,
  recommendEntry,
  type Contradiction,
  type Decision,
  type Finding,
  type LinkedOffer,
  type Recommendation,
} from '@maths-hubs/sdk/eligibility';
import { cite } from '@maths-hubs/sdk/evidence';
import { widerRules, type Edition } from '@maths-hubs/sdk/programme';
import { labelOf, type Change, type FactChange, type FactValue } from '@maths-hubs/sdk/rules';
import { print, wrap, type OutputOptions } from '../output.js';
import { readEdition } from '../read-edition.js';
import { FACTS } from '@maths-hubs/sdk/schools';
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
“maths-hubs facts --wider” lists them all.

Examples:
  $ maths-hubs decide --edition 2024/25 --phase development school.json
  $ maths-hubs decide --edition 2024/25 --phase development school.json --json | jq .outcome`,
    )
    .action(async (file: string, options: DecideOptions) => {
      const edition = await readEdition(options.edition);
      const rules = await widerRules();
      const school = await readFacts(file, [...FACTS, ...rules.facts]);
      const decision = decide(edition, options.phase, school);
      const recommended = recommendEntry(edition, school);
      const contradictions = contradictionsIn(school);
      const linked = linkedOffers(edition, rules, school);
      print(options, { ...decision, contradictions, recommended, linked }, () =>
        [decisionText(decision, contradictions, recommended, edition), ...linkedText(linked)].join('\n'),
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

const OFFER = { eligible: 'open to the school', undetermined: 'may be open' } as const;

/** The other projects that a school may join, or may if what is not known holds; those that it may not are left out. */
function linkedText(offers: readonly LinkedOffer[]): readonly string[] {
  const lines = offers.flatMap(({ project: { name, prerequisite }, decision }) => {
    if (decision === null)
      return [
        `  - ${wrap(`${name}: ${prerequisite ?? 'no source states who may join; ask the hub.'}`, undefined, '    ')}`,
      ];
    if (decision.outcome === 'not-eligible') return [];
    return [
      `  - ${wrap(`${name}: ${OFFER[decision.outcome]}.`, undefined, '    ')}`,
      ...decision.findings.map(
        ({ finding, statement, source }) =>
          `      ${(MARK[String(finding)] ?? '').padEnd(5)}${wrap(`${statement} [${source.join(', ')}]`, undefined, '           ')}`,
      ),
      ...decision.questions.map(
        ({ fact }) => `      ${wrap(`To ask: ${fact.question} (${fact.id})`, undefined, '        ')}`,
      ),
    ];
  });
  return lines.length === 0 ? [] : ['', 'Linked projects', ...lines];
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
