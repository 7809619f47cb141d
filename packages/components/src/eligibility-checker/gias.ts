import type { Facts } from '@maths-hubs/sdk/rules';
import { factsFromGias, schoolFromGias, type GiasRow } from '@maths-hubs/sdk/schools';
import type { SharedSettings } from '../foundation/settings-store.js';

/** What the register says of a school: facts, who it is, and both in a line to be confirmed. */
export interface Registered {
  readonly facts: Facts;
  readonly identity: SharedSettings['schoolIdentity'];
  readonly line: string;
}

/** What a GIAS row says, under our names or the register's own column names. Loaded only where a page has such a row. */
export function readRow(row: object): Registered {
  const school: GiasRow = schoolFromGias(row as Parameters<typeof schoolFromGias>[0]) ?? (row as GiasRow);
  const { name, urn, postcode } = school;
  const facts: Facts = { ...factsFromGias(school) };
  return {
    facts,
    identity: name && urn ? { name, urn, ...(postcode && { postcode }) } : undefined,
    line: lineOf(school, facts),
  };
}

/** "State-funded junior school, ages 7 to 11". */
function lineOf({ lowAge, highAge }: GiasRow, facts: Facts): string {
  const funding =
    facts.stateFunded === true ? 'State-funded' : facts.stateFunded === false ? 'Independent' : '';
  const ages =
    typeof lowAge === 'number' && typeof highAge === 'number' ? `, ages ${lowAge} to ${highAge}` : '';
  const kind = kindOf(facts, lowAge ?? null, highAge ?? null);
  const said = [funding, kind].filter(Boolean).join(' ') + ages;
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function kindOf({ provision, schoolPhase }: Facts, low: number | null, high: number | null): string {
  if (provision === 'special') return 'special school';
  if (provision === 'alternative') return 'alternative provision';
  switch (schoolPhase) {
    case 'primary':
      if (high !== null && high <= 7) return 'infant school';
      return low !== null && low >= 7 ? 'junior school' : 'primary school';
    case 'nursery':
      return 'nursery school';
    case 'secondary':
      return 'secondary school';
    case 'all-through':
      return 'all-through school';
    case '16-plus':
      return 'sixth form or college';
    case 'middle-deemed-primary':
    case 'middle-deemed-secondary':
      return 'middle school';
    default:
      return 'school';
  }
}
