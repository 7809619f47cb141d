import { faultAt } from '../ground/faults.js';
import type { Fault } from '../evidence/index.js';
import type { Edition } from './edition.js';
import type { Overrides } from './overrides.js';
import { parseSchoolYear } from './school-year.js';

type Path = readonly (string | number)[];

/** Everything in a hub's overrides that does not fit the edition they extend. */
export function misfits(base: Edition, overrides: Overrides): Fault[] {
  return [
    ...identityFaults(base, overrides),
    ...phaseFaults(base, overrides),
    ...requirementFaults(base, overrides),
    ...listFaults(base, overrides),
  ].map(({ path, expected, remedy }) => faultAt(path, overrides, expected, remedy));
}

interface Misfit {
  readonly path: Path;
  readonly expected: string;
  readonly remedy: string;
}

function identityFaults(base: Edition, { schoolYear, hub, sources }: Overrides): Misfit[] {
  const year = parseSchoolYear(base.schoolYear);
  return [
    ...when(schoolYear !== year, {
      path: ['schoolYear'],
      expected: year,
      remedy: 'Extend the edition of the same year: nothing is carried from one year into another.',
    }),
    ...when(base.hub !== null && base.hub !== hub, {
      path: ['hub'],
      expected: String(base.hub),
      remedy: 'That edition is another hub’s; extend the national one.',
    }),
    ...Object.keys(sources)
      .filter((id) => Object.hasOwn(base.sources, id))
      .map((id) => ({
        path: ['sources', id],
        expected: 'an id that the edition does not use',
        remedy: 'Give the source another id.',
      })),
  ];
}

function phaseFaults(base: Edition, { set, clear, add, remove }: Overrides): Misfit[] {
  const there = base.phases.map(({ id }) => id);
  const removed = remove?.phases ?? [];
  const added = (add?.phases ?? []).map(({ id }) => id);
  const kept = there.filter((id) => !removed.includes(id));
  const after = [...kept, ...added];
  const tables: [Path, object | undefined][] = [
    [['set', 'names'], set?.names],
    [['set', 'terms'], set?.terms],
    [['set', 'requirements'], set?.requirements],
    [['clear', 'terms'], clear?.terms],
    [['add', 'requirements'], add?.requirements],
    [['remove', 'requirements'], remove?.requirements],
  ];
  const named: [Path, readonly string[], readonly string[]][] = [
    ...tables.flatMap(([path, table]) =>
      Object.keys(table ?? {}).map((id): [Path, string[], string[]] => [[...path, id], [id], kept]),
    ),
    ...removed.map((id, index): [Path, string[], string[]] => [['remove', 'phases', index], [id], there]),
    ...(add?.entryPoints ?? []).map(({ phase }, index): [Path, string[], string[]] => [
      ['add', 'entryPoints', index, 'phase'],
      [phase],
      after,
    ]),
    ...(add?.transitions ?? []).flatMap(({ from, to }, index): [Path, string[], string[]][] => [
      [['add', 'transitions', index, 'from'], [from], after],
      [['add', 'transitions', index, 'to'], [to], after],
    ]),
    ...(add?.recruitment ?? []).map(({ phases }, index): [Path, readonly string[], string[]] => [
      ['add', 'recruitment', index, 'phases'],
      phases,
      after,
    ]),
    ...(add?.phases ?? []).flatMap(({ before }, index): [Path, string[], string[]][] =>
      before === undefined ? [] : [[['add', 'phases', index, 'before'], [before], after]],
    ),
    ...Object.entries(set?.terms ?? {}).map(([id, { next }]): [Path, readonly string[], string[]] => [
      ['set', 'terms', id, 'next', 'value'],
      next?.value ?? [],
      after,
    ]),
    ...(add?.phases ?? []).map(({ terms }, index): [Path, readonly string[], string[]] => [
      ['add', 'phases', index, 'terms', 'next', 'value'],
      terms?.next?.value ?? [],
      after,
    ]),
    ...(set?.doors ?? []).flatMap(({ phase }, index): [Path, string[], string[]][] =>
      phase === null ? [] : [[['set', 'doors', index, 'phase'], [phase], after]],
    ),
    ...(set?.calendar?.events ?? []).map(({ phase }, index): [Path, string[], string[]] => [
      ['set', 'calendar', 'events', index, 'phase'],
      [phase],
      after,
    ]),
  ];
  return [
    ...named.flatMap(([path, ids, allowed]) =>
      when(!ids.every((id) => allowed.includes(id)), {
        path,
        expected: `a phase of the edition: ${allowed.join(', ') || 'there is none'}`,
        remedy: 'Name one of them, or add the phase.',
      }),
    ),
    ...added.flatMap((id, index) =>
      when(kept.includes(id) || added.indexOf(id) !== index, {
        path: ['add', 'phases', index, 'id'],
        expected: 'a phase that the edition has not',
        remedy: 'Set its terms instead.',
      }),
    ),
    ...Object.entries(clear?.terms ?? {}).flatMap(([phase, terms]) =>
      terms.flatMap((term, index) =>
        when(Object.hasOwn(set?.terms?.[phase] ?? {}, term), {
          path: ['clear', 'terms', phase, index],
          expected: 'a term that is not set as well',
          remedy: 'Either set it or clear it.',
        }),
      ),
    ),
  ];
}

