import { isIsoDay } from '../ground/day.js';
import { readUrn } from '../typed/index.js';
import { codeOf, type CodeKind } from './codes.js';

/**
 * A school as GIAS (Get information about schools) describes it: the columns that we need, typed.
 * Null if the column is missing or the cell empty.
 * It never reads the head's name or a telephone number.
 */
export interface GiasSchool {
  /** `URN`, without leading zeros. It changes when a school becomes an academy. */
  readonly urn: string;
  /** `EstablishmentName` */
  readonly name: string;
  /** `LA (code)`: the Department's three digits, `201`. */
  readonly laCode: string | null;
  readonly laName: string | null;
  /** `EstablishmentNumber`: four digits; after the LA code it makes the DfE number. */
  readonly establishmentNumber: string | null;
  /** `TypeOfEstablishment (code)`, or the code of its name. */
  readonly typeCode: number | null;
  readonly typeName: string | null;
  /** `EstablishmentTypeGroup (code)`, or the code of its name. */
  readonly typeGroupCode: number | null;
  /** `EstablishmentStatus (code)`: 1 open, 2 closed, 3 open but proposed to close, 4 proposed to open. */
  readonly statusCode: number | null;
  /** ISO days. */
  readonly openDate: string | null;
  readonly closeDate: string | null;
  /** `PhaseOfEducation (code)` */
  readonly phaseCode: number | null;
  /** `StatutoryLowAge`, in years. */
  readonly lowAge: number | null;
  readonly highAge: number | null;
  /** `Boarders (name)`, in GIAS's words. */
  readonly boarders: string | null;
  /** `NumberOfPupils` */
  readonly pupils: number | null;
  /** `GOR (code)`: the letter of the region. */
  readonly regionCode: string | null;
  /** `DistrictAdministrative (code)`: GSS code of the district; null for GIAS's 9999. */
  readonly districtCode: string | null;
  readonly street: string | null;
  readonly locality: string | null;
  readonly town: string | null;
  readonly county: string | null;
  readonly postcode: string | null;
  /** `UKPRN` */
  readonly ukprn: string | null;
}

/** Turns a non-empty cell into a value; undefined if unreadable. */
type Read<T> = (cell: string) => T | null | undefined;
type Columns<T> = readonly (readonly [column: string, read: Read<T>])[];

const text: Read<string> = (cell) => cell;

/** Some re-saved copies write whole numbers as 5.0. */
const whole: Read<number> = (cell) => (/^\d{1,9}(\.0+)?$/.test(cell) ? Number.parseInt(cell, 10) : undefined);

const digits =
  (length: number): Read<string> =>
  (cell) => {
    const number = whole(cell);
    return number === undefined || number === null ? undefined : String(number).padStart(length, '0');
  };

const coded = (column: string, kind: CodeKind): Columns<number> => {
  const fromName: Read<number> = (cell) => {
    const code = codeOf(kind, cell);
    return code === undefined ? undefined : Number(code);
  };
  return [
    [`${column} (code)`, whole],
    [`${column} (name)`, fromName],
  ];
};

/** GIAS writes 05-09-2020, re-saved copies 05/09/2020, programs 2020-09-05. */
const day: Read<string> = (cell) => {
  const british = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(cell);
  const iso = british ? `${british[3]}-${british[2]}-${british[1]}` : cell;
  return isIsoDay(iso) ? iso : undefined;
};

/** A URN as lists have it: a number, or a cell that a program or a person dressed: `="100001"`, `'100001`, `URN 100001`. */
export function urnOf(cell: string): string | undefined {
  const plainly = digits(1)(cell);
  if (plainly !== undefined && plainly !== null) return plainly;
  const read = readUrn(cell.replace(/^=/, ''));
  return read.ok ? read.value : undefined;
}

const district: Read<string> = (cell) =>
  cell === '9999' ? null : /^[A-Z]\d{8}$/.test(cell) ? cell : undefined;

