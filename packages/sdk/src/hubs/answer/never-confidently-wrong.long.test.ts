import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createSuggester, findHub, loadHubs, loadPlaces } from '../index.js';
import type { FindResult } from '../index.js';

/*
 * Whatever a person types for a place, the answer is a question, "did you mean", or a hub on which everything that the
 * text may mean agrees. What it may mean is worked out here from the data alone, apart from the code that answers.
 */

const json = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../data/${name}.json`, import.meta.url), 'utf8')) as T;

interface Council {
  readonly gss: string;
  readonly name: string;
  readonly region?: string;
  readonly authority?: string;
}
interface NamedArea {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly members: readonly string[] | string;
  readonly postal?: readonly string[];
  readonly alsoKnownAs?: readonly string[];
}

const { authorities } = json<{ authorities: readonly Council[] }>('authorities');
const { districts } = json<{ districts: readonly Council[] }>('districts');
const { former } = json<{ former: readonly (Council & { successors: readonly string[] })[] }>('former-areas');
const { coverage } = json<{
  coverage: readonly { area: string; hub?: string; candidates?: readonly string[] }[];
}>('coverage');
const names = json<{
  areas: readonly NamedArea[];
  names: readonly { name: string; means: readonly string[] }[];
  words: Readonly<Record<string, string>>;
}>('names');

const [directory, places] = await Promise.all([loadHubs(), loadPlaces()]);
const englishPlaces = places.filter((place) => 'area' in place);
const councils = [...authorities, ...districts.filter(({ gss, authority }) => gss !== authority)];
const plainName = (name: string): string => name.replace(/, (City|County) of$/, '');

const foldedNames = new Map<string, string>();
function fold(name: string): string {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  const folded = name
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bsaint\b/g, 'st');
  foldedNames.set(name, folded);
  return folded;
}

/** The hubs that may serve an area, by the evidence; two or more, or none, is no one hub. */
function hubsOf(gss: string): ReadonlySet<string> {
  const own = coverage.filter(({ area }) => area === gss);
  if (own.length > 0)
    return new Set(own.flatMap(({ hub, candidates = [] }) => hub ?? [...candidates, 'not sure']));
  const parts = districts.filter(({ authority, gss: district }) => authority === gss && district !== gss);
  if (parts.length > 0) return new Set(parts.flatMap((part) => [...hubsOf(part.gss)]));
  const next = former.find((area) => area.gss === gss)?.successors;
  if (next !== undefined) return new Set(next.flatMap((each) => [...hubsOf(each)]));
  if (gss === 'E12000007')
    return new Set(
      authorities.filter(({ region }) => region === 'London').flatMap((each) => [...hubsOf(each.gss)]),
    );
  const county = districts.find((each) => each.gss === gss)?.authority;
  return county === undefined || county === gss ? new Set(['not sure']) : hubsOf(county);
}

const codeOf = (name: string): string => {
  const code = councils.find((each) => each.name === name || each.gss === name)?.gss;
  return code ?? (name === 'E12000007' ? name : `no council ${name}`);
};

/** A place lies in the parts of its wider area with its name. */
function councilOfPlace({ name, area }: { readonly name: string; readonly area: string }): string {
  const next = former.find(({ gss }) => gss === area)?.successors ?? [area];
  const inside =
    area === 'E12000007'
      ? authorities.filter(({ region }) => region === 'London')
      : councils.filter(({ gss, authority }) => next.includes(gss) || next.includes(authority ?? ''));
  const bearing = inside.filter(
    (each) => each.gss !== area && ` ${fold(plainName(each.name))} `.includes(` ${fold(name)} `),
  );
  return bearing.length === 1 ? bearing[0]!.gss : area;
}

/** Every name there is, folded, with the area that it lies in. */
const meanings: readonly (readonly [name: string, gss: string])[] = [
  ...councils.flatMap(({ name, gss }) => [name, plainName(name)].map((each) => [fold(each), gss] as const)),
  ...former.map(({ name, gss }) => [fold(name), gss] as const),
  ...englishPlaces.map((place) => [fold(place.name), councilOfPlace(place)] as const),
];
const membersOf = ({ name, kind, members }: NamedArea): readonly string[] => {
  if (typeof members !== 'string') return members.map(codeOf);
  const regions = kind === 'region' ? [name] : members.replace('regions: ', '').split('; ');
  return authorities.filter(({ region }) => regions.includes(region ?? '')).map(({ gss }) => gss);
};

const table = new Map<
  string,
  Record<'tried' | 'agreed' | 'asked' | 'did you mean' | 'elsewhere' | 'not found' | 'wrong', number>
>();

/** Counts an answer; a certain one has to be the one hub of everything that the text may mean. */
function judge(kind: string, text: string, result: FindResult, may: readonly string[]): string | null {
  const row = table.get(kind) ?? {
    tried: 0,
    agreed: 0,
    asked: 0,
    'did you mean': 0,
    elsewhere: 0,
    'not found': 0,
    wrong: 0,
  };
  table.set(kind, row);
  row.tried += 1;
  const wrong = (why: string): string => {
    row.wrong += 1;
    return `${kind}: ${text}: ${why}`;
  };
  if (result.problem !== undefined) {
    row['not found'] += 1;
    return null;
  }
  if (result.answer === 'not-in-england') {
    row.elsewhere += 1;
    return may.some((gss) => gss !== 'nothing')
      ? wrong('“not in England”, where England has such a name')
      : null;
  }
  if (result.ask !== undefined) {
    row[result.hubs.length === 0 ? 'did you mean' : 'asked'] += 1;
    return null;
  }
  if (result.answer === 'several' || result.answer === 'unknown') {
    row.asked += 1;
    return null;
  }
  const hub = result.hubs[0]!.hub.id;
  // An area of old that holds what is certain here, as Cornwall and Isles of Scilly does Cornwall, is no other meaning.
  const certain = new Set(result.areas.map((area) => area.gss));
  const wider = (gss: string): boolean =>
    former.some((each) => each.gss === gss && each.successors.some((next) => certain.has(next)));
  const others = new Set(may.filter((gss) => !wider(gss)).flatMap((gss) => [...hubsOf(gss)]));
  others.delete(hub);
  if (others.size > 0) return wrong(`certain of ${hub}, though it may be ${[...others].join(', ')}`);
  row.agreed += 1;
  return null;
}

async function gate(
  kind: string,
  cases: Iterable<readonly [text: string, may: readonly string[]]>,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [text, may] of cases) {
    const fault = judge(kind, text, await findHub({ place: text }, { directory, places }), may);
    if (fault !== null) faults.push(fault);
  }
  return faults;
}

/** The areas of every name, by its first word, its first two, and so on to the whole. */
const byBeginning = new Map<string, Set<string>>();
const byLastWord = new Map<string, Set<string>>();
function note(by: Map<string, Set<string>>, key: string, gss: string): void {
  const areas = by.get(key) ?? new Set();
  by.set(key, areas.add(gss));
}
for (const [name, gss] of meanings) {
  const words = name.split(' ');
  words.forEach((_, at) => note(byBeginning, words.slice(0, at + 1).join(' '), gss));
  note(byLastWord, words.at(-1)!, gss);
}
const areasThatBegin = (text: string): readonly string[] => [...(byBeginning.get(text) ?? [])];
const severalWords = [...new Set(meanings.map(([name]) => name))].filter((name) => name.includes(' '));
const unlessSmall = (word: string): boolean =>
  !['the', 'of', 'and', 'in', 'on', 'upon', 'by', 'le', 'under', 'with', 'st', 'a'].includes(word);

describe('never confidently wrong', () => {
  afterAll(() => {
    const heads = ['tried', 'agreed', 'asked', 'did you mean', 'elsewhere', 'not found', 'wrong'] as const;
    const line = (cells: readonly (string | number)[]): string =>
      cells.map((cell, at) => (at === 0 ? String(cell).padEnd(20) : String(cell).padStart(13))).join('');
    const rows = [...table].map(([kind, row]) => line([kind, ...heads.map((head) => row[head])]));
    process.stdout.write(`${[line(['never certain', ...heads]), ...rows].join('\n')}\n`);
  });

  it('by the first word of any name', async () => {
    const words = [...new Set(severalWords.map((name) => name.split(' ')[0]!))].filter(unlessSmall);
    expect(words.length).toBeGreaterThan(500);
    const cases = words.map((word) => [word, areasThatBegin(word)] as const);
    expect(await gate('first word', cases)).toEqual([]);
  });

  it('by the first two words of any longer name', async () => {
    const starts = [...new Set(severalWords.map((name) => name.split(' ').slice(0, 2).join(' ')))];
    const cases = starts.map((word) => [word, areasThatBegin(word)] as const);
    expect(await gate('first two words', cases)).toEqual([]);
  });

  it('by the last word of any name', async () => {
    const words = [...new Set(severalWords.map((name) => name.split(' ').at(-1)!))].filter(unlessSmall);
    expect(words.length).toBeGreaterThan(400);
    const cases = words.map((word) => [word, [...(byLastWord.get(word) ?? [])]] as const);
    expect(await gate('last word', cases)).toEqual([]);
  });

  it('by the whole name of a town, village or council', async () => {
    const whole = [...new Set(meanings.map(([name]) => name))];
    const cases = whole.map((text) => [text, areasThatBegin(text)] as const);
    expect(await gate('whole name', cases)).toEqual([]);
  });

  it('by half a word', async () => {
    const halves = [...new Set(meanings.map(([name]) => name.slice(0, 4)))].filter(
      (text) => text.length === 4 && !text.endsWith(' '),
    );
    const cases = halves.map((text) => [text, areasThatBegin(text)] as const);
    expect(await gate('first four letters', cases)).toEqual([]);
  });

  it('by what people call a council', async () => {
    const cases = names.names.map(({ name, means }) => [name, means.map(codeOf)] as const);
    expect(await gate('abbreviation', cases)).toEqual([]);
  });

  it('by a shortened county', async () => {
    const counties = [
      ...authorities.map(({ name }) => name),
      ...names.areas.filter(({ kind }) => /county/.test(kind)).map(({ name }) => name),
    ];
    const cases = Object.entries(names.words).flatMap(([short, long]) => {
      const county = counties.filter((name) => fold(name) === long);
      const all = names.areas.filter(({ name }) => fold(name) === long).flatMap(membersOf);
      return county.length === 0
        ? []
        : [
            [
              short,
              [...authorities.filter(({ name }) => fold(name) === long).map(({ gss }) => gss), ...all],
            ] as const,
          ];
    });
    expect(cases.length).toBeGreaterThan(20);
    expect(await gate('shortened county', cases)).toEqual([]);
  });

  it('by a county, metropolitan or historic, or a region', async () => {
    for (const area of names.areas) {
      const kind =
        area.kind === 'region' || area.kind.endsWith('area') || area.kind === 'coming council'
          ? area.kind
          : 'county';
      const called = [area.name, ...(area.alsoKnownAs ?? [])].map((name) => [name, membersOf(area)] as const);
      expect(await gate(kind, called)).toEqual([]);
    }
  });

  it('by a town and its county, as an address has it', async () => {
    const countyOf = (gss: string): readonly string[] => {
      const next = former.find((each) => each.gss === gss)?.successors ?? [gss];
      return names.areas
        .filter((area) => /county/.test(area.kind) && next.some((each) => membersOf(area).includes(each)))
        .map(({ name }) => name);
    };
    const cases = englishPlaces.flatMap((place, index) =>
      index % 3 > 0
        ? []
        : countyOf(place.area).map(
            (county) => [`${place.name}, ${county}`, [councilOfPlace(place)]] as const,
          ),
    );
    expect(cases.length).toBeGreaterThan(800);
    const faults = await gate('town, county', cases);
    expect(faults).toEqual([]);
    expect(table.get('town, county')!['not found']).toBe(0);
  });

  it('by a town of London, Manchester or Birmingham’s edge and its postal county', async () => {
    const cases = names.areas.flatMap(({ name, postal = [] }) =>
      postal.map((council) => [`${plainName(council)}, ${name}`, [codeOf(council)]] as const),
    );
    expect(cases.length).toBeGreaterThan(40);
    expect(await gate('postal town', cases)).toEqual([]);
  });

  it('but for one letter', async () => {
    const typed = [
      ...councils.map(({ name }) => plainName(name)),
      ...englishPlaces.filter((_, at) => at % 5 === 0).map(({ name }) => name),
    ];
    const slips = typed.flatMap((name, at) => {
      const where = 1 + (at % Math.max(name.length - 1, 1));
      return [
        name.slice(0, where) + name.slice(where + 1),
        name.slice(0, where) + name.charAt(where) + name.slice(where),
        `${name.slice(0, where)}x${name.slice(where + 1)}`,
        name.slice(0, where - 1) + name.charAt(where) + name.charAt(where - 1) + name.slice(where + 1),
      ];
    });
    const cases = slips.map((text) => {
      const folded = fold(text);
      const may = areasThatBegin(folded);
      // What no name bears may not be certain at all; what is another name may mean that.
      return [text, may.length > 0 ? may : ['nothing']] as const;
    });
    const known = new Set(names.names.flatMap(({ name }) => fold(name)));
    const areas = new Set(
      names.areas.flatMap(({ name, alsoKnownAs = [] }) => [name, ...alsoKnownAs].map(fold)),
    );
    expect(
      await gate(
        'one slip',
        cases.filter(([text]) => !known.has(fold(text)) && !areas.has(fold(text))),
      ),
    ).toEqual([]);
  });

  it('by every label that we offer', async () => {
    const suggest = createSuggester(directory, places);
    const seen = new Set<string>();
    const faults: string[] = [];
    for (const [name] of meanings.filter((_, at) => at % 3 === 0)) {
      for (const { label, query } of suggest(name, 4)) {
        if (seen.has(label)) continue;
        seen.add(label);
        const picked = await findHub(query, { directory, places });
        const typed = await findHub({ place: label }, { directory, places });
        const one = picked.answer === 'one' || picked.answer === 'likely' ? picked.hubs[0]!.hub.id : null;
        const two = typed.answer === 'one' || typed.answer === 'likely' ? typed.hubs[0]!.hub.id : null;
        judge('our own label', label, typed, []);
        if (two !== null && two !== one)
          faults.push(`${label}: picked ${picked.answer} ${one}, typed ${typed.answer} ${two}`);
        if (typed.problem !== undefined) faults.push(`${label}: not understood`);
      }
    }
    expect(seen.size).toBeGreaterThan(1500);
    expect(faults).toEqual([]);
  });

  it('says “not in England” of no name that England has', async () => {
    const elsewhere = places.flatMap((place) => ('nation' in place ? [place.name] : []));
    const cases = [...new Set(elsewhere)].map((name) => [name, areasThatBegin(fold(name))] as const);
    expect(await gate('a name elsewhere', cases)).toEqual([]);
  });
});
