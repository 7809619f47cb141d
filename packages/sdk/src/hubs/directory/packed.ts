import type { Source } from '../../evidence/index.js';
import type { Area, Confidence, Coverage, Hub, HubDirectory } from './directory.js';

/**
 * The directory as it is shipped: lines of fields separated by `|`, with hubs, areas and sources named by
 * position. Written by `scripts/build-hubs.mjs`.
 */
export interface PackedDirectory {
  readonly asOf: string;
  readonly regions: readonly string[];
  /** `id|publisher|title|date|url|note` a line. */
  readonly sources: string;
  /** `id|name|region|lead schools (;)|their year|website|email|confidence|asOf|sources (,)|note|aliases (;)|telephone` a line. */
  readonly hubs: string;
  /** `gss|dfe|region|name` a line, of authorities; the code, or how far it is past the one before, nothing for one. */
  readonly authorities: string;
  /** `gss|name` a line, of districts, each county's under a line with its code alone. */
  readonly districts: string;
  /** `gss|dfe|until|successors|name` a line; successors as ranges of the areas above, `4-6,9`. */
  readonly former: string;
  /** `id|name|members|postal members|source|from|also known as (;)` a line; members as ranges of the areas above. */
  readonly groups: string;
  /** `areas|names (;)` a line: other names, areas as ranges. */
  readonly names: string;
  /** `short long` pairs separated by `;`. */
  readonly words: string;
  /** `hub|confidence|source|areas|note` a line; hub, source and areas by position, candidates without a source. */
  readonly coverage: string;
}

const CONFIDENCE: Readonly<Record<string, Coverage['confidence']>> = {
  h: 'high',
  m: 'medium',
  l: 'low',
  c: 'candidate',
};

/** Opens the packed directory. */
export function unpackDirectory(packed: PackedDirectory): HubDirectory {
  const sources = rows(packed.sources).map(unpackSource);
  const sourceAt = (index: string): string => sources[Number(index)]?.id ?? '';
  const hubs = rows(packed.hubs).map((row) => unpackHub(row, packed.regions, sourceAt));
  const councils = unpackCouncils(packed);
  return {
    asOf: packed.asOf,
    hubs,
    areas: unpackAreas(packed, councils, sourceAt),
    words: new Map(
      packed.words.split(';').map((pair) => {
        const [short = '', ...long] = pair.split(' ');
        return [short, long.join(' ')];
      }),
    ),
    coverage: rows(packed.coverage).flatMap(
      ([hub = '', confidence = '', source = '', areas = '', note = '']) =>
        at(councils, areas).map(({ gss: area }) => ({
          area,
          hub: hubs[Number(hub)]?.id ?? '',
          confidence: CONFIDENCE[confidence] ?? 'candidate',
          source: source === '' ? null : sourceAt(source),
          ...(note && { note }),
        })),
    ),
    sources,
  };
}

function unpackSource([id = '', publisher = '', title = '', date = '', url = '', note = '']: Row): Source {
  return { id, publisher, title, date: date || null, url: url || null, ...(note && { note }) };
}

function unpackHub(row: Row, regions: readonly string[], sourceAt: (index: string) => string): Hub {
  const [id = '', name = '', region = '', leads = '', leadYear = '', website = '', email = ''] = row;
  const [confidence = '', asOf = '', sources = '', note = '', aliases = '', telephone = ''] = row.slice(7);
  return {
    id,
    name: `${name} Maths Hub`,
    ...(aliases && { alsoKnownAs: aliases.split(';') }),
    region: regions[Number(region)] ?? '',
    leadSchool: leads ? { names: leads.split(';'), asOf: leadYear } : null,
    website: website || null,
    email: email || null,
    ...(telephone && { telephone }),
    confidence: CONFIDENCE[confidence] as Confidence,
    asOf,
    sources: sources.split(',').map(sourceAt),
    ...(note && { note }),
  };
}

function unpackAreas(
  packed: PackedDirectory,
  councils: readonly Area[],
  sourceAt: (index: string) => string,
): Area[] {
  const groups = unpackGroups(packed.groups, councils, sourceAt);
  const listed = [...councils, ...groups];
  const called = new Map<Area, string[]>();
  for (const [areas = '', names = ''] of rows(packed.names)) {
    for (const area of at(listed, areas))
      called.set(area, [...(called.get(area) ?? []), ...names.split(';')]);
  }
  const named = listed.map((area): Area => {
    const names = [...(area.alsoKnownAs ?? []), ...(called.get(area) ?? [])];
    return names.length === 0 ? area : { ...area, alsoKnownAs: names };
  });
  return [
    ...named.slice(0, councils.length),
    ...unpackFormer(packed.former, councils),
    ...named.slice(councils.length),
  ];
}

/** The items at `4-6,9` of a list. */
function at<T>(list: readonly T[], ranges: string): readonly T[] {
  return ranges.split(',').flatMap((range) => {
    const [from = '', to = from] = range.split('-');
    return range === '' ? [] : list.slice(Number(from), Number(to) + 1);
  });
}

function unpackGroups(
  groups: string,
  councils: readonly Area[],
  sourceAt: (index: string) => string,
): readonly Area[] {
  const codes = (ranges: string): readonly string[] => at(councils, ranges).map(({ gss }) => gss);
  return rows(groups).map(
    ([gss = '', name = '', members = '', postal = '', source = '', from = '', also = '']): Area => ({
      gss,
      kind: from === '' ? 'group' : 'coming',
      name,
      successors: codes(members),
      ...(postal && { postal: codes(postal) }),
      ...(from && { from }),
      ...(also && { alsoKnownAs: also.split(';') }),
      source: sourceAt(source),
    }),
  );
}

function unpackFormer(former: string, councils: readonly Area[]): readonly Area[] {
  const next = stepper();
  return rows(former).map(([step = '', dfe = '', until = '', successors = '', name = '']): Area => ({
    gss: next(step),
    kind: 'former',
    name,
    ...(dfe && { dfe }),
    successors: at(councils, successors).map(({ gss }) => gss),
    ...(until && { until }),
  }));
}

function unpackCouncils({ authorities, districts, regions }: PackedDirectory): readonly Area[] {
  const next = stepper();
  let county = '';
  let nextDistrict = stepper();
  return [
    ...rows(authorities).map(([step = '', dfe = '', region = '', official = '']): Area => {
      const name = official.replace(/, (City|County) of$/, '');
      const officialName = name === official ? {} : { officialName: official };
      return {
        gss: next(step),
        kind: 'authority',
        name,
        ...officialName,
        dfe,
        region: regions[Number(region)] ?? '',
      };
    }),
    ...rows(districts).flatMap(([step = '', name]): Area[] => {
      if (name !== undefined) return [{ gss: nextDistrict(step), kind: 'district', name, authority: county }];
      county = step;
      nextDistrict = stepper();
      return [];
    }),
  ];
}

/** Successive codes: a whole one, or how far it is past the one before. */
function stepper(): (step: string) => string {
  let code = '';
  return (step) => {
    const letters = /^[A-Z]/.test(step) ? step : code;
    const number = Number(letters.slice(1)) + (letters === step ? 0 : Number(step || 1));
    code = `${letters.charAt(0)}${String(number).padStart(8, '0')}`;
    return code;
  };
}

type Row = readonly string[];

function rows(text: string): Row[] {
  return text.split('\n').map((line) => line.split('|'));
}
