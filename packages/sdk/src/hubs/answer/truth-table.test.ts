import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { districtsOf, findHub, loadHubs } from '../index.js';
import type { FindResult } from '../index.js';

interface CoverageRow {
  readonly area: string;
  readonly hub?: string;
  readonly confidence?: 'high' | 'medium' | 'low';
  readonly candidates?: readonly string[];
}

function data<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../data/${name}.json`, import.meta.url), 'utf8')) as T;
}

const { coverage } = data<{ coverage: readonly CoverageRow[] }>('coverage');
const { authorities } = data<{ authorities: readonly { gss: string; dfe: string; name: string }[] }>(
  'authorities',
);
const { districts } = data<{ districts: readonly { gss: string; name: string; authority: string }[] }>(
  'districts',
);
const { former } = data<{
  former: readonly { gss: string; name: string; dfe?: string; successors: readonly string[] }[];
}>('former-areas');

const directory = await loadHubs();
const ids = ({ hubs }: FindResult): string[] => hubs.map(({ hub }) => hub.id).sort();

/** What the evidence in the data says of one area, written down apart from the code that decides it. */
function expected(gss: string): { answer: string; hubs: string[] } {
  const county = districts.find((district) => district.gss === gss)?.authority ?? gss;
  const own = coverage.filter(({ area }) => area === gss);
  const rows = own.length > 0 ? own : coverage.filter(({ area }) => area === county);
  const hubs = rows.flatMap(({ hub, candidates }) => candidates ?? [hub!]).sort();
  const answers = { high: 'one', medium: 'likely', low: 'likely' } as const;
  const [only] = rows;
  if (hubs.length > 1) return { answer: 'several', hubs };
  return { answer: only?.confidence ? answers[only.confidence] : 'unknown', hubs };
}

/** A county for which some districts have evidence of their own. */
const isSplit = (gss: string): boolean =>
  gss.startsWith('E10') &&
  districts.some(
    ({ gss: district, authority }) => authority === gss && coverage.some(({ area }) => area === district),
  );

describe('every authority', () => {
  it('counts 153, and 296 districts', () => {
    expect(authorities).toHaveLength(153);
    expect(districts).toHaveLength(296);
    expect(directory.hubs).toHaveLength(40);
  });

  for (const { gss, dfe, name } of authorities) {
    it(name, async () => {
      for (const authority of [gss, dfe, name]) {
        const result = await findHub({ authority }, { directory });
        if (isSplit(gss)) {
          expect(result.answer).toBe('several');
          expect(result.ask?.choices).toHaveLength(districts.filter((each) => each.authority === gss).length);
          expect(
            result.hubs.every(({ confidence, source }) => (confidence === 'candidate') === (source === null)),
          ).toBe(true);
        } else {
          expect({ answer: result.answer, hubs: ids(result) }).toEqual(expected(gss));
          expect(result.ask).toBeUndefined();
        }
      }
    });
  }
});

describe('every district', () => {
  for (const { gss, name, authority } of districts) {
    it(name, async () => {
      for (const district of [gss, name]) {
        const result = await findHub({ district }, { directory });
        expect({ answer: result.answer, hubs: ids(result) }).toEqual(expected(gss));
        expect(result.areas.map((area) => area.gss)).toEqual([gss]);
        expect(result.areas[0]?.authority ?? gss).toBe(authority);
      }
    });
  }
});

describe('every former code and name', () => {
  for (const { gss, name, dfe, successors } of former) {
    it(`${name} (${gss})`, async () => {
      const live = [...authorities, ...districts].find((each) => each.name === name);
      const result = await findHub({ authority: gss }, { directory });
      const now = await Promise.all(successors.map((next) => findHub({ authority: next }, { directory })));
      expect(ids(result)).toEqual([...new Set(now.flatMap(ids))].sort());
      if (now.length === 1) expect(result.answer).toBe(now[0]?.answer);

      const named = await findHub({ authority: name }, { directory });
      if (live === undefined) expect(ids(named)).toEqual(ids(result));
      else expect(named.areas.map((area) => area.gss)).toEqual([live.gss]);
      if (dfe !== undefined) expect((await findHub({ authority: dfe }, { directory })).areas).toHaveLength(1);
    });
  }

  it('asks between the halves of a county whose halves have different hubs', async () => {
    const result = await findHub({ authority: 'Northamptonshire' }, { directory });
    expect(result.answer).toBe('several');
    expect(ids(result)).toEqual(['east-midlands-south', 'enigma']);
    expect(result.ask?.choices.map(({ label }) => label)).toEqual([
      'North Northamptonshire',
      'West Northamptonshire',
    ]);
    const settled = await findHub(result.ask!.choices[0]!.query, { directory });
    expect(ids(settled)).toEqual(['east-midlands-south']);
  });

  it('does not ask between halves that share a hub, and is no surer than the weaker half', async () => {
    const cumbria = await findHub({ authority: '909' }, { directory });
    expect([cumbria.answer, ids(cumbria), cumbria.ask]).toEqual(['likely', ['north-north-west'], undefined]);
    const dorset = await findHub({ authority: '835' }, { directory });
    expect([dorset.answer, dorset.hubs[0]?.confidence]).toEqual(['likely', 'low']);
  });
});

describe('a question', () => {
  it('is settled by each of its choices', async () => {
    for (const area of directory.areas.filter((each) => districtsOf(directory, each).length > 0)) {
      const { ask } = await findHub({ authority: area.gss }, { directory });
      for (const { query } of ask?.choices ?? []) {
        expect((await findHub(query, { directory })).ask).toBeUndefined();
      }
    }
  });
});
