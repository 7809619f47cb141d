import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIndex } from './build/check.js';
import { encodeIndex } from './build/encode.js';
import { collectPostcodes } from './build/table.js';
import type { PostcodeTable } from './build/table.js';
import { openPostcodeIndex, parsePostcode, postcodeIndex } from './index.js';
import type { Place, Postcode } from './index.js';

const about = {
  publisher: 'Ordnance Survey',
  title: 'Code-Point Open',
  date: '20 October 2025',
  licence: ['Contains OS data © Crown copyright and database right 2025'],
};

function pc(text: string): Postcode {
  const parsed = parsePostcode(text);
  if (!parsed.valid) throw new Error(`${text} is no postcode`);
  return parsed;
}

function council(district: string | null, authority = district): Place {
  return { kind: 'council', district, authority };
}

function tableOf(rows: Iterable<readonly [string, Place]>): PostcodeTable {
  const collected = collectPostcodes();
  for (const [postcode, place] of rows) collected.add(pc(postcode), place);
  return collected.table();
}

const leicester = council('E06000016');
const oadby = council('E07000135', 'E10000018');
const rows: readonly (readonly [string, Place])[] = [
  ['LE2 5AA', leicester],
  ['LE2 5AB', oadby],
  ['LE2 5TF', oadby],
  ['LE2 5TH', leicester],
  ['LE2 6AA', leicester],
  ['LE18 1AA', oadby],
  ['CH1 1AA', council('E06000050')],
  ['CH5 1AA', { kind: 'elsewhere', country: 'Wales' }],
  ['TD15 1AA', council('E06000057')],
  ['TD15 1ZZ', { kind: 'elsewhere', country: 'Scotland' }],
  ['EC1A 1BB', { kind: 'no-council' }],
  ['SY10 7AA', { kind: 'elsewhere', country: null }],
];
const bytes = encodeIndex(tableOf(rows), about);

const letters = fc.constantFrom(...'ABDEFGHJLNPQRSTUWXYZ');
const postcodes = fc
  .tuple(
    fc.constantFrom('B1', 'B12', 'LE2', 'LE18', 'E1W', 'EC1A', 'N1', 'NE66', 'SW1A'),
    fc.constantFrom(...'0359'),
    letters,
    letters,
  )
  .map(([outward, digit, a, b]) => `${outward} ${digit}${a}${b}`);
const code = fc
  .integer({ min: 6_000_001, max: 10_000_030 })
  .map((number) => `E${String(number).padStart(8, '0')}`);
const place = fc.oneof(
  fc.record({ kind: fc.constant('council' as const), district: code, authority: code }),
  fc.record({ kind: fc.constant('council' as const), district: fc.constant(null), authority: code }),
  fc.constant({ kind: 'elsewhere' as const, country: 'Wales' as const }),
  fc.constant({ kind: 'elsewhere' as const, country: null }),
  fc.constant({ kind: 'no-council' as const }),
);

