import type { Area, Gss, HubDirectory } from './directory.js';
import { foldCouncil, foldName, writeOut } from './names.js';

type Named = readonly [name: string, area: Area];

interface AreaIndex {
  readonly byGss: ReadonlyMap<Gss, Area>;
  readonly byDfe: ReadonlyMap<string, Area>;
  readonly districtsOf: ReadonlyMap<Gss, readonly Area[]>;
  /** Every folded name and the area it names, live areas first. */
  readonly names: readonly Named[];
  /** The same written out: no short words, no "and". */
  readonly written: readonly Named[];
}

/** The index is a pure function of the directory, kept only as long as the directory itself. */
const indexes = new WeakMap<HubDirectory, AreaIndex>();

function indexOf(directory: HubDirectory): AreaIndex {
  const known = indexes.get(directory);
  if (known !== undefined) return known;
  const index = buildIndex(directory);
  indexes.set(directory, index);
  return index;
}

function buildIndex({ areas, words }: HubDirectory): AreaIndex {
  const liveFirst = [...areas].sort((a, b) => Number(a.kind === 'former') - Number(b.kind === 'former'));
  const byDfe = new Map<string, Area>();
  const districtsOf = new Map<Gss, Area[]>();
  for (const area of liveFirst) {
    if (area.dfe !== undefined && !byDfe.has(area.dfe)) byDfe.set(area.dfe, area);
    if (area.authority !== undefined) {
      districtsOf.set(area.authority, [...(districtsOf.get(area.authority) ?? []), area]);
    }
  }
  const names = liveFirst.flatMap((area) => namesOf(area).map((name) => [name, area] as const));
  return {
    byGss: new Map(areas.map((area) => [area.gss, area])),
    byDfe,
    districtsOf,
    names,
    written: names.map(([name, area]) => [writeOut(name, words), area]),
  };
}

/** Every way to type an area's name, folded; its own name first. */
export function namesOf({ name, officialName = name, alsoKnownAs = [] }: Area): readonly string[] {
  return [...new Set([foldName(name), foldName(officialName), ...alsoKnownAs.map(foldName)])];
}

/** The area with a GSS code, also a former one; null when the code is not an English council's. */
export function areaByGss(directory: HubDirectory, gss: string): Area | null {
  return indexOf(directory).byGss.get(gss.trim().toUpperCase()) ?? null;
}

/** The authority with the Department for Education's code, also a former one; null when there is none. */
export function areaByDfe(directory: HubDirectory, code: string | number): Area | null {
  return indexOf(directory).byDfe.get(String(code).trim()) ?? null;
}

/** The districts of a county; empty for every other area. */
export function districtsOf(directory: HubDirectory, area: Area): readonly Area[] {
  return indexOf(directory).districtsOf.get(area.gss) ?? [];
}

/** The areas that replace a former area or make up a group; the area itself if it is live. */
export function successorsOf(directory: HubDirectory, area: Area): readonly Area[] {
  return (area.successors ?? [area.gss]).flatMap((gss) => areaByGss(directory, gss) ?? []);
}

/** Every council in an area, including its own: its successors, their districts, and their county. */
export function partsOf(directory: HubDirectory, area: Area, postal = false): ReadonlySet<Gss> {
  const beside = postal ? (area.postal ?? []).flatMap((gss) => areaByGss(directory, gss) ?? []) : [];
  const parts = [...successorsOf(directory, area), ...beside];
  return new Set(parts.flatMap((each) => [each, ...districtsOf(directory, each)]).map(({ gss }) => gss));
}

/** Whether one area is wholly in another: a town's own council, in the county around it. */
export function liesIn(directory: HubDirectory, area: Area, wider: Area): boolean {
  const parts = partsOf(directory, wider);
  return successorsOf(directory, area).every(({ gss }) => parts.has(gss));
}

