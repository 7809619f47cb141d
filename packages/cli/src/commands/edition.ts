import { Option, type Command } from 'commander';
import { firmnessOf, sayFirmness } from '@maths-hubs/sdk/eligibility';
import { cite } from '@maths-hubs/sdk/evidence';
import { loadEdition, loadSecondary, phaseName, phaseOf, TERMS } from '@maths-hubs/sdk/programme';
import type { Edition, Phase, Programme, TermId } from '@maths-hubs/sdk/programme';
import { print, width, wrap } from '../output.js';
import type { OutputOptions } from '../output.js';
import { PROGRAMMES } from '../read-programme.js';
import { writeTerm } from '../terms-text.js';

interface EditionOptions extends OutputOptions {
  readonly phase?: string;
  readonly cite?: boolean;
  readonly programme?: Programme;
}

export function editionCommand(program: Command): void {
  program
    .command('edition')
    .argument('<year>', 'school year, such as 2020/21')
    .description('Show the terms of one school year, phase by phase.')
    .option('--phase <id>', 'only one phase, such as development')
    .addOption(new Option('--programme <name>', 'primary unless given').choices(PROGRAMMES))
    .option('--cite', 'say under each term where it comes from')
    .addHelpText(
      'after',
      `
Examples:
  $ maths-hubs edition 2020/21
  $ maths-hubs edition 2024/25 --phase development --cite
  $ maths-hubs edition 2024/25 --programme secondary
  $ maths-hubs edition 2020/21 --json | jq '.phases[0].terms.visits'`,
    )
    .action(async (year: string, options: EditionOptions) => {
      const edition = await (options.programme === 'secondary' ? loadSecondary(year) : loadEdition(year));
      const phase = options.phase === undefined ? null : phaseOf(edition, options.phase);
      if (phase) print(options, phase, phaseText(edition, phase, options.cite));
      else print(options, edition, editionText(edition, options.cite));
    });
}

/** A year's terms in words; `cited` says under each where it comes from. */
export function editionText(edition: Edition, cited = false): string {
  const { schoolYear, evidence, note, entryPoints, transitions, phases, linkedProjects, recruitment } =
    edition;
  return [
    `Teaching for Mastery, ${schoolYear} (evidence: ${evidence})`,
    ...(note === undefined ? [] : [wrap(note)]),
    ...(phases.length === 0 ? ['', 'No phase for schools is evidenced in this year.'] : []),
    ...section(
      'Where a school starts',
      entryPoints.map(({ phase, forWhom }) => `${phase}: ${forWhom}`),
    ),
    ...phases.flatMap((phase) => ['', phaseText(edition, phase, cited)]),
    ...section(
      'From phase to phase',
      transitions.map(({ statement }) => statement),
    ),
    ...section(
      'When and where to apply',
      recruitment.flatMap(
        ({ opens, closes, where = [], note }) =>
          [opens && `from ${opens}`, closes && `until ${closes}`, ...where, note]
            .filter(Boolean)
            .join('. ') || [],
      ),
    ),
    ...section(
      'Linked projects',
      linkedProjects.map(({ name, summary }) => `${name}: ${summary}`),
    ),
  ].join('\n');
}

export function phaseText(edition: Edition, phase: Phase, cited = false): string {
  const terms = Object.keys(TERMS) as TermId[];
  const known = terms.filter((term) => phase.terms[term].value !== null);
  const missing = terms.filter((term) => phase.terms[term].value === null).map((term) => TERMS[term].label);
  const title = `${phaseName(phase)} [${phase.id}]`;
  const evidence = (fact: Parameters<typeof cite>[0]): string[] =>
    cited ? [`    ${wrap(cite(fact, edition.sources), width(), '    ')}`] : [];
  return [
    title,
    '='.repeat(title.length),
    ...known.flatMap((term) => [
      `  ${wrap(`${TERMS[term].label}: ${writeTerm(term, phase.terms[term].value)}`, width(), '    ')}`,
      ...evidence(phase.terms[term]),
    ]),
    ...(missing.length === 0
      ? []
      : [`  ${wrap(`Not known, ask your hub: ${missing.join(', ')}`, width(), '    ')}`]),
    ...(phase.requirements.length === 0 ? [] : ['  To join:']),
    ...phase.requirements.flatMap((requirement) => [
      `  - ${wrap([requirement.statement, ...sayFirmness(firmnessOf(requirement))].join(' '), width(), '    ')}`,
      ...evidence(requirement),
    ]),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  - ${wrap(line, width(), '    ')}`)];
}