function requirementFaults(base: Edition, { set, add, remove }: Overrides): Misfit[] {
  return base.phases.flatMap(({ id: phase, requirements }) => {
    const there = requirements.map(({ id }) => id);
    const removed = remove?.requirements?.[phase] ?? [];
    const kept = there.filter((id) => !removed.includes(id));
    const replaced = (set?.requirements?.[phase] ?? []).map(({ id }) => id);
    const added = (add?.requirements?.[phase] ?? []).map(({ id }) => id);
    return [
      ...absent(removed, there, (index) => ['remove', 'requirements', phase, index]),
      ...absent(replaced, kept, (index) => ['set', 'requirements', phase, index, 'id']),
      ...repeated(replaced, [], (index) => ['set', 'requirements', phase, index, 'id']),
      ...repeated(added, kept, (index) => ['add', 'requirements', phase, index, 'id']),
    ];
  });
}

function listFaults(base: Edition, { add = {}, remove = {} }: Overrides): Misfit[] {
  const move = ({ from, to }: { from: string; to: string }): string => `${from} to ${to}`;
  const idOf = ({ id }: { id: string }): string => id;
  const phaseIn = ({ phase }: { phase: string }): string => phase;
  const lists = [
    {
      list: 'entryPoints',
      there: base.entryPoints.map(phaseIn),
      added: (add.entryPoints ?? []).map(phaseIn),
      removed: remove.entryPoints ?? [],
    },
    {
      list: 'transitions',
      there: base.transitions.map(move),
      added: (add.transitions ?? []).map(move),
      removed: (remove.transitions ?? []).map(move),
    },
    {
      list: 'recruitment',
      there: base.recruitment.map(idOf),
      added: (add.recruitment ?? []).map(idOf),
      removed: remove.recruitment ?? [],
    },
    {
      list: 'linkedProjects',
      there: base.linkedProjects.map(idOf),
      added: (add.linkedProjects ?? []).map(idOf),
      removed: remove.linkedProjects ?? [],
    },
  ];
  const gone = remove.phases ?? [];
  return lists.flatMap(({ list, there, added, removed }) => {
    const kept = there.filter(
      (id) => !removed.includes(id) && !(list === 'entryPoints' && gone.includes(id)),
    );
    return [
      ...absent(removed, there, (index) => ['remove', list, index]),
      ...repeated(added, kept, (index) => ['add', list, index]),
    ];
  });
}

function absent(ids: readonly string[], there: readonly string[], path: (index: number) => Path): Misfit[] {
  return ids.flatMap((id, index) =>
    when(!there.includes(id), {
      path: path(index),
      expected:
        there.length === 0 ? 'nothing: the edition has none' : `one of the edition’s: ${there.join(', ')}`,
      remedy: 'Correct it, or leave it out.',
    }),
  );
}

function repeated(ids: readonly string[], there: readonly string[], path: (index: number) => Path): Misfit[] {
  return ids.flatMap((id, index) =>
    when(there.includes(id) || ids.indexOf(id) !== index, {
      path: path(index),
      expected: `something other than ${id}, which is there already`,
      remedy: 'Remove the one that is there as well, or give this one another id.',
    }),
  );
}

function when(holds: boolean, misfit: Misfit): Misfit[] {
  return holds ? [misfit] : [];
}
