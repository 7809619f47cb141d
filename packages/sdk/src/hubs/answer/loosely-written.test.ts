import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHub, loadHubs, loadPlaces } from '../index.js';
import type { FindResult } from '../index.js';
import { looselyWritten, withoutSmallWords } from './loosely-written.js';

const [directory, places] = await Promise.all([loadHubs(), loadPlaces()]);
const find = (place: string): Promise<FindResult> => findHub({ place }, { directory, places });
const offered = ({ ask }: FindResult): readonly string[] => ask?.choices.map(({ label }) => label) ?? [];
const certain = ({ answer, ask }: FindResult): boolean =>
  ask === undefined && (answer === 'one' || answer === 'likely');

describe('a stretch of country', () => {
  it.each([
    ['Thames Valley', ['Reading', 'Buckinghamshire', 'Oxfordshire']],
    ['the Thames Valley', ['Slough', 'Wokingham']],
    ['Home Counties', ['Essex', 'Surrey', 'Hertfordshire', 'Kent']],
    ['Peak District', ['High Peak, Derbyshire', 'Staffordshire Moorlands, Staffordshire', 'Sheffield']],
    ['the Fens', ['Fenland, Cambridgeshire', 'Boston, Lincolnshire']],
    ['Cotswolds', ['Cotswold, Gloucestershire', 'West Oxfordshire, Oxfordshire']],
    ['West Country', ['Somerset', 'Cornwall']],
    ['East Anglia', ['Norfolk', 'Suffolk', 'Cambridgeshire']],
    ['Black Country', ['Dudley', 'Walsall']],
    ['M4 corridor', ['Reading', 'Swindon']],
    ['Yorkshire Dales', ['North Yorkshire', 'Westmorland and Furness']],
    ['Welsh Borders', ['Shropshire', 'Herefordshire']],
    ['Solent', ['Southampton', 'Portsmouth']],
  ])('%s is a question over its councils', async (text, expected) => {
    const result = await find(text);
    expect(certain(result)).toBe(false);
    expect(offered(result)).toEqual(expect.arrayContaining(expected));
  });

  it('is known by authority too, and by the label that a list offers', async () => {
    const asked = await findHub({ authority: 'Thames Valley' }, { directory, places });
    expect(offered(asked)).toEqual(offered(await find('Thames Valley')));
    const picked = await findHub({ authority: 'STRETCH-THAMES-VALLEY' }, { directory, places });
    expect(offered(picked)).toEqual(offered(asked));
  });

  it('tells a town’s namesakes apart', async () => {
    expect((await find('Ely, the Fens')).areas.map(({ name }) => name)).toEqual(['Cambridgeshire']);
  });
});