describe('a postcode index', () => {
  it('gives back any map of postcodes to places, and refuses every sector that has none', () => {
    fc.assert(
      fc.property(
        fc
          .array(place, { minLength: 1, maxLength: 6 })
          .chain((places) =>
            fc.dictionary(postcodes, fc.constantFrom(...places), { minKeys: 1, maxKeys: 300, size: 'max' }),
          ),
        (map) => {
          const table = tableOf(Object.entries(map));
          const index = openPostcodeIndex(encodeIndex(table, about));
          const { compared, differences } = checkIndex(index, table);
          expect(differences).toEqual([]);
          expect(compared).toBe(Object.keys(map).length);
          for (const [postcode, expected] of Object.entries(map)) {
            const { outward, inward } = pc(postcode);
            expect(index.find(outward, inward)).toEqual(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same bytes for the same postcodes in the same order', () => {
    expect(encodeIndex(tableOf(rows), about)).toEqual(bytes);
  });

  it('carries its source, date and licence', () => {
    expect(openPostcodeIndex(bytes).header).toEqual({ ...about, postcodes: 9, sectors: 8, outcodes: 7 });
    expect(new TextDecoder('latin1').decode(bytes)).toContain('"date":"20 October 2025"');
  });

  it('opens part of a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 20);
    larger.set(bytes, 7);
    expect(openPostcodeIndex(larger.subarray(7, 7 + bytes.length)).find('LE2', '5TF')).toEqual(oadby);
    expect(openPostcodeIndex(bytes.slice().buffer).find('LE2', '5TF')).toEqual(oadby);
  });

  it('says so when bytes are missing, too many, or other bytes', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(() => openPostcodeIndex(bytes.slice(0, length))).toThrow(/postcode index has a fault/);
    }
    expect(() => openPostcodeIndex(Uint8Array.from([...bytes, 0]))).toThrow(/damaged/);
    expect(() =>
      openPostcodeIndex(new TextEncoder().encode('<!doctype html><title>Not found</title>')),
    ).toThrow(/other bytes/);
  });

  it('never hangs, and throws nothing else, on damaged bytes', () => {
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        postcodes,
        (at, change, text) => {
          const damaged = bytes.slice();
          damaged[at] = damaged[at]! ^ change;
          try {
            openPostcodeIndex(damaged).find(pc(text).outward, pc(text).inward);
          } catch (error) {
            expect(error).toMatchObject({ code: 'invalid-data' });
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('looking up in an index', () => {
  const resolver = postcodeIndex(bytes);

  it('sends nothing', () => expect(resolver.sendsTo).toBeNull());

  it.each([
    [
      'LE2 5TF',
      {
        kind: 'found',
        district: 'E07000135',
        authority: 'E10000018',
        confidence: 'very likely',
        about: 'postcodes in this area',
      },
    ],
    [
      'LE2 5TH',
      {
        kind: 'found',
        district: 'E06000016',
        authority: 'E06000016',
        source: { date: '20 October 2025', note: about.licence[0] },
      },
    ],
    ['LE2 6ZZ', { kind: 'found', district: 'E06000016' }],
    ['LE2 7AA', { kind: 'not-found' }],
    ['LE99 1AA', { kind: 'not-found' }],
    ['CH5 1AA', { kind: 'not-in-england', country: 'Wales' }],
    ['TD15 1ZZ', { kind: 'not-in-england', country: 'Scotland' }],
    ['SY10 7AA', { kind: 'unknown', because: 'outside-england' }],
    ['EC1A 1BB', { kind: 'unknown', because: 'no-council-given' }],
    ['GY1 1AA', { kind: 'not-in-england', country: 'Guernsey' }],
  ])('answers %s', async (postcode, answer) => {
    expect(await resolver.resolve(pc(postcode))).toMatchObject({ postcode, ...answer });
  });

  it('fetches an address once, at the first look-up', async () => {
    const asked: string[] = [];
    const serving: typeof fetch = async (input) => {
      asked.push(String(input));
      return new Response(bytes.slice());
    };
    const remote = postcodeIndex('https://hub.example/postcodes.bin', { fetch: serving });
    expect(asked).toEqual([]);
    const answers = await Promise.all(['LE2 5TF', 'LE2 5TH'].map((text) => remote.resolve(pc(text))));
    expect(answers).toMatchObject([{ district: 'E07000135' }, { district: 'E06000016' }]);
    expect(asked).toEqual(['https://hub.example/postcodes.bin']);
  });

  it('says why it cannot, and tries again next time', async () => {
    const replies = [
      () => Promise.reject(new TypeError('Failed to fetch')),
      async () => new Response('gone', { status: 404 }),
      async () => new Response('<!doctype html>'),
      async () => new Response(bytes.slice()),
    ];
    const remote = postcodeIndex('https://hub.example/postcodes.bin', { fetch: () => replies.shift()!() });
    await expect(remote.resolve(pc('LE2 5TF'))).rejects.toMatchObject({ code: 'offline' });
    await expect(remote.resolve(pc('LE2 5TF'))).rejects.toMatchObject({ code: 'service' });
    await expect(remote.resolve(pc('LE2 5TF'))).rejects.toMatchObject({
      name: 'ResolverError',
      code: 'service',
      cause: { code: 'invalid-data' },
    });
    expect(await remote.resolve(pc('LE2 5TF'))).toMatchObject({ kind: 'found' });
  });

  it('stops waiting when the caller stops', async () => {
    const caller = new AbortController();
    const remote = postcodeIndex('https://hub.example/postcodes.bin', {
      fetch: () => new Promise(() => undefined),
    });
    const asked = remote.resolve(pc('LE2 5TF'), { signal: caller.signal });
    caller.abort();
    await expect(asked).rejects.toMatchObject({ code: 'aborted' });
  });
});

const everything = new URL(
  '../../../../../shared/data/england-all-postcodes-by-sector.tsv.gz',
  import.meta.url,
);
if (existsSync(everything)) {
  describe('every live postcode in England', () => {
    const table = tableOf(readEverything());
    const built = encodeIndex(table, about);

    it('is exact', () => {
      const index = openPostcodeIndex(built);
      const { compared, differences } = checkIndex(index, table);
      expect(differences).toEqual([]);
      expect(index.header).toMatchObject({ postcodes: 1_492_125, sectors: 9_153 });
      expect(compared).toBe(1_492_125 + 3_307);
    });

    it('takes less than half of the 45 KB that was thought small', () => {
      expect(built.length).toBeLessThan(22_000);
    });
  });
}

function* readEverything(): Generator<readonly [string, Place]> {
  for (const line of gunzipSync(readFileSync(everything)).toString().trim().split('\n')) {
    const [sector = '', ...groups] = line.split('\t');
    for (const group of groups) {
      const [label = '', units = ''] = group.split(':');
      const where: Place =
        label === 'X'
          ? { kind: 'elsewhere', country: null }
          : label === '-'
            ? { kind: 'no-council' }
            : council(null, label);
      for (let at = 0; at < units.length; at += 2) yield [`${sector}${units.slice(at, at + 2)}`, where];
    }
  }
}
