import type { Door, Edition } from '../programme/index.js';
import type { Condition } from '../rules/index.js';

/** For an edition that names several ways in and no rule for them. */
const UNSTATED: Condition = {
  hubDecides: 'The terms name several ways in, and no rule says which suits which school.',
};

/**
 * The doors of one year. Terms that state none have a door for each way in: a single one suits every school,
 * and of several the hub decides which.
 */
export function doorsOf({ doors, entryPoints }: Edition): readonly Door[] {
  if (doors.length > 0) return doors;
  const condition: Condition = entryPoints.length === 1 ? { all: [] } : UNSTATED;
  return entryPoints.map(({ phase, forWhom, source, basis }) => ({
    id: phase,
    phase,
    statement: forWhom,
    condition,
    source,
    basis,
  }));
}
