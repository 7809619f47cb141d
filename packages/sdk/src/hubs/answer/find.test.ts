import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ResolverError } from '../../postcodes/index.js';
import type {
  FoundArea,
  PostcodeAnswer,
  PostcodeResolver,
  ResolverErrorCode,
} from '../../postcodes/index.js';
import { findHub, loadHubs, loadPlaces } from '../index.js';
import type { FindResult, HubQuery } from '../index.js';

const [directory, places] = await Promise.all([loadHubs(), loadPlaces()]);
const SOURCE = { id: 'test', publisher: 'Test', title: 'Test', date: null, url: null };

const find = (query: HubQuery, resolver?: PostcodeResolver): Promise<FindResult> =>
  findHub(query, { directory, places, ...(resolver && { resolver }) });
const ids = ({ hubs }: FindResult): string[] => hubs.map(({ hub }) => hub.id).sort();

function found(district: string | null, authority: string | null = null): FoundArea {
  return {
    kind: 'found',
    postcode: 'LE2 5TF',
    district,
    authority,
    country: 'England',
    confidence: 'very likely',
    about: 'this postcode',
    source: SOURCE,
  };
}

function answering(answer: PostcodeAnswer): PostcodeResolver {
  return { sendsTo: null, resolve: async () => answer, locate: async () => answer };
}

function failing(code: ResolverErrorCode): PostcodeResolver {
  return {
    sendsTo: null,
    resolve: async () => {
      throw new ResolverError(code, 'It failed.');
    },
  };
}

describe('a postcode', () => {
  it('leads through its district to the hub, and says where it is and how far to trust it', async () => {
    const result = await find({ postcode: 'le25tf' }, answering(found('E07000135', 'E10000018')));
    expect([result.answer, ids(result)]).toEqual(['one', ['east-midlands-south']]);
    expect(result.where).toBe('LE2 5TF is in Oadby and Wigston, Leicestershire.');
    expect(result.caution).toMatch(/search by its name/i);
    expect(result.hubs[0]?.source?.publisher).toBe('NCETM');
  });

  it('says “around” when the resolver holds no membership', async () => {
    const around: FoundArea = { ...found('E07000135'), about: 'postcodes in this area' };
    expect((await find({ postcode: 'LE2 5TF' }, answering(around))).where).toMatch(
      /^Postcodes around LE2 5TF are/,
    );
  });

  it('in a split county asks when only the county is known', async () => {
    const result = await find({ postcode: 'LE2 5TF' }, answering(found(null, 'E10000020')));
    expect([result.answer, result.ask?.choices.length]).toEqual(['several', 7]);
    const settled = await find({ postcode: 'LE2 5TF' }, answering(found('E07000146', 'E10000020')));
    expect([settled.answer, ids(settled)]).toEqual(['one', ['cambridge']]);
  });

  it('offers a correction when it is mistyped, and asks no resolver', async () => {
    const result = await find({ postcode: 'LE2 STF' }, failing('service'));
    expect([result.answer, result.problem?.code]).toEqual(['unknown', 'not-a-postcode']);
    expect((await find({ postcode: 'LEZ 5TFFF' })).problem?.code).toBe('not-a-postcode');
    expect((await find({ postcode: 'M1 IAE' })).problem?.suggestion).toBe('M1 1AE');
  });

  it.each([
    ['CF10 1AA', 'Wales'],
    ['EH1 1YZ', 'Scotland'],
    ['BT1 1AA', 'Northern Ireland'],
    ['JE2 3AB', 'Jersey'],
    ['GY1 1AA', 'Guernsey'],
    ['IM1 1AA', 'Isle of Man'],
  ])('%s is in %s, told without any resolver', async (postcode, nation) => {
    const result = await find({ postcode });
    expect([result.answer, result.nation, result.hubs]).toEqual(['not-in-england', nation, []]);
    expect(result.where).toContain(postcode);
  });

  it.each(['offline', 'timeout', 'service', 'rate-limited', 'aborted'] as const)(
    'is answered, not thrown, when the resolver fails: %s',
    async (code) => {
      const result = await find({ postcode: 'LE2 5TF' }, failing(code));
      expect([result.answer, result.problem?.code, result.hubs]).toEqual(['unknown', code, []]);
    },
  );

  it('passes a defect of a resolver on', async () => {
    const broken: PostcodeResolver = {
      sendsTo: null,
      resolve: () => Promise.reject(new TypeError('defect')),
    };
    await expect(find({ postcode: 'LE2 5TF' }, broken)).rejects.toThrow('defect');
  });

  it.each<[PostcodeAnswer, string]>([
    [{ kind: 'not-found', postcode: 'LE2 5TF', source: SOURCE }, 'no-such-postcode'],
    [
      { kind: 'retired', postcode: 'LE2 5TF', year: 1996, month: 6, position: null, source: SOURCE },
      'retired',
    ],
    [{ kind: 'unknown', postcode: 'LE2 5TF', because: 'no-council-given' }, 'no-council'],
    [{ ...found('E07999999') }, 'no-council'],
  ])('that has no council says why: %j', async (answer, code) => {
    const result = await find({ postcode: 'LE2 5TF' }, answering(answer));
    expect([result.answer, result.problem?.code]).toEqual(['unknown', code]);
  });

  it('without a resolver sends to the council', async () => {
    expect((await find({ postcode: 'LE2 5TF' })).problem?.code).toBe('no-resolver');
    expect((await find({ position: { latitude: 52, longitude: -1 } })).problem?.code).toBe('no-resolver');
  });

  it('and a position go the same way', async () => {
    const result = await find(
      { position: { latitude: 52.6, longitude: -1.1 } },
      answering(found('E07000135')),
    );
    expect(ids(result)).toEqual(['east-midlands-south']);
  });
});

