import { phaseOf, type Edition, type Phase, type PhaseId, type Requirement } from '../programme/index.js';
import {
  asking,
  compile,
  factsOf,
  type Asking,
  type Condition,
  type FactDefinition,
  type Facts,
  type Question,
  type Rule,
  type Truth,
} from '../rules/index.js';
import { FACTS, type SchoolFacts } from '../schools/index.js';
import type { DecideOptions, EditionStamp, Outcome } from './decision.js';
import { soundEdition, soundSchool } from './sound.js';
import { soundRules } from './sound-rules.js';

/** A phase compiled for asking: `compilePhase` without the reasons. */
export interface PhaseAsk<School = SchoolFacts> {
  /** The outcome alone, as fast as possible: it stops as soon as it can. */
  outcome(school: School): Outcome;
  /** What can still change the outcome, best asked first; empty when nothing can. */
  ask(school: School): { readonly outcome: Outcome; readonly questions: readonly Question[] };
}

/** What bars a school from a phase, compiled: shared by asking and deciding. */
export interface Bars {
  readonly phase: Phase;
  /** Every fact that its requirements test, those that only advise included. */
  readonly tested: readonly string[];
  readonly asks: () => Asking;
  readonly rule: Rule;
  outcome(school: Facts): Outcome;
}

const OUTCOMES: Readonly<Record<string, Outcome>> = { true: 'eligible', false: 'not-eligible' };

export function outcomeOf(truth: Truth): Outcome {
  return OUTCOMES[String(truth)] ?? 'undetermined';
}

export function stampOf({ schoolYear, hub, version }: Edition): EditionStamp {
  return { schoolYear, hub, version };
}

/** A phase's rules, analysed: the same for every school. */
type Analysis = Omit<Bars, 'phase'>;

const analysed = new WeakMap<readonly Requirement[], { read: readonly unknown[]; analysis: Analysis }>();

/** @throws {PhaseNotFoundError} when the edition has no such phase; {InvalidDataError} when parseEdition would reject a rule */
export function barsOf(edition: Edition, phaseId: PhaseId, definitions: readonly FactDefinition[]): Bars {
  soundEdition(edition);
  const phase = phaseOf(edition, phaseId);
  const { requirements } = phase;
  // Done once, for as long as these are the phase's rules: a page asks many times on the way to one result.
  const read = requirements.flatMap(({ condition, effect }) => [condition, effect]);
  const known = definitions === FACTS ? analysed.get(requirements) : undefined;
  if (known?.read.length === read.length && known.read.every((part, i) => part === read[i]))
    return { phase, ...known.analysis };
  soundRules(
    requirements,
    definitions,
    (index) => `phases[${edition.phases.indexOf(phase)}].requirements[${index}].condition`,
  );
  const analysis = analyse(requirements, definitions);
  if (definitions === FACTS) analysed.set(requirements, { read, analysis });
  return { phase, ...analysis };
}

function analyse(requirements: readonly Requirement[], definitions: readonly FactDefinition[]): Analysis {
  const bars: Condition = {
    all: requirements.filter(({ effect }) => effect === 'bars').map(({ condition }) => condition),
  };
  const rule = compile(bars, definitions);
  let asks: Asking | undefined;
  return {
    rule,
    tested: [...new Set(requirements.flatMap(({ condition }) => factsOf(condition)))],
    outcome: (school) => outcomeOf(rule.evaluate(school)),
    // Only questions and changes need it, and it is most of the work.
    asks: () => (asks ??= asking(bars, definitions)),
  };
}

/**
 * What to ask schools next about a phase: for a page that is still asking, and loads the reasons with its result.
 * @throws as `compilePhase` does
 * @example askPhase(edition, 'development').ask({}).questions[0]?.fact.question
 */
export function askPhase<Id extends PhaseId>(edition: Edition<Id>, phase: NoInfer<Id>): PhaseAsk;
export function askPhase(edition: Edition, phase: PhaseId, options: DecideOptions): PhaseAsk<Facts>;
export function askPhase(
  edition: Edition,
  phase: PhaseId,
  { facts: definitions }: DecideOptions = { facts: FACTS },
): PhaseAsk<Facts> {
  const { asks, rule, outcome } = barsOf(edition, phase, definitions);
  return {
    outcome,
    ask(school) {
      soundSchool(school);
      // Check every value first, so that an invalid one never decides.
      rule.trace(school, []);
      const { truth, questions } = asks().plan(school);
      return { outcome: outcomeOf(truth), questions };
    },
  };
}