/** The columns of each field: the first whose cell is not empty counts. */
const FIELDS: { readonly [K in keyof GiasSchool]: Columns<NonNullable<GiasSchool[K]>> } = {
  urn: [['URN', urnOf]],
  name: [['EstablishmentName', text]],
  laCode: [['LA (code)', digits(3)]],
  laName: [['LA (name)', text]],
  establishmentNumber: [['EstablishmentNumber', digits(4)]],
  typeCode: coded('TypeOfEstablishment', 'type'),
  typeName: [['TypeOfEstablishment (name)', text]],
  typeGroupCode: coded('EstablishmentTypeGroup', 'typeGroup'),
  statusCode: coded('EstablishmentStatus', 'status'),
  openDate: [['OpenDate', day]],
  closeDate: [['CloseDate', day]],
  phaseCode: coded('PhaseOfEducation', 'phase'),
  lowAge: [['StatutoryLowAge', whole]],
  highAge: [['StatutoryHighAge', whole]],
  boarders: [['Boarders (name)', text]],
  pupils: [['NumberOfPupils', whole]],
  regionCode: [
    ['GOR (code)', (cell) => (/^[A-Z]$/.test(cell) ? cell : undefined)],
    ['GOR (name)', (cell) => codeOf('region', cell)],
  ],
  districtCode: [['DistrictAdministrative (code)', district]],
  street: [['Street', text]],
  locality: [['Locality', text]],
  town: [['Town', text]],
  county: [['County (name)', text]],
  postcode: [['Postcode', (cell) => cell.toUpperCase().replace(/\s+/g, ' ')]],
  ukprn: [['UKPRN', digits(8)]],
};

/** The fields of a school that a GIAS file holds. */
export type GiasField = keyof GiasSchool;

const names = Object.keys(FIELDS) as readonly GiasField[];

/** A cell that could not be read: its field is null. */
interface UnreadableCell {
  readonly column: string;
  readonly cell: string;
}

/** Reads rows under one header. A row without a URN or a name gives null. */
export type RowReader = (
  cells: readonly string[],
  unreadable?: (cell: UnreadableCell) => void,
) => GiasSchool | null;

/** A database's text for an empty cell. */
const isNull = (cell: string): boolean => cell === 'NULL' || cell === 'null';

const headerKey = (column: string): string => column.replace(/\s+/g, ' ').trim().toLowerCase();

interface Bound {
  readonly column: string;
  readonly index: number;
  readonly read: Read<string | number>;
}

/** Finds the wanted columns by name, in any order, and ignores all others. */
export function rowReader(header: readonly string[]): RowReader {
  const places = columnPlaces(header);
  const bound = names.map((field) => {
    const columns: readonly Bound[] = FIELDS[field].flatMap(([column, read]) => {
      const index = places.get(headerKey(column));
      return index === undefined ? [] : [{ column, index, read: read as Read<string | number> }];
    });
    return { field, columns };
  });
  return (cells, unreadable) => {
    const school: Record<string, string | number | null> = {};
    for (const { field, columns } of bound) {
      let value: string | number | null = null;
      let failed: UnreadableCell | undefined;
      for (const { column, index, read } of columns) {
        const cell = cells[index]?.trim();
        if (!cell || isNull(cell)) continue;
        const found = read(cell);
        if (found === undefined) {
          // A name beside it may still be readable.
          failed ??= { column, cell };
          continue;
        }
        value = found;
        failed = undefined;
        break;
      }
      if (failed) unreadable?.(failed);
      school[field] = value;
    }
    return school['urn'] === null || school['name'] === null ? null : (school as unknown as GiasSchool);
  };
}

/** The wanted fields missing from a header, each as the columns that would do. */
export function missingColumns(header: readonly string[], wanted: readonly GiasField[]): string[] {
  const places = columnPlaces(header);
  return wanted
    .filter((field) => FIELDS[field].every(([column]) => !places.has(headerKey(column))))
    .map((field) => FIELDS[field].map(([column]) => column).join(' or '));
}

function columnPlaces(header: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, column] of header.entries()) {
    const key = headerKey(column);
    if (!places.has(key)) places.set(key, index);
  }
  return places;
}

/**
 * A school from one GIAS row under GIAS's column names.
 * @returns null if the row has no URN or no name
 */
export function schoolFromGias(
  record: Readonly<Record<string, string | number | null | undefined>>,
): GiasSchool | null {
  const cells = Object.values(record).map((cell) =>
    cell === null || cell === undefined ? '' : String(cell),
  );
  return rowReader(Object.keys(record))(cells);
}
