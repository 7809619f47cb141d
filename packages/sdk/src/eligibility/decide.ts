import { phaseName, phaseOf, type Edition, type PhaseId, type Requirement } from '../programme/index.js';
import {
  compile,
  factsOf,
  planning,
  type Condition,
  type FactDefinition,
  type Facts,
  type FactValue,
  type LeafFinding,
  type Truth,
} from '../rules/index.js';
import { FACTS, type SchoolFacts } from '../schools/index.js';
import { firmnessOf } from './firmness.js';
import type { Decision, EditionStamp, Finding, Outcome } from './decision.js';

/** What is known of a school. Names that no rule tests are left aside. */
export type School = SchoolFacts | Facts;

export interface DecideOptions {
  /** The facts that may be asked, in declared order; `FACTS` unless a hub adds its own. */
  readonly facts?: readonly FactDefinition[];
}

/** The requirements of one phase, made ready for many schools. */
export interface CompiledPhase {
  /** The outcome alone, as fast as can be. It does not look past an answer that is missing. */
  outcome(school: School): Outcome;
  /** Every requirement with what it found and its source. */
  findings(school: School): Finding[];
  /** The whole decision: findings, questions and changes. */
  decide(school: School): Decision;
}

const OUTCOMES: Readonly<Record<string, Outcome>> = { true: 'eligible', false: 'not-eligible' };

function outcomeOf(truth: Truth): Outcome {
  return OUTCOMES[String(truth)] ?? 'undetermined';
}

/**
 * Whether a school may join a phase under one year's terms.
 * @param school  what is known: a fact that is absent is not asked yet, `null` is "not sure"
 * @throws {PhaseNotFoundError} when the edition has no such phase; it lists the years that have it
 */
export function decide(
  edition: Edition,
  phase: PhaseId,
  school: School,
  options: DecideOptions = {},
): Decision {
  return compilePhase(edition, phase, options).decide(school);
}

/**
 * The requirements of a phase, compiled once to decide on many schools.
 * @throws {PhaseNotFoundError} when the edition has no such phase; it lists the years that have it
 */
export function compilePhase(
  edition: Edition,
  phaseId: PhaseId,
  { facts: definitions = FACTS }: DecideOptions = {},
): CompiledPhase {
  const phase = phaseOf(edition, phaseId);
  const bars: Condition = {
    all: phase.requirements.filter(({ effect }) => effect === 'bars').map(({ condition }) => condition),
  };
  const { evaluate } = compile(bars);
  const { plan, changes } = planning(bars, definitions);
  const finders = phase.requirements.map(finder);
  const tested = [...new Set(phase.requirements.flatMap(({ condition }) => factsOf(condition)))];
  const findings = (school: School) => finders.map((find) => find(school));

  return {
    outcome: (school) => outcomeOf(evaluate(school)),
    findings,
    decide(school) {
      const known = pick(school, tested);
      const { truth, questions } = plan(known);
      const outcome = outcomeOf(truth);
      return {
        outcome,
        phase: { id: phaseId, name: phaseName(phase) },
        edition: stampOf(edition),
        facts: known,
        findings: findings(known),
        questions,
        changes: changes(known),
        pending: outcome !== 'undetermined' ? null : questions.length > 0 ? 'school' : 'hub',
        notSure: tested.filter((fact) => known[fact] === null),
      };
    },
  };
}

/** Findings are plain values: a requirement that rests on one fact has one for each of its values, made once. */
function finder(requirement: Requirement): (school: Facts) => Finding {
  const { id, statement, effect, source, basis, note, condition } = requirement;
  const rule = compile(condition);
  const { kind: firmness, cases } = firmnessOf(requirement);
  const find = (school: Facts): Finding => {
    const leaves: LeafFinding[] = [];
    const finding = rule.trace(school, leaves);
    const found = { id, statement, effect, finding, leaves, source, basis, firmness, cases };
    return note === undefined ? found : { ...found, note };
  };
  const [fact = '', ...others] = factsOf(condition);
  if (others.length > 0) return find;
  const made = new Map<Facts[string], Finding>();
  return (school) => {
    const value = school[fact];
    let finding = made.get(value);
    if (!finding) made.set(value, (finding = find(school)));
    return finding;
  };
}

function pick(school: School, names: readonly string[]): Record<string, FactValue | null> {
  const facts: Facts = school;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = facts[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

export function stampOf({ schoolYear, hub, version }: Edition): EditionStamp {
  return { schoolYear, hub, version };
}
