import { readTable } from '../../schools/csv/table.js';
import type { ByteSource } from '../../schools/csv/bytes.js';
import type { OnProblem } from '../../schools/csv/table.js';
import { placesOf } from './columns.js';
import type { Spellings } from './columns.js';

/** A row with its cells by column; a missing column reads as empty. */
export interface ListRow<C extends string> {
  readonly line: number;
  cell(column: C): string;
  has(column: C): boolean;
}

/** Rows of a list, with columns found by any of their spellings. Removes the apostrophe that our own export puts before a formula. */
export async function* listRows<C extends string>(
  source: ByteSource,
  spellings: Spellings<C>,
  onProblem: OnProblem,
): AsyncGenerator<ListRow<C>> {
  let places: ReadonlyMap<C, number> | null = null;
  for await (const { header, rows } of readTable(source, onProblem)) {
    const found = (places ??= placesOf(header, spellings));
    for (const { line, cells } of rows) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      yield {
        line,
        cell: (column) => (cells[found.get(column) ?? -1] ?? '').trim().replace(/^'(?=[=+\-@])/, ''),
        has: (column) => found.has(column),
      };
    }
  }
}
