import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { unzipSync } from 'fflate';
import { messageOf } from '@maths-hubs/sdk/evidence';
import { fail } from '../output.js';

/** How packed files start, whatever their names. */
const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Which of the tables in one zip is meant: GIAS packs its links beside its schools. */
export type Wanted = 'schools' | 'links';

/** A file as it was downloaded: .gz and .zip files are unpacked, anything else is unchanged. */
export async function* unpacked(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  wanted: Wanted,
): AsyncGenerator<Uint8Array> {
  const { head, all } = await begin(bytes);
  const starts = (mark: readonly number[]): boolean => mark.every((byte, index) => head[index] === byte);
  if (starts(GZIP)) yield* gunzipped(path, all);
  else if (starts(ZIP)) yield* unzipped(path, await buffer(all), wanted);
  else yield* all;
}

/** The first bytes, which say what a file is, and all of them. */
async function begin(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const pieces = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < ZIP.length) {
    const next = await pieces.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head;
    yield* { [Symbol.asyncIterator]: () => pieces };
  }
  return { head, all: all() };
}

async function* gunzipped(path: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(bytes);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error;
    fail(`${path} cannot be unpacked: ${messageOf(error)}. Download it again.`);
  }
}

async function* unzipped(path: string, zip: Uint8Array, wanted: Wanted): AsyncGenerator<Uint8Array> {
  try {
    const names: string[] = [];
    unzipSync(zip, { filter: ({ name }) => names.push(name) < 0 });
    const chosen = choose(path, names, wanted);
    const { [chosen]: table } = unzipSync(zip, { filter: ({ name }) => name === chosen });
    if (table) yield table;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'number') throw error;
    fail(`${path} cannot be unpacked: ${messageOf(error)}. Download it again.`);
  }
}

function choose(path: string, names: readonly string[], wanted: Wanted): string {
  if (names.some((name) => name.startsWith('xl/')))
    return fail(`${path} is a workbook. Save it as CSV, and give the CSV file.`);
  const tables = names.filter((name) => /\.csv$/i.test(name) && !/(?:^|\/)(?:__macosx\/|\.)/i.test(name));
  const fitting =
    tables.length < 2 ? tables : tables.filter((name) => /links/i.test(name) === (wanted === 'links'));
  const [only, ...others] = fitting;
  if (only === undefined)
    return fail(
      `${path} holds no CSV file: ${names.slice(0, 5).join(', ') || 'it is empty'}. Give the CSV file.`,
    );
  if (others.length > 0)
    return fail(
      `${path} holds ${fitting.length} CSV files: ${fitting.slice(0, 5).join(', ')}. Unzip it, and give one of them.`,
    );
  return only;
}
