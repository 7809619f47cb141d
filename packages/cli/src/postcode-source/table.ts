import { Readable } from 'node:stream';
import { CsvError, parse, type Options } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { sourceFault } from './source-fault.js';

/** A CSV file whose first row is known before the rest is read. */
export interface OpenTable {
  readonly first: readonly string[];
  /** Every row, the first included. */
  records(): AsyncIterable<readonly string[]>;
}

const OPTIONS: Options = {
  bom: true,
  relax_column_count: true,
  skip_empty_lines: true,
  record_delimiter: ['\r\n', '\n', '\r'],
};

/** @throws {InvalidDataError} when the first row is not one of a CSV file */
export async function openTable(name: string, bytes: AsyncIterable<Uint8Array>): Promise<OpenTable> {
  const source = bytes[Symbol.asyncIterator]();
  const { start, first } = await firstRecord(source, name);
  return {
    first,
    records() {
      const content = Readable.from(follow(start, source));
      const parser = parse(OPTIONS);
      content.on('error', (error) => parser.destroy(error));
      return content.pipe(parser);
    },
  };
}

/** As much of a file as holds its first row, and that row. */
async function firstRecord(
  source: AsyncIterator<Uint8Array>,
  name: string,
): Promise<{ readonly start: Uint8Array; readonly first: readonly string[] }> {
  let start: Uint8Array = new Uint8Array();
  for (;;) {
    const { value, done } = await source.next();
    if (done) break;
    start = Buffer.concat([start, value]);
    if (start.includes(0x0a) || start.includes(0x0d)) break;
  }
  const [line = ''] = new TextDecoder().decode(start).split(/\r\n|\n|\r/);
  try {
    const [first = []] = parseSync(line, { bom: true, relax_column_count: true }) as string[][];
    return { start, first };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw sourceFault(`${name}, row 1`, error.message, 'a row of a CSV file', 'Download it again.');
  }
}

async function* follow(start: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (start.length > 0) yield start;
  for (;;) {
    const { value, done } = await source.next();
    if (done) return;
    if (value.length > 0) yield value;
  }
}
