import {
  compilePhase,
  decide,
  doorsOf,
  recommendEntry,
  type Decision,
  type Finding,
  type Recommendation,
} from '@maths-hubs/sdk/eligibility';
import type { Edition, PhaseId } from '@maths-hubs/sdk/programme';
import { factsOf, type FactDefinition, type Facts } from '@maths-hubs/sdk/rules';

/** Where a check stands, given what is known: the question to ask next, or its result. */
export interface Step {
  readonly recommendation: Recommendation;
  /** The phase that is decided on; null while the door is open, and where there is none. */
  readonly phase: PhaseId | null;
  /** Null while the door is open, and where there is no phase to decide on. */
  readonly decision: Decision | null;
  /** True where the school could not join the phase of the door either, as things stand. */
  readonly doorBarred: boolean;
  /** The planner's next question; undefined when nothing that a school can answer changes the result. */
  readonly question: FactDefinition | undefined;
}

/**
 * @param phase  the phase asked about; empty, to find the door first
 * @throws {PhaseNotFoundError} when the edition has no such phase
 */
export function stepOf(edition: Edition, phase: PhaseId, facts: Facts): Step {
  const recommendation = recommendEntry(edition, facts);
  const door = recommendation.door?.phase ?? null;
  const doorBarred = door !== null && compilePhase(edition, door).outcome(facts) === 'not-eligible';
  const target = phase || door;
  if (target === null) {
    const question = recommendation.questions[0]?.fact;
    return { recommendation, phase: null, decision: null, doorBarred, question };
  }
  const decision = decide(edition, target, facts);
  return { recommendation, phase: target, decision, doorBarred, question: decision.questions[0]?.fact };
}

/** What a result comes to, for the one sentence that says it. */
export type Verdict =
  'eligible' | 'not-eligible' | 'not-known' | 'hub-decides' | 'secondary' | 'no-phase' | 'no-door';

export function verdictOf({ decision, recommendation }: Step): Verdict {
  if (decision === null) {
    if (recommendation.door === null) return 'no-door';
    return recommendation.door.programme === 'secondary' ? 'secondary' : 'no-phase';
  }
  if (decision.outcome !== 'undetermined') return decision.outcome;
  const open = decision.findings.some(({ effect, finding }) => effect === 'bars' && finding === 'unknown');
  return open ? 'not-known' : 'hub-decides';
}

/** Reasons in the order in which a school needs them. */
export const GROUPS = ['not-met', 'hub-decides', 'open', 'met'] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf({ finding }: Pick<Finding, 'finding'>): Group {
  if (finding === 'unknown') return 'open';
  if (finding === 'hub-decides') return finding;
  return finding ? 'met' : 'not-met';
}

/** Why a question is asked: the requirements of the phase that test it; none while the door is sought. */
export function reasonsFor(edition: Edition, phase: PhaseId | null, fact: string) {
  const requirements = edition.phases.find(({ id }) => id === phase)?.requirements ?? [];
  return requirements.filter(({ condition }) => factsOf(condition).includes(fact));
}

/** The facts that the result rests on: those of the phase, and those of the doors. */
export function factsUsed(edition: Edition, { decision, recommendation }: Step): ReadonlySet<string> {
  const doors = recommendation.door === null ? [] : doorsOf(edition).map(({ condition }) => condition);
  return new Set([...Object.keys(decision?.facts ?? {}), ...doors.flatMap(factsOf)]);
}

/**
 * The phase to mark on the journey map: the one that the school may join, else the door that suits it better.
 * Undefined where the school could join neither as things stand.
 */
export function phaseToMark({ phase, decision, doorBarred, recommendation }: Step): PhaseId | undefined {
  if (phase !== null && decision?.outcome !== 'not-eligible') return phase;
  return doorBarred ? undefined : (recommendation.door?.phase ?? undefined);
}