describe('a name that is written loosely', () => {
  it.each([
    ['Newcastle/Tyne', ['Newcastle upon Tyne']],
    ['Newcastle u Tyne', ['Newcastle upon Tyne']],
    ['Newcastle/Lyme', ['Newcastle-under-Lyme, Staffordshire']],
    ['Stoke/Trent', ['Stoke-on-Trent']],
    ['Kingston/Thames', ['Kingston upon Thames']],
    ['Weston-s-Mare', ['Weston-super-Mare, North Somerset']],
    ["N'castle", ['Newcastle upon Tyne']],
    ["N'hampton", ['Northampton, West Northamptonshire']],
    ['S’hampton', ['Southampton']],
    ["C'bury", ['Canterbury, Kent']],
    ['Lboro', ['Loughborough, Leicestershire']],
    ['Norfolk coast', ['Norfolk']],
    ['somewhere in the Fens', ['Fens']],
    ['somewhere in Kent', ['Kent']],
    ['in Leicestershire', ['Leicestershire']],
    ['Greater Bristol', ['Bristol']],
    ['Nthants', ['North Northamptonshire', 'West Northamptonshire']],
    ["N'hants", ['North Northamptonshire', 'West Northamptonshire']],
    ['Hereford & Worcs', ['Hereford, Herefordshire', 'Worcestershire']],
    ['Nottingham and Nottinghamshire', ['Nottingham', 'Nottinghamshire']],
    ['Norfolk / Suffolk', ['Norfolk', 'Suffolk']],
    ['Sutton/Cambridgeshire', ['Sutton, Cambridgeshire', 'Sutton', 'Cambridgeshire']],
    ['St. Helens + Isle of Wight', ['St. Helens', 'Isle of Wight']],
    ['Warrington/Milton Keynes', ['Warrington', 'Milton Keynes']],
    ['Warrington; Milton Keynes', ['Warrington', 'Milton Keynes']],
    ['Sutton | Cambridgeshire', ['Sutton', 'Cambridgeshire']],
    ['Sutton or Cambridgeshire', ['Sutton', 'Cambridgeshire']],
    ['Suffolk or Norfolk', ['Suffolk', 'Norfolk']],
    ['South Devon', ['South Hams, Devon']],
    ['North Crawley', ['Crawley, West Sussex']],
  ])('%s is asked back, with what it means among the choices', async (text, expected) => {
    const result = await find(text);
    expect(certain(result), `${result.summary}`).toBe(false);
    expect(offered(result)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['North Essex', 'venn-essex'],
    ['mid Kent', 'kent-and-medway'],
    ['Kent (north)', 'kent-and-medway'],
    ['Leicester, Leicestershire and Rutland', 'east-midlands-south'],
    ['Cambs & Peterborough', 'cambridge'],
  ])('%s is answered where all of it agrees', async (text, hub) => {
    const result = await find(text);
    expect([certain(result), result.hubs[0]?.hub.id]).toEqual([true, hub]);
  });

  it('is never certain of a part of a pair: both must come to the hub', async () => {
    const counties = directory.areas.filter(({ kind }) => kind === 'authority');
    const pairs = fc.tuple(fc.constantFrom(...counties), fc.constantFrom(...counties));
    const joined = fc.constantFrom(' and ', ' & ', '/', ' + ', '; ', ' | ', ' or ');
    await fc.assert(
      fc.asyncProperty(pairs, joined, async ([one, two], join) => {
        const result = await find(`${one.name}${join}${two.name}`);
        if (!certain(result)) return;
        const alone = await Promise.all(
          [one, two].map(({ gss }) => findHub({ authority: gss }, { directory, places })),
        );
        for (const each of alone)
          expect(each.hubs.map(({ hub }) => hub.id)).toEqual([result.hubs[0]?.hub.id]);
      }),
      { numRuns: 300 },
    );
  });

  it('takes only joins, sides and surroundings away', () => {
    expect(looselyWritten('Norfolk and Suffolk')).toEqual({ names: ['Norfolk', 'Suffolk'], where: 'either' });
    expect(looselyWritten('north-east Essex')).toEqual({ names: ['Essex'], where: 'within' });
    expect(looselyWritten('around Hull')).toEqual({ names: ['Hull'], where: 'near' });
    expect(looselyWritten('Northallerton')).toBeNull();
    expect(withoutSmallWords('newcastle upon tyne')).toBe('newcastle tyne');
  });
});

describe('words that many names are made of', () => {
  it.each([
    ['the', 'City of London'],
    ['City', 'City of London'],
    ['City of', 'City of London'],
    ['County', 'County Durham'],
    ['Isle of', 'Isle of Wight'],
    ['Vale of', 'Vale of White Horse, Oxfordshire'],
    ['High', 'High Peak, Derbyshire'],
    ['Kings', "King's Lynn and West Norfolk, Norfolk"],
    ['Tower', 'Tower Hamlets'],
    ['Three', 'Three Rivers, Hertfordshire'],
    ['Great', 'Great Yarmouth, Norfolk'],
  ])('%s names no council, though one alone begins with it', async (authority, offer) => {
    const result = await findHub({ authority }, { directory, places });
    expect([result.answer, result.hubs]).toEqual(['unknown', []]);
    expect(offered(result)).toEqual([offer]);
  });

  it.each(['County', 'Tower', 'Mount', 'Broad', 'Five', 'Peak'])(
    '%s is not the one place that begins with it',
    async (text) => {
      expect(certain(await find(text))).toBe(false);
    },
  );

  it.each([
    ['Bath', 'boolean'],
    ['Brighton', 'sussex'],
    ['The City', 'london-south-east-plus'],
    ['Wigston', 'east-midlands-south'],
  ])('%s is a name, though a longer one begins with it', async (text, hub) => {
    expect((await find(text)).hubs.map((match) => match.hub.id)).toEqual([hub]);
  });
});

describe('a place among other words', () => {
  it.each([
    ['High Street Hinckley', 'Hinckley, Leicestershire'],
    ['Hinckley High Street', 'Hinckley, Leicestershire'],
    ['St Mary’s School, Hinckley', 'Hinckley, Leicestershire'],
    ['I live in Hinckley', 'Hinckley, Leicestershire'],
    ['near Oadby', 'Oadby, Leicestershire'],
    ['opposite Leicester station', 'Leicester'],
    ['the school in Wigston', 'Wigston Magna, Leicestershire'],
    ['rural Hinckley', 'Hinckley, Leicestershire'],
    ['A1 Doncaster', 'Doncaster'],
    ['Newcastle Street', 'Newcastle upon Tyne'],
  ])('%s is asked about', async (text, offer) => {
    const result = await find(text);
    expect(certain(result)).toBe(false);
    expect(offered(result)).toContain(offer);
  });

  it.each(['my school', 'Church of England', 'the old school house', 'asdf qwer'])(
    '%s holds none',
    async (text) => {
      expect((await find(text)).problem?.code).toBe('no-name');
    },
  );
});

describe('a part of a town that shares its name', () => {
  it.each([
    ['Beeston', ['Beeston, Broxtowe', 'Beeston, Leeds']],
    ['Wellington', ['Wellington, Somerset', 'Wellington, Telford and Wrekin']],
    ['Clifton', ['Clifton, Bristol', 'Clifton, Nottingham']],
    ['Carlton', ['Carlton, Gedling', 'Carlton, Barnsley']],
    ['Hillsborough', ['Hillsborough, Sheffield']],
    ['Heaton', ['Heaton, Newcastle upon Tyne', 'Heaton, Bradford']],
    ['Withington', ['Withington, Manchester', 'Withington, Herefordshire']],
    ['Hyde Park', ['Hyde Park, Leeds', 'Hyde Park, Westminster']],
    ['Chapeltown', ['Chapeltown, Leeds', 'Chapeltown, Sheffield']],
    ['Willenhall', ['Willenhall, Walsall', 'Willenhall, Coventry']],
    ['Acomb', ['Acomb, York', 'Acomb, Northumberland']],
    ['Belgrave', ['Belgrave, Leicester', 'Belgrave, Tamworth']],
    ['Newtown', ['Newtown, Reading', 'Newtown, Wales']],
    ['Thornhill', ['Thornhill, Kirklees', 'Thornhill, Southampton']],
    ['Kingswood, Gloucestershire', ['Kingswood, South Gloucestershire', 'Kingswood, Stroud']],
    ['Crystal Palace', ['Crystal Palace, Bromley', 'Crystal Palace, Southwark']],
    ['Blackheath', ['Blackheath, Greenwich', 'Blackheath, Lewisham', 'Blackheath, Sandwell']],
  ])('%s is a question', async (text, expected) => {
    const result = await find(text);
    expect(certain(result)).toBe(false);
    expect(result.answer).not.toBe('not-in-england');
    expect(offered(result)).toEqual(expect.arrayContaining(expected));
  });
});

describe('a part of a town', () => {
  it.each([
    ['Kings Norton', 'central'],
    ['King’s Norton, Birmingham', 'central'],
    ['Moseley', 'central'],
    ['Perry Barr', 'central'],
    ['Ecclesall', 'south-yorkshire'],
    ['Hartcliffe', 'boolean'],
    ['Cherry Hinton', 'cambridge'],
    ['Isle of Dogs', 'london-south-east-plus'],
    ['Hackney Wick', 'london-north-east'],
    ['Highgate', 'london-central-and-north-west'],
  ])('%s is in its own town, not in a place that shares a word with it', async (text, hub) => {
    const result = await find(text);
    expect([result.ask, result.hubs.map((match) => match.hub.id)]).toEqual([undefined, [hub]]);
  });
});

describe('a name with more than one slip', () => {
  it.each([
    ['Cheltnam', 'Cheltenham, Gloucestershire'],
    ['Bornmouth', 'Bournemouth, Christchurch and Poole'],
    ['Newcassel', 'Newcastle upon Tyne'],
    ['Middelsborough', 'Middlesbrough'],
    ['Sundaland', 'Sunderland'],
    ['Worstershire', 'Worcestershire'],
    ['Wandsworf', 'Wandsworth'],
    ['Harrowgate', 'Harrogate, North Yorkshire'],
  ])('%s is asked about', async (text, offer) => {
    const result = await find(text);
    expect(result.hubs).toEqual([]);
    expect(offered(result)).toContain(offer);
    expect(new Set(offered(result)).size).toBe(offered(result).length);
  });
});

describe('a county, council or country that is not English', () => {
  it.each([
    ['Anglesey', 'Wales'],
    ['Ynys Mon', 'Wales'],
    ['Gwynedd', 'Wales'],
    ['Sir Benfro', 'Wales'],
    ['Fife', 'Scotland'],
    ['Scottish Borders', 'Scotland'],
    ['Orkney', 'Scotland'],
    ['County Tyrone', 'Northern Ireland'],
    ['Republic of Ireland', 'Ireland'],
  ])('%s is in %s', async (text, nation) => {
    const { answer, nation: said, hubs } = await find(text);
    expect([answer, said, hubs]).toEqual(['not-in-england', nation, []]);
  });

  it('a British Forces address is said to be one', async () => {
    for (const text of ['BFPO 57', 'bfpo', 'BF'])
      expect((await find(text)).problem?.message).toContain('British Forces');
  });
});

describe('a county of old', () => {
  it('that became one council is that council', async () => {
    const result = await find('Westmorland');
    expect([result.ask, result.hubs.map(({ hub }) => hub.id)]).toEqual([undefined, ['north-north-west']]);
  });

  it('offers no name twice', async () => {
    const labels = offered(await find('Holland, Lincs'));
    expect(labels).toContain('Lincolnshire');
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe('the beginning of one place’s name', () => {
  it.each([
    ['Saffron', 'Saffron Walden, Essex'],
    ['Aspley', 'Aspley, Nottingham'],
    ['Bovey', 'Bovey Tracey, Devon'],
  ])('%s is asked about, not taken for it', async (text, offer) => {
    const result = await find(text);
    expect(certain(result)).toBe(false);
    expect(offered(result)).toContain(offer);
  });
});

describe('a text that is no place of its own', () => {
  it('St says what the letters are, and that a name needs more', async () => {
    const { problem } = await find('St');
    expect(problem?.message).toContain('Postcodes in and around Stoke-on-Trent begin with “ST”');
    expect(problem?.message).toContain('type more of it');
  });

  it('M4 corridor asks no service about Manchester’s M4', async () => {
    const asked: string[] = [];
    await findHub(
      { place: 'M4 corridor' },
      {
        directory,
        places,
        resolver: {
          sendsTo: null,
          resolve: async () => Promise.reject(new Error('asked')),
          outcode: async (outward) => {
            asked.push(outward);
            return null;
          },
        },
      },
    );
    expect(asked).toEqual([]);
  });
});