describe('a text that is no name', () => {
  it.each([
    ['office@school.example', 'an email address'],
    ['0116 496 0123', 'a telephone number'],
    ['URN 900001', 'a URN (a school’s number)'],
    ['925/2001', 'a DfE number'],
    ['2024/25', 'a school year'],
    ['TRN 12/34567', 'a teacher reference number'],
  ])('%s is told to be what it is', async (place, kind) => {
    const { problem, answer } = await find({ place });
    expect(answer).toBe('unknown');
    expect(problem?.message).toContain(`is ${kind}`);
    expect(problem?.message).toContain('Type the name of your council or town, or a postcode.');
  });
});

describe('a school', () => {
  it('belongs to its own authority, whatever its postcode', async () => {
    const surrey = answering(found('E07000208', 'E10000030'));
    const result = await find(
      { school: { name: 'Nonsuch Primary School', laCode: '319', postcode: 'KT17 2HQ' } },
      surrey,
    );
    expect([result.answer, ids(result)]).toEqual(['likely', ['london-south-west']]);
    expect(result.caution).toContain('Nonsuch Primary School is in Epsom and Ewell');
    expect(result.where).toBe('Nonsuch Primary School is listed under Sutton.');
  });

  it('in a split county is placed by its district, else by its postcode, else asked', async () => {
    const byDistrict = await find({ school: { laCode: 926, districtCode: 'E07000146' } });
    expect(ids(byDistrict)).toEqual(['cambridge']);
    const byPostcode = await find(
      { school: { laCode: '926', postcode: 'PE30 1AA' } },
      answering(found('E07000146')),
    );
    expect(ids(byPostcode)).toEqual(['cambridge']);
    expect((await find({ school: { laCode: '926' } })).answer).toBe('several');
    const elsewhere = await find(
      { school: { laCode: '926', postcode: 'LE2 5TF' } },
      answering(found('E07000135')),
    );
    expect(elsewhere.answer).toBe('several');
    const offline = await find({ school: { laCode: '926', postcode: 'PE30 1AA' } }, failing('offline'));
    expect([offline.answer, offline.ask === undefined]).toEqual(['several', false]);
  });

  it('with an authority that is no more is placed in what replaced it', async () => {
    const result = await find({ school: { laCode: '928', districtCode: 'E07000153' } });
    expect([ids(result), result.areas[0]?.name]).toEqual([['east-midlands-south'], 'North Northamptonshire']);
    expect((await find({ school: { laCode: '928' } })).ask?.choices).toHaveLength(2);
  });

  it('in Wales is told so; one with no authority is placed by its postcode', async () => {
    expect((await find({ school: { laCode: '681', districtCode: 'W06000015' } })).nation).toBe('Wales');
    const service = { school: { laCode: '704', postcode: 'LE2 5TF' } };
    expect(ids(await find(service, answering(found('E07000135'))))).toEqual(['east-midlands-south']);
    expect((await find({ school: {} })).problem?.code).toBe('no-council');
  });
});

