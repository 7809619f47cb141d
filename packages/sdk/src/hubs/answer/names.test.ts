import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FoundArea, OutcodeAnswer, PostcodeResolver } from '../../postcodes/index.js';
import { ResolverError } from '../../postcodes/index.js';
import { createSuggester, extendDirectory, findHub, loadHubs, loadPlaces } from '../index.js';
import type { FindResult, HubQuery } from '../index.js';

const [directory, places] = await Promise.all([loadHubs(), loadPlaces()]);
const { places: PLACES } = JSON.parse(
  readFileSync(new URL('../../../data/names.json', import.meta.url), 'utf8'),
) as { readonly places: readonly { readonly in: string; readonly names: readonly string[] }[] };
const SOURCE = { id: 'test', publisher: 'Test', title: 'Test', date: null, url: null };
const find = (query: HubQuery, resolver?: PostcodeResolver): Promise<FindResult> =>
  findHub(query, { directory, places, ...(resolver && { resolver }) });
const offered = ({ ask }: FindResult): readonly string[] => ask?.choices.map(({ label }) => label) ?? [];

describe('a name that may mean several places', () => {
  it.each([
    ['Newcastle', ['Newcastle upon Tyne', 'Newcastle-under-Lyme, Staffordshire']],
    ['Stoke', ['Stoke-on-Trent']],
    ['Kingston', ['Kingston upon Thames', 'Kingston upon Hull']],
    ['Berkshire', ['Slough', 'Reading', 'West Berkshire']],
    ['Avon', ['Bristol', 'Bath and North East Somerset']],
    ['Greater Manchester', ['Bolton', 'Wigan']],
    ['Glos', ['Gloucestershire', 'Glossop, Derbyshire']],
    ['Bradford', ['Bradford', 'Bradford on Avon, Wiltshire']],
    ['Holland', ['South Holland, Lincolnshire']],
    ['LCC', ['Leeds', 'Liverpool']],
    ['Broadgreen', ['Broadgreen, Croydon', 'Broadgreen, Liverpool']],
    ['Broad Green', ['Broad Green, Croydon', 'Broad Green, Liverpool']],
    ['Jericho', ['Jericho, Oxford', 'Jericho, Bury']],
    ['Ashton', ['Ashton, Bristol', 'Ashton, Tameside', 'Ashton, Wigan']],
    ['Ashby', ['Ashby, North Lincolnshire', 'Ashby, North West Leicestershire']],
    ['Hockley', ['Hockley, Birmingham', 'Hockley, Rochford']],
    ['Shoreham', ['Shoreham, Sevenoaks', 'Shoreham, Adur']],
    ['Orford', ['Orford, Warrington', 'Orford, East Suffolk']],
    ['Farringdon', ['Farringdon, Sunderland', 'Farringdon, Islington']],
    ['Grove Park', ['Grove Park, Hounslow', 'Grove Park, Lewisham']],
  ])('%s is a question', async (place, expected) => {
    const result = await find({ place });
    expect(['one', 'likely', 'not-in-england']).not.toContain(result.answer);
    expect(offered(result)).toEqual(expect.arrayContaining(expected));
  });

  it('is a question wherever our own lists give it to councils of two hubs', async () => {
    const councils = new Map<string, string[]>();
    for (const place of PLACES)
      for (const name of place.names) councils.set(name, [...(councils.get(name) ?? []), place.in]);
    const doubled = [...councils].filter(([, those]) => those.length > 1);
    expect(doubled.length).toBeGreaterThan(60);
    for (const [place, those] of doubled) {
      const { answer, hubs } = await find({ place });
      if (answer !== 'one' && answer !== 'likely') continue;
      for (const authority of those) {
        const own = await find({ authority });
        expect(
          own.hubs.map(({ hub }) => hub.id),
          `${place}, ${authority}`,
        ).toContain(hubs[0]?.hub.id);
      }
    }
  });

  it('never offers two buttons of the same words, also in a county that bears the name of its council', async () => {
    for (const name of new Set(directory.areas.map((area) => area.name)))
      for (const place of [name, `Borchester, ${name}`, `Bart, ${name}`, `Oadby ${name}`]) {
        const labels = offered(await find({ place }));
        expect(labels, place).toEqual([...new Set(labels)]);
      }
  });

  it('offers another nation last', async () => {
    expect(offered(await find({ place: 'Newcastle' })).at(-1)).toBe('Newcastle, Northern Ireland');
  });

  it.each(['Avon', 'Yorkshire', 'Berkshire', 'West Yorkshire'])(
    '%s is one by authority too',
    async (authority) => {
      const result = await find({ authority });
      expect(['several', 'unknown']).toContain(result.answer);
      expect(result.ask).toBeDefined();
    },
  );

  it('London is the question of Greater London', async () => {
    expect(offered(await find({ place: 'London' }))).toEqual(
      offered(await find({ authority: 'Greater London' })),
    );
  });
});

