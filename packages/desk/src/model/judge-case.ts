import { decide } from '@maths-hubs/sdk/eligibility';
import type { Decision } from '@maths-hubs/sdk/eligibility';
import { priorityPhaseOf, ruledOutBy } from '@maths-hubs/sdk/groups';
import type { GroupSchool } from '@maths-hubs/sdk/groups';
import type { Edition } from '@maths-hubs/sdk/programme';
import type { Case, HubDesk } from './desk.js';

/** An application as staff see it: the record, and what today's terms say of it. */
export interface JudgedCase extends Case {
  /** Null for a phase that the year does not have. */
  readonly decision: Decision | null;
  /** Completed the phase whose schools come first. */
  readonly priority: boolean;
  /** References of applications that are probably of the same school. */
  readonly duplicates: readonly string[];
  /** What to ask the school, in sentences. */
  readonly asks: readonly string[];
}

/** What today's edition says of every application of a hub. */
export function judgeCases(cases: readonly Case[], edition: Edition): JudgedCase[] {
  const twins = duplicatesOf(cases);
  return cases.map((each) => {
    const { phase, pastPhases = [] } = each.answers;
    const known = phase !== undefined && edition.phases.some(({ id }) => id === phase);
    const decision = known ? decide(edition, phase, pastFactsOf(pastPhases)) : null;
    const first = known ? priorityPhaseOf(edition, phase) : null;
    return {
      ...each,
      decision,
      priority: first !== null && pastPhases.includes(first),
      duplicates: twins.get(each.reference) ?? [],
      asks: [
        ...(each.answers.urn === undefined
          ? ['Its URN is missing: ask for it, or look it up by name and postcode.']
          : []),
        ...(each.answers.teacher1Role === undefined ? ['Which two teachers will take part?'] : []),
        ...(decision?.questions ?? []).map(({ fact }) => fact.question),
      ],
    };
  });
}

/** What an applicant ticked is known to be done; what is not ticked is not known. */
function pastFactsOf(past: readonly string[]): Readonly<Record<string, string>> {
  const asked = ['readiness', 'development', 'embedding', 'sustaining'];
  return Object.fromEntries(past.filter((phase) => asked.includes(phase)).map((phase) => [phase, 'done']));
}

/**
 * Applications of one URN, or of one name in one postcode, for the same phase and year. What is set aside may repeat
 * another, and marks none: made-up ones would mark them all.
 */
function duplicatesOf(cases: readonly Case[]): ReadonlyMap<string, readonly string[]> {
  const byKey = new Map<string, string[]>();
  const aside = new Set<string>();
  for (const { reference, schoolYear, state, setAsideAt, answers } of cases) {
    if (state === 'withdrawn') continue;
    if (setAsideAt !== null) aside.add(reference);
    const plain = (text = ''): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
    const keys = [
      ...(answers.urn === undefined ? [] : [`urn ${answers.urn}`]),
      ...(answers.schoolName === undefined
        ? []
        : [`name ${plain(answers.schoolName)} ${plain(answers.postcode)}`]),
    ];
    for (const key of keys) {
      const full = `${key} ${answers.phase ?? ''} ${schoolYear}`;
      byKey.set(full, [...(byKey.get(full) ?? []), reference]);
    }
  }
  const found = new Map<string, Set<string>>();
  for (const references of byKey.values())
    for (const reference of references)
      for (const other of references)
        if (other !== reference && (aside.has(reference) || !aside.has(other)))
          found.set(reference, (found.get(reference) ?? new Set()).add(other));
  return new Map([...found].map(([reference, others]) => [reference, [...others].sort()]));
}

/** States in which a school still wants a place in a group. */
const WANTS_PLACE = ['new', 'in talks', 'offered', 'accepted', 'waiting'];

/** Those who want a place in a phase, as the solver takes them. */
export function groupSchoolsOf(
  cases: readonly JudgedCase[],
  phase: string,
  edition: Edition,
  { places, trusts = {} }: HubDesk,
): GroupSchool[] {
  return cases
    .filter(
      ({ state, kind, answers }) =>
        WANTS_PLACE.includes(state) && kind === 'application' && answers.phase === phase,
    )
    .map(({ reference, answers, state }) => ({
      reference,
      name: answers.schoolName ?? null,
      urn: answers.urn ?? null,
      place: places[answers.postcode ?? ''] ?? null,
      trust: trusts[answers.urn ?? ''] ?? null,
      phase,
      completed: answers.pastPhases ?? [],
      headteacher: answers.headEmail ?? answers.headName ?? null,
      // Whoever has accepted, or has an offer, keeps a place before the others.
      order: { accepted: 1, offered: 2 }[state as string] ?? 3,
      ruledOut: ruledOutBy(edition, phase, answers.pastPhases ?? []),
    }));
}
