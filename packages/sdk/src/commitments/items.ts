import type { Sourced } from '../evidence/index.js';
import type { FundingTerm, Phase } from '../programme/index.js';
import { eventsOf, idOf, inOrder, onDay, onEvent, UNPLACED, type PhaseYear } from './phase-year.js';
import type { PlanItem, PlanKind, PlanUnknown } from './plan-item.js';
import { HEADTEACHER_MEETINGS, MEETINGS, recurringItems, VISITS } from './recurring.js';

/** Everything that the school promises and receives in one year of a phase, in the order of the year. */
export function itemsOf(year: PhaseYear): PlanItem[] {
  const meetings = recurringItems(year, MEETINGS);
  return inOrder(year, [
    ...meetings,
    ...betweenMeetings(year, meetings),
    ...recurringItems(year, VISITS),
    ...recurringItems(year, HEADTEACHER_MEETINGS),
    ...firstWorkshopItems(year, meetings[0]),
    ...releaseItems(year),
    ...claimItems(year),
    ...promiseItems(year),
    ...eventItems(year, 'other', { side: 'gives', who: 'school', title: 'Hub event' }),
  ]);
}

/** What to ask the hub: each kind of thing whose amount neither the terms nor any item states. */
export function unknownsOf(phase: Phase | null, items: readonly PlanItem[] = []): PlanUnknown[] {
  const terms = phase?.terms;
  const kinds: readonly (readonly [PlanKind, string, Sourced<unknown> | undefined])[] = [
    ['meeting', MEETINGS.plural, terms?.meetings],
    ['between-meetings', 'Actions between meetings', terms?.betweenMeetings],
    ['visit', VISITS.plural, terms?.visits],
    ['headteacher-meeting', HEADTEACHER_MEETINGS.plural, terms?.headteacherMeetings],
    ['release', 'Release time', terms?.release],
  ];
  const undated = (terms?.funding.value ?? []).filter(isClaimed).filter(({ claimBy }) => !claimBy);
  const asked = kinds.map(([kind, title, fact]) => ({ kind, title, source: fact?.source ?? [] }));
  const claims = undated.map(({ description }) => ({
    kind: 'claim' as const,
    title: `Last day to claim: ${description}`,
    source: terms?.funding.source ?? [],
  }));
  return [...asked, ...claims].filter(
    ({ kind }) => !items.some((item) => item.kind === kind && saysHowMuch(item)),
  );
}

function saysHowMuch({ kind, number, count }: PlanItem): boolean {
  return kind === 'claim' || kind === 'between-meetings' || number !== null || count !== null;
}

function isClaimed({ purpose, kind }: FundingTerm): boolean {
  return purpose === 'textbooks' || kind === 'match-ceiling';
}

/** The agreed actions, once for each gap between two meetings, placed with the meeting before them. */
function betweenMeetings(year: PhaseYear, meetings: readonly PlanItem[]): PlanItem[] {
  const { value: detail, basis, source } = year.phase.terms.betweenMeetings;
  if (!detail) return [];
  const shared = {
    ...UNPLACED,
    kind: 'between-meetings',
    side: 'gives',
    who: 'teachers',
    title: 'Agreed actions in school',
    detail,
    source,
  } as const;
  if (meetings.length < 2 || meetings.some(({ halfTerm }) => !halfTerm))
    return [{ ...shared, id: idOf(year, 'between-meetings', 'in-the-year'), basis }];
  return meetings.slice(0, -1).map(({ term, halfTerm }, index) => ({
    ...shared,
    id: idOf(year, 'between-meetings', index + 1),
    term,
    halfTerm,
    basis: basis === 'hub' ? 'hub' : 'derived',
  }));
}

/** The workshop that the headteacher attends: on the hub's day, else with the first meeting. */
function firstWorkshopItems(year: PhaseYear, first: PlanItem | undefined): PlanItem[] {
  const { value: comes, source, basis, note } = year.phase.terms.headteacherFirstWorkshop;
  const shared = {
    ...UNPLACED,
    id: idOf(year, 'first-workshop', 1),
    kind: 'first-workshop',
    side: 'gives',
    who: 'headteacher',
    title: 'First workshop, with the headteacher',
    detail: note ?? null,
  } as const;
  const [event] = eventsOf(year, 'first-workshop');
  if (event)
    return [
      { ...shared, ...onEvent(year, event), title: event.title ?? shared.title, named: Boolean(event.title) },
    ];
  if (!comes) return [];
  if (!first?.term) return [{ ...shared, source, basis }];
  const { term, halfTerm, date, time, place } = first;
  return [{ ...shared, term, halfTerm, date, time, place, source, basis: date ? first.basis : 'derived' }];
}

function releaseItems(year: PhaseYear): PlanItem[] {
  const { value: count, basis, source, note } = year.phase.terms.release;
  if (!count) return [];
  return [
    {
      ...UNPLACED,
      id: idOf(year, 'release', 'in-the-year'),
      kind: 'release',
      side: 'gives',
      who: 'teachers',
      title: 'Release time',
      detail: note ?? null,
      count,
      basis,
      source,
    },
  ];
}

function claimItems(year: PhaseYear): PlanItem[] {
  const { value, basis, source } = year.phase.terms.funding;
  const shared = { side: 'receives', who: 'school', title: 'Last day to claim' } as const;
  const stated = (value ?? []).flatMap(({ id, description, claimBy }): PlanItem[] =>
    claimBy
      ? [
          {
            ...UNPLACED,
            ...onDay(year, claimBy),
            ...shared,
            id: idOf(year, 'claim', id),
            kind: 'claim',
            detail: description,
            basis,
            source,
          },
        ]
      : [],
  );
  return [...stated, ...eventItems(year, 'claim', shared)];
}

function promiseItems(year: PhaseYear): PlanItem[] {
  const { headteacher, schoolCommitments } = year.phase.terms;
  const promises = [
    { who: 'school', fact: schoolCommitments },
    { who: 'headteacher', fact: headteacher },
  ] as const;
  return promises.flatMap(({ who, fact: { value, basis, source } }) =>
    (value ?? []).map((title, index): PlanItem => ({
      ...UNPLACED,
      id: idOf(year, 'promise', `${who}-${index + 1}`),
      kind: 'promise',
      side: 'gives',
      who,
      title,
      basis,
      source,
    })),
  );
}

function eventItems(
  year: PhaseYear,
  kind: 'claim' | 'other',
  shared: Pick<PlanItem, 'side' | 'who' | 'title'>,
): PlanItem[] {
  return eventsOf(year, kind).map((event) => ({
    ...UNPLACED,
    ...shared,
    ...onEvent(year, event),
    id: idOf(year, kind, event.id),
    kind,
    title: event.title ?? shared.title,
    named: Boolean(event.title),
  }));
}
