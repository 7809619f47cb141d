import { isInEngland, isOpen } from '../predicates.js';
import type { GiasSchool } from '../school.js';
import { nameOf } from '../codes.js';
import { FORMAT, nameFile, numberFile, outcodeFile, type Manifest, type PackedSchool } from './format.js';
import { keysOf, outcodeOf, wordsOf } from './words.js';

export { FORMAT } from './format.js';

/** Options for building an index. */
export interface BuildOptions {
  /** ISO day of the GIAS download; null if unknown. */
  readonly date: string | null;
  /** Who made the rows and under what licence, if not the Department: for invented schools, say. */
  readonly credit?: string;
  /** Which of them to keep; all by default. */
  readonly keep?: (school: GiasSchool) => boolean | Promise<boolean>;
}

/** A school index as files for one folder: content by name. */
export interface BuiltIndex {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, string>;
}

/** Children's centres, which GIAS lists beside schools. */
const NOT_SCHOOLS = new Set([47, 48]);

/** Indexes England's open schools by outward code and by the words of their names. */
export async function buildSchoolIndex(
  schools: AsyncIterable<GiasSchool>,
  { date, credit, keep = () => true }: BuildOptions,
): Promise<BuiltIndex> {
  const outcodes = new Map<string, PackedSchool[]>();
  const names = new Map<string, PackedSchool[]>();
  const numbers = new Map<string, PackedSchool[]>();
  const laNames = new Map<string, string>();
  const types = new Map<string, string>();
  let count = 0;
  for await (const school of schools) {
    const { laCode, laName, typeCode, name, postcode } = school;
    if (!isOpen(school) || isInEngland(school) === false) continue;
    if (typeCode !== null && NOT_SCHOOLS.has(typeCode)) continue;
    if (!(await keep(school))) continue;
    count += 1;
    const packed = pack(school);
    const outcode = postcode === null ? null : outcodeOf(postcode);
    if (outcode) file(outcodes, outcode, packed);
    for (const key of keysOf(wordsOf(name))) file(names, key, packed);
    for (const key of numberKeys(school)) file(numbers, key, packed);
    if (laCode !== null && laName !== null) laNames.set(laCode, laName);
    const type = school.typeName ?? nameOf('type', typeCode);
    if (typeCode !== null && type !== undefined) types.set(String(typeCode), type);
  }
  const manifest: Manifest = {
    format: FORMAT,
    source: {
      title: credit ?? 'Department for Education, Get information about schools',
      licence:
        credit ?? 'Contains public sector information licensed under the Open Government Licence v3.0.',
      date,
    },
    counts: { schools: count, outcodes: outcodes.size, names: names.size },
    authorities: sorted(laNames),
    types: sorted(types),
    outcodes: [...outcodes.keys()].sort().join(' '),
    names: [...names.keys()].sort().join(' '),
    numbers: [...numbers.keys()].sort().join(' '),
  };
  const files = new Map([['manifest.json', JSON.stringify(manifest)]]);
  for (const [key, rows] of outcodes) files.set(outcodeFile(key), content(rows));
  for (const [key, rows] of names) files.set(nameFile(key), content(rows));
  for (const [key, rows] of numbers) files.set(numberFile(key), content(rows));
  return { manifest, files };
}

function pack(school: GiasSchool): PackedSchool {
  const { urn, name, postcode, town, laCode, districtCode } = school;
  const { typeCode, phaseCode, statusCode, lowAge, highAge } = school;
  const { establishmentNumber } = school;
  return [
    urn,
    name,
    postcode,
    town,
    laCode,
    districtCode,
    typeCode,
    phaseCode,
    statusCode,
    lowAge,
    highAge,
    establishmentNumber,
  ];
}

/** The first four digits of a school's URN and of its DfE number. */
function numberKeys({ urn, laCode, establishmentNumber }: GiasSchool): readonly string[] {
  const laestab = laCode !== null && establishmentNumber !== null ? [`${laCode}${establishmentNumber}`] : [];
  return [...new Set([urn, ...laestab].map((number) => number.slice(0, 4)))];
}

function file(files: Map<string, PackedSchool[]>, key: string, school: PackedSchool): void {
  const rows = files.get(key);
  if (rows) rows.push(school);
  else files.set(key, [school]);
}

/** The same schools give the same files, in whatever order. */
function content(rows: PackedSchool[]): string {
  const ordered = rows.sort(([a], [b]) => Number(a) - Number(b));
  return `[${ordered.map((row) => JSON.stringify(row)).join(',\n')}]`;
}

function sorted(map: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...map].sort(([a], [b]) => a.localeCompare(b)));
}
