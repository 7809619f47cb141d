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
import { refuse, soundEdition, soundSchool } from './sound.js';
import { firmnessOf } from './firmness.js';
import type { Decision, EditionStamp, Finding, Outcome } from './decision.js';

export interface DecideOptions {
  /** The facts that may be asked, in declared order: `FACTS`, or a hub's own besides. */
  readonly facts: readonly FactDefinition[];
}

/**
 * The requirements of one phase, made ready for many schools.
 * Each throws `InvalidDataError` at a value that is none of a fact's answers, which it names: never a "no".
 * @typeParam School  what is known: a fact that is absent is not asked yet, `null` is "not sure"
 */
export interface CompiledPhase<School = SchoolFacts> {
  /** The outcome alone, as fast as can be: it looks no further than it must. */
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
 * @param school  what is known: a fact that is absent is not asked yet, `null` is "not sure"; other names are left aside
 * @param options  only for a hub that has facts of its own: then any name and value compiles
 * @throws {PhaseNotFoundError} when the edition has no such phase; it lists the years that have it
 * @throws {InvalidDataError} at a value that is none of a fact's answers: it names fact, value and answers
 * @throws {TooManyCombinationsError} when its rules are too much to decide on
 * @example
 * const edition = await loadEdition('2024/25');
 * decide(edition, 'development', { development: 'done' }).outcome // 'not-eligible'
 */
export function decide(edition: Edition, phase: PhaseId, school: SchoolFacts): Decision;
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
 * @throws {InvalidDataError} when a rule tests a fact that is not declared
 */
export function compilePhase(edition: Edition, phase: PhaseId): CompiledPhase;
export function compilePhase(edition: Edition, phase: PhaseId, options: DecideOptions): CompiledPhase<Facts>;
export function compilePhase(
  edition: Edition,
  phaseId: PhaseId,
  { facts: definitions }: DecideOptions = { facts: FACTS },
): CompiledPhase<Facts> {
  soundEdition(edition);
  const phase = phaseOf(edition, phaseId);
  const bars: Condition = {
    all: phase.requirements.filter(({ effect }) => effect === 'bars').map(({ condition }) => condition),
  };
  const { evaluate } = compile(bars, definitions);
  const { plan, changes } = planning(bars, definitions);
  const finders = phase.requirements.map((requirement) => finder(requirement, definitions));
  const tested = [...new Set(phase.requirements.flatMap(({ condition }) => factsOf(condition)))];
  for (const fact of tested)
    if (!definitions.some(({ id }) => id === fact))
      refuse(
        'edition',
        `the fact ${fact}`,
        'a fact that is declared',
        'Correct its name, or give it in the option “facts”.',
      );
  const findings = (school: Facts) => finders.map((find) => find(school));

  return {
    outcome: (school) => outcomeOf(evaluate(school)),
    findings,
    decide(school) {
      soundSchool(school);
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
function finder(
  requirement: Requirement,
  definitions: readonly FactDefinition[],
): (school: Facts) => Finding {
  const { id, statement, effect, source, basis, note, condition } = requirement;
  const rule = compile(condition, definitions);
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

function pick(facts: Facts, names: readonly string[]): Record<string, FactValue | null> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

export function stampOf({ schoolYear, hub, version }: Edition): EditionStamp {
  return { schoolYear, hub, version };
}