describe('a place', () => {
  it('is found by leading words, and shown with its council', async () => {
    const result = await find({ place: 'Wigston' });
    expect(ids(result)).toEqual(['east-midlands-south']);
    expect(result.where).toContain('Wigston Magna, Leicestershire');
    expect((await find({ place: 'Cambourne' })).where).toBe('Cambourne is in Cambridgeshire.');
  });

  it('with namesakes becomes a question that each choice settles', async () => {
    const result = await find({ place: 'Newport' });
    expect(result.ask?.text).toBe('Which Newport do you mean?');
    expect(result.ask?.choices.map(({ label }) => label)).toContain('Newport, Isle of Wight');
    for (const { query } of result.ask!.choices) expect((await find(query)).ask).toBeUndefined();
  });

  it('in Greater London, or in a county that is split, needs a further choice', async () => {
    expect((await find({ place: 'Hayes' })).ask?.choices).toHaveLength(33);
    expect((await find({ place: 'Greater London' })).ask?.choices).toHaveLength(33);
    expect((await find({ place: 'Cromer' })).ask?.text).toBe('Which district council is your school in?');
  });

  it('is read through accents, apostrophes, St and Saint', async () => {
    for (const place of ["King's Lynn", 'Kings Lynn', 'KING’S  LYNN']) {
      expect((await find({ place })).areas.map(({ name }) => name)).toEqual(["King's Lynn and West Norfolk"]);
    }
    expect((await find({ place: 'Saint Albans' })).areas[0]?.name).toBe('St Albans');
  });

  it.each([
    ['Origin', 'origin'],
    ['east midlands east', 'east-midlands-east'],
    ['Enigma Maths Hub', 'enigma'],
  ])('that only a hub bears finds that hub at once: %s', async (place, id) => {
    const result = await find({ place });
    expect([result.answer, ids(result), result.ask]).toEqual(['one', [id], undefined]);
  });

  it('that a council or town bears too stays the name of the place', async () => {
    expect((await find({ place: 'Cambridge' })).areas[0]?.name).toBe('Cambridge');
  });

  it('that is misspelt is asked about, never guessed', async () => {
    const result = await find({ place: 'Leicster' });
    expect([result.answer, result.hubs]).toEqual(['unknown', []]);
    expect(result.ask?.choices.map(({ label }) => label)).toContain('Leicester');
    expect((await find({ place: 'Xyzzyqwv' })).problem?.code).toBe('no-name');
  });

  it.each([
    ['Cardiff', 'Wales'],
    ['Scotland', 'Scotland'],
    ['Isle of Man', 'Isle of Man'],
    ['Channel Islands', 'Channel Islands'],
  ])('%s is not in England', async (place, nation) => {
    expect((await find({ place })).nation).toBe(nation);
  });

  it.each([
    ['Isle of Wight', 'likely', ['solent']],
    ['Isles of Scilly', 'several', ['code', 'jurassic']],
  ])('%s is an English island: %s', async (place, answer, hubs) => {
    const result = await find({ place });
    expect([result.answer, ids(result)]).toEqual([answer, hubs]);
  });
});

describe('any query', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      ...directory.areas.map(({ name }) => name),
      ...places.slice(0, 400).map(({ name }) => name),
    ),
    fc.string({ minLength: 2000, maxLength: 5000 }),
  );
  const query: fc.Arbitrary<HubQuery> = fc.oneof(
    text.map((postcode) => ({ postcode })),
    text.map((authority) => ({ authority })),
    text.map((district) => ({ district })),
    fc.record({ place: text, within: text }),
    text.map((place) => ({ place })),
    text.map((hub) => ({ hub })),
    fc.record({ laCode: text, districtCode: text, postcode: text }).map((school) => ({ school })),
    fc.constant({ position: { latitude: Number.NaN, longitude: Infinity } }),
  );

  it('is answered without throwing, and the answer is consistent', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (asked) => {
        const result = await find(asked, failing('offline'));
        const evidenced = result.hubs.filter(({ confidence }) => confidence !== 'candidate');
        if (result.answer === 'one' || result.answer === 'likely') expect(evidenced).toHaveLength(1);
        if (result.answer === 'several') expect(result.hubs.length).toBeGreaterThan(0);
        if (result.answer === 'several' && result.hubs.length === 1) expect(result.ask).toBeDefined();
        if (result.answer === 'not-in-england') expect(result.nation).toBeDefined();
        expect(result.summary).not.toBe('');
        expect(
          result.hubs.every(({ source, confidence }) => (source === null) === (confidence === 'candidate')),
        ).toBe(true);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      { numRuns: 400 },
    );
  });
});