describe('a name that people use', () => {
  it.each([
    ['BCP Council', 'Bournemouth, Christchurch and Poole'],
    ['Shepway', 'Folkestone and Hythe'],
    ['North Northants', 'North Northamptonshire'],
    ['Hants', 'Hampshire'],
    ['IoW', 'Isle of Wight'],
    ['Sheffield CC', 'Sheffield'],
    ['Telford and The Wrekin', 'Telford and Wrekin'],
    ['BANES', 'Bath and North East Somerset'],
    ['B&NES', 'Bath and North East Somerset'],
    ['Co Durham', 'County Durham'],
    ['LB Camden', 'Camden'],
    ['RBKC', 'Kensington and Chelsea'],
    ['Bradford MDC', 'Bradford'],
    ['Gateshead MBC', 'Gateshead'],
    ['Kent County Council', 'Kent'],
    ['City of Westminster', 'Westminster'],
    ['Brum', 'Birmingham'],
    ['Hull', 'Kingston upon Hull'],
    ['E Herts', 'East Hertfordshire'],
    ['Kings Lynn', "King's Lynn and West Norfolk"],
    ['Ashford, Kent', 'Ashford'],
    ['Ashford Kent', 'Ashford'],
    ['Charnwood, Leicestershire', 'Charnwood'],
    ['Leeds, West Yorkshire', 'Leeds'],
    ['Bromley, Kent', 'Bromley'],
    ['Ealing, London', 'Ealing'],
    ['Twickenham', 'Richmond upon Thames'],
  ])('%s is %s', async (place, council) => {
    expect((await find({ place })).areas.map(({ name }) => name)).toEqual([council]);
  });

  it('as a label that was offered answers as the pick does', async () => {
    for (const text of ['Ashford', 'Newport', 'Stratford', 'Richmond', 'Cheshire']) {
      for (const { label, query } of createSuggester(directory, places)(text, 5)) {
        const [typed, picked] = [await find({ place: label }), await find(query)];
        if (typed.ask === undefined) expect([label, typed]).toEqual([label, picked]);
      }
    }
  });

  it('of half a word is asked back', async () => {
    expect(await find({ place: 'Rushcl' })).toMatchObject({
      answer: 'unknown',
      hubs: [],
      ask: { text: 'Did you mean Rushcliffe, Nottinghamshire?' },
    });
  });

  it('that is misspelt is asked back by authority too', async () => {
    expect(offered(await find({ authority: 'Leicstershire' }))).toContain('Leicestershire');
  });

  it('that is only a word of a council’s name is asked back', async () => {
    expect(await find({ authority: 'Lynn' })).toMatchObject({ answer: 'unknown', hubs: [] });
  });

  it('of another nation’s capital is said by authority', async () => {
    expect(await find({ authority: 'Cardiff' })).toMatchObject({ answer: 'not-in-england', nation: 'Wales' });
  });

  it('of a council that is to come asks which it is now', async () => {
    const result = await find({ place: 'West Surrey' });
    expect(result.where).toContain('West Surrey is to be a council from April 2027');
    expect(offered(result)).toContain('Woking, Surrey');
  });

  it('of a former code for the same council is answered plainly', async () => {
    const result = await find({ authority: 'E07000097' });
    expect([result.where, result.areas[0]?.gss]).toEqual([null, 'E07000242']);
  });

  it('may be a hub’s own addition', async () => {
    const own = extendDirectory(directory, {
      format: 'maths-hubs-hub/1',
      id: 'london-south-west',
      statedOn: '2026-11-25',
      names: [{ name: 'The Borough', means: ['Southwark'] }],
    });
    const result = await findHub({ place: 'the borough' }, { directory: own, places });
    expect(result.areas.map(({ name }) => name)).toEqual(['Southwark']);
    const wrong = {
      format: 'maths-hubs-hub/1',
      id: 'london-south-west',
      statedOn: '2026-11-25',
      names: [
        { name: 'Kent', means: ['Medway'] },
        { name: 'The Bit', means: ['Nowhere'] },
      ],
    } as const;
    expect(() => extendDirectory(directory, wrong)).toThrow(/names\[0\]\.name[\s\S]*names\[1\]\.means\[0\]/);
  });
});

const foundArea = (more: Partial<FoundArea>): FoundArea => ({
  kind: 'found',
  postcode: 'LE2 5TF',
  district: null,
  authority: null,
  country: 'England',
  confidence: 'very likely',
  about: 'this postcode',
  source: SOURCE,
  ...more,
});
const knowing = (answer: FoundArea): PostcodeResolver => ({ sendsTo: null, resolve: async () => answer });

