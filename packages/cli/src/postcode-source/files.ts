import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'csv-parse';
import { messageOf } from '@maths-hubs/sdk/evidence';
import { sourceFault } from './source-fault.js';

/** A source opened: its tables one after another, and the texts that came with them. */
export interface SourceFiles {
  readonly tables: readonly SourceTable[];
  /** Lower-case file name without its folder, to content. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface SourceTable {
  readonly name: string;
  records(): AsyncIterable<readonly string[]>;
}

const isTable = (path: string): boolean =>
  /\.csv$/i.test(path) && !/code_?point_?open_?column_?headers/i.test(basename(path));
const isText = (path: string): boolean => /^(licence|metadata)\.txt$/i.test(basename(path));

/**
 * Opens a CSV file, a folder or a zip with CSV files in it.
 * @throws {InvalidDataError} when there is none
 */
export async function openSource(path: string): Promise<SourceFiles> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw sourceFault(path, 'no such file or folder', 'a zip, a folder or a CSV file', 'Check the path.');
  const files = found.isDirectory()
    ? await openFolder(path)
    : /\.zip$/i.test(path)
      ? await openZip(path)
      : openFile(path);
  if (files.tables.length === 0) {
    throw sourceFault(
      path,
      'no CSV files in it',
      'the CSV files of Code-Point Open',
      'Choose CSV when downloading, not GeoPackage.',
    );
  }
  return files;
}

function openFile(path: string): SourceFiles {
  return { tables: [{ name: path, records: () => recordsOf(createReadStream(path)) }], texts: new Map() };
}

async function openFolder(folder: string): Promise<SourceFiles> {
  const paths = (await readdir(folder, { recursive: true })).sort().map((path) => join(folder, path));
  const texts = await Promise.all(
    paths
      .filter(isText)
      .map(async (path) => [basename(path).toLowerCase(), await readFile(path, 'utf8')] as const),
  );
  return { tables: paths.filter(isTable).flatMap((path) => openFile(path).tables), texts: new Map(texts) };
}

async function openZip(path: string): Promise<SourceFiles> {
  const zip = await readFile(path);
  let entries: Readonly<Record<string, Uint8Array>>;
  try {
    entries = unzipSync(zip, { filter: ({ name }) => isTable(name) || isText(name) });
  } catch (error) {
    throw sourceFault(
      path,
      `not a zip that can be read (${messageOf(error)})`,
      'a zip file',
      'Download it again.',
    );
  }
  const names = Object.keys(entries).sort();
  const bytes = (name: string): Uint8Array => entries[name] ?? new Uint8Array();
  return {
    tables: names
      .filter(isTable)
      .map((name) => ({ name, records: () => recordsOf(Readable.from([bytes(name)])) })),
    texts: new Map(
      names.filter(isText).map((name) => [basename(name).toLowerCase(), strFromU8(bytes(name))]),
    ),
  };
}

function recordsOf(content: Readable): AsyncIterable<readonly string[]> {
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true });
  content.on('error', (error) => parser.destroy(error));
  return content.pipe(parser);
}
