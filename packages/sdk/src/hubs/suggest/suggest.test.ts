import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSuggester, findHub, loadHubs, loadPlaces, loadSuggester } from '../index.js';
import { foldName } from '../directory/names.js';
import { exactRange, slipRanges } from './prefix.js';

const [directory, places] = await Promise.all([loadHubs(), loadPlaces()]);
const suggest = createSuggester(directory, places);
const labels = (text: string, limit?: number): string[] => suggest(text, limit).map(({ label }) => label);

describe('suggestions', () => {
  it('begin at whole words, the whole name first, and give the council with every place', () => {
    expect(labels('wigston')[0]).toBe('Wigston Magna, Leicestershire');
    expect(labels('hull')).toContain('Kingston upon Hull');
    expect(labels('newport', 20)).toEqual(
      expect.arrayContaining(['Newport, Isle of Wight', 'Newport, Essex', 'Newport, Wales']),
    );
    expect(labels('leicester')[0]).toBe('Leicester');
  });

  it('find hubs by present and former names', () => {
    expect(suggest('enigma')[0]).toMatchObject({ kind: 'hub', query: { hub: 'enigma' } });
    expect(labels('surrey plus')).toEqual(['North-East Hants and Surrey Maths Hub']);
    expect(labels('mobius')).toEqual(['Möbius Maths Hub']);
  });

  it('find former councils, and say that they are', () => {
    expect(labels('northamptonshire', 20)).toContain('Northamptonshire (former council)');
    expect(labels('dorset').filter((label) => label.startsWith('Dorset'))).toEqual(['Dorset']);
  });

  it('forgive one slip, and only when nothing matches without', () => {
    for (const typed of ['leicster', 'leiecster', 'leicesster', 'leixester', 'xeicester']) {
      expect([typed, labels(typed)]).toEqual([typed, expect.arrayContaining(['Leicester'])]);
    }
    expect(suggest('leicster').every(({ slip }) => slip)).toBe(true);
    expect(suggest('leicester').some(({ slip }) => slip)).toBe(false);
    expect(labels('lxxcxster')).toEqual([]);
  });

  it('are none for less than two letters', () => {
    expect([labels(''), labels('a'), labels('  ')]).toEqual([[], [], []]);
  });

  it('lead, every one, to an answer', async () => {
    const texts = fc.constantFrom(...places, ...directory.areas).map(({ name }) => name.slice(0, 5));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        for (const { query } of suggest(text, 4)) {
          const result = await findHub(query, { directory, places });
          expect(result.problem).toBeUndefined();
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a suggester that is loaded', () => {
  it('suggests what one that is made at once does', async () => {
    const own = structuredClone(directory);
    const loaded = await loadSuggester(own);
    for (const text of ['leicester', 'surrey plus', 'northampton', 'leicster', 'the fens', 'st'])
      expect(loaded(text, 12)).toEqual(suggest(text, 12));
  });

  it('is made in turns, between which others go on', async () => {
    const turns: string[] = [];
    const loading = loadSuggester(structuredClone(directory)).then(() => turns.push('loaded'));
    const other = async (): Promise<void> => {
      for (let turn = 0; turn < 3; turn += 1) {
        await new Promise((go) => setTimeout(go));
        turns.push('other');
      }
    };
    await Promise.all([loading, other()]);
    expect(turns).toEqual(['other', 'other', 'other', 'loaded']);
  });

  it('rests on places that are read once', async () => {
    expect(await loadPlaces()).toBe(await loadPlaces());
  });
});

describe('the sorted list', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 6 });
  const lists = fc
    .array(letters, { maxLength: 30 })
    .map((keys) => keys.sort().map((key) => ({ key, value: key })));

  it('gives what begins with a text, as a scan does', () => {
    fc.assert(
      fc.property(lists, letters, (list, text) => {
        expect(exactRange(list, text)).toEqual(list.filter(({ key }) => key.startsWith(text)));
      }),
    );
  });

  it('gives what begins with a text but for one slip, as a scan over every slip does', () => {
    fc.assert(
      fc.property(lists, letters.filter(Boolean), (list, text) => {
        const slips = slipsOf(text);
        const scanned = list.filter(({ key }) => slips.some((slip) => slip.test(key)));
        expect(new Set(slipRanges(list, text))).toEqual(new Set(scanned));
      }),
    );
  });
});

/** Every way to type a text with one slip, as a pattern of how the name may then begin. */
function slipsOf(text: string): RegExp[] {
  return [...text].flatMap((letter, at) => {
    const [before, after] = [text.slice(0, at), text.slice(at + 1)];
    const swapped = after === '' ? [] : [`${before}${after.charAt(0)}${letter}${after.slice(1)}`];
    return [`${before}${after}`, `${before}.${letter}${after}`, `${before}.${after}`, ...swapped].map(
      (start) => new RegExp(`^${start}`),
    );
  });
}

describe('folding a name', () => {
  it.each([
    ['St. Helens', 'st helens'],
    ['Saint Helen’s', 'st helens'],
    ["King's Lynn", 'kings lynn'],
    ['Möbius', 'mobius'],
    ['Tyne & Wear', 'tyne and wear'],
    ['Stoke-on-Trent', 'stoke on trent'],
  ])('%s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
});
