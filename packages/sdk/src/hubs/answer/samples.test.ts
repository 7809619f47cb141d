import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { PostcodeResolver } from '../../postcodes/index.js';
import { districtsOf, areaByGss, findHub, loadHubs, successorsOf } from '../index.js';
import type { FindResult } from '../index.js';

/** Real public data, kept beside the project and not in it; where it is absent, vitest.config.ts leaves this file out. */
const samples = new URL('../../../../../../shared/data/', import.meta.url);
const directory = await loadHubs();

type Row = Readonly<Record<string, string>>;

function rows(name: string): readonly Row[] {
  const bytes = readFileSync(new URL(name, samples));
  const text = new TextDecoder('windows-1252').decode(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  return parse(text, { columns: true, bom: true, relax_column_count: true }) as Row[];
}

const ids = ({ hubs }: FindResult): string[] => hubs.map(({ hub }) => hub.id).sort();

/** A resolver that knows only the rows of a sample. */
function knowing(answers: ReadonlyMap<string, string>): PostcodeResolver {
  const source = {
    id: 'sample',
    publisher: 'Ordnance Survey',
    title: 'Code-Point Open',
    date: '2025',
    url: null,
  };
  return {
    sendsTo: null,
    resolve: async ({ postcode }) => {
      const district = answers.get(postcode);
      if (district === undefined) return { kind: 'not-found', postcode, source };
      if (/^[WS]/.test(district)) {
        return {
          kind: 'not-in-england',
          postcode,
          country: district.startsWith('W') ? 'Wales' : 'Scotland',
          source,
        };
      }
      return {
        kind: 'found',
        postcode,
        district,
        authority: null,
        country: 'England',
        confidence: 'very likely',
        about: 'this postcode',
        source,
      };
    },
  };
}

describe('real samples', () => {
  it('places postcodes of every stratum in the hub of their district', async () => {
    const sample = rows('postcode-la-sample.csv');
    const resolver = knowing(new Map(sample.map((row) => [row.postcode!, row.lad_gss!])));
    const seen = new Set<string>();
    for (const { postcode, lad_gss: district, utla_gss: authority, stratum } of sample) {
      const result = await findHub({ postcode: postcode! }, { directory, resolver });
      const byCouncil = await findHub({ district: district! }, { directory });
      expect([postcode, result.answer, ids(result)]).toEqual([postcode, byCouncil.answer, ids(byCouncil)]);
      expect([postcode, result.areas[0]?.authority ?? result.areas[0]?.gss]).toEqual([postcode, authority]);
      seen.add(`${stratum}`).add(authority!);
    }
    expect(seen.size).toBe(3 + 153);
  });

  it('says of Welsh and Scottish postcodes that they are not in England', async () => {
    const sample = rows('postcode-non-english-sample.csv');
    const resolver = knowing(new Map(sample.map((row) => [row.postcode!, row.lad_gss!])));
    for (const { postcode, country } of sample) {
      const result = await findHub({ postcode: postcode! }, { directory, resolver });
      expect([postcode, result.answer, result.nation]).toEqual([postcode, 'not-in-england', country]);
    }
  });

  it('reads every council’s name as Ofsted wrote it in 2021', async () => {
    const names = new Map(
      rows('ofsted-eyp-2021-postcode-la-sample.csv').map((row) => [
        row.la_name_as_published_2021!,
        row.utla_gss_of_that_name!,
      ]),
    );
    for (const [name, gss] of names) {
      const result = await findHub({ authority: name }, { directory });
      expect([name, result.areas.length]).toEqual([name, 1]);
      if (gss === '') continue;
      const now = successorsOf(directory, result.areas[0]!).map((area) => area.gss);
      expect([name, now]).toEqual([
        name,
        successorsOf(directory, areaByGss(directory, gss)!).map((area) => area.gss),
      ]);
    }
  });

  it('places a school by its own authority where its postcode lies in another', async () => {
    const sample = rows('schools-2018-sample.csv.gz');
    let differ = 0;
    for (const { 'LA (code)': laCode, 'GSSLACode (current)': postal, Postcode: postcode, ...row } of sample) {
      const district = row['DistrictAdministrative (code)'];
      const resolver = knowing(new Map(district ? [[postcode!, district]] : []));
      const school = { laCode: laCode!, postcode: postcode! };
      const result = await findHub({ school }, { directory, resolver });
      const record = await findHub({ authority: laCode! }, { directory });
      const own = record.areas.flatMap((area) => successorsOf(directory, area));
      const parts = own.flatMap((area) => [area, ...districtsOf(directory, area)]).map(({ gss }) => gss);
      if (own.length === 0) continue;
      if (postal && !own.some(({ gss }) => gss === postal)) differ += 1;
      const now = result.areas.flatMap((area) => successorsOf(directory, area)).map(({ gss }) => gss);
      expect([row.URN, now.every((gss) => parts.includes(gss))]).toEqual([row.URN, true]);
    }
    expect(differ).toBeGreaterThan(0);
  });

  it('tells the Welsh rows of GIAS from the English ones', async () => {
    for (const row of rows('gias-full-columns-2021-sample.csv')) {
      const school = { laCode: row['LA (code)']!, districtCode: row['DistrictAdministrative (code)']! };
      const result = await findHub({ school }, { directory });
      const isWelsh = row['GOR (name)']!.startsWith('Wales');
      expect([row.URN, result.answer === 'not-in-england']).toEqual([row.URN, isWelsh]);
    }
  });
});
