import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsFromGias, type GiasSchool } from '../index.js';
import { schoolFromGias } from '../school.js';
import { buildSchoolIndex, type BuildOptions } from './build.js';
import { openSchoolIndex } from './index.js';

const given = (urn: number, EstablishmentName: string, more: Record<string, string> = {}): GiasSchool =>
  schoolFromGias({
    URN: urn,
    EstablishmentName,
    'LA (code)': '855',
    'LA (name)': 'Leicestershire',
    'TypeOfEstablishment (code)': '34',
    'TypeOfEstablishment (name)': 'Academy converter',
    'EstablishmentStatus (code)': '1',
    'PhaseOfEducation (code)': '2',
    StatutoryLowAge: '4',
    StatutoryHighAge: '11',
    Town: 'Wigston',
    Postcode: 'LE18 1AA',
    ...more,
  })!;

const schools = [
  given(1, "St Mary's Church of England Primary School"),
  given(2, 'Saint Marys RC Primary', { Town: 'Hinckley', Postcode: 'LE10 2BB' }),
  given(3, 'Wigston Magna Infant School'),
  given(4, 'École Élan Primary', { Postcode: 'LE2 5TF', Town: 'Oadby' }),
  given(5, 'The Primary School', { Postcode: 'LE2 5TF', 'LA (code)': '856', 'LA (name)': 'Leicester' }),
  given(6, 'Closed Primary', { 'EstablishmentStatus (code)': '2' }),
  given(7, 'Welsh Primary', { 'LA (code)': '673' }),
  given(8, "Wigston Children's Centre", { 'TypeOfEstablishment (code)': '47' }),
  given(9, 'Marylebone Primary School', { Postcode: '' }),
  given(10, 'Due to Close Primary', { 'EstablishmentStatus (code)': '3' }),
];

async function* stream(rows: readonly GiasSchool[]): AsyncGenerator<GiasSchool> {
  yield* rows;
}

async function open(rows = schools, options: BuildOptions = { date: '2026-11-20' }) {
  const { files } = await buildSchoolIndex(stream(rows), options);
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (url) => {
    const name = String(url).replace('/schools/', '');
    asked.push(name);
    const content = files.get(name);
    return content === undefined ? new Response('not here', { status: 404 }) : new Response(content);
  };
  return { index: await openSchoolIndex('/schools', { fetch }), asked, files };
}

const urns = (found: readonly { urn: string }[]): string[] => found.map(({ urn }) => urn);

describe('a school index', () => {
  it('holds the open schools of England, with where they are from', async () => {
    const { index, files } = await open();
    expect(index.manifest).toMatchObject({
      format: 'maths-hubs-schools/1',
      counts: { schools: 7, outcodes: 3 },
      source: { date: '2026-11-20' },
    });
    expect(index.manifest.source.licence).toContain('Open Government Licence');
    expect([...files.values()].join('')).not.toMatch(/Closed Primary|Welsh|Children's Centre/);
  });

  it('keeps only what it is asked to keep', async () => {
    const { index } = await open(schools, { date: null, keep: ({ laCode }) => laCode === '856' });
    expect(index.manifest.counts.schools).toBe(1);
  });

  it('is the same whatever order the schools came in', async () => {
    const { files } = await open();
    expect((await open([...schools].reverse())).files).toEqual(files);
  });
});

describe('by postcode', () => {
  it.each([
    ['LE2 5TF', ['4', '5']],
    [' le25tf ', ['4', '5']],
    ['LE18', ['1', '3', '10']],
    ['LE18 9ZZ', []],
    ['ZZ1 1ZZ', []],
    ['LE', []],
    ['', []],
    ['../manifest', []],
  ])('%s finds %j', async (postcode, expected) => {
    const { index } = await open();
    expect(urns(await index.byPostcode(postcode))).toEqual(expected);
  });
});

describe('by name', () => {
  it.each([
    ['st marys', ['2', '1']],
    ["Saint Mary's", ['2', '1']],
    ['st mary’s c of e', ['1']],
    ['CofE mary', ['1']],
    ['st marys roman catholic', ['2']],
    ['marys hinckley', ['2']],
    ['hinckley st mary', ['2']],
    ['wigston', ['3']],
    ['magna wig', ['3']],
    ['ecole elan', ['4']],
    ['ÉLAN', ['4']],
    ['mary', ['9', '2', '1']],
    ['the primary school', ['5']],
    ['marylebone p', ['9']],
    ['wigstone', []],
    ['marys leeds', []],
    ['zzz', []],
    ['ma', []],
    ['', []],
    ['..', []],
  ])('%s finds %j', async (query, expected) => {
    const { index } = await open();
    expect(urns(await index.byName(query)).sort()).toEqual([...expected].sort());
  });

  it.each([
    ["St Mary's CE", "St. Mary's C.E. (V.A.) Primary School"],
    ['st marys c.e. va', "St. Mary's C.E. (V.A.) Primary School"],
    ['St Mary C of E', "St. Mary's C.E. (V.A.) Primary School"],
    ['Saints Peter and Paul', 'SS Peter & Paul RC Primary'],
    ['ss peter paul', 'Saints Peter and Paul Catholic School'],
    ['mt pleasant', 'Mount Pleasant Primary'],
    ['Mount Pleasant', 'Mt. Pleasant Primary'],
    ["O'Connor", 'O’Connor Primary'],
    ['oconnor', "O'Connor Primary"],
    ['O Connor', "O'Connor Primary"],
  ])('%s finds %s', async (query, name) => {
    const { index } = await open([given(1, name), given(2, 'Elm Primary')]);
    expect(urns(await index.byName(query))).toEqual(['1']);
  });

  it('puts what begins with the query first', async () => {
    const { index } = await open([
      given(1, 'New Elm Primary'),
      given(2, 'Elm Primary'),
      given(3, 'Elmer Primary'),
    ]);
    expect(urns(await index.byName('elm'))).toEqual(['2', '3', '1']);
    expect(urns(await index.byName('elm', { limit: 1 }))).toEqual(['2']);
  });

  it('finds every school by its own name, and never throws for any text', async () => {
    const { index } = await open();
    for (const school of schools.filter(({ urn }) => !['6', '7', '8'].includes(urn))) {
      expect(urns(await index.byName(school.name))).toContain(school.urn);
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect(Array.isArray(await index.byName(text))).toBe(true);
        expect(Array.isArray(await index.byPostcode(text))).toBe(true);
      }),
    );
  });
});

