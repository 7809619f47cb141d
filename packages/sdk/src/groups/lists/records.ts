import type { ByteSource } from '../../schools/csv/bytes.js';
import { readTable } from '../../schools/csv/table.js';
import type { OnProblem } from '../../schools/csv/table.js';

/** Rows of any CSV file with a header, each by its headings; without the apostrophe that our export puts before a formula. */
export async function* readRecords(
  source: ByteSource,
  onProblem: OnProblem,
): AsyncGenerator<{ readonly line: number; readonly record: Readonly<Record<string, string>> }> {
  for await (const { header, rows } of readTable(source, onProblem))
    for (const { line, cells } of rows) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      const record = Object.fromEntries(
        header.map((name, index) => [name.trim(), (cells[index] ?? '').trim().replace(/^'(?=[=+\-@])/, '')]),
      );
      yield { line, record };
    }
}
