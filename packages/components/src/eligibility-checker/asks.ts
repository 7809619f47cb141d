import { askPhase, phaseAfter, recommendEntry } from '@maths-hubs/sdk/eligibility';
import type { Edition, PhaseId } from '@maths-hubs/sdk/programme';
import type { Facts, FactValue } from '@maths-hubs/sdk/rules';
import type { Ask } from './kinds.js';

const NEVER = {
  development: 'never',
  readiness: 'never',
  introductory: 'never',
  embedding: 'never',
  sustaining: 'never',
};

/** Whether the school is new to the programme. "Yes" tells nothing yet: how far it has got is asked next. */
export const PAST: Readonly<Record<string, Facts>> = {
  never: NEVER,
  yes: {},
  'not-sure': { development: null },
};

const DONE = { ...NEVER, development: 'done' };

/** How far a school has got: the phase, and what that tells of the others. */
export const REACHED: Readonly<Record<string, { readonly phase: PhaseId; readonly facts: Facts }>> = {
  'development-done': { phase: 'development', facts: without(DONE, 'readiness') },
  'development-now': { phase: 'development', facts: without({ ...DONE, development: 'now' }, 'readiness') },
  'readiness-done': { phase: 'readiness', facts: { ...NEVER, readiness: 'done' } },
  'readiness-now': { phase: 'readiness', facts: { ...NEVER, readiness: 'now' } },
  'introductory-done': { phase: 'introductory', facts: { ...NEVER, introductory: 'done' } },
  'embedding-now': { phase: 'embedding', facts: without({ ...DONE, embedding: 'now' }, 'readiness') },
  'embedding-done': { phase: 'embedding', facts: without({ ...DONE, embedding: 'done' }, 'readiness') },
  sustaining: { phase: 'sustaining', facts: { development: 'done', sustaining: 'done' } },
  'left-early': {
    phase: 'development',
    facts: without({ ...NEVER, development: 'left-early' }, 'readiness'),
  },
};

function without(facts: Facts, id: string): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([each]) => each !== id));
}

/** What a phase asks a school to promise; said together, so that one tap agrees to all of it. */
export const PROMISES: readonly string[] = [
  'headteacherCommits',
  'wantsMastery',
  'longTermCommitment',
  'mathsLeadTakesPart',
];

/** What a school may tick, each with what a tick tells and what is told where there is none. They advise and decide nothing. */
export const TICKS: readonly (readonly [fact: string, ticked: FactValue, empty: FactValue])[] = [
  ['secureLeadership', false, true],
  ['externalDemands', true, false],
  ['staffUnconvinced', true, false],
  ['staffTurnover', true, false],
  ['structuresMissing', true, false],
  ['competingPriorities', true, false],
  ['visionAndCulture', 'not-yet', 'secure'],
  ['mathematicalMindsets', 'not-yet', 'secure'],
  ['subjectExpertise', 'not-yet', 'secure'],
  ['systems', 'not-yet', 'secure'],
  ['arithmeticalProficiency', 'not-yet', 'secure'],
];

/** What the ticks tell, of every entry of the list. */
export function tickFacts(ticked: readonly string[]): Facts {
  return Object.fromEntries(TICKS.map(([fact, on, off]) => [fact, ticked.includes(fact) ? on : off]));
}

/** A person is not asked whether the school is open or in England: who has picked a register's school, or asks, has said so. */
export function withTheObvious(facts: Facts): Facts {
  return { inEngland: true, open: true, ...facts };
}

/** The facts without what only advises: nothing that is ticked, or could be, takes a door away. */
function withoutAdvice(facts: Facts): Facts {
  return { ...facts, ...tickFacts([]) };
}

/** A school that does not know its past is led on as a new one; the result tells of both. */
export function asNewcomer(facts: Facts): Facts {
  return facts.development === null ? { ...facts, ...NEVER } : facts;
}

export function isSecondaryOnly({ teachesPrimary, teachesSecondary }: Facts): boolean {
  return teachesPrimary === false && teachesSecondary === true;
}

/** Phases that no answer could still open are left out. */
export function openPhases(edition: Edition, facts: Facts): readonly PhaseId[] {
  return edition.phases
    .map(({ id }) => id)
    .filter((id) => askPhase(edition, id).outcome(facts) !== 'not-eligible');
}

/** The phase that the check is about: the one asked for, else that of the door which stands open whatever is ticked. */
export function targetOf(edition: Edition, phase: PhaseId, facts: Facts): PhaseId | null {
  if (phase) return phase;
  const certain = facts.teachesPrimary === null ? { ...facts, teachesPrimary: true } : facts;
  const led = withoutAdvice(asNewcomer(certain));
  const { door } = recommendEntry(edition, led);
  if (door) return door.phase;
  if (isSecondaryOnly(facts)) return null;
  const next = phaseAfter(edition, led);
  if (next !== null || openPhases(edition, led).length > 0) return next;
  // Every phase is barred, whatever the door: the reason is told by the one that most schools ask about.
  const main = edition.phases.find(({ id }) => id === 'development') ?? edition.phases[0];
  return main?.id ?? null;
}

/** What the one question about the kind of school stands for, unless the register has told it. */
const PLACES = ['stateFunded', 'schoolPhase'];

/**
 * What to ask next: what bars and costs one tap, then the school's past, then what it promises, last what only advises.
 * Undefined once nothing that a school can answer changes the result.
 * @param asked  what has been answered, so that it is not asked again
 */
export function nextAsk(
  edition: Edition,
  phase: PhaseId,
  facts: Facts,
  asked: ReadonlySet<Ask>,
): Ask | undefined {
  const known = withTheObvious(facts);
  const wanted = phase ? [phase] : edition.phases.map(({ id }) => id);
  const open = openPhases(edition, known);
  if (!wanted.some((id) => open.includes(id))) return undefined;
  if (!phase && isSecondaryOnly(known)) return undefined;
  const isOpen = (id: string): boolean => known[id] === undefined;
  if (PLACES.some(isOpen) && !asked.has('kind')) return 'kind';
  if (isOpen('teachesPrimary')) return 'teachesPrimary';
  if (isOpen('development') && pastMatters(edition, phase, known))
    return !asked.has('past') ? 'past' : !asked.has('reached') ? 'reached' : 'development';
  const target = targetOf(edition, phase, known);
  if (target === null) return undefined;
  const led = asNewcomer(known);
  const { questions, outcome } = askPhase(edition, target).ask(led);
  const left = questions.map(({ fact }) => fact.id);
  const promised = PROMISES.filter((id) => left.includes(id));
  if (left.includes('releasesTwoTeachers')) return 'releasesTwoTeachers';
  if (promised.length > 1 && !asked.has('promises')) return 'promises';
  if (left.length > 0) return promised[0] ?? left[0];
  const undecided = !phase && outcome !== 'not-eligible' && !asked.has('ticks');
  return undecided && ticksMatter(edition, led) ? 'ticks' : undefined;
}

function pastMatters(edition: Edition, phase: PhaseId, known: Facts): boolean {
  return (
    !phase ||
    askPhase(edition, phase)
      .ask(known)
      .questions.some(({ fact }) => fact.id in NEVER)
  );
}

/** The list only tells apart the two doors of a school that is new. */
function ticksMatter(edition: Edition, known: Facts): boolean {
  return (
    known.development === 'never' &&
    !['done', 'now'].includes(String(known.readiness)) &&
    TICKS.some(([fact]) => known[fact] === undefined) &&
    openPhases(edition, known).includes('readiness')
  );
}
