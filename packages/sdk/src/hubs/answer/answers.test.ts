import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ResolverError } from '../../postcodes/index.js';
import type {
  FoundArea,
  OutcodeAnswer,
  PositionAnswer,
  PostcodeAnswer,
  PostcodeResolver,
} from '../../postcodes/index.js';
import { findHub, loadHubs, loadPlaces } from '../index.js';
import type { FindResult, HubQuery } from '../index.js';

const [directory, places] = await Promise.all([loadHubs(), loadPlaces()]);

/**
 * What a person reads, word for word: the answer, why, where, what is asked and what is doubted. A sentence that is
 * changed on purpose is changed in `answers.json` too, where it is read once more.
 */
const golden = JSON.parse(readFileSync(new URL('answers.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>;

const source = { id: 'test', publisher: 'Test', title: 'Test', date: null, url: null };
const area = (more: Partial<FoundArea>): FoundArea => ({
  kind: 'found',
  postcode: 'LE2 5TF',
  district: null,
  authority: null,
  country: 'England',
  confidence: 'very likely',
  about: 'this postcode',
  source,
  ...more,
});

interface Told {
  readonly postcode?: PostcodeAnswer;
  readonly position?: PositionAnswer;
  readonly outcode?: OutcodeAnswer | null;
  readonly fails?: ResolverError['code'];
  /** A postcode is found, and the place it was at cannot be looked up. */
  readonly locateFails?: ResolverError['code'];
}
function resolver({ postcode, position, outcode, fails, locateFails }: Told): PostcodeResolver {
  const told = async <T>(answer: T | undefined, failure = fails): Promise<T> => {
    if (failure) throw new ResolverError(failure, 'It failed.');
    if (answer === undefined) throw new Error('Nobody should ask.');
    return answer;
  };
  return {
    sendsTo: null,
    resolve: () => told(postcode),
    ...((position ?? fails ?? locateFails) && { locate: () => told(position, fails ?? locateFails) }),
    ...(outcode !== undefined && { outcode: () => told(outcode) }),
  };
}

/** An answer as its reader meets it. */
function read({ answer, summary, where, hubs, ask, nation, problem, caution, areas, position }: FindResult) {
  return {
    answer,
    summary,
    where,
    hubs: hubs.map(({ hub, confidence, because, source: cited }) => [
      hub.id,
      confidence,
      because,
      cited?.id ?? null,
    ]),
    areas: areas.map(({ name }) => name),
    ...(ask && { ask: [ask.text, ...ask.choices.map(({ label, query }) => [label, query])] }),
    ...(nation && { nation }),
    ...(problem && { problem }),
    ...(caution && { caution }),
    ...(position && { position }),
  };
}

const LE2 = { postcode: 'LE2 5TF' };
const OUTCODE = { outward: 'LE2', elsewhere: [], whole: true, source };
const RETIRED = {
  kind: 'retired',
  postcode: 'LE2 5TF',
  year: 1996,
  month: 6,
  position: null,
  source,
} as const;
const cases: readonly [string, HubQuery, Told?][] = [
  ['a postcode of a district', LE2, { postcode: area({ district: 'E07000135', authority: 'E10000018' }) }],
  [
    'a postcode around which others lie',
    LE2,
    { postcode: area({ district: 'E07000135', about: 'postcodes in this area' }) },
  ],
  ['a postcode of which only a split county is known', LE2, { postcode: area({ authority: 'E10000020' }) }],
  ['a postcode of an unknown council', LE2, { postcode: area({ district: 'E07999999' }) }],
  ['a postcode that is not there', LE2, { postcode: { kind: 'not-found', postcode: 'LE2 5TF', source } }],
  [
    'a postcode retired in June 1996',
    LE2,
    { postcode: { kind: 'retired', postcode: 'LE2 5TF', year: 1996, month: 6, position: null, source } },
  ],
  [
    'a postcode retired, nobody knows when',
    LE2,
    { postcode: { kind: 'retired', postcode: 'LE2 5TF', year: null, month: null, position: null, source } },
  ],
  [
    'a postcode retired where others are',
    LE2,
    {
      postcode: {
        kind: 'retired',
        postcode: 'LE2 5TF',
        year: 1996,
        month: 6,
        position: { latitude: 52.6, longitude: -1.1 },
        source,
      },
      position: area({ postcode: 'LE2 5TG', district: 'E07000135' }),
    },
  ],
  [
    'a postcode retired where others are, nobody to look a place up',
    LE2,
    { postcode: { ...RETIRED, position: { latitude: 52.6, longitude: -1.1 } } },
  ],
  [
    'a postcode retired, nobody knows where',
    LE2,
    { postcode: RETIRED, position: area({ postcode: 'LE2 5TG', district: 'E07000135' }) },
  ],
  [
    'a postcode retired where others are of a split county',
    LE2,
    {
      postcode: { ...RETIRED, position: { latitude: 52.6, longitude: -1.1 } },
      position: area({ postcode: 'LE2 5TG', authority: 'E10000020' }),
    },
  ],
  [
    'a postcode retired where Wales is',
    LE2,
    {
      postcode: { ...RETIRED, position: { latitude: 52.6, longitude: -3.1 } },
      position: { kind: 'not-in-england', postcode: 'SY22 5AA', country: 'Wales', source },
    },
  ],
  ...(['offline', 'aborted'] as const).map((locateFails): [string, HubQuery, Told] => [
    `a postcode retired, its place not looked up: ${locateFails}`,
    LE2,
    { postcode: { ...RETIRED, position: { latitude: 52.6, longitude: -1.1 } }, locateFails },
  ]),
  [
    'a postcode retired, and nothing is near it now',
    LE2,
    {
      postcode: { ...RETIRED, position: { latitude: 52.6, longitude: -1.1 } },
      position: { kind: 'nothing-near', source },
    },
  ],
  [
    'a postcode with its position, of a council told by its name',
    LE2,
    {
      postcode: area({
        district: 'E07999999',
        districtName: 'Oadby and Wigston',
        position: { latitude: 52.6, longitude: -1.1 },
      }),
    },
  ],
  [
    'a postcode of a council told by its county’s name',
    LE2,
    { postcode: area({ district: 'E07999999', authority: 'E10999999', authorityName: 'Kent' }) },
  ],
  ['a postcode of a council under its former code', LE2, { postcode: area({ district: 'E06000048' }) }],
  ['a postcode of a district that is no more', LE2, { postcode: area({ district: 'E07000154' }) }],
  [
    'a postcode without a council',
    LE2,
    { postcode: { kind: 'unknown', postcode: 'LE2 5TF', because: 'no-council-given' } },
  ],
  ['a postcode, offline', LE2, { fails: 'offline' }],
  ['a postcode, too slowly', LE2, { fails: 'timeout' }],
  ['a postcode, a service that errs', LE2, { fails: 'service' }],
  ['a postcode, asked too often', LE2, { fails: 'rate-limited' }],
  ['a postcode, a search that was stopped', LE2, { fails: 'aborted' }],
  ['a postcode without a resolver', LE2],
  ['a postcode with a letter for a digit', { postcode: 'LE2 STF' }, {}],
  ['a postcode that is none', { postcode: 'LEZ 5TFFF' }, {}],
  [
    'half a postcode, of one council',
    { postcode: 'LE2' },
    { outcode: { ...OUTCODE, councils: [{ district: 'E07000135', authority: 'E10000018' }] } },
  ],
  [
    'half a postcode, of two councils of one hub',
    { postcode: 'LE2' },
    {
      outcode: {
        ...OUTCODE,
        councils: [
          { district: 'E07000135', authority: 'E10000018' },
          { district: null, authority: 'E06000016' },
        ],
      },
    },
  ],
  [
    'half a postcode, of councils of two hubs, some not given',
    { postcode: 'LE2' },
    {
      outcode: {
        ...OUTCODE,
        whole: false,
        councils: [
          { district: 'E07000135', authority: 'E10000018' },
          { district: null, authority: 'E08000025' },
        ],
      },
    },
  ],
  [
    'half a postcode, partly in Wales',
    { postcode: 'LE2' },
    {
      outcode: {
        ...OUTCODE,
        elsewhere: ['Wales'],
        councils: [{ district: 'E07000135', authority: 'E10000018' }],
      },
    },
  ],
  [
    'half a postcode, all of it in Wales',
    { postcode: 'LE2' },
    { outcode: { ...OUTCODE, elsewhere: ['Wales'], councils: [] } },
  ],
  [
    'half a postcode, in Wales and in Scotland',
    { postcode: 'LE2' },
    { outcode: { ...OUTCODE, elsewhere: ['Wales', 'Scotland'], councils: [] } },
  ],
  [
    'half a postcode, in Wales and who knows where',
    { postcode: 'LE2' },
    { outcode: { ...OUTCODE, whole: false, elsewhere: ['Wales'], councils: [] } },
  ],
  [
    'half a postcode, in Wales and a council that nobody knows',
    { postcode: 'LE2' },
    {
      outcode: {
        ...OUTCODE,
        elsewhere: ['Wales'],
        councils: [{ district: 'E07999999', authority: null }],
      },
    },
  ],
  [
    'half a postcode, of a council told by its name',
    { postcode: 'LE2' },
    {
      outcode: {
        ...OUTCODE,
        councils: [{ district: 'E07999999', authority: null, districtName: 'Oadby and Wigston' }],
      },
    },
  ],
  [
    'half a postcode, of a name that belongs to another county',
    { postcode: 'LE2' },
    {
      outcode: {
        ...OUTCODE,
        councils: [{ district: 'E07999999', authority: 'E10000012', districtName: 'Oadby and Wigston' }],
      },
    },
  ],
  ...(
    [
      ['told twice by one name', 'Leicester', 'Leicester'],
      ['told by its name and its county’s', 'Oadby and Wigston', 'Leicestershire'],
      ['told by two names that do not belong together', 'Oadby and Wigston', 'Kent'],
      ['told by a name that is a hub’s alone', 'Enigma', undefined],
    ] as const
  ).map(([how, districtName, authorityName]): [string, HubQuery, Told] => [
    `half a postcode, of a council ${how}`,
    { postcode: 'LE2' },
    {
      outcode: {
        ...OUTCODE,
        councils: [
          { district: 'E07999999', authority: null, districtName, ...(authorityName && { authorityName }) },
        ],
      },
    },
  ]),
  ...['JE2', 'GY1', 'IM1', 'BF1', 'CF10', 'EH1', 'BT1', 'ZZ1'].map((postcode): [string, HubQuery, Told] => [
    `half a postcode “${postcode}”`,
    { postcode },
    { outcode: null },
  ]),
  ...(
    [
      ['Ashford', 'E10000016'],
      ['Ashford', 'E06000016'],
      ['The Fens', 'E10000003'],
      ['Newport', 'Wales'],
      ['Wales', 'Wales'],
    ] as const
  ).map(([place, within]): [string, HubQuery] => [`“${place}” within ${within}`, { place, within }]),
  ['half a postcode that is not there', { postcode: 'LE2' }, { outcode: null }],
  [
    'half a postcode among other words',
    { place: 'Oadby LE2' },
    { outcode: { ...OUTCODE, councils: [{ district: 'E07000135', authority: 'E10000018' }] } },
  ],
  ['half a postcode, offline', { postcode: 'LE2' }, { outcode: null, fails: 'offline' }],
  ['half a postcode without a resolver for it', { postcode: 'LE2' }, {}],
  [
    'a position',
    { position: { latitude: 52.6, longitude: -1.1 } },
    { position: area({ district: 'E07000135' }) },
  ],
  [
    'a position near nothing',
    { position: { latitude: 52.6, longitude: -1.1 } },
    { position: { kind: 'nothing-near', source } },
  ],
  ['a position without a resolver', { position: { latitude: 52.6, longitude: -1.1 } }],
  ['a council', { authority: 'Leicester' }],
  ['a council by its number', { authority: '856' }],
  ['a split county', { authority: 'Lincolnshire' }],
  ['a council that is no more', { authority: 'Northamptonshire' }],
  ['a council that is none', { authority: 'Borsetshire' }],
  ['a council that is to come', { authority: 'East Surrey' }],
  ...[
    'Mid',
    'North',
    'Suff',
    'e',
    'Bourne',
    'City of',
    'Wales',
    'Cumbria',
    'Avon',
    'E07000168',
    'Ches',
    'East',
    'Hart',
    'Brist',
    'Stock',
  ].map((authority): [string, HubQuery] => [`council “${authority}”`, { authority }]),
  ...['enigma', ' Enigma Maths Hub ', ' CODE ', ' Borset  ', 'cambridge', 'Borsetshire'].map(
    (hub): [string, HubQuery] => [`hub “${hub}”`, { hub }],
  ),
  ['a district', { district: 'Harborough' }],
  ...[
    'Oadby',
    'Newcastle',
    'Newport',
    'Newport, Isle of Wight',
    'St Ives',
    'St Ives, Cornwall',
    'Ashford',
    'Leics',
    'Lecester',
    'Cardiff',
    'London',
    'Manchester',
    'Kent',
    'Ambridge',
    'Bedford',
    'West Midlands',
    'Fenstan',
    'Wells next the Sea',
    'Kings Lynn',
    'Oadby, Leicestershire, England',
    'Oadby, , in Leicestershire',
    'Hinckley near Leicestershire',
    'Oadby and Leicestershire',
    'Nearby, Leicestershire',
    'Inkberrow Worcestershire',
    'North',
    'SA1 Wales',
    'Kent CT1',
    'Newport, Wales',
    'Oadby, Wales',
    'Llandudno, Wales',
    'near Oadby',
    'Oadby in Leicestershire',
    'Wigston & Leicestershire',
    'High Street Hinckley',
    'Vale',
    'Bar',
    'Bed',
    'NE Betley',
    'NE Crick',
    'NE Doagh',
    'mid Sutton',
    'mid Dorset',
    'mid Cheshire',
    'Hertfordshire west',
    'Essex coast',
    'near Irlam',
    'near Aston',
    'Banks area',
    'Fowey Kent',
    'Culc, Bury',
    'Old, Corby',
    'Vale, Adur',
    'T’orth',
    'H’rlow',
    'Devon',
    'Dorset',
    'Hampshire',
    'Buckinghamshire',
    'Bedfordshire',
    'Berkshire',
    'Cheshire',
    'Durham',
    'Gloucestershire',
    'Lancashire',
    'Northamptonshire',
    'Nottinghamshire',
    'Somerset',
    'Staffordshire',
    'East Sussex',
    'Surrey',
    'Wiltshire',
    'North Yorkshire',
    'West Yorkshire',
    'Cumbria',
    'Rutland',
    'Bournemouth',
    'Christchurch',
    'Peterborough',
    'Sutton/Cambridgeshire',
    'Sutton/Ambridge',
    'Oadby+Hinckley',
    'Wigston nr Leicestershire',
    'Oadby, and Leicestershire',
    'Oadby, Andover',
    'Innsworth in Gloucestershire',
    'Q',
    'The Fens',
    'Fens',
    'Kent Downs',
    'Hill Top Road, Wigston',
    '12 High Street Wigston',
    'Wigston School',
    'Enigma',
    'Solent Maths Hub',
    'Holderness',
    'Newton',
    'Suffolk and Norfolk',
    'LE',
    'ST',
    'MK',
    'CF',
    'EC',
    'A1 Doncaster',
    'London SE1',
    'a.teacher@school.example',
    '0116 496 0123',
    'URN 100000',
    '856/1234',
    'TRN 1234567',
    '2024/25',
    '   ',
  ].map((place): [string, HubQuery] => [`“${place}”`, { place }]),
  [
    'a school by its own council',
    { school: { name: 'A School', laCode: '856', postcode: 'LE2 5TF' } },
    { postcode: area({ district: 'E07000135' }) },
  ],
  [
    'a school without a council, by its postcode',
    { school: { name: 'A School', laCode: null, postcode: 'LE2 5TF' } },
    { postcode: area({ district: 'E07000135' }) },
  ],
  ['a school with neither council nor postcode', { school: { name: 'A School', laCode: null } }],
  ['a school without even a name', { school: { laCode: null } }],
  ['a school of a council of Wales', { school: { name: 'A School', laCode: '681' } }],
  ['a school in a district alone', { school: { name: 'A School', laCode: null, districtCode: 'E07000135' } }],
  [
    'a school in a district of its split county',
    { school: { name: 'A School', laCode: '926', districtCode: 'E07000146' } },
  ],
  [
    'a school of a split county, its district unknown',
    { school: { name: 'A School', laCode: '926', districtCode: 'E07999999' } },
  ],
  [
    'a school that is in another council',
    { school: { name: 'A School', laCode: '856', districtCode: 'E08000025' } },
  ],
  [
    'a school whose postcode lies in another council',
    { school: { name: 'A School', laCode: '856', postcode: 'LE2 5TF' } },
    { postcode: area({ district: 'E08000025', authority: 'E08000025' }) },
  ],
  [
    'a school of a split county, by its postcode',
    { school: { name: 'A School', laCode: '926', postcode: 'LE2 5TF' } },
    { postcode: area({ district: 'E07000146', authority: 'E10000020' }) },
  ],
  [
    'a school of a split county, its postcode not found',
    { school: { name: 'A School', laCode: '926', postcode: 'LE2 5TF' } },
    { postcode: { kind: 'not-found', postcode: 'LE2 5TF', source } },
  ],
  [
    'a school in a former district of its council',
    { school: { name: 'A School', laCode: '941', districtCode: 'E07000154' } },
  ],
  [
    'a school in a former district of another council',
    { school: { name: 'A School', laCode: '940', districtCode: 'E07000154' } },
  ],
  [
    'a school whose postcode agrees with its county',
    { school: { name: 'A School', laCode: '855', postcode: 'LE2 5TF' } },
    { postcode: area({ district: 'E07000135', authority: 'E10000018' }) },
  ],
  ['a school of a council that is no more', { school: { name: 'A School', laCode: '928' } }],
  [
    'a school without a name whose postcode lies in another council',
    { school: { laCode: '856', postcode: 'LE2 5TF' } },
    { postcode: area({ district: 'E08000025', authority: 'E08000025' }) },
  ],
  [
    'a school in its own district, whose postcode nobody needs to ask for',
    { school: { name: 'A School', laCode: '855', districtCode: 'E07000135', postcode: 'LE2 5TF' } },
    {},
  ],
  [
    'a school of one council, its postcode without a resolver',
    { school: { name: 'A School', laCode: '856', postcode: 'LE2 5TF' } },
  ],
];

describe('a person is told', () => {
  it.each(cases)('%s', async (name, query, told) => {
    const result = await findHub(query, { directory, places, ...(told && { resolver: resolver(told) }) });
    expect(read(result)).toEqual(golden[name]);
  });

  it('nothing that is not asked here', () => {
    expect(Object.keys(golden).sort()).toEqual(cases.map(([name]) => name).sort());
  });
});
