import type { Area, Gss, HubDirectory } from './directory.js';
import { foldCouncil, foldName } from './names.js';

interface AreaIndex {
  readonly byGss: ReadonlyMap<Gss, Area>;
  readonly byDfe: ReadonlyMap<string, Area>;
  readonly districtsOf: ReadonlyMap<Gss, readonly Area[]>;
  /** Every folded name and the area it names, live areas first. */
  readonly names: readonly (readonly [string, Area])[];
}

/** The index is a pure function of the directory, kept only as long as the directory itself. */
const indexes = new WeakMap<HubDirectory, AreaIndex>();

function indexOf(directory: HubDirectory): AreaIndex {
  const known = indexes.get(directory);
  if (known !== undefined) return known;
  const index = buildIndex(directory.areas);
  indexes.set(directory, index);
  return index;
}

function buildIndex(areas: readonly Area[]): AreaIndex {
  const liveFirst = [...areas].sort((a, b) => Number(a.kind === 'former') - Number(b.kind === 'former'));
  const byDfe = new Map<string, Area>();
  const districtsOf = new Map<Gss, Area[]>();
  for (const area of liveFirst) {
    if (area.dfe !== undefined && !byDfe.has(area.dfe)) byDfe.set(area.dfe, area);
    if (area.authority !== undefined) {
      districtsOf.set(area.authority, [...(districtsOf.get(area.authority) ?? []), area]);
    }
  }
  return {
    byGss: new Map(areas.map((area) => [area.gss, area])),
    byDfe,
    districtsOf,
    names: liveFirst.flatMap((area) => namesOf(area).map((name) => [name, area] as const)),
  };
}

/** Every way in which an area's name may be typed, folded. */
export function namesOf({ name, officialName = name }: Area): readonly string[] {
  return [...new Set([foldName(name), foldCouncil(name), foldName(officialName)])];
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

/** The areas that stand where a former area or a group is; the area itself when it is live. */
export function successorsOf(directory: HubDirectory, area: Area): readonly Area[] {
  return (area.successors ?? [area.gss]).flatMap((gss) => areaByGss(directory, gss) ?? []);
}

/** An area as it is shown: `Charnwood, Leicestershire`. */
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
  const council = foldCouncil(text);
  if (exact.length > 0 || council.length < 2) return exact;
  const { names } = indexOf(directory);
  const begun = names.filter(([name]) => name.startsWith(council));
  return liveOnly(begun.length > 0 ? begun : names.filter(([name]) => name.includes(` ${council}`)));
}

/** The areas whose code or whole name a text is; a live area before a former one of the same name. */
export function areasNamed(directory: HubDirectory, text: string): readonly Area[] {
  const byCode = areaByGss(directory, text) ?? areaByDfe(directory, text);
  if (byCode !== null) return [byCode];
  const { names } = indexOf(directory);
  const whole = names.filter(([name]) => name === foldName(text));
  return liveOnly(whole.length > 0 ? whole : names.filter(([name]) => name === foldCouncil(text)));
}

/** Without repetition, and without a former area where its name or a successor is among the live ones. */
function liveOnly(found: readonly (readonly [string, Area])[]): readonly Area[] {
  const areas = [...new Set(found.map(([, area]) => area))];
  const live = new Set(areas.filter(({ kind }) => kind !== 'former').flatMap(({ gss, name }) => [gss, name]));
  const kept = areas.filter(
    ({ kind, name, successors = [] }) =>
      kind !== 'former' || !(live.has(name) || successors.every((gss) => live.has(gss))),
  );
  return kept.filter(
    (area, index) =>
      area.kind !== 'former' ||
      kept.findIndex((other) => String(other.successors) === String(area.successors)) === index,
  );
}
