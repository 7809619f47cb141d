import type { Edition, Phase, PhaseId, Requirement } from '../programme/index.js';
import { checkCondition, type Condition, type FactDefinition, type Facts } from '../rules/index.js';
import { findGap, findOverlap, inspect, isImplied } from '../rules/prove.js';
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
  const { outcomes, imprecision, dead } = inspect(condition, definitions);
  if (!outcomes.true && !outcomes.hubDecides)
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
  if (imprecision)
    problems.push({
      ...at,
      kind: 'imprecise',
      severity: 'failure',
      message: `It stays unknown although every answer left comes to ${String(imprecision.completions)}. Write it with one comparison for each fact.`,
      witness: imprecision.witness,
    });
  if (source.length === 0)
    problems.push({ ...at, kind: 'unsourced', severity: 'notice', message: 'No source states it.' });
  return problems;
}

function proveTogether(phase: Phase, definitions: readonly FactDefinition[]): Problem[] {
  const bars = phase.requirements.filter(({ effect }) => effect === 'bars');
  const { outcomes, imprecision } = inspect(allOf(bars), definitions);
  const at = { phase: phase.id, requirement: null };
  const problems: Problem[] = [];
  if (!outcomes.true && !outcomes.hubDecides)
    problems.push({
      ...at,
      kind: 'unreachable',
      severity: 'failure',
      message: 'Its requirements contradict each other: nobody can enter.',
    });
  else if (!outcomes.true)
    problems.push({
      ...at,
      kind: 'hub-only',
      severity: 'notice',
      message: 'Only the hub can say that a school may enter.',
    });
  if (imprecision)
    problems.push({
      ...at,
      kind: 'imprecise',
      severity: 'failure',
      message: `Its requirements together stay unknown although every answer left comes to ${String(imprecision.completions)}.`,
      witness: imprecision.witness,
    });

  const settling = bars.filter(({ condition }) => {
    const own = inspect(condition, definitions).outcomes;
    return own.true !== null || own.false !== null;
  });
  for (const requirement of settling) {
    const others = settling.filter((other) => other !== requirement).map(({ condition }) => condition);
    if (outcomes.false && isImplied(requirement.condition, others, definitions))
      problems.push({
        phase: phase.id,
        requirement: requirement.id,
        kind: 'dead',
        severity: 'failure',
        message: 'The other requirements already ask for it, so it can never matter.',
      });
  }
  return problems;
}

function allOf(requirements: readonly Requirement[]): Condition {
  return { all: requirements.map(({ condition }) => condition) };
}

function proveDoors(edition: Edition, definitions: readonly FactDefinition[]): Problem[] {
  const doors = doorsOf(edition);
  const gap = findGap(
    doors.map(({ condition }) => condition),
    definitions,
  );
  const at = { phase: null, requirement: null, severity: 'failure' as const };
  const problems: Problem[] = gap
    ? [{ ...at, kind: 'gap', message: 'No door is recommended to some schools.', witness: gap }]
    : [];
  for (const [i, a] of doors.entries())
    for (const b of doors.slice(i + 1)) {
      const witness = findOverlap(a.condition, b.condition, definitions);
      if (witness)
        problems.push({
          ...at,
          kind: 'overlap',
          message: `Both “${a.id}” and “${b.id}” are recommended to some schools.`,
          witness,
        });
    }
  return problems;
}
