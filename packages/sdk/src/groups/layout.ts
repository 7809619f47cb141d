import type { Assignment } from './optimise.js';
import type { Problem, Slot, Unit } from './prepare.js';
import type { GroupSchool } from './problem.js';

/** A used slot and its schools. */
export interface FilledSlot {
  readonly slot: Slot;
  readonly units: readonly Unit[];
  readonly schools: readonly GroupSchool[];
}

/** Who is where. */
export function fill({ units, slots }: Problem, assignment: Assignment): FilledSlot[] {
  return slots.flatMap((slot) => {
    const inside = units.filter((unit) => assignment.get(unit.index) === slot.index);
    return inside.length === 0
      ? []
      : [{ slot, units: inside, schools: inside.flatMap(({ members }) => members) }];
  });
}

/** The same, with a specialist's groups numbered by their first school, so that equal plans read the same. */
export function layOut(problem: Problem, assignment: Assignment): FilledSlot[] {
  const { slots } = problem;
  const theirs = new Map<string, number>();
  return fill(problem, assignment)
    .sort((a, b) => order(a) - order(b))
    .map((each) => {
      const { specialist } = each.slot;
      const number = (theirs.get(specialist.id) ?? 0) + 1;
      theirs.set(specialist.id, number);
      const slot = slots.find((one) => one.specialist === specialist && one.number === number) ?? each.slot;
      return { ...each, slot };
    })
    .sort((a, b) => a.slot.index - b.slot.index);
}

function order({ units }: { readonly units: readonly Unit[] }): number {
  return units[0]?.index ?? 0;
}
