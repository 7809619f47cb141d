import { CsvError, parse } from 'csv-parse/sync';
import { GiasFileError } from '../errors.js';
import { readLines, type ByteSource } from './bytes.js';

/** What is wrong with a row or a cell, and where. */
export interface RowProblem {
  /** Line of the file on which the row starts, the header being line 1. */
  readonly line: number;
  readonly urn: string | null;
  /** Null for the whole row. */
  readonly column: string | null;
  readonly message: string;
  /** True when the row was left out; false when only the cell was. */
  readonly skipped: boolean;
}

/** Called for each row left out and each unreadable cell, in order. */
export type OnProblem = (problem: RowProblem) => void;

interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows that arrived together, under the header of their file. */
export interface TableRows {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A cell may hold line breaks; one with more than this has lost its closing quote. */
const MOST_LINES_IN_A_ROW = 40;

/**
 * Reads a CSV file with a header, keeping only the current chunk in memory.
 * An unreadable row is reported and left out, without its neighbours.
 * @throws GiasFileError when there is no header, or nothing under it
 */
export async function* readTable(source: ByteSource, onProblem: OnProblem): AsyncGenerator<TableRows> {
  let header: readonly string[] | undefined;
  let carried: readonly string[] = [];
  let line = 1;
  let isBare = true;
  for await (const piece of readLines(source)) {
    if (piece.tooLong) {
      if (!header)
        throw new GiasFileError(
          'The first line is too long to be a header. Give a CSV file with one row a line.',
        );
      yield finish(header, carried, line, onProblem);
      isBare = false;
      carried = [];
      line = piece.first + 1;
      onProblem(skipped(piece.first, 'the line is too long to be a row'));
      continue;
    }
    let lines = carried.length > 0 ? [...carried, ...piece.lines] : piece.lines;
    if (carried.length === 0) line = piece.first;
    if (!header) {
      const at = lines.findIndex((each) => !EMPTY.test(each) && !SEPARATOR_LINE.test(each.trim()));
      if (at < 0) continue;
      refuseWebPage(lines.slice(at));
      header = readHeader(lines[at] ?? '');
      lines = lines.slice(at + 1);
      line += at + 1;
    }
    const { rows, taken } = readRows(header.length, lines, line, onProblem, false);
    isBare &&= lines.every((each) => EMPTY.test(each));
    carried = lines.slice(taken);
    line += taken;
    yield { header, rows };
  }
  if (!header) throw new GiasFileError('The file is empty. Give a CSV file with a header line.');
  if (isBare)
    throw new GiasFileError(
      'The file holds its header line and nothing under it. Download it again, or check what it was saved from.',
    );
  yield finish(header, carried, line, onProblem);
}

function finish(
  header: readonly string[],
  lines: readonly string[],
  line: number,
  onProblem: OnProblem,
): TableRows {
  return { header, rows: readRows(header.length, lines, line, onProblem, true).rows };
}

/** A first line that tells Excel the separator. */
const SEPARATOR_LINE = /^"?sep=.?"?,*$/i;

/** Without a login, a browser saves the sign-in page under the download's name. */
function refuseWebPage(lines: readonly string[]): void {
  const text = lines.slice(0, 200).join(' ');
  if (!/^\s*<(?:!doctype|!--|html|head|body|\?xml)/i.test(text)) return;
  throw new GiasFileError(
    /sign[\s-]?in|log[\s-]?(?:in|on)\b|password/i.test(text)
      ? 'This is a web page that asks to sign in, saved in place of the file. Sign in, download the file again, and give the CSV file.'
      : 'This is a web page, not a CSV file. Use the page’s own download, and give the file that it saves.',
  );
}

function readHeader(line: string): readonly string[] {
  const header = parseRows(line)?.[0];
  if (!header)
    throw new GiasFileError(
      'The header line has a quote that is not closed. Give the file as it was downloaded.',
    );
  return header;
}

/** A line with nothing on it, or with cells that are all empty, as a spreadsheet leaves under its last row. */
const EMPTY = /^[\s,]*$/;

interface Read {
  readonly rows: readonly TableRow[];
  /** How many lines were processed; the rest may be the start of a longer row. */
  readonly taken: number;
}

function readRows(
  width: number,
  lines: readonly string[],
  first: number,
  onProblem: OnProblem,
  last: boolean,
): Read {
  const filled = lines.flatMap((text, index) => (EMPTY.test(text) ? [] : [{ text, line: first + index }]));
  const parsed = parseRows(filled.map(({ text }) => text).join('\n'));
  // A line cannot hold two rows, so equal numbers mean one row per line.
  if (parsed?.length === filled.length) {
    const rows = filled.flatMap(({ line }, index) => {
      const cells = parsed[index] ?? [];
      if (fits(cells, width)) return [{ line, cells }];
      onProblem(skipped(line, countMessage(cells.length, width)));
      return [];
    });
    return { rows, taken: lines.length };
  }
  return readCarefully(width, lines, first, onProblem, last);
}

/** Row by row, for a chunk with a line break in a cell or an unclosed quote. */
function readCarefully(
  width: number,
  lines: readonly string[],
  first: number,
  onProblem: OnProblem,
  last: boolean,
): Read {
  const rows: TableRow[] = [];
  let at = 0;
  while (at < lines.length) {
    if (EMPTY.test(lines[at] ?? '')) {
      at += 1;
      continue;
    }
    let length = 1;
    let open = true;
    let parsed = parseRows(lines[at] ?? '');
    while (parsed === null && open && length < MOST_LINES_IN_A_ROW && at + length < lines.length) {
      // A line that is a whole row is not part of the cell before it.
      open = parseRows(lines[at + length] ?? '', false)?.[0]?.length !== width;
      if (!open) break;
      length += 1;
      parsed = parseRows(lines.slice(at, at + length).join('\n'), false);
    }
    if (parsed === null && open && length < MOST_LINES_IN_A_ROW && !last) break;
    const cells = parsed?.[0];
    const line = first + at;
    if (parsed?.length === 1 && cells) {
      if (fits(cells, width)) rows.push({ line, cells });
      else onProblem(skipped(line, countMessage(cells.length, width)));
      at += length;
    } else {
      onProblem(skipped(line, 'a quote is not closed'));
      at += 1;
    }
  }
  return { rows, taken: at };
}

/** Cells of every row; null if a quote is unclosed or, unless stray ones are allowed, misplaced. */
function parseRows(text: string, strayQuotes = true): string[][] | null {
  if (text === '') return [];
  try {
    return parse(text, { relax_column_count: true, relax_quotes: strayQuotes, record_delimiter: '\n' });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** Some programs pad rows with empty cells. A short row may be truncated, so it is not trusted. */
function fits(cells: readonly string[], width: number): boolean {
  return cells.length >= width && cells.slice(width).every((cell) => cell === '');
}

function countMessage(found: number, width: number): string {
  return `it has ${found} ${found === 1 ? 'cell' : 'cells'} where the header has ${width}`;
}

function skipped(line: number, reason: string): RowProblem {
  return { line, urn: null, column: null, message: `Row left out: ${reason}.`, skipped: true };
}
