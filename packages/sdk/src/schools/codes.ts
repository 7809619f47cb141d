import {
  phaseIds,
  phaseNames,
  regionNames,
  statusNames,
  typeGroupNames,
  typeNames,
  typeRules,
} from '../generated/gias.js';

/** GIAS's phases of education. Special schools and pupil referral units are `not-applicable`. */
export type SchoolPhase = (typeof phaseIds)[keyof typeof phaseIds];

/** What a school provides: `mainstream`, `special` for special schools, `alternative` for alternative provision. */
export type Provision = 'mainstream' | 'special' | 'alternative';

type CodeTable = Readonly<Record<string, readonly string[]>>;

const tables = {
  status: statusNames,
  phase: phaseNames,
  typeGroup: typeGroupNames,
  type: typeNames,
  region: regionNames,
} as const satisfies Record<string, CodeTable>;

/** A GIAS column given as a code, a name or both. */
export type CodeKind = keyof typeof tables;

/** A row of a code table, or undefined for a code newer than the table. */
export function row<T>(
  table: Readonly<Record<string, T>>,
  code: string | number | null | undefined,
): T | undefined {
  return code !== null && code !== undefined && Object.hasOwn(table, code) ? table[code] : undefined;
}

/** GIAS's name for a code; undefined for a code not in the table. */
export function nameOf(kind: CodeKind, code: string | number | null | undefined): string | undefined {
  return row<readonly string[]>(tables[kind], code)?.[0];
}

/** A type's group: the state-funded download has no column for it. */
export function typeGroupOf(typeCode: number | null | undefined): number | undefined {
  return row(typeRules, typeCode)?.group;
}

const key = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[\s,-]+/g, ' ')
    .trim();

const byName = new Map<CodeKind, ReadonlyMap<string, string>>();

/** The code for a name, whatever its case or hyphens, including older names. */
export function codeOf(kind: CodeKind, name: string): string | undefined {
  let codes = byName.get(kind);
  if (!codes) {
    codes = new Map(
      Object.entries<readonly string[]>(tables[kind]).flatMap(([code, names]) =>
        names.map((each) => [key(each), code] as const),
      ),
    );
    byName.set(kind, codes);
  }
  return codes.get(key(name));
}
