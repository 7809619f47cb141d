import type { Source } from '../../evidence/index.js';
import type { Area, Confidence, Coverage, Hub, HubDirectory } from './directory.js';

/**
 * The directory as it travels: lines of fields parted by `|`, with hubs, areas and sources named by
 * position. Written by `scripts/build-hubs.mjs`.
 */
export interface PackedDirectory {
  readonly asOf: string;
  readonly regions: readonly string[];
  /** `id|publisher|title|date|url|note` a line. */
  readonly sources: string;
  /** `id|name|region|lead schools (;)|their year|website|email|confidence|asOf|sources (,)|note|aliases (;)` a line. */
  readonly hubs: string;
  /** `gss|dfe|region|name` a line, of authorities. */
  readonly authorities: string;
  /** `gss|name` a line, of districts, each county's under a line with its code alone. */
  readonly districts: string;
  /** `gss|dfe|until|successors (,)|name` a line. */
  readonly former: string;
  /** `gss|members (,)|name` a line. */
  readonly groups: string;
  /** `hub|confidence|source|areas (,)|note` a line; hub and source by position, candidates without a source. */
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
  return {
    asOf: packed.asOf,
    hubs,
    areas: unpackAreas(packed),
    coverage: rows(packed.coverage).flatMap(
      ([hub = '', confidence = '', source = '', areas = '', note = '']) =>
        areas.split(',').map((area) => ({
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
  const [confidence = '', asOf = '', sources = '', note = '', aliases = ''] = row.slice(7);
  return {
    id,
    name: `${name} Maths Hub`,
    ...(aliases && { alsoKnownAs: aliases.split(';') }),
    region: regions[Number(region)] ?? '',
    leadSchool: leads ? { names: leads.split(';'), asOf: leadYear } : null,
    website: website || null,
    email: email || null,
    confidence: CONFIDENCE[confidence] as Confidence,
    asOf,
    sources: sources.split(',').map(sourceAt),
    ...(note && { note }),
  };
}

function unpackAreas({ authorities, districts, former, groups, regions }: PackedDirectory): Area[] {
  let county = '';
  return [
    ...rows(authorities).map(([gss = '', dfe = '', region = '', official = '']): Area => {
      const name = official.replace(/, (City|County) of$/, '');
      const officialName = name === official ? {} : { officialName: official };
      return { gss, kind: 'authority', name, ...officialName, dfe, region: regions[Number(region)] ?? '' };
    }),
    ...rows(districts).flatMap(([gss = '', name]): Area[] => {
      if (name !== undefined) return [{ gss, kind: 'district', name, authority: county }];
      county = gss;
      return [];
    }),
    ...rows(former).map(([gss = '', dfe = '', until = '', successors = '', name = '']): Area => ({
      gss,
      kind: 'former',
      name,
      ...(dfe && { dfe }),
      successors: successors.split(','),
      ...(until && { until }),
    })),
    ...rows(groups).map(([gss = '', members = '', name = '']): Area => ({
      gss,
      kind: 'group',
      name,
      successors: members.split(','),
    })),
  ];
}

type Row = readonly string[];

function rows(text: string): Row[] {
  return text.split('\n').map((line) => line.split('|'));
}
