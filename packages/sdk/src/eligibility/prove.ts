import type { Door, Edition, Phase, PhaseId, Requirement } from '../programme/index.js';
import { describeFault } from '../ground/errors.js';
import {
  checkCondition,
  TooManyCombinationsError,
  type Condition,
  type FactDefinition,
  type Facts,
} from '../rules/index.js';
import { findExcess } from '../rules/excess.js';
import { findCover, findImplied, inspect, outcomes, type Inspection } from '../rules/prove.js';
import { FACTS } from '../schools/index.js';
import { doorsOf } from './doors.js';

export { mattersOf } from './matters.js';
export type { Matter } from './matters.js';

/** Something proved about an edition's rules that its author should know. */
export interface Problem {
  readonly kind:
    | 'invalid'
    | 'imprecise'
    | 'contradiction'
    | 'dead'
    | 'unreachable'
    | 'hub-only'
    | 'unsourced'
    | 'closed-door'
    | 'gap'
    | 'overlap';
  /** A failure is a fault in the rules; a notice is only worth knowing. */
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
  const faults = invalid(condition, definitions, at);
  if (faults.length > 0) return faults;
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
  const much = tooMany(allOf(bars), definitions).map((message) => ({
    phase: phase.id,
    requirement: null,
    kind: 'invalid' as const,
    severity: 'failure' as const,
    message,
  }));
  if (much.length > 0) return much;
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
  if (doors.length === 0) return [];
  const at = { phase: null, requirement: null };
  const faults = doors.flatMap(({ id, condition }) => invalid(condition, definitions, at, `Door “${id}”: `));
  if (faults.length > 0) return faults;
  const { gap, overlaps, empty } = findCover(
    doors.map(({ condition }) => condition),
    definitions,
  );
  const named = (index: number) => `“${String(doors[index]?.id)}”`;
  return [
    ...(gap
      ? [
          {
            ...at,
            kind: 'gap' as const,
            // A hub may leave schools to itself; our own editions leave none.
            severity: edition.hub === null ? ('failure' as const) : ('notice' as const),
            message: 'No door is recommended to some schools: they are told to ask the hub.',
            witness: gap,
          },
        ]
      : []),
    ...overlaps.map(({ a, b, witness }) => ({
      ...at,
      kind: 'overlap' as const,
      severity: 'failure' as const,
      message: `Both ${named(a)} and ${named(b)} are recommended to some schools.`,
      witness,
    })),
    ...empty
      .filter((index) => doors[index] && outcomes(doors[index].condition, definitions).hubDecides === null)
      .map((index) => ({
        ...at,
        kind: 'dead' as const,
        severity: 'failure' as const,
        message: `No school can ever come to the door ${named(index)}.`,
      })),
    ...doors.flatMap((door) => closed(edition, door, definitions)),
  ];
}

/** A door into a phase whose requirements rule out every school that it is recommended to. */
function closed(edition: Edition, door: Door, definitions: readonly FactDefinition[]): Problem[] {
  const phase = edition.phases.find(({ id }) => id === door.phase);
  if (!phase) return [];
  const bars = phase.requirements.filter(({ effect }) => effect === 'bars');
  const { true: met, hubDecides } = outcomes({ all: [door.condition, allOf(bars)] }, definitions);
  if (met || hubDecides) return [];
  return [
    {
      phase: phase.id,
      requirement: null,
      kind: 'closed-door',
      severity: 'notice',
      message: `The door “${door.id}” leads schools here, and the requirements rule out every one of them.`,
    },
  ];
}

type Place = Pick<Problem, 'phase' | 'requirement'>;

/** Why a condition is undecidable: its faults, or too many combinations. */
function invalid(
  condition: Condition,
  definitions: readonly FactDefinition[],
  at: Place,
  lead = '',
): Problem[] {
  const faults = checkCondition(condition, definitions, 'condition').map(describeFault);
  if (faults.length === 0) faults.push(...tooMany(condition, definitions));
  return faults.map((message) => ({ ...at, kind: 'invalid', severity: 'failure', message: lead + message }));
}

function tooMany(condition: Condition, definitions: readonly FactDefinition[]): string[] {
  const facts = findExcess(condition, definitions);
  return facts === null ? [] : [new TooManyCombinationsError(facts).message];
}

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
