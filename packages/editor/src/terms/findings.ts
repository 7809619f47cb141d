import { shortPhaseName } from '@maths-hubs/components/foundation/edition/term-text';
import type { Problem } from '@maths-hubs/sdk/eligibility/prove';
import type { Edition } from '@maths-hubs/sdk/programme';
import { labelOf, type FactDefinition } from '@maths-hubs/sdk/rules';

/** Something proved of the requirements, said for the person who chose them. */
export interface TermFinding {
  readonly severity: Problem['severity'];
  readonly where: string;
  readonly text: string;
  /** A school that shows it, in words. */
  readonly example: string | undefined;
}

const WORDS: Readonly<Record<Problem['kind'], string>> = {
  invalid:
    'This requirement cannot be read, so no school can be told whether it meets it. Take it out, or choose a ready one.',
  imprecise:
    'For some schools the answer stays open although it is settled. Schools are asked more than they need be.',
  contradiction: 'No school can ever meet this requirement. Take it out, or choose another.',
  dead: 'This requirement makes no difference: the others already ask for it. You can take it out.',
  unreachable: 'No school can meet all of these requirements together. Take one out.',
  'hub-only':
    'Your requirements leave the last word to you: no school is told “yes” before it has asked you.',
  'closed-door':
    'You send some schools to this phase, and its requirements rule out every one of them. Change one or the other.',
  unsourced: 'Nothing says where this requirement comes from.',
  gap: 'For some schools nothing says where they would start. The checker tells them to ask you.',
  overlap: 'Some schools are shown two places to start.',
};

/** What the proof found, in plain words, failures first. */
export function findingsOf(
  problems: readonly Problem[],
  edition: Edition,
  facts: readonly FactDefinition[],
): TermFinding[] {
  return problems
    .map(({ kind, severity, phase, requirement, witness }) => ({
      severity,
      where: whereOf(edition, phase, requirement),
      text: WORDS[kind],
      example: witness && exampleOf(witness, facts),
    }))
    .toSorted((a, b) => a.severity.localeCompare(b.severity));
}

function whereOf(edition: Edition, phase: string | null, requirement: string | null): string {
  if (phase === null) return 'The whole programme';
  const name = shortPhaseName(edition, phase);
  const statement = edition.phases
    .find(({ id }) => id === phase)
    ?.requirements.find(({ id }) => id === requirement)?.statement;
  return statement === undefined ? name : `${name}: ${statement}`;
}

function exampleOf(
  witness: NonNullable<Problem['witness']>,
  facts: readonly FactDefinition[],
): string | undefined {
  const known = Object.entries(witness).flatMap(([id, value]) => {
    const fact = facts.find((each) => each.id === id);
    return fact === undefined || value === undefined || value === null
      ? []
      : [`${fact.question} ${labelOf(fact.domain, value)}.`];
  });
  return known.length === 0 ? undefined : known.join(' ');
}
