import { InvalidDataError } from '../evidence/index.js';
import type { Basis, SourceId, Sourced } from '../evidence/index.js';
import type { Edition, Phase, PhaseId, Requirement } from './edition.js';
import { fillTerms } from './fill.js';
import { misfits } from './misfits.js';
import type { ByHub, HubPhase, HubTerms, HubValue, Overrides } from './overrides.js';
import { removePhase } from './remove-phase.js';
import type { TermId, Terms } from './terms.js';

/**
 * An edition with a hub's own terms in place of the national evidence: removed, set, cleared, added, in that order.
 * What the hub does not mention is unchanged, with its own evidence; what it does rests on the hub's sources.
 * @throws {InvalidDataError} with every override that does not fit the edition: another year or hub, a phase or
 *   requirement that is missing, or one that exists already
 * @example extendEdition(edition, { ...overrides, remove: { phases: ['readiness'] } }).phases[0]?.id // 'development'
 */
export function extendEdition(base: Edition, overrides: Overrides): Edition {
  const faults = misfits(base, overrides);
  if (faults.length > 0) throw new InvalidDataError('overrides', faults);
  const { set = {}, add = {}, remove = {} } = overrides;
  const own = evidence(overrides);
  const left = (remove.phases ?? []).reduce(removePhase, base);
  return {
    ...left,
    hub: overrides.hub,
    version: `${base.version}+${overrides.version}`,
    ...(overrides.note === undefined ? {} : { note: overrides.note }),
    sources: { ...base.sources, ...overrides.sources },
    phases: (add.phases ?? []).reduce(
      (phases, phase) => insert(phases, phase, own),
      left.phases.map((phase) => extendPhase(phase, overrides, own)),
    ),
    entryPoints: [
      ...without(left.entryPoints, remove.entryPoints, ({ phase }) => phase),
      ...(add.entryPoints ?? []).map(own),
    ],
    doors: set.doors?.map((door) => own(door)) ?? left.doors,
    transitions: [
      ...left.transitions.filter(
        (move) => !remove.transitions?.some(({ from, to }) => from === move.from && to === move.to),
      ),
      ...(add.transitions ?? []).map(own),
    ],
    recruitment: [
      ...without(left.recruitment, remove.recruitment, ({ id }) => id),
      ...(add.recruitment ?? []).map(own),
    ],
    calendar: set.calendar ? own(set.calendar) : left.calendar,
    linkedProjects: [
      ...without(left.linkedProjects, remove.linkedProjects, ({ id }) => id),
      ...(add.linkedProjects ?? []).map(own),
    ],
    ...(set.contact === undefined ? {} : { contact: set.contact }),
  };
}

/** Gives what a hub states its evidence: the sources it names, else all of the file's. */
type Own = <T extends object>(
  stated: T & { readonly source?: readonly SourceId[] },
) => T & { readonly source: readonly SourceId[]; readonly basis: Basis };

function evidence({ sources }: Overrides): Own {
  const all = Object.keys(sources);
  return (stated) => ({ ...stated, source: stated.source ?? all, basis: 'hub' });
}

function extendPhase(phase: Phase, { set = {}, clear, add, remove }: Overrides, own: Own): Phase {
  const { id } = phase;
  const name = entry(set.names, id);
  const cleared = (entry(clear?.terms, id) ?? []).map((term): [TermId, Sourced<never>] => [
    term,
    own({ value: null }),
  ]);
  const replaced = new Map((entry(set.requirements, id) ?? []).map((one) => [one.id, requirement(one, own)]));
  return {
    ...phase,
    name: name ? own(name) : phase.name,
    terms: { ...phase.terms, ...ownTerms(entry(set.terms, id), own), ...Object.fromEntries(cleared) },
    requirements: [
      ...without(phase.requirements, entry(remove?.requirements, id), (one) => one.id).map(
        (one) => replaced.get(one.id) ?? one,
      ),
      ...(entry(add?.requirements, id) ?? []).map((one) => requirement(one, own)),
    ],
  };
}

function requirement(stated: ByHub<Requirement>, own: Own): Requirement {
  return own(stated);
}

function ownTerms(terms: HubTerms | undefined, own: Own): Partial<Terms> {
  return Object.fromEntries(
    Object.entries(terms ?? {}).map(([term, value]: [string, HubValue<unknown>]) => [term, own(value)]),
  );
}

function insert(phases: readonly Phase[], added: HubPhase & { before?: PhaseId }, own: Own): Phase[] {
  const phase: Phase = {
    id: added.id,
    name: own(added.name),
    terms: fillTerms(ownTerms(added.terms, own)),
    requirements: (added.requirements ?? []).map((one) => requirement(one, own)),
  };
  const place = phases.findIndex(({ id }) => id === added.before);
  return place === -1 ? [...phases, phase] : phases.toSpliced(place, 0, phase);
}

function without<T>(items: readonly T[], ids: readonly string[] = [], idOf: (item: T) => string): T[] {
  return items.filter((item) => !ids.includes(idOf(item)));
}

/** A phase's entry in a table that a hub wrote. */
function entry<T>(table: Readonly<Record<PhaseId, T>> | undefined, phase: PhaseId): T | undefined {
  return table && Object.hasOwn(table, phase) ? table[phase] : undefined;
}
