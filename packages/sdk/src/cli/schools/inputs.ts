import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { FACTS, historyIndex, linkIndex, type History, type Links } from '../../schools/index.js';
import { readHistory, readLinks, type OnProblem, type RowProblem } from '../../schools/csv.js';
import { inDomain, type FactDefinition, type Facts } from '../../rules/index.js';
import { readJson } from '../input.js';
import { fail } from '../output.js';

/** A file's bytes, with its length where that can be told; `-` is standard input. */
export async function openFile(
  path: string,
): Promise<{ bytes: AsyncIterable<Uint8Array>; size: number | null }> {
  if (path === '-') return { bytes: process.stdin, size: null };
  try {
    const { size } = await stat(path);
    return { bytes: createReadStream(path, { highWaterMark: 1 << 18 }), size };
  } catch (error) {
    return fail(
      `Cannot read ${path}: ${(error as Error).message}. Give the path of a CSV file, or - for standard input.`,
    );
  }
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

/** Facts to take for granted of every school of which the file does not tell them. Every fault is named at once. */
export async function assumedFacts(path: string | undefined): Promise<Facts> {
  if (!path) return {};
  const json = await readJson(path);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return fail(`${path} is not a list of facts. Write an object such as {"headteacherCommits": true}.`);
  }
  const definitions = new Map<string, FactDefinition>(FACTS.map((fact) => [fact.id, fact]));
  const faults = Object.entries(json).flatMap(([name, value]) => {
    const fact = definitions.get(name);
    if (!fact) return [`there is no fact "${name}"`];
    return inDomain(fact.domain, value) ? [] : [`${JSON.stringify(value)} is no answer to ${name}`];
  });
  if (faults.length > 0)
    fail(`${path}: ${faults.join('; ')}. "maths-hubs facts" lists every fact and its answers.`);
  return json as Facts;
}
