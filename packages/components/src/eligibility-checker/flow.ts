import {
  compilePhase,
  decide,
  recommendEntry,
  type Decision,
  type Finding,
  type Outcome,
  type Recommendation,
} from '@maths-hubs/sdk/eligibility';
import type { Edition, PhaseId } from '@maths-hubs/sdk/programme';
import { listValues, type Facts, type FactValue } from '@maths-hubs/sdk/rules';
import { asNewcomer, isSecondaryOnly, openPhases, targetOf, TICKS, withTheObvious } from './asks.js';
import { definitionOf } from './facts.js';

/** What a check comes to, given what is known. */
export interface Standing {
  readonly verdict: CheckVerdict;
  /** The phase that is decided on; null where there is none. */
  readonly phase: PhaseId | null;
  readonly decision: Decision | null;
  /** The door by everything known, what was ticked included. It advises. */
  readonly recommendation: Recommendation;
  /** Other phases that stand open as well. */
  readonly others: readonly PhaseId[];
  /** The phase that the hub may suggest instead, with what was ticked for it. */
  readonly suggested: { readonly phase: PhaseId; readonly ticked: readonly string[] } | null;
  /** What follows from each answer that the school could not give. */
  readonly branches: readonly Branch[];
  /** Everything known of the school. */
  readonly known: Facts;
}

/** What a result comes to, for the one sentence that says it. */
type CheckVerdict =
  'eligible' | 'not-eligible' | 'depends' | 'hub-decides' | 'secondary' | 'no-phase' | 'no-door';

/** One answer that is not known yet, and what it would bring. */
export type Branch =
  | { readonly kind: 'past'; readonly taken: boolean; readonly phases: readonly PhaseId[] }
  | {
      readonly kind: 'fact';
      readonly fact: string;
      readonly phase: PhaseId;
      readonly values: readonly FactValue[];
      readonly outcome: Outcome;
    };

/**
 * @param phase  the phase asked about; empty, to find the door first
 * @throws {PhaseNotFoundError} when the edition has no such phase
 */
export function standingOf(edition: Edition, phase: PhaseId, facts: Facts): Standing {
  const known = withTheObvious(facts);
  const recommendation = recommendEntry(edition, known);
  const target = targetOf(edition, phase, known);
  const decision = target === null ? null : decide(edition, target, known);
  const verdict = verdictOf(edition, phase, known, decision);
  const open = openPhases(edition, asNewcomer(known));
  const ticked = TICKS.flatMap(([fact, value]) => (known[fact] === value ? [fact] : []));
  const door = phase ? null : (recommendation.door?.phase ?? (ticked.length > 0 ? 'readiness' : null));
  return {
    verdict,
    known,
    phase: target,
    decision,
    recommendation,
    others:
      verdict === 'secondary'
        ? []
        : open.filter((id) => id !== target && id !== door && isBeside(edition, id, known)),
    suggested:
      door !== null && door !== target && open.includes(door) && ticked.length > 0
        ? { phase: door, ticked }
        : null,
    branches: verdict === 'depends' ? branchesOf(edition, known, decision) : [],
  };
}

/** Phases for a school that has done Development; the others are for one that is new. */
const LATER: readonly PhaseId[] = ['embedding', 'sustaining', 'continuing'];

/**
 * Whether a phase that stands open is worth telling of beside another: it fits how far the school has got, and no rule of it is
 * left to the hub. Readiness counts as soon as nothing bars it, since its rules ask what the school wants.
 */
function isBeside(edition: Edition, phase: PhaseId, known: Facts): boolean {
  const taken = known.development === 'done';
  if (taken !== LATER.includes(phase)) return false;
  const { outcome } = compilePhase(edition, phase);
  return phase === 'readiness'
    ? outcome({ ...known, needsSupport: true, longTermCommitment: true, wantsMastery: true }) !==
        'not-eligible'
    : outcome(known) === 'eligible';
}

function verdictOf(edition: Edition, phase: PhaseId, known: Facts, decision: Decision | null): CheckVerdict {
  if (!phase && isSecondaryOnly(known)) return 'secondary';
  if (decision === null)
    return edition.phases.length > 0 && known.development !== 'done' ? 'no-door' : 'no-phase';
  if (decision.outcome !== 'undetermined') return decision.outcome;
  return decision.notSure.length > 0 && decision.findings.some(isUnsure) ? 'depends' : 'hub-decides';
}

/** A rule that is open because of a "not sure"; one that was never asked is not. */
function isUnsure({ effect, finding, leaves }: Finding): boolean {
  return (
    effect === 'bars' && finding === 'unknown' && leaves.some(({ knowledge }) => knowledge === 'not-sure')
  );
}

function branchesOf(edition: Edition, known: Facts, decision: Decision | null): readonly Branch[] {
  if (known.development === null)
    return [false, true].map((taken) => ({
      kind: 'past',
      taken,
      phases: phasesAfter(edition, known, taken),
    }));
  return (decision?.notSure ?? []).flatMap((fact) =>
    outcomesBy(edition, decision?.phase.id ?? '', known, fact),
  );
}

/** Where a school starts that has never taken part, or goes on that has done Development; the likeliest first. */
function phasesAfter(edition: Edition, known: Facts, taken: boolean): readonly PhaseId[] {
  const then = taken ? { ...known, development: 'done', embedding: 'never' } : asNewcomer(known);
  const first = targetOf(edition, '', then);
  const beside = edition.phases
    .map(({ id }) => id)
    .filter((id) => id !== first && isBeside(edition, id, then));
  return first === null ? [] : [first, ...beside];
}

function outcomesBy(edition: Edition, phase: PhaseId, known: Facts, fact: string): readonly Branch[] {
  const definition = definitionOf(fact);
  if (!definition || !phase) return [];
  const { outcome } = compilePhase(edition, phase);
  const groups = new Map<Outcome, FactValue[]>();
  for (const value of listValues(definition.domain)) {
    const found = outcome({ ...asNewcomer(known), [fact]: value });
    groups.set(found, [...(groups.get(found) ?? []), value]);
  }
  return [...groups].map(([found, values]) => ({ kind: 'fact', fact, phase, values, outcome: found }));
}

/** Reasons in the order in which a school needs them. */
export const GROUPS = ['not-met', 'hub-decides', 'not-sure', 'open', 'met'] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf(finding: Finding): Group {
  if (finding.finding === 'unknown') return isUnsure(finding) ? 'not-sure' : 'open';
  if (finding.finding === 'hub-decides') return 'hub-decides';
  return finding.finding ? 'met' : 'not-met';
}

/**
 * The phase to mark on the journey map: the one that the school may join, else one that stands open beside it.
 * Undefined where the school could join none as things stand.
 */
export function phaseToMark({ phase, decision, others, suggested }: Standing): PhaseId | undefined {
  if (phase !== null && decision?.outcome !== 'not-eligible') return phase;
  return suggested?.phase ?? others[0];
}
