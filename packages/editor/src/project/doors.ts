import type { Door, Edition, PhaseId } from '@maths-hubs/sdk/programme';
import type { Condition } from '@maths-hubs/sdk/rules';
import { BY_HUB } from './edit.js';

const SECONDARY: Condition = {
  all: [
    { fact: 'teachesPrimary', is: false },
    { fact: 'teachesSecondary', is: true },
  ],
};
const development = (is: string): Condition => ({ fact: 'development', is });
const EMBEDDED: Condition = { fact: 'embedding', is: 'done' };

/** Schools by how far they have got. Every school is in exactly one row, so that the doors have no gap and no overlap. */
export const STANDINGS: readonly (readonly [id: string, statement: string, ...conditions: Condition[]])[] = [
  ['new', 'The school has never taken part in Development.', development('never')],
  ['in-development', 'The school is in Development this year.', development('now')],
  ['left-development', 'The school left Development part-way.', development('left-early')],
  ['after-development', 'The school has done Development.', development('done'), { not: EMBEDDED }],
  ['after-embedding', 'The school has done Development and Embedding.', development('done'), EMBEDDED],
];

/** Doors that did not come from this form: of a file, or of the year's evidence. */
export function otherDoors({ doors }: Edition): readonly Door[] {
  const own = ['secondary', ...STANDINGS.map(([id]) => id)];
  return doors.every(({ id, basis }) => basis === 'hub' && own.includes(id)) ? [] : doors;
}

/** Sends the schools of one standing to a phase, or to the hub (null). Every other standing gets its own door. */
export function sendTo(edition: Edition, standing: string, phase: PhaseId | null): Edition {
  const kept = otherDoors(edition).length > 0 ? [] : edition.doors;
  const doors = STANDINGS.map(([id, statement, ...conditions]): Door => {
    const before = kept.find((door) => door.id === id)?.phase ?? null;
    const condition: Condition = { all: [{ not: SECONDARY }, ...conditions] };
    return { id, phase: id === standing ? phase : before, statement, condition, ...BY_HUB };
  });
  const statement = 'The school teaches no primary year.';
  const secondary: Door = {
    id: 'secondary',
    programme: 'secondary',
    phase: null,
    statement,
    condition: SECONDARY,
    ...BY_HUB,
  };
  return { ...edition, doors: [secondary, ...doors] };
}
