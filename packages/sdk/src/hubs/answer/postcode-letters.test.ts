import { describe, expect, it } from 'vitest';
import type { PostcodeResolver } from '../../postcodes/index.js';
import { isPostcodeArea } from '../../typed/territory.js';
import { areasNamed } from '../directory/areas.js';
import { findHub, loadHubs } from '../index.js';
import { POSTCODE_AREAS } from './postcode-areas.js';

const directory = await loadHubs();
const letters = [...POSTCODE_AREAS.keys()];
const LATIN = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

describe('the first letters of a postcode alone', () => {
  it('are known for every area that there is', () => {
    const all = [...LATIN, ...LATIN.flatMap((first) => LATIN.map((second) => first + second))];
    expect([...letters].sort()).toEqual(all.filter(isPostcodeArea).sort());
  });

  it.each(letters)('%s are said to be what they are, and never answer', async (each) => {
    for (const query of [{ place: each }, { place: ` (${each.toLowerCase()}) ` }, { postcode: each }]) {
      const result = await findHub(query);
      expect(result).toMatchObject({ answer: 'unknown', hubs: [], problem: { code: 'not-a-postcode' } });
      expect(result.summary).toContain(`begin with “${each}”`);
      expect(result.summary).toContain('ype a whole postcode');
    }
  });

  it('say which town they are called after, and offer what else is called so', async () => {
    expect((await findHub({ place: 'BD' })).summary).toBe(
      'Postcodes in and around Bradford begin with “BD”. Type a whole postcode, its first half (such as BD1), or the name of your council.',
    );
    expect((await findHub({ place: 'mk' })).ask?.text).toBe('Or did you mean Milton Keynes?');
    expect((await findHub({ place: 'CF' })).summary).toContain('Cardiff in Wales');
  });

  it('tell which councils are likely, each one by a name that we know', () => {
    for (const { councils } of POSTCODE_AREAS.values())
      for (const name of councils)
        expect(
          areasNamed(directory, name).map(({ kind }) => kind),
          name,
        ).toEqual(['authority']);
  });
});

describe('the councils that a postcode makes likely', () => {
  it.each([
    [{ postcode: 'LE2 5TF' }, 'Leicester'],
    [{ postcode: 'BD1' }, 'Bradford'],
    [{ postcode: 'our postcode is YO1 7HH' }, 'York'],
    [{ postcode: 'LE2 STF' }, 'Leicester'],
    [{ place: 'SW1A 1AA' }, 'Hammersmith and Fulham'],
  ])('come with a problem, the likeliest first: %o', async (query, first) => {
    const { problem, likely } = await findHub(query);
    expect(problem).toBeDefined();
    expect(likely?.[0]?.name).toBe(first);
  });

  it('come from the first half of a postcode among other words', async () => {
    for (const place of ['Lambeth area SE1', 'near se1']) {
      const { answer, problem, likely } = await findHub({ place });
      expect([answer, problem?.code, likely?.[0]?.name], place).toEqual([
        'unknown',
        'not-a-postcode',
        'Bexley',
      ]);
    }
    const source = { id: 'test', publisher: 'Test', title: 'Test', date: null, url: null };
    const resolver: PostcodeResolver = {
      sendsTo: null,
      resolve: async ({ postcode }) => ({ kind: 'not-found', postcode, source }),
      outcode: async (outward) => ({
        outward,
        source,
        whole: true,
        elsewhere: [],
        councils: [{ district: 'E07000135', authority: 'E10000018' }],
      }),
    };
    for (const place of ['Oadby town LE2', 'LE2, London'])
      expect((await findHub({ place }, { resolver })).answer).toBe('one');
  });

  it('are none where nothing tells', async () => {
    expect((await findHub({ postcode: 'ZZ1 1AA' })).likely).toEqual([]);
    expect((await findHub({ place: 'Qwertyuiop' })).likely).toBeUndefined();
  });
});
