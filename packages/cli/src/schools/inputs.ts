import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { historyIndex, linkIndex, type History, type Links } from '@maths-hubs/sdk/schools';
import { readHistory, readLinks, type OnProblem, type RowProblem } from '@maths-hubs/sdk/schools/csv';
import { fail, failOnFile } from '../output.js';

const REMEDY = 'Give the path of a CSV file, or - for standard input.';

/** A file's bytes, with its length where that can be told; `-` is standard input. */
export async function openFile(
  path: string,
): Promise<{ bytes: AsyncIterable<Uint8Array>; size: number | null }> {
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

/** Counts what could not be read in any of the files, and keeps the first few to show. */
export interface ProblemLog {
  readonly of: (file: string) => OnProblem;
  readonly result: () => { rowsLeftOut: number; cellsNotUnderstood: number; first: readonly FileProblem[] };
}

export function problemLog(): ProblemLog {
  const first: FileProblem[] = [];
  let rowsLeftOut = 0;
  let cellsNotUnderstood = 0;
  return {
    of: (file) => (problem) => {
      if (problem.skipped) rowsLeftOut += 1;
      else cellsNotUnderstood += 1;
      if (first.length < SHOWN) first.push({ file, ...problem });
    },
    result: () => ({ rowsLeftOut, cellsNotUnderstood, first }),
  };
}

/** What a person is told on stderr; empty when all was well. */
export function problemText(log: ProblemLog): string {
  const { rowsLeftOut, cellsNotUnderstood, first } = log.result();
  const total = rowsLeftOut + cellsNotUnderstood;
  if (total === 0) return '';
  const lines = first.map(({ file, line, message }) => `${file}, line ${line}: ${message}`);
  const more = total > first.length ? [`and ${total - first.length} more.`] : [];
  return `Rows left out: ${rowsLeftOut}. Cells not understood: ${cellsNotUnderstood}.\n${[...lines, ...more].join('\n')}\n`;
}

export async function historyFrom(path: string, log: ProblemLog): Promise<History> {
  return historyIndex(await collect(readHistory((await openFile(path)).bytes, { onProblem: log.of(path) })));
}

export async function linksFrom(path: string | undefined, log: ProblemLog): Promise<Links> {
  return linkIndex(
    path ? await collect(readLinks((await openFile(path)).bytes, { onProblem: log.of(path) })) : [],
  );
}

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of rows) all.push(each);
  return all;
}
