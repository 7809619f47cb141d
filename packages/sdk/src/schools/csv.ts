import {
  compareSchoolYears,
  InvalidSchoolYearError,
  parseSchoolYear,
  type SchoolYear,
} from '../programme/index.js';
import { didYouMean } from '../ground/nearest.js';
import type { PastPhase } from './history.js';
import type { GiasLink } from './links.js';
import { GiasFileError } from './errors.js';
import { readTable, type OnProblem } from './csv/table.js';
import type { ByteSource } from './csv/bytes.js';
import {
  missingColumns,
  rowReader,
  urnOf,
  type GiasField,
  type GiasSchool,
  type RowReader,
} from './school.js';

export type { ByteSource } from './csv/bytes.js';
export type { OnProblem, RowProblem } from './csv/table.js';
export { GiasFileError } from './errors.js';

/** Without these a file cannot say what a school is. Whatever else is missing is merely unknown. */
export const REQUIRED_FIELDS = [
  'urn',
  'name',
  'laCode',
  'typeCode',
  'statusCode',
  'phaseCode',
] as const satisfies readonly GiasField[];

/** Options for reading a file. */
export interface ReadOptions {
  /** Called for every row left out and every unreadable cell. */
  readonly onProblem: OnProblem;
}

/**
 * Reads a GIAS download, full or state-funded, school by school, as its bytes arrive: of past rows it keeps
 * only the URN, to report a repeated school and give it once. Finds columns by name, reads codes with or without leading
 * zeros, and names where there is no readable code. Accepts any usual quotes, line ends, byte order mark and encoding
 * (windows-1252 or UTF-8).
 * @throws GiasFileError naming every required column that the file lacks
 */
export async function* readGias(
  source: ByteSource,
  { onProblem, requires = REQUIRED_FIELDS }: ReadOptions & { readonly requires?: readonly GiasField[] },
): AsyncGenerator<GiasSchool, void, undefined> {
  let read: RowReader | undefined;
  const isFirst = firstOfEach(onProblem);
  for await (const { header, rows } of readTable(source, onProblem)) {
    if (!read) {
      refuseWithout(missingColumns(header, requires), header);
      read = rowReader(header);
    }
    for (const { line, cells } of rows) {
      const school = readRow(read, line, cells, onProblem);
      if (school && isFirst(school, line)) yield school;
    }
  }
}

/** Whether a school appears for the first time. Reports a repeat once, and whether it differs. */
function firstOfEach(onProblem: OnProblem): (school: GiasSchool, line: number) => boolean {
  const met = new Map<string, { readonly line: number; readonly content: number; isReported: boolean }>();
  return (school, line) => {
    const { urn } = school;
    const content = sumOf(Object.values(school).join('\t'));
    const known = met.get(urn);
    if (!known) {
      met.set(urn, { line, content, isReported: false });
      return true;
    }
    if (!known.isReported) {
      known.isReported = true;
      const differs = known.content === content ? '' : ', where the row says something else';
      onProblem({
        line,
        urn,
        column: 'URN',
        message: `Row left out: URN ${urn} is on line ${known.line} already${differs}. The first row counts, once.`,
        skipped: true,
      });
    }
    return false;
  };
}

/** A hash to compare texts without keeping them (FNV-1a). */
function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return sum;
}

function readRow(
  read: RowReader,
  line: number,
  cells: readonly string[],
  onProblem: OnProblem,
): GiasSchool | null {
  const unreadable: { column: string; cell: string }[] = [];
  const school = read(cells, (cell) => unreadable.push(cell));
  if (!school) {
    onProblem({
      line,
      urn: null,
      column: null,
      message: 'Row left out: it has no URN or no name that can be read.',
      skipped: true,
    });
    return null;
  }
  for (const { column, cell } of unreadable) {
    const shown = cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
    onProblem({
      line,
      urn: school.urn,
      column,
      message: `"${shown}" cannot be read as ${column}, so it counts as unknown.`,
      skipped: false,
    });
  }
  return school;
}