describe('by number', () => {
  const numbered = [
    given(123456, 'Hill Primary', { EstablishmentNumber: '2093' }),
    given(123457, 'Dale Primary', { EstablishmentNumber: '2094' }),
  ];
  it.each([
    ['123456', ['123456']],
    ['855/2094', ['123457']],
    ['8552094', ['123457']],
    ['123458', []],
    ['1234', []],
    ['', []],
  ])('%s finds %j', async (number, expected) => {
    const { index } = await open(numbered);
    expect(urns(await index.byNumber(number))).toEqual(expected);
  });

  it('of an index that was built before numbers finds nothing', async () => {
    const { files } = await buildSchoolIndex(stream(numbered), { date: null });
    const manifest = JSON.parse(files.get('manifest.json')!) as Record<string, unknown>;
    delete manifest['numbers'];
    const index = await openSchoolIndex('/s', { fetch: async () => Response.json(manifest) });
    expect(await index.byNumber('123456')).toEqual([]);
  });
});

describe('what is found', () => {
  it('can be confirmed by name and place, and tells the facts of a GIAS row', async () => {
    const { index } = await open();
    const [school] = await index.byPostcode('LE18 1AA');
    expect(school).toEqual({
      urn: '1',
      name: "St Mary's Church of England Primary School",
      postcode: 'LE18 1AA',
      town: 'Wigston',
      laCode: '855',
      laName: 'Leicestershire',
      districtCode: null,
      typeCode: 34,
      typeName: 'Academy converter',
      phaseCode: 2,
      statusCode: 1,
      lowAge: 4,
      highAge: 11,
    });
    expect(factsFromGias(school!)).toEqual(factsFromGias(schools[0]!));
  });
});

describe('fetching', () => {
  it('asks only for files that the manifest has, and for each once', async () => {
    const { index, asked } = await open();
    await index.byName('zzzz');
    await index.byPostcode('ZZ1');
    expect(asked).toEqual(['manifest.json']);
    await Promise.all([index.byName('wigston'), index.byName('wigs')]);
    await index.byName('wigston mag');
    expect(asked).toEqual(['manifest.json', 'name-wig.json', 'name-mag.json']);
  });

  it('stops waiting when told to, without spoiling the next search', async () => {
    const { index } = await open();
    const stop = new AbortController();
    const first = index.byName('wigston', { signal: stop.signal });
    const second = index.byName('wigston');
    stop.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(urns(await second)).toEqual(['3']);
    await expect(index.byName('wigston', { signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it.each([
    ['a server that fails', async () => new Response('', { status: 503 })],
    ['a page instead of a file', async () => new Response('<!doctype html>')],
    ['another format', async () => Response.json({ format: 'else' })],
    ['null', async () => Response.json(null)],
    ['no network', async () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('names %s', async (_, fetch: typeof globalThis.fetch) => {
    await expect(openSchoolIndex('https://example.org/schools/', { fetch })).rejects.toMatchObject({
      code: 'school-index',
      message: expect.stringContaining('https://example.org/schools/manifest.json') as string,
    });
  });

  it('tries a file again that failed', async () => {
    const { files } = await buildSchoolIndex(stream(schools), { date: null });
    let fail = true;
    const index = await openSchoolIndex('/s', {
      fetch: async (url) => {
        const name = String(url).replace('/s/', '');
        return fail && name !== 'manifest.json'
          ? new Response('', { status: 500 })
          : new Response(files.get(name));
      },
    });
    await expect(index.byName('wigston')).rejects.toMatchObject({ code: 'school-index' });
    fail = false;
    expect(urns(await index.byName('wigston'))).toEqual(['3']);
  });
});