describe('a code that is new', () => {
  it('is read by the name that came with it', async () => {
    const result = await find(
      { postcode: 'LE2 5TF' },
      knowing(foundArea({ district: 'E08000099', authority: 'E08000099', districtName: 'Barnsley' })),
    );
    expect(result.areas.map(({ name }) => name)).toEqual(['Barnsley']);
  });
  it('under a county that is known is read by the county', async () => {
    const result = await find(
      { postcode: 'LE2 5TF' },
      knowing(
        foundArea({
          district: 'E07000999',
          authority: 'E10000030',
          districtName: 'New Place',
          authorityName: 'Surrey',
        }),
      ),
    );
    expect(result.areas.map(({ name }) => name)).toEqual(['Surrey']);
  });
  it('of a council that was to come asks, and names it', async () => {
    const result = await find(
      { postcode: 'LE2 5TF' },
      knowing(foundArea({ district: 'E06000067', authority: 'E06000067', districtName: 'West Surrey' })),
    );
    expect(result.where).toContain('West Surrey');
    expect(result.ask).toBeDefined();
  });
  it('with a name that nobody knows says the name', async () => {
    const result = await find(
      { postcode: 'LE2 5TF' },
      knowing(foundArea({ district: 'E06000099', authority: 'E06000099', districtName: 'Newshire' })),
    );
    expect(result.problem).toMatchObject({
      code: 'no-council',
      message: expect.stringContaining('Newshire') as string,
    });
  });
});

describe('the first half of a postcode', () => {
  const outcode = (answer: Partial<OutcodeAnswer> | null): PostcodeResolver => ({
    sendsTo: null,
    resolve: async () => foundArea({}),
    outcode: async (outward) =>
      answer && { outward, councils: [], elsewhere: [], whole: true, source: SOURCE, ...answer },
  });
  const council = (districtName: string) => ({ district: null, authority: null, districtName });

  it('answers where it fixes the hub', async () => {
    const result = await find(
      { postcode: 'le2' },
      outcode({ councils: [council('Leicester'), council('Oadby and Wigston')] }),
    );
    expect([result.answer, result.hubs[0]?.hub.id]).toEqual(['one', 'east-midlands-south']);
    expect(result.where).toBe(
      'Postcodes that start with LE2 are in Leicester and Oadby and Wigston, Leicestershire.',
    );
  });
  it.each([
    ['two hubs', { councils: [council('Leicester'), council('Nuneaton and Bedworth')] }],
    ['another nation', { councils: [council('Shropshire')], elsewhere: ['Wales'] as const }],
    ['a council that nobody knows', { councils: [council('Leicester'), council('Newshire')] }],
    ['a source that does not give all', { councils: [council('Leicester')], whole: false }],
  ])('asks where it may be %s', async (_, answer) => {
    const result = await find({ postcode: 'LE2' }, outcode(answer));
    expect(['one', 'likely']).not.toContain(result.answer);
    expect(result.ask?.text).toContain('whole postcode');
  });
  it('is said to be a half where nobody knows it, or the service fails', async () => {
    const failing: PostcodeResolver = {
      ...outcode(null),
      outcode: async () => {
        throw new ResolverError('service', 'It failed.');
      },
    };
    for (const resolver of [undefined, outcode(null), failing]) {
      expect((await find({ postcode: 'LE2' }, resolver)).problem).toMatchObject({ code: 'not-a-postcode' });
    }
  });
  it('tells another nation by its letters alone', async () => {
    expect(await find({ postcode: 'CF10' })).toMatchObject({ answer: 'not-in-england', nation: 'Wales' });
  });
});

describe('a postcode no longer in use', () => {
  const retired = {
    kind: 'retired',
    postcode: 'LE2 5TF',
    year: 1996,
    month: 6,
    position: { latitude: 52, longitude: -1 },
    source: SOURCE,
  } as const;
  it('could be where it last was, and is never certain', async () => {
    const resolver: PostcodeResolver = {
      sendsTo: null,
      resolve: async () => retired,
      locate: async () => foundArea({ district: 'E07000135', authority: 'E10000018' }),
    };
    const result = await find({ postcode: 'LE2 5TF' }, resolver);
    expect([result.answer, result.hubs.map(({ hub }) => hub.id)]).toEqual([
      'several',
      ['east-midlands-south'],
    ]);
    expect(result.summary).toBe('Your hub could be East Midlands South Maths Hub.');
    expect(result.where).toBe(
      'LE2 5TF is no longer in use (since 1996). It was in or near Oadby and Wigston, Leicestershire.',
    );
  });
  it('is a problem with a way on where nobody can tell', async () => {
    const resolver: PostcodeResolver = {
      sendsTo: null,
      resolve: async () => retired,
      locate: async () => {
        throw new ResolverError('offline', 'It failed.');
      },
    };
    expect((await find({ postcode: 'LE2 5TF' }, resolver)).problem).toMatchObject({ code: 'retired' });
  });
});

describe('a school whose place lies outside its authority', () => {
  it('is likely at most, and said so', async () => {
    const result = await find({ school: { name: 'Edge School', laCode: '330', districtCode: 'E07000236' } });
    expect(result.answer).toBe('likely');
    expect(result.caution).toContain('Edge School is in Redditch, Worcestershire');
  });
});