/** Reads a GIAS links download: which school precedes or succeeds which. */
export async function* readLinks(
  source: ByteSource,
  { onProblem }: ReadOptions,
): AsyncGenerator<GiasLink, void, undefined> {
  const columns = ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'] as const;
  for await (const { line, cell } of readNamed(source, columns, 4, onProblem)) {
    const urn = urnOf(cell.URN) ?? null;
    const linkUrn = urnOf(cell.LinkURN);
    if (urn && linkUrn) yield { urn, linkUrn, linkName: cell.LinkName, linkType: cell.LinkType };
    else {
      onProblem({
        line,
        urn,
        column: urn ? 'LinkURN' : 'URN',
        message: 'Row left out: the URN is not a number.',
        skipped: true,
      });
    }
  }
}

interface HistoryOptions extends ReadOptions {
  /** The known phases. A row with any other is left out, with the nearest as a suggestion. */
  readonly phases?: readonly string[];
  /** The year to judge: a row of a later one is reported, since it cannot count. */
  readonly until?: SchoolYear;
}

/** Former names of today's phases. */
const FORMER_PHASES: Readonly<Record<string, string>> = {
  trg: 'development',
  'work group': 'development',
  'teaching for mastery work group': 'development',
};

/**
 * Reads a hub's own record of past phases: columns `URN`, `phase` and `year`.
 * A school with a row left out is unknown, not "never": pass the URNs of such rows to `withPredecessors`.
 */
export async function* readHistory(
  source: ByteSource,
  { onProblem, phases, until }: HistoryOptions,
): AsyncGenerator<PastPhase, void, undefined> {
  for await (const { line, cell } of readNamed(source, ['URN', 'phase', 'year'] as const, 3, onProblem)) {
    const urn = urnOf(cell.URN) ?? null;
    const schoolYear = yearOf(cell.year);
    const phase = cell.phase.toLowerCase();
    const isPhase = phases ? phases.includes(phase) : /^[a-z][a-z0-9-]*$/.test(phase);
    if (urn && schoolYear && isPhase) {
      if (until !== undefined && compareSchoolYears(schoolYear, until) > 0)
        onProblem({
          line,
          urn,
          column: 'year',
          message: `${schoolYear} is after ${until}, the year that is judged, so it is left aside: whether the school took part in ${phase} is not known.`,
          skipped: false,
        });
      yield { urn, phase, schoolYear };
    } else {
      const column = !urn ? 'URN' : !schoolYear ? 'year' : 'phase';
      const wanted = {
        URN: 'a number',
        year: 'a school year such as 2023/24',
        phase: 'a phase such as development',
      };
      onProblem({
        line,
        urn,
        column,
        message: `Row left out: "${cell[column]}" is not ${wanted[column]}.${column === 'phase' && phases ? suggestPhase(phase, phases) : ''}`,
        skipped: true,
      });
    }
  }
}

function suggestPhase(phase: string, phases: readonly string[]): string {
  const former = FORMER_PHASES[phase];
  if (former !== undefined) return ` It is called “${former}” here.`;
  return ` ${didYouMean(phase, phases)}There are: ${phases.join(', ')}.`;
}

async function* readNamed<C extends string>(
  source: ByteSource,
  columns: readonly C[],
  required: number,
  onProblem: OnProblem,
): AsyncGenerator<{ line: number; cell: Record<C, string> }> {
  for await (const { header, rows } of readTable(source, onProblem)) {
    const lower = header.map((name) => name.trim().toLowerCase());
    const places = columns.map((column) => lower.indexOf(column.toLowerCase()));
    refuseWithout(
      columns.slice(0, required).filter((_, index) => places[index] === -1),
      header,
    );
    for (const { line, cells } of rows) {
      const cell = Object.fromEntries(
        columns.map((column, index) => [column, (cells[places[index] ?? -1] ?? '').trim()]),
      ) as Record<C, string>;
      yield { line, cell };
    }
  }
}

function refuseWithout(missing: readonly string[], header: readonly string[]): void {
  if (missing.length === 0) return;
  const [only = ''] = header;
  const hint =
    header.length === 1 && /[;\t]/.test(only)
      ? 'The header has no commas: save the file as CSV with commas.'
      : 'Give the file as it was downloaded, with its header line.';
  throw new GiasFileError(
    `Missing ${missing.length === 1 ? 'column' : 'columns'}: ${missing.join('; ')}. ${hint}`,
  );
}

function yearOf(cell: string): SchoolYear | null {
  try {
    return parseSchoolYear(cell);
  } catch (error) {
    if (error instanceof InvalidSchoolYearError) return null;
    throw error;
  }
}
