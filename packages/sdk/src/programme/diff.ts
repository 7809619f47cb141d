import type { Sourced } from '../evidence/index.js';
import type {
  Calendar,
  Contact,
  Edition,
  EntryPoint,
  LinkedProject,
  Phase,
  PhaseId,
  RecruitmentWindow,
  Requirement,
  SpecialistTerms,
  Transition,
} from './edition.js';
import { TERM_IDS } from './fill.js';
import { same } from './same.js';
import type { TermId, Terms } from './terms.js';

/** Something in one edition or in both: null where it is missing. */
interface Between<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** A fact of both editions whose value differs; each side carries its own evidence. */
interface Values<T> {
  readonly before: T;
  readonly after: T;
}

/** One difference between two editions. Evidence does not count: the same value from another source is the same. */
export type EditionChange =
  | ({ readonly what: 'phase'; readonly phase: PhaseId } & Between<Phase>)
  | ({ readonly what: 'name'; readonly phase: PhaseId } & Values<Sourced<string>>)
  | ({ readonly what: 'term'; readonly phase: PhaseId; readonly term: TermId } & Values<Terms[TermId]>)
  | ({ readonly what: 'requirement'; readonly phase: PhaseId; readonly id: string } & Between<Requirement>)
  | ({ readonly what: 'entry-point'; readonly phase: PhaseId } & Between<EntryPoint>)
  | ({ readonly what: 'transition'; readonly from: PhaseId; readonly to: PhaseId } & Between<Transition>)
  | ({ readonly what: 'linked-project'; readonly id: string } & Between<LinkedProject>)
  | ({ readonly what: 'recruitment'; readonly id: string } & Between<RecruitmentWindow>)
  | ({ readonly what: 'specialists'; readonly term: keyof SpecialistTerms } & Between<Sourced<unknown>>)
  | ({ readonly what: 'calendar' } & Between<Calendar>)
  | ({ readonly what: 'contact' } & Between<Contact>);

/**
 * What changed from one edition to another, in reading order: of two years, or of one year and a hub's terms.
 * A phase that only one of them has is listed whole, without its terms one by one.
 */
export function diffEditions(a: Edition, b: Edition): EditionChange[] {
  const phases = pairs(a.phases, b.phases, ({ id }) => id);
  return [
    ...phases.flatMap(({ key, before, after }): EditionChange[] =>
      before && after ? phaseChanges(before, after) : [{ what: 'phase', phase: key, before, after }],
    ),
    ...differing(a.entryPoints, b.entryPoints, ({ phase }) => phase).map(
      ({ key, ...sides }): EditionChange => ({ what: 'entry-point', phase: key, ...sides }),
    ),
    ...differing(a.transitions, b.transitions, transitionKey).flatMap(
      ({ before, after }): EditionChange[] => {
        const one = before ?? after;
        return one ? [{ what: 'transition', from: one.from, to: one.to, before, after }] : [];
      },
    ),
    ...differing(a.linkedProjects, b.linkedProjects, ({ id }) => id).map(
      ({ key, ...sides }): EditionChange => ({ what: 'linked-project', id: key, ...sides }),
    ),
    ...differing(a.recruitment, b.recruitment, ({ id }) => id).map(({ key, ...sides }): EditionChange => ({
      what: 'recruitment',
      id: key,
      ...sides,
    })),
    ...specialistChanges(a.specialists, b.specialists),
    ...(saysTheSame(a.calendar, b.calendar)
      ? []
      : [{ what: 'calendar' as const, before: a.calendar, after: b.calendar }]),
    ...(same(a.contact, b.contact)
      ? []
      : [{ what: 'contact' as const, before: a.contact ?? null, after: b.contact ?? null }]),
  ];
}

function phaseChanges(a: Phase, b: Phase): EditionChange[] {
  const phase = a.id;
  return [
    ...(same(a.name.value, b.name.value)
      ? []
      : [{ what: 'name' as const, phase, before: a.name, after: b.name }]),
    ...TERM_IDS.filter((term) => !same(a.terms[term].value, b.terms[term].value)).map(
      (term): EditionChange => ({ what: 'term', phase, term, before: a.terms[term], after: b.terms[term] }),
    ),
    ...differing(a.requirements, b.requirements, ({ id }) => id).map(({ key, ...sides }): EditionChange => ({
      what: 'requirement',
      phase,
      id: key,
      ...sides,
    })),
  ];
}

function specialistChanges(a: SpecialistTerms | null, b: SpecialistTerms | null): EditionChange[] {
  const terms = Object.keys(a ?? b ?? {}) as (keyof SpecialistTerms)[];
  return terms
    .filter((term) => !same(a?.[term].value ?? null, b?.[term].value ?? null))
    .map((term) => ({ what: 'specialists', term, before: a?.[term] ?? null, after: b?.[term] ?? null }));
}

function transitionKey({ from, to }: Transition): string {
  return `${from} ${to}`;
}

interface Pair<T> extends Between<T> {
  readonly key: string;
}

/** The items of both sides by key: first the keys of `a`, then those that only `b` has. */
function pairs<T>(a: readonly T[], b: readonly T[], keyOf: (item: T) => string): Pair<T>[] {
  const [before, after] = [a, b].map((items) => new Map(items.map((item) => [keyOf(item), item])));
  const keys = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return [...keys].map((key) => ({ key, before: before?.get(key) ?? null, after: after?.get(key) ?? null }));
}

function differing<T extends object>(
  a: readonly T[],
  b: readonly T[],
  keyOf: (item: T) => string,
): Pair<T>[] {
  return pairs(a, b, keyOf).filter(({ before, after }) => !saysTheSame(before, after));
}

/** Whether two things say the same, whatever their evidence. */
function saysTheSame(a: object | null, b: object | null): boolean {
  const said = (thing: object | null): unknown =>
    thing &&
    Object.fromEntries(Object.entries(thing).filter(([key]) => !['source', 'basis', 'note'].includes(key)));
  return same(said(a), said(b));
}
