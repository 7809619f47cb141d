/** What works out where a check stands: loaded once its first question is drawn, so that the question is there first. */
import { factsOf as factsIn, labelOf, type Facts } from '@maths-hubs/sdk/rules';
import { schoolYearOf, type Edition, type PhaseId, type Requirement } from '@maths-hubs/sdk/programme';
import type { Strings } from '../foundation/wording.js';
import { nextAsk, PROMISES, targetOf, withTheObvious } from './asks.js';
import { definitionOf, soundFacts } from './facts.js';
import { fromFragment } from './fragment.js';
import type { Registered } from './gias.js';
import type { Ask } from './kinds.js';
import type { Screen } from './screen-type.js';
import { screenOf } from './screen.js';
import { factsOf, type Trail } from './trail.js';
import { typicalCount } from './typical.js';
import type { AskView, View } from './view.js';

export { tickFacts, withTheObvious } from './asks.js';

/** What a check rests on, beside the answers. */
export interface Check {
  readonly edition: Edition;
  /** The phase that is asked about; empty for the way in. */
  readonly wanted: PhaseId;
  readonly known: Facts;
  /** Whether it is known which school this is. */
  readonly isNamed: boolean;
  /** Whether the school may be picked from a list. */
  readonly hasIndex: boolean;
}

/** What is known before the first answer; a link wins over the register, and that over the page. */
export function knownFacts(page: object | undefined, registered: Facts | undefined, fragment: string): Facts {
  return { ...soundFacts(page), ...registered, ...fromFragment(fragment)?.facts };
}

/** Everything known of the school at a place of the check; what the person answered wins, as far as it can be an answer. */
export function factsAt({ known }: Check, trail: Trail): Facts {
  return { ...known, ...soundFacts(factsOf(trail)) };
}

/** What is asked at a place of the check; undefined at its end. */
export function askAt(check: Check, trail: Trail): Ask | undefined {
  const { edition, wanted, isNamed, hasIndex } = check;
  const facts = factsAt(check, trail);
  const asked = new Set(trail.given.slice(0, trail.at).map(({ ask }) => ask));
  const isKnown = isNamed || Object.keys(facts).length > 0;
  if (hasIndex && !isKnown && !asked.has('school') && edition.phases.length > 0) return 'school';
  return nextAsk(edition, wanted, facts, asked);
}

/** How many questions there are in all, most likely. */
export function countAt(check: Check, trail: Trail): number {
  return typicalCount({ ...trail, given: trail.given.slice(0, trail.at) }, (each) => askAt(check, each));
}

/** A question, the phase that it is asked for, and the requirements of that phase which it settles. */
export function questionAt(
  ask: Ask,
  check: Check,
  trail: Trail,
  view: AskView,
): { readonly screen: Screen; readonly phase: PhaseId | null; readonly reasons: readonly Requirement[] } {
  const { edition, wanted } = check;
  const facts = factsAt(check, trail);
  const phase = targetOf(edition, wanted, withTheObvious(facts));
  const left = PROMISES.filter((id) => facts[id] === undefined);
  const screen = screenOf(ask, phase, left, view);
  if (ask === 'past' || ask === 'reached') return { screen, phase: null, reasons: [] };
  const requirements = edition.phases.find(({ id }) => id === phase)?.requirements ?? [];
  const reasons = requirements.filter(({ condition }) =>
    factsIn(condition).some((fact) => screen.facts.includes(fact)),
  );
  return { screen, phase, reasons };
}

/** Questions and answers in words, in the page's own where it has some. */
export function askViewOf(view: View, wording: Strings | undefined): AskView {
  return {
    ...view,
    ask: (fact) => wording?.[`fact.${fact.id}`] ?? fact.question,
    say: (fact, value) =>
      value === null
        ? view.text('shared.not-sure')
        : typeof value === 'number' && fact.id === 'developmentYear'
          ? schoolYearOf(`${value}-09-01`)
          : labelOf(fact.domain, value),
  };
}

/** What a page says of the school: facts by id, or a row of the register, which needs a part of its own to read it. */
export async function registeredOf(school: object): Promise<Partial<Registered>> {
  const facts = soundFacts(school);
  if (Object.keys(school).every((key) => definitionOf(key))) return { facts };
  const { readRow } = await import('./gias.js');
  const row = readRow(school);
  return { ...row, facts: { ...row.facts, ...facts } };
}
