import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { editions, loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import { historyIndex, linkIndex, type History, type Links } from '@maths-hubs/sdk/schools';
import { readHistory, readLinks, type OnProblem, type RowProblem } from '@maths-hubs/sdk/schools/csv';
import { fail, failOnFile } from '../output.js';
import { unpacked, type Wanted } from './unpack.js';

const REMEDY = 'Give the path of a CSV file, or - for standard input.';

/**
 * A file's bytes, unpacked where it is a .zip or .gz as it was downloaded; `-` is standard input.
 * @param onRead  called with the part of the file read so far: 0 to 1, or null if its length is unknown
 */
export async function openFile(
  path: string,
  {
    wanted = 'schools',
    onRead,
  }: { readonly wanted?: Wanted; readonly onRead?: (share: number | null) => void } = {},
): Promise<{ bytes: AsyncIterable<Uint8Array> }> {
  const { bytes, size } = await openRaw(path);
  return {
    bytes: unpacked(
      path,
      counted(bytes, (read) => onRead?.(size === null ? null : read / size)),
      wanted,
    ),
  };
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onRead: (read: number) => void,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of bytes) {
    read += piece.length;
    onRead(read);
    yield piece;
  }
}

async function openRaw(path: string): Promise<{ bytes: AsyncIterable<Uint8Array>; size: number | null }> {
  if (path === '-') return { bytes: process.stdin, size: null };
  try {
    const file = await stat(path);
    if (!file.isDirectory())
      return { bytes: createReadStream(path, { highWaterMark: 1 << 18 }), size: file.size };
  } catch (error) {
    return failOnFile('read', path, error, REMEDY);
  }
  return fail(`Cannot read ${path}: it is a folder. ${REMEDY}`);
}

const SHOWN = 20;

interface FileProblem extends RowProblem {
  readonly file: string;
}

/** Counts what could not be read in any of the files, and keeps the first few of each to show. */
export interface ProblemLog {
  readonly of: (file: string) => OnProblem;
  readonly result: () => { rowsLeftOut: number; cellsNotUnderstood: number; first: readonly FileProblem[] };
}

export function problemLog(): ProblemLog {
  const first: FileProblem[] = [];
  const shown = new Map<string, number>();
  let rowsLeftOut = 0;
  let cellsNotUnderstood = 0;
  return {
    of: (file) => (problem) => {
      if (problem.skipped) rowsLeftOut += 1;
      else cellsNotUnderstood += 1;
      // Of each file, so that one with many faults does not crowd out another's only one.
      const before = shown.get(file) ?? 0;
      shown.set(file, before + 1);
      if (before < SHOWN) first.push({ file, ...problem });
    },
    result: () => ({ rowsLeftOut, cellsNotUnderstood, first }),
  };
}

/** Messages for stderr; empty when all went well. */
export function problemText(log: ProblemLog): string {
  const { rowsLeftOut, cellsNotUnderstood, first } = log.result();
  const total = rowsLeftOut + cellsNotUnderstood;
  if (total === 0) return '';
  const lines = first.map(({ file, line, message }) => `${file}, line ${line}: ${message}`);
  const more = total > first.length ? [`and ${total - first.length} more.`] : [];
  return `Rows left out: ${rowsLeftOut}. Cells not used: ${cellsNotUnderstood}.\n${[...lines, ...more].join('\n')}\n`;
}

interface HistoryFile {
  readonly index: History;
  /** URNs with a row left out. */
  readonly unread: ReadonlySet<string>;
  /** A row without a readable school was left out, so it may be any school's. */
  readonly isAnyUnread: boolean;
}

/** A hub's record of past phases, by the phases that there are in any year or in the edition that judges. */
export async function historyFrom(path: string, edition: Edition, log: ProblemLog): Promise<HistoryFile> {
  const tell = log.of(path);
  const unread = new Set<string>();
  let isAnyUnread = false;
  const onProblem: OnProblem = (problem) => {
    tell(problem);
    if (!problem.skipped) return;
    if (problem.urn === null) isAnyUnread = true;
    else unread.add(problem.urn);
  };
  const years = await Promise.all(editions().map(({ schoolYear }) => loadEdition(schoolYear)));
  const phases = [...new Set([...years, edition].flatMap((each) => each.phases.map(({ id }) => id)))];
  const { bytes } = await openFile(path);
  const rows = await collect(readHistory(bytes, { onProblem, phases, until: edition.schoolYear }));
  return { index: historyIndex(rows), unread, isAnyUnread };
}

export async function linksFrom(path: string | undefined, log: ProblemLog): Promise<Links> {
  return linkIndex(
    path
      ? await collect(
          readLinks((await openFile(path, { wanted: 'links' })).bytes, { onProblem: log.of(path) }),
        )
      : [],
  );
}

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of rows) all.push(each);
  return all;
}
