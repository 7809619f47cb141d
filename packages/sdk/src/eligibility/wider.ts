import type { Edition, LinkedProject, Programme, Requirement, WiderRules } from '../programme/index.js';
import { compile, factsOf, plan, type Condition, type Facts, type Question } from '../rules/index.js';
import { FACTS } from '../schools/index.js';
import { outcomeOf } from './ask-phase.js';
import type { Finding, Outcome } from './decision.js';
import { finder } from './finder.js';
import { soundSchool } from './sound.js';

/** Whether someone may join an offer outside the phases, and why. */
export interface WiderDecision {
  readonly outcome: Outcome;
  /** Every requirement, in the order of its source. */
  readonly findings: readonly Finding[];
  /** What can still change the outcome, best asked first. */
  readonly questions: readonly Question[];
}

/** A linked project of a year, and whether a school may join it; null where no source states who may. */
export interface LinkedOffer {
  readonly project: LinkedProject;
  readonly decision: WiderDecision | null;
}

/**
 * Every linked project of an edition, with the result of its rules for one school.
 * @param rules  from `widerRules()`
 * @param school  facts about the school, and of the facts of `rules`: absent is not asked, null is "not sure"
 * @throws {InvalidDataError} at a value that is not one of a fact's answers
 * @example linkedOffers(await loadEdition('2024/25'), await widerRules(), { sustaining: 'now' })[0]?.decision?.outcome
 * @source each finding carries the clause it rests on
 */
export function linkedOffers(edition: Edition, rules: WiderRules, school: Facts): readonly LinkedOffer[] {
  const known = withJunior(school);
  return edition.linkedProjects.map((project) => {
    const stated = rules.linked.find(
      (each) => each.project === project.id && each.schoolYear === edition.schoolYear,
    );
    // A hub's own project has its own words, and none of our rules.
    const isOurs = stated && project.basis !== 'hub';
    return { project, decision: isOurs ? decideWider(stated.requirements, rules, known) : null };
  });
}

/**
 * Whether a teacher may train as a Mastery Specialist.
 * @param person  answers by fact of `rules`: absent is not asked, null is "not sure"
 * @returns null where no public source of that year states who may: ask the hub
 * @throws {InvalidDataError} at a value that is not one of a fact's answers
 * @example decideSpecialist(await widerRules(), '2025/26', { worksInEngland: false })?.outcome // 'not-eligible'
 */
export function decideSpecialist(
  rules: WiderRules,
  schoolYear: string,
  person: Facts,
  programme: Programme = 'primary',
): WiderDecision | null {
  const stated = specialistRequirements(rules, schoolYear, programme);
  return stated && decideWider(stated, rules, person);
}

/** A year's requirements for specialists; null where no public source states them. */
export function specialistRequirements(
  { specialists }: WiderRules,
  schoolYear: string,
  programme: Programme = 'primary',
): readonly Requirement[] | null {
  return (
    specialists.find((each) => each.schoolYear === schoolYear && each.programme === programme)
      ?.requirements ?? null
  );
}

function decideWider(requirements: readonly Requirement[], rules: WiderRules, known: Facts): WiderDecision {
  soundSchool(known);
  const definitions = [...FACTS, ...rules.facts];
  const all: Condition = { all: requirements.map(({ condition }) => condition) };
  const tested = new Set(factsOf(all));
  const asked = definitions.filter(({ id }) => tested.has(id));
  return {
    outcome: outcomeOf(compile(all, asked).evaluate(known)),
    findings: requirements.map((requirement) => finder(requirement, asked)(known)),
    questions: plan(all, asked, known).questions,
  };
}

/** A school whose age range or phase rules it out is not a junior school, so is not asked. */
function withJunior(school: Facts): Facts {
  const { schoolPhase, teachesPrimary } = school;
  const cannot = teachesPrimary === false || (schoolPhase && schoolPhase !== 'primary');
  return cannot && school['juniorSchool'] === undefined ? { ...school, juniorSchool: false } : school;
}
