import type { Facts } from '@maths-hubs/sdk/rules';
import { factsFromGias, schoolFromGias, type GiasRow } from '@maths-hubs/sdk/schools';
import type { SharedSettings } from '../foundation/settings-store.js';

/** What a GIAS row says, under our names or the register's own column names. Loaded only where a page has such a row. */
export function readRow(row: object): { facts: Facts; identity: SharedSettings['schoolIdentity'] } {
  const school: GiasRow = schoolFromGias(row as Parameters<typeof schoolFromGias>[0]) ?? (row as GiasRow);
  const { name, urn, postcode } = school;
  return {
    facts: { ...factsFromGias(school) },
    identity: name && urn ? { name, urn, ...(postcode && { postcode }) } : undefined,
  };
}
