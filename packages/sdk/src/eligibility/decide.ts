import { phaseName, type Edition, type PhaseId } from '../programme/index.js';
import type { Facts, FactValue } from '../rules/index.js';
import { changesIn } from '../rules/changes.js';
import { FACTS, type SchoolFacts } from '../schools/index.js';
import { barsOf, outcomeOf, stampOf } from './ask-phase.js';
import { soundSchool } from './sound.js';
import { finder } from './finder.js';
import type { DecideOptions, Decision, Finding, Outcome } from './decision.js';

/**
 * The requirements of one phase, compiled for many schools.
 * Each throws `InvalidDataError` that names a value which is not one of a fact's answers; it never reads as "no".
 * @typeParam School  what is known: a fact that is absent is not asked yet, `null` is "not sure"
 */
export interface CompiledPhase<School = SchoolFacts> {
  /** The outcome alone, as fast as possible: it stops as soon as it can. */
  outcome(school: School): Outcome;
  /** Every requirement with its result and its source. */
  findings(school: School): Finding[];
  /** The whole decision: findings, questions and changes. */
  decide(school: School): Decision;
}

/**
 * Whether a school may join a phase under one year's terms.
 * @param school  what is known: a fact that is absent is not asked yet, `null` is "not sure"; other names are ignored
 * @param options  only for a hub with its own facts: any name and value then compiles
 * @throws {PhaseNotFoundError} when the edition has no such phase; it lists the years that have it
 * @throws {InvalidDataError} at a value that is not one of a fact's answers: it names fact, value and answers
 * @throws {TooManyCombinationsError} when its rules have too many combinations to decide on
 * @example
 * const edition = await loadEdition('2024/25');
 * decide(edition, 'development', { development: 'done' }).outcome // 'not-eligible'
 */
export function decide<Id extends PhaseId>(
  edition: Edition<Id>,
  phase: NoInfer<Id>,
  school: SchoolFacts,
): Decision;
export function decide(edition: Edition, phase: PhaseId, school: Facts, options: DecideOptions): Decision;
export function decide(
  edition: Edition,
  phase: PhaseId,
  school: Facts,
  options: DecideOptions = { facts: FACTS },
): Decision {
  return compilePhase(edition, phase, options).decide(school);
}

/**
 * The requirements of a phase, compiled once to decide on many schools.
 * @throws {PhaseNotFoundError} when the edition has no such phase; it lists the years that have it
 * @throws {InvalidDataError} when a rule tests a fact that is not declared, or `parseEdition` would reject it
 */
export function compilePhase<Id extends PhaseId>(edition: Edition<Id>, phase: NoInfer<Id>): CompiledPhase;
export function compilePhase(edition: Edition, phase: PhaseId, options: DecideOptions): CompiledPhase<Facts>;
export function compilePhase(
  edition: Edition,
  phaseId: PhaseId,
  { facts: definitions }: DecideOptions = { facts: FACTS },
): CompiledPhase<Facts> {
  const { phase, tested, asks, outcome } = barsOf(edition, phaseId, definitions);
  const finders = phase.requirements.map((requirement) => finder(requirement, definitions));
  const findings = (school: Facts) => finders.map((find) => find(school));

  return {
    outcome,
    findings,
    decide(school) {
      soundSchool(school);
      const known = pick(school, tested);
      const { plan, whole } = asks();
      const { truth, questions } = plan(known);
      const reached = outcomeOf(truth);
      return {
        outcome: reached,
        phase: { id: phaseId, name: phaseName(phase) },
        edition: stampOf(edition),
        facts: known,
        findings: findings(known),
        questions,
        changes: changesIn(whole, known),
        pending: reached !== 'undetermined' ? null : questions.length > 0 ? 'school' : 'hub',
        notSure: tested.filter((fact) => known[fact] === null),
      };
    },
  };
}

function pick(facts: Facts, names: readonly string[]): Record<string, FactValue | null> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
