import { unknown, type Source, type Sourced } from '@maths-hubs/sdk/evidence';
import type { Contact, Edition, Phase, PhaseId, TermId } from '@maths-hubs/sdk/programme';
import { without } from './without.js';

/** Id of the source that everything a hub states in the editor rests on. */
export const OWN = 'own';

/** What the hub says itself. */
export function stated<T>(value: T): Sourced<T> {
  return { value, source: [OWN], basis: 'hub' };
}

/** The hub has looked at it and does not say. */
export const NOT_DECIDED: Sourced<never> = { value: null, source: [OWN], basis: 'hub' };

/** Nobody has said anything. */
export const EMPTY: Sourced<never> = unknown();

/** Evidence of what a hub states for itself, beside a rule, a date or a way in. */
export const BY_HUB = { source: [OWN], basis: 'hub' } as const;

export type TermStatus = 'stated' | 'evidence' | 'not-decided' | 'empty';

export function statusOf(fact: Sourced<unknown>): TermStatus {
  if (fact.value === null) return fact.basis === 'hub' ? 'not-decided' : 'empty';
  return fact.basis === 'hub' ? 'stated' : 'evidence';
}

/** The source that the hub's own terms are cited to. */
export function ownSource(
  hub: { readonly name: string; readonly website?: string | null },
  year: string,
): Source {
  return {
    id: OWN,
    publisher: hub.name,
    title: `Our terms for ${year}`,
    date: year,
    url: hub.website ?? null,
  };
}

function changePhase(edition: Edition, id: PhaseId, change: (phase: Phase) => Phase): Edition {
  return { ...edition, phases: edition.phases.map((phase) => (phase.id === id ? change(phase) : phase)) };
}

export function setTerm(edition: Edition, phase: PhaseId, term: TermId, fact: Sourced<unknown>): Edition {
  return changePhase(edition, phase, (old) => ({ ...old, terms: { ...old.terms, [term]: fact } }));
}

export function setName(edition: Edition, phase: PhaseId, name: Sourced<string>): Edition {
  return changePhase(edition, phase, (old) => ({ ...old, name }));
}

export function setRequirements(
  edition: Edition,
  phase: PhaseId,
  requirements: Phase['requirements'],
): Edition {
  return changePhase(edition, phase, (old) => ({ ...old, requirements }));
}

/** A way in: whom the phase is for as a first step; `undefined` takes it away. */
export function setDoor(edition: Edition, phase: PhaseId, forWhom: string | undefined): Edition {
  const others = edition.entryPoints.filter((door) => door.phase !== phase);
  const order = edition.phases.map(({ id }) => id);
  const doors = forWhom === undefined ? others : [...others, { phase, forWhom, ...BY_HUB }];
  return {
    ...edition,
    entryPoints: doors.toSorted((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase)),
  };
}

/** The contact without what was left empty; the hub's name is the name of its terms too. */
export function setContact(edition: Edition, contact: Contact): Edition {
  const own = ownSource({ name: contact.name, website: contact.website || null }, edition.schoolYear);
  return {
    ...edition,
    contact: { ...without(contact, ''), name: contact.name },
    sources: { ...edition.sources, [OWN]: own },
  };
}
