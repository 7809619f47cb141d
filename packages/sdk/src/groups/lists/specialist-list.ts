import type { ByteSource } from '../../schools/csv/bytes.js';
import type { OnProblem } from '../../schools/csv/table.js';
import type { GroupSpecialist } from '../problem.js';
import { numberOf, phaseListOf, placeOf, postcodeOf, weekdaysOfText } from './cells.js';
import type { Cell } from './cells.js';
import { SPECIALIST_COLUMNS } from './columns.js';
import { listRows } from './rows.js';
import type { ListRow } from './rows.js';

/** A specialist from a line of the list. */
export interface ListedSpecialist extends GroupSpecialist {
  readonly line: number;
  readonly postcode: string | null;
}

const KILOMETRES_A_MILE = 1.609344;
/** Under "capacity", a number as small as this counts groups; a larger one counts schools. */
const MOST_GROUPS = 3;

/**
 * Reads a plain list of specialists: name or initials, postcode or grid place, days (in the year, or of the week), and
 * optionally groups, capacity, phases, a travel limit in kilometres or miles.
 */
export async function readSpecialistList(
  source: ByteSource,
  onProblem: OnProblem,
): Promise<ListedSpecialist[]> {
  const specialists: ListedSpecialist[] = [];
  for await (const row of listRows(source, SPECIALIST_COLUMNS, onProblem)) {
    const leftOut = (message: string): void =>
      onProblem({
        line: row.line,
        urn: null,
        column: null,
        message: `Row left out: ${message}`,
        skipped: true,
      });
    const id = row.cell('id') || row.cell('name');
    const before = specialists.find((each) => each.id === id);
    if (id === '') leftOut('it has neither name nor initials.');
    else if (before !== undefined)
      leftOut(`${id} is on line ${before.line} already. Add a letter if these are two people.`);
    else specialists.push(specialistOf(row, id, onProblem));
  }
  return specialists;
}

function specialistOf(
  row: ListRow<keyof typeof SPECIALIST_COLUMNS>,
  id: string,
  onProblem: OnProblem,
): ListedSpecialist {
  const { line } = row;
  const valueOf = <T>(column: string, cell: Cell<T>, otherwise: T): T => {
    if (cell.fault === undefined) return cell.value;
    onProblem({ line, urn: null, column, message: `${cell.fault} It counts as not stated.`, skipped: false });
    return otherwise;
  };
  const number = (column: keyof typeof SPECIALIST_COLUMNS): number | null => {
    const text = row.cell(column);
    return text === '' ? null : valueOf<number | null>(column, numberOf(text), null);
  };
  const days = row.cell('days');
  const countsDays = /^\s*[0-9.]+/.test(days);
  const weekdayText = row.cell('weekdays') || (countsDays ? '' : days);
  const capacity = number('schools');
  const byGroups = capacity !== null && capacity <= MOST_GROUPS;
  const groups = number('groups') ?? (byGroups ? capacity : null);
  const miles = number('maxMiles');
  return {
    line,
    id,
    name: row.cell('name') || null,
    postcode: valueOf('postcode', postcodeOf(row.cell('postcode')), null),
    place: valueOf('easting', placeOf(row.cell('easting'), row.cell('northing')), null),
    phases: phaseListOf(row.cell('phases')),
    ...(groups !== null && { groups: Math.floor(groups) }),
    schools: byGroups ? null : capacity,
    days: countsDays ? valueOf<number | null>('days', numberOf(days), null) : null,
    weekdays: weekdayText === '' ? [] : valueOf('days', weekdaysOfText(weekdayText), []),
    maxKilometres: number('maxKilometres') ?? (miles === null ? null : miles * KILOMETRES_A_MILE),
  };
}