/** An area's label: `Charnwood, Leicestershire`. */
export function areaLabel(directory: HubDirectory, area: Area): string {
  const county = area.authority === undefined ? null : areaByGss(directory, area.authority);
  return county === null ? area.name : `${area.name}, ${county.name}`;
}

/**
 * The areas that a text may mean, best reading only: a GSS or DfE code, else a whole name (a live area before a
 * former one), else the names that it begins, else the names that have words it begins. At least two letters.
 */
export function findAreas(directory: HubDirectory, text: string): readonly Area[] {
  const exact = areasNamed(directory, text);
  if (exact.length > 0) return exact;
  const { begun, within } = areasNear(directory, text);
  return begun.length > 0 ? begun : within;
}

/** The areas whose code or whole name a text is: a live area before a former one, and that before a group. */
export function areasNamed(directory: HubDirectory, text: string): readonly Area[] {
  const byCode = areaByGss(directory, text) ?? areaByDfe(directory, text);
  if (byCode !== null) return [byCode];
  for (const found of wholeNames(directory, text)) {
    if (found.length > 0) return narrowest(found);
  }
  return [];
}

/** The groups and coming councils that a text names whole, also where a council has the same name. */
export function groupsNamed(directory: HubDirectory, text: string): readonly Area[] {
  for (const found of wholeNames(directory, text)) {
    if (found.length > 0) return found.filter(({ kind }) => isWide(kind));
  }
  return [];
}

/** Whether a text names areas only with its short words written out. */
export function isShortened(directory: HubDirectory, text: string): boolean {
  const [whole = [], council = []] = [...wholeNames(directory, text)];
  return whole.length === 0 && council.length === 0;
}

/** Areas with this name, then without a council's titles, then with short words written out. */
function* wholeNames(directory: HubDirectory, text: string): Generator<readonly Area[]> {
  const { names, written } = indexOf(directory);
  const [folded, council] = [foldName(text), foldCouncil(text)];
  const called = (list: readonly Named[], name: string): readonly Area[] => [
    ...new Set(list.flatMap(([each, area]) => (each === name ? [area] : []))),
  ];
  yield called(names, folded);
  yield called(names, council);
  const { words } = directory;
  for (const long of new Set([writeOut(folded, words), writeOut(council, words)]))
    yield called(written, long);
}

/** Names that a text begins as whole words; names that have words it begins, or of which it is the start of one. */
export function areasNear(
  directory: HubDirectory,
  text: string,
): { readonly whole: readonly Area[]; readonly begun: readonly Area[]; readonly within: readonly Area[] } {
  const council = foldCouncil(text);
  const { names } = indexOf(directory);
  const where = (holds: (name: string) => boolean): readonly Area[] =>
    narrowest([...new Set(names.flatMap(([name, area]) => (holds(name) ? [area] : [])))]);
  if (council.length < 2) return { whole: [], begun: [], within: [] };
  return {
    whole: where((name) => name.startsWith(`${council} `)),
    begun: where((name) => name.startsWith(council)),
    within: where((name) => name.includes(` ${council}`)),
  };
}

function isWide(kind: Area['kind']): boolean {
  return kind === 'group' || kind === 'coming';
}

/** Drops a former area or a group if its name is a live one's, or all its successors are there already. */
function narrowest(areas: readonly Area[]): readonly Area[] {
  const live = areas.filter(({ kind }) => kind === 'authority' || kind === 'district');
  const known = new Set(live.flatMap(({ gss, name }) => [gss, name]));
  const former = areas.filter(
    ({ kind, name, successors = [] }) =>
      kind === 'former' && !(known.has(name) || successors.every((gss) => known.has(gss))),
  );
  const once = former.filter(
    (area, index) =>
      former.findIndex((other) => String(other.successors) === String(area.successors)) === index,
  );
  const narrow = [...live, ...once];
  return narrow.length > 0 ? narrow : areas.filter(({ kind }) => isWide(kind));
}
