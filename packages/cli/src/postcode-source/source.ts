import { basename } from 'node:path';
import { CsvError } from 'csv-parse';
import { parsePostcode } from '@maths-hubs/sdk/postcodes';
import type { IndexSource, PostcodeTable, TableBuilder } from '@maths-hubs/sdk/postcodes/build';
import { openSource } from './files.js';
import type { SourceFiles, SourceTable } from './files.js';
import { codePointReader, isOnsHeading, onsReader } from './rows.js';
import type { RowReader } from './rows.js';
import { sourceFault } from './source-fault.js';
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

/**
 * Reads Code-Point Open (zip, folder or one of its files), ONSPD or NSPL (CSV): live postcodes with their district and county.
 * @throws {InvalidDataError} naming the file and the row
 */
export async function readSource(path: string): Promise<ReadSource> {
  const files = await openSource(path);
  const collected = collectPostcodes();
  let isOns = false;
  for (const table of files.tables) {
    if ((await readTable(table, collected)) === 'ons') isOns = true;
  }
  const table = collected.table();
  if (table.postcodes === 0)
    throw sourceFault(path, 'no postcode in England', 'every live postcode', 'Give the whole file.');
  return isOns ? describeOns(path, table) : describeCodePoint(files, table);
}

async function readTable(
  { name, records }: SourceTable,
  collected: TableBuilder,
): Promise<'ons' | 'code-point'> {
  let read: RowReader | null = null;
  let kind: 'ons' | 'code-point' = 'code-point';
  let row = 0;
  try {
    for await (const cells of records()) {
      row += 1;
      if (read === null && isOnsHeading(cells)) {
        read = onsReader(cells, name);
        kind = 'ons';
        continue;
      }
      read ??= codePointReader(cells, name);
      addRow(collected, read, cells, `${name}, row ${row}`);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw sourceFault(`${name}, row ${row + 1}`, error.message, 'a row of a CSV file', 'Download it again.');
  }
  return kind;
}

function addRow(collected: TableBuilder, read: RowReader, cells: readonly string[], where: string): void {
  const row = read(cells);
  if (row === null) return;
  const parsed = parsePostcode(row.postcode);
  if (!parsed.valid)
    throw sourceFault(where, `"${row.postcode}"`, 'a postcode', 'Give the file as it was downloaded.');
  collected.add(parsed, row.place);
}

function describeCodePoint({ texts }: SourceFiles, table: PostcodeTable): ReadSource {
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

function describeOns(path: string, table: PostcodeTable): ReadSource {
  const name = basename(path);
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
