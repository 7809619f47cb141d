import { basename } from 'node:path';
import { CsvError } from 'csv-parse';
import { InvalidDataError } from '@maths-hubs/sdk/evidence';
import { parsePostcode } from '@maths-hubs/sdk/postcodes';
import type { IndexSource, PostcodeTable, TableBuilder } from '@maths-hubs/sdk/postcodes/build';
import { readFiles } from './files.js';
import { codePointReader, isOnsHeading, onsReader } from './rows.js';
import type { RowReader } from './rows.js';
import { sourceFault } from './source-fault.js';
import { openTable } from './table.js';
import { collectPostcodes } from '@maths-hubs/sdk/postcodes/build';

/** What a source holds and what it says of itself. */
export interface ReadSource {
  readonly table: PostcodeTable;
  readonly about: Omit<IndexSource, 'date'>;
  /** As the source states it in its own words or its file name; null when it does not. */
  readonly date: string | null;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** How far the reading has come. */
export interface ReadProgress {
  /** 0 to 1. */
  readonly share: number;
  readonly postcodes: number;
}

/** A table of postcodes, or why a file is none. */
type Table =
  { readonly read: RowReader; readonly kind: Kind; readonly headed: boolean } | { readonly fault: Error };
type Kind = 'ons' | 'code-point';

/**
 * Reads Code-Point Open, ONSPD or NSPL exactly as downloaded, zip or unpacked, or one CSV file of it: live postcodes
 * with their district and county. The documents beside the data are passed over.
 * @throws {InvalidDataError} naming the file and the row
 */
export async function readSource(
  path: string,
  onProgress: (progress: ReadProgress) => void = () => {},
): Promise<ReadSource> {
  const collected = collectPostcodes();
  const texts = new Map<string, string>();
  let ons: string | null = null;
  let tables = 0;
  let csvFiles = 0;
  let fault: Error | null = null;
  let share = 0;
  const files = readFiles(path, (read) => {
    share = read;
  });
  for await (const { name, bytes } of files) {
    if (/\.txt$/i.test(name)) {
      if (DOCUMENTS.test(name)) texts.set(basename(name).toLowerCase(), await textOf(bytes));
      continue;
    }
    csvFiles += 1;
    const kind = await readTable(name, bytes, collected, (postcodes) => onProgress({ share, postcodes }));
    if (kind instanceof Error) {
      fault ??= kind;
      continue;
    }
    tables += 1;
    if (kind === 'ons') ons ??= name;
  }
  if (tables === 0) throw csvFiles === 1 && fault !== null ? fault : noTables(path, csvFiles);
  const table = collected.table();
  if (table.postcodes === 0)
    throw sourceFault(path, 'no postcode in England', 'every live postcode', 'Give the whole file.');
  return ons === null
    ? describeCodePoint(texts, table)
    : describeOns(`${basename(path)} ${basename(ons)}`, table);
}

const DOCUMENTS = /(?:^|[\\/])(?:licence|metadata)\.txt$/i;

function noTables(path: string, csvFiles: number): Error {
  return sourceFault(
    path,
    csvFiles === 0 ? 'no CSV files in it' : `${csvFiles} CSV files, none of them of postcodes`,
    'the CSV files of Code-Point Open, ONSPD or NSPL',
    'Choose CSV when downloading, not GeoPackage.',
  );
}

/** UTF-8, or else windows-1252, as Ordnance Survey writes its licence. */
async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  const whole = Buffer.concat(pieces);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch {
    return new TextDecoder('windows-1252').decode(whole);
  }
}

/** Reads a table into the collection; the fault where its first row is none of a table of postcodes. */
async function readTable(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  collected: TableBuilder,
  onRows: (postcodes: number) => void,
): Promise<Kind | Error> {
  const { first, records } = await openTable(name, bytes);
  const table = tableOf(first, name);
  if ('fault' in table) return table.fault;
  let row = 0;
  try {
    for await (const cells of records()) {
      row += 1;
      if (row === 1 && table.headed) continue;
      addRow(collected, table.read, cells, `${name}, row ${row}`);
      if (row % ROWS_BETWEEN === 0) onRows(collected.count());
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw sourceFault(`${name}, row ${row + 1}`, error.message, 'a row of a CSV file', 'Download it again.');
  }
  return table.kind;
}

const ROWS_BETWEEN = 2000;

function tableOf(first: readonly string[], name: string): Table {
  try {
    if (isOnsHeading(first)) return { read: onsReader(first, name), kind: 'ons', headed: true };
    const read = codePointReader(first, name);
    const row = read(first);
    if (row !== null && !parsePostcode(row.postcode).valid)
      return {
        fault: sourceFault(
          `${name}, row 1`,
          `"${row.postcode}"`,
          'a postcode',
          'Give the file as it was downloaded.',
        ),
      };
    return { read, kind: 'code-point', headed: false };
  } catch (error) {
    if (error instanceof InvalidDataError) return { fault: error };
    throw error;
  }
}

function addRow(collected: TableBuilder, read: RowReader, cells: readonly string[], where: string): void {
  const row = read(cells);
  if (row === null) return;
  const parsed = parsePostcode(row.postcode);
  if (!parsed.valid)
    throw sourceFault(where, `"${row.postcode}"`, 'a postcode', 'Give the file as it was downloaded.');
  collected.add(parsed, row.place);
}

function describeCodePoint(texts: ReadonlyMap<string, string>, table: PostcodeTable): ReadSource {
  const [, year = '', month = '', day = ''] =
    /COPYRIGHT DATE:\s*([0-9]{4})([0-9]{2})([0-9]{2})/.exec(texts.get('metadata.txt') ?? '') ?? [];
  const lines = (texts.get('licence.txt') ?? '').split(/\r?\n/).map((line) => line.trim());
  const stated = lines.filter((line) => line.startsWith('Contains '));
  return {
    table,
    about: {
      publisher: 'Ordnance Survey',
      title: 'Code-Point Open',
      licence:
        stated.length > 0
          ? stated
          : ['OS', 'Royal Mail', 'National Statistics'].map((who) => credit(who, year)),
    },
    date: year === '' ? null : `${Number(day)} ${monthName(Number(month))} ${year}`,
  };
}

function describeOns(name: string, table: PostcodeTable): ReadSource {
  const [, short = '', year = ''] = /_([A-Z]{3})[A-Z]*_([0-9]{4})/i.exec(name) ?? [];
  const month = MONTHS.find((each) => each.slice(0, 3).toLowerCase() === short.toLowerCase());
  return {
    table,
    about: {
      publisher: 'Office for National Statistics',
      title: /nspl/i.test(name) ? 'National Statistics Postcode Lookup' : 'ONS Postcode Directory',
      licence: [
        ...['OS', 'Royal Mail'].map((who) => credit(who, year)),
        'Source: Office for National Statistics licensed under the Open Government Licence v.3.0',
      ],
    },
    date: month === undefined ? null : `${month} ${year}`,
  };
}

function credit(who: string, year: string): string {
  const owner = who === 'Royal Mail' ? 'Royal Mail' : 'Crown';
  return `Contains ${who} data © ${owner} copyright and database right${year === '' ? '' : ` ${year}`}`;
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}
