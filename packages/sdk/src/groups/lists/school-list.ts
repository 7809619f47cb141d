import type { ByteSource } from '../../schools/csv/bytes.js';
import type { OnProblem } from '../../schools/csv/table.js';
import { readUrn } from '../../typed/index.js';
import type { GroupSchool } from '../problem.js';
import {
  numberOf,
  phaseIdOf,
  phaseListOf,
  placeOf,
  postcodeOf,
  shown,
  weekdaysOfText,
  yes,
} from './cells.js';
import type { Cell } from './cells.js';
import { SCHOOL_COLUMNS } from './columns.js';
import { listRows } from './rows.js';
import type { ListRow } from './rows.js';

/** A school in a list: what a plan needs, its postcode, and whom it is pinned to. */
export interface ListedSchool extends GroupSchool {
  readonly line: number;
  readonly postcode: string | null;
  /** A specialist's id, if the list pins the school. */
  readonly pinnedTo: string | null;
}

type Row = ListRow<keyof typeof SCHOOL_COLUMNS>;

/**
 * Reads the intake's export, or any list of schools with a header: columns are found by many spellings, in any order.
 * @param onProblem  called for every row left out and every unreadable cell, with its line
 */
export async function readSchoolList(source: ByteSource, onProblem: OnProblem): Promise<ListedSchool[]> {
  const schools: ListedSchool[] = [];
  const lines = { reference: new Map<string, number>(), urn: new Map<string, number>() };
  for await (const row of listRows(source, SCHOOL_COLUMNS, onProblem)) {
    const leftOut = (message: string): void =>
      onProblem({
        line: row.line,
        urn: row.cell('urn') || null,
        column: null,
        message: `Row left out: ${message}`,
        skipped: true,
      });
    const school = schoolOf(row, onProblem);
    if (school === null) {
      leftOut('it names no school: no reference, name, URN or postcode.');
      continue;
    }
    if (/^interest$/i.test(row.cell('kind'))) {
      leftOut('it registers interest, and is no application.');
      continue;
    }
    if (/^(?:withdrawn|declined|rejected)$/i.test(row.cell('state'))) {
      leftOut(`the application is ${row.cell('state').toLowerCase()}.`);
      continue;
    }
    const twice = lines.reference.get(school.reference);
    if (twice !== undefined) {
      leftOut(`${school.reference} is on line ${twice} already.`);
      continue;
    }
    const same = school.urn ? lines.urn.get(`${school.urn} ${school.phase ?? ''}`) : undefined;
    if (same !== undefined) {
      leftOut(
        `the school with URN ${school.urn ?? ''} is on line ${same} already. Keep the row that counts.`,
      );
      continue;
    }
    lines.reference.set(school.reference, row.line);
    if (school.urn) lines.urn.set(`${school.urn} ${school.phase ?? ''}`, row.line);
    schools.push(school);
  }
  return schools;
}

function schoolOf(row: Row, onProblem: OnProblem): ListedSchool | null {
  const { line } = row;
  const name = row.cell('schoolName') || (row.has('schoolName') ? '' : row.cell('name'));
  const urnText = row.cell('urn');
  const read = readUrn(urnText);
  const urn = urnText === '' ? null : read.ok ? read.value : null;
  const valueOf = <T>(column: string, cell: Cell<T>, otherwise: T): T => {
    if (cell.fault === undefined) return cell.value;
    onProblem({ line, urn, column, message: `${cell.fault} It counts as not known.`, skipped: false });
    return otherwise;
  };
  if (urnText !== '' && urn === null)
    valueOf('urn', { fault: `"${shown(urnText)}" is not a URN of five or six digits.` }, null);
  const postcode = valueOf('postcode', postcodeOf(row.cell('postcode')), null);
  const reference = row.cell('reference') || urn || (name !== '' || postcode !== null ? `line ${line}` : '');
  if (reference === '') return null;
  const phase = row.cell('phase');
  const completed = [
    ...phaseListOf(row.cell('completed')),
    ...(yes(row.cell('readinessDone')) ? ['readiness'] : []),
  ];
  const order = row.cell('order');
  const weekdays = row.cell('weekdays');
  return {
    line,
    reference,
    name: name || null,
    urn,
    postcode,
    place: valueOf('easting', placeOf(row.cell('easting'), row.cell('northing')), null),
    phase: phase === '' ? null : phaseIdOf(phase),
    completed: [...new Set(completed)],
    trust: noneOf(row.cell('trust')),
    headteacher: noneOf(row.cell('headEmail') || row.cell('headteacher')),
    order: order === '' ? null : valueOf<number | null>('order', numberOf(order), null),
    weekdays: weekdays === '' ? [] : valueOf('weekdays', weekdaysOfText(weekdays), []),
    pinnedTo: row.cell('specialist') || null,
  };
}

/** GIAS and people have several ways of writing “none”. */
function noneOf(text: string): string | null {
  return /^(?:|none|n\/?a|-|no|not applicable|not under a trust|does not apply)$/i.test(text) ? null : text;
}
