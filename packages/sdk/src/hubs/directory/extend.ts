import { InvalidDataError } from '../../evidence/index.js';
import type { Fault, Source } from '../../evidence/index.js';
import { areasNamed, districtsOf, namesOf, successorsOf } from './areas.js';
import type { Area, Coverage, Hub, HubDirectory } from './directory.js';
import type { HubFile } from './hub-file.js';
import { foldName } from './names.js';

/**
 * The directory with a hub's own details and area in place of what we found. It is the only hub for
 * the councils it names; other hubs keep theirs elsewhere.
 * @throws {InvalidDataError} for an unknown or ambiguous council, and for a new hub
 *   without a name or region
 */
export function extendDirectory(directory: HubDirectory, file: HubFile): HubDirectory {
  const old = directory.hubs.find(({ id }) => id === file.id);
  const faults: Fault[] = [];
  const served = (file.coverage ?? []).flatMap((text, index) => {
    const areas = successors(directory, text);
    if (areas.length === 1) return areas;
    faults.push(councilFault(index, text, areas));
    return [];
  });
  const called = localNames(directory, file, faults);
  faults.push(...missingFaults(file, old));
  if (faults.length > 0) throw new InvalidDataError('hub', faults);

  const source = sourceOf(file, old);
  const coverage =
    file.coverage === undefined ? directory.coverage : replaceCoverage(directory, file.id, served, source.id);
  return {
    ...directory,
    areas:
      called.size === 0 ? directory.areas : directory.areas.map((area) => withNames(area, called.get(area))),
    hubs: [...directory.hubs.filter(({ id }) => id !== file.id), mergeHub(file, old, source.id)].sort(
      (a, b) => place(directory, a) - place(directory, b),
    ),
    coverage,
    sources: [...directory.sources.filter(({ id }) => id !== source.id), source],
  };
}

/** The names that a hub adds, by the area they mean. A council's own name keeps its meaning. */
function localNames(
  directory: HubDirectory,
  { names = [] }: HubFile,
  faults: Fault[],
): ReadonlyMap<Area, readonly string[]> {
  const called = new Map<Area, string[]>();
  for (const [index, { name, means }] of names.entries()) {
    const [taken] = areasNamed(directory, name);
    if (foldName(name).length < 2 || (taken !== undefined && namesOf(taken)[0] === foldName(name))) {
      faults.push({
        path: `names[${index}].name`,
        found: taken === undefined ? `“${name}”` : `“${name}”, which is ${taken.name}’s own name`,
        expected: 'a name of two letters or more that no council bears already',
        remedy: 'Leave it out, or give the name that people here use.',
      });
      continue;
    }
    for (const [at, text] of means.entries()) {
      const areas = areasNamed(directory, text);
      const [area] = areas;
      if (area !== undefined && areas.length === 1) called.set(area, [...(called.get(area) ?? []), name]);
      else faults.push({ ...councilFault(at, text, areas), path: `names[${index}].means[${at}]` });
    }
  }
  return called;
}

function withNames(area: Area, names: readonly string[] | undefined): Area {
  return names === undefined ? area : { ...area, alsoKnownAs: [...(area.alsoKnownAs ?? []), ...names] };
}

/** Today's areas for a council's name or code. */
function successors(directory: HubDirectory, text: string): readonly Area[] {
  return areasNamed(directory, text).flatMap((area) => successorsOf(directory, area));
}

function councilFault(index: number, text: string, areas: readonly Area[]): Fault {
  const names = areas.map(({ name, gss }) => `${name} (${gss})`).join(', ');
  return {
    path: `coverage[${index}]`,
    found: `“${text}”${names === '' ? '' : `, which is now ${names}`}`,
    expected: 'one council of England, by its name, GSS code or DfE code',
    remedy: names === '' ? 'Check the spelling, or use the code.' : 'Name each that the hub serves.',
  };
}

function missingFaults(file: HubFile, old: Hub | undefined): Fault[] {
  if (old !== undefined) return [];
  return (['name', 'region'] as const)
    .filter((field) => file[field] === undefined)
    .map((path) => ({
      path,
      found: 'nothing',
      expected: `a ${path}, since no hub of ours has the id “${file.id}”`,
      remedy: `Add the ${path}, or correct the id.`,
    }));
}

function sourceOf({ id, name, website, statedOn }: HubFile, old: Hub | undefined): Source {
  return {
    id: `hub-file-${id}`,
    publisher: name ?? old?.name ?? id,
    title: 'What the hub states itself',
    date: statedOn,
    url: website ?? old?.website ?? null,
  };
}

function mergeHub(file: HubFile, old: Hub | undefined, source: string): Hub {
  const { id, statedOn, leadSchools, telephone = old?.telephone } = file;
  const name = file.name ?? old?.name ?? id;
  const former = old !== undefined && old.name !== name ? [old.name] : [];
  const alsoKnownAs = [...(old?.alsoKnownAs ?? []), ...former];
  return {
    id,
    name,
    ...(alsoKnownAs.length > 0 && { alsoKnownAs }),
    region: file.region ?? old?.region ?? '',
    leadSchool:
      leadSchools === undefined
        ? (old?.leadSchool ?? null)
        : { names: leadSchools, asOf: statedOn.slice(0, 'YYYY'.length) },
    website: file.website ?? old?.website ?? null,
    email: file.email ?? old?.email ?? null,
    ...(telephone !== undefined && { telephone }),
    confidence: 'high',
    asOf: statedOn,
    sources: [source, ...(old?.sources ?? []).filter((each) => each !== source)],
    basis: 'hub',
  };
}

/** Keeps the directory's own order; a new hub comes last. */
function place({ hubs }: HubDirectory, { id }: Hub): number {
  const index = hubs.findIndex((hub) => hub.id === id);
  return index < 0 ? hubs.length : index;
}

function replaceCoverage(
  directory: HubDirectory,
  hub: string,
  served: readonly Area[],
  source: string,
): readonly Coverage[] {
  const whole = new Set(
    served.flatMap((area) => [area, ...districtsOf(directory, area)]).map(({ gss }) => gss),
  );
  const split = new Set(served.flatMap(({ authority }) => authority ?? []));
  const others = splitCounties(directory, split).filter((row) => row.hub !== hub && !whole.has(row.area));
  const own = served.map(({ gss }): Coverage => ({ area: gss, hub, confidence: 'high', source }));
  return [...others, ...own];
}

/** If a hub names single districts of a county, the county's coverage applies to its other districts too. */
function splitCounties(directory: HubDirectory, split: ReadonlySet<string>): readonly Coverage[] {
  const { areas, coverage } = directory;
  const inherited = areas
    .filter(({ authority }) => authority !== undefined && split.has(authority))
    .filter(({ gss }) => !coverage.some((row) => row.area === gss))
    .flatMap(({ gss, authority }) =>
      coverage.filter((row) => row.area === authority).map((row) => ({ ...row, area: gss })),
    );
  return [...coverage, ...inherited];
}
