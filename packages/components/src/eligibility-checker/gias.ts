import { factsFromGias, schoolFromGias, type GiasRow } from '@maths-hubs/sdk/schools';
import type { Facts } from '@maths-hubs/sdk/rules';

/** What a GIAS row says, under our names or the register's own column names. Loaded only where a page has such a row. */
export function factsOfRow(row: object): Facts {
  const school = schoolFromGias(row as Parameters<typeof schoolFromGias>[0]);
  return { ...factsFromGias(school ?? (row as GiasRow)) };
}
