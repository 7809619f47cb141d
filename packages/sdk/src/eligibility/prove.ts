import type { Edition, Phase, PhaseId, Requirement } from '../programme/index.js';
import { checkCondition, type Condition, type FactDefinition, type Facts } from '../rules/index.js';
import { findCover, findImplied, inspect, outcomes, type Inspection } from '../rules/prove.js';
import { FACTS } from '../schools/index.js';
import { doorsOf } from './doors.js';

/** Something proved of an edition's rules that its author should know. */
export interface Problem {
  readonly kind:
    | 'invalid'
    | 'imprecise'
    | 'contradiction'
    | 'dead'
    | 'unreachable'
    | 'hub-only'
    | 'unsourced'
    | 'gap'
    | 'overlap';
  /** A failure is a fault in the rules; a notice is a truth about them. */
  readonly severity: 'failure' | 'notice';
  readonly phase: PhaseId | null;
  readonly requirement: string | null;
  readonly message: string;
  /** Facts that show it. */
  readonly witness?: Facts;
}

/**
 * Proves an edition's requirements over every set of facts: each can be met, none is idle, each is decided as soon as
 * it can be, every phase can be entered, and every school has exactly one recommended door.
 * Empty when there is nothing to say.
 */
export function proveEdition(edition: Edition, definitions: readonly FactDefinition[] = FACTS): Problem[] {
  return [
    ...edition.phases.flatMap((phase) => provePhase(phase, definitions)),
    ...proveDoors(edition, definitions),
  ];
}

function provePhase(phase: Phase, definitions: readonly FactDefinition[]): Problem[] {
  const problems = phase.requirements.flatMap((requirement) =>
    proveRequirement(phase.id, requirement, definitions),
  );
  if (problems.some(({ kind }) => kind === 'invalid' || kind === 'contradiction')) return problems;
  return [...problems, ...proveTogether(phase, definitions)];
}

function proveRequirement(
  phase: PhaseId,
  { id, condition, source }: Requirement,
  definitions: readonly FactDefinition[],
): Problem[] {
  const at = { phase, requirement: id };
  const faults = checkCondition(condition, definitions, 'condition');
  if (faults.length > 0)
    return faults.map(({ path, found, expected, remedy }) => ({
      ...at,
      kind: 'invalid',
      severity: 'failure',
      message: `${path}: found ${found}; expected ${expected}. ${remedy}`,
    }));

  const problems: Problem[] = [];
  const { outcomes: own, imprecision, dead } = inspect(condition, definitions);
  if (!own.true && !own.hubDecides)
    problems.push({
      ...at,
      kind: 'contradiction',
      severity: 'failure',
      message: 'No school can ever meet it.',
    });
  else
    for (const { path, part } of dead)
      problems.push({
        ...at,
        kind: 'dead',
        severity: 'failure',
        message: `${path === '' ? 'It holds for every school, so it' : `condition.${path} ${JSON.stringify(part)}`} can never matter.`,
      });
  problems.push(...imprecise(imprecision, at, 'It stays', 'Write it with one comparison for each fact.'));
  if (source.length === 0)
    problems.push({ ...at, kind: 'unsourced', severity: 'notice', message: 'No source states it.' });
  return problems;
}

function proveTogether(phase: Phase, definitions: readonly FactDefinition[]): Problem[] {
  const bars = phase.requirements.filter(({ effect }) => effect === 'bars');
  const { outcomes: together, imprecision } = inspect(allOf(bars), definitions);
  const at = { phase: phase.id, requirement: null };
  const problems: Problem[] = [];
  if (!together.true && !together.hubDecides)
    problems.push({
      ...at,
      kind: 'unreachable',
      severity: 'failure',
      message: 'Its requirements contradict each other: nobody can enter.',
    });
  else if (!together.true)
    problems.push({
      ...at,
      kind: 'hub-only',
      severity: 'notice',
      message: 'Only the hub can say that a school may enter.',
    });
  problems.push(...imprecise(imprecision, at, 'Its requirements together stay', ''));

  const settling = bars.filter(({ condition }) => {
    const own = outcomes(condition, definitions);
    return own.true !== null || own.false !== null;
  });
  const implied = together.false
    ? findImplied(
        settling.map(({ condition }) => condition),
        definitions,
      )
    : [];
  for (const index of implied)
    problems.push({
      phase: phase.id,
      requirement: settling[index]?.id ?? null,
      kind: 'dead',
      severity: 'failure',
      message: 'The other requirements already ask for it, so it can never matter.',
    });
  return problems;
}

function allOf(requirements: readonly Requirement[]): Condition {
  return { all: requirements.map(({ condition }) => condition) };
}

function proveDoors(edition: Edition, definitions: readonly FactDefinition[]): Problem[] {
  const doors = doorsOf(edition);
  const { gap, overlaps } = findCover(
    doors.map(({ condition }) => condition),
    definitions,
  );
  const at = { phase: null, requirement: null, severity: 'failure' as const };
  const problems: Problem[] = gap
    ? [{ ...at, kind: 'gap', message: 'No door is recommended to some schools.', witness: gap }]
    : [];
  for (const { a, b, witness } of overlaps)
    problems.push({
      ...at,
      kind: 'overlap',
      message: `Both “${String(doors[a]?.id)}” and “${String(doors[b]?.id)}” are recommended to some schools.`,
      witness,
    });
  return problems;
}

type Place = Pick<Problem, 'phase' | 'requirement'>;

function imprecise(
  imprecision: Inspection['imprecision'],
  at: Place,
  what: string,
  remedy: string,
): Problem[] {
  if (imprecision === null) return [];
  if (imprecision === 'unproved')
    return [
      {
        ...at,
        kind: 'imprecise',
        severity: 'notice',
        message: `There are too many sets of answers to prove that it is decided as soon as it can be.`,
      },
    ];
  const { completions, witness } = imprecision;
  return [
    {
      ...at,
      kind: 'imprecise',
      severity: 'failure',
      message: `${what} unknown although every answer left comes to ${String(completions)}. ${remedy}`.trim(),
      witness,
    },
  ];
}
