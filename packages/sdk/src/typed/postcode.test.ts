import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPostcode, parsePostcode } from './postcode.js';

const letter = (letters: string) => fc.constantFrom(...letters);
const digit = letter('0123456789');
const nonZero = letter('123456789');
const inward = fc.tuple(digit, letter('ABDEFGHJLNPQRSTUWXYZ'), letter('ABDEFGHJLNPQRSTUWXYZ'));
const area1 = letter('BEGLMNSW');
const area2 = fc.constantFrom('LE', 'SW', 'EC', 'OX', 'PO', 'DN', 'AB', 'IP');
const fourth = letter('ABEHMNPRVWXY');
const outward = fc.oneof(
  fc.tuple(area1, digit),
  fc.tuple(area1, nonZero, digit),
  fc.tuple(area1, digit, fourth),
  fc.tuple(area2, digit),
  fc.tuple(area2, nonZero, digit),
  fc.tuple(area2, digit, fourth),
);
const postcode = fc.tuple(outward, inward).map(([out, end]) => `${out.join('')} ${end.join('')}`);
const space = fc.constantFrom('', ' ', '\u00a0', '\t', '\u2009', '\u200b', '\ufeff', '-', '  ');

describe('reading a postcode', () => {
  it.each(['E1 6AN', 'M60 1NW', 'W1A 1AA', 'LE2 5TF', 'CR2 6XH', 'DN55 1PT', 'EC1A 1BB', 'HA0 2AA'])(
    'knows the shape of %s',
    (text) => expect(formatPostcode(text)).toBe(text),
  );

  it('takes it apart', () => {
    expect(parsePostcode('le25tf')).toEqual({
      valid: true,
      postcode: 'LE2 5TF',
      outward: 'LE2',
      inward: '5TF',
      area: 'LE',
      sector: 'LE2 5',
      unit: 'TF',
      territory: null,
    });
  });

  it('does not mind case, spaces anywhere, or none', () => {
    fc.assert(
      fc.property(
        postcode,
        fc.array(fc.tuple(space, fc.boolean()), { minLength: 9, maxLength: 9 }),
        (text, how) => {
          const typed = [...text.replace(' ', '')]
            .map((each, index) => (how[index]![1] ? each.toLowerCase() : each) + how[index]![0])
            .join('');
          const parsed = parsePostcode(typed);
          if (parsed.valid) expect(parsed.postcode).toBe(text);
          else expect(parsed.fault).toBe('second-half');
        },
      ),
    );
  });

  it('never throws, and formats what it takes to itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'leLE0oI1 5TF\u00a0é') }),
        ),
        (text) => {
          const parsed = parsePostcode(text);
          if (parsed.valid) expect(formatPostcode(parsed.postcode)).toBe(parsed.postcode);
          else expect(parsed.reason).toMatch(/\.$|\?$/);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('reads no more of an endless text than it needs', () => {
    expect(parsePostcode(`LE2 ${'5TF'.repeat(1_000_000)}`)).toMatchObject({
      valid: false,
      fault: 'too-long',
    });
    expect(formatPostcode(`LE2${' '.repeat(1_000_000)}5TF`)).toBe('LE2 5TF');
  });
});

describe('offering a correction', () => {
  it.each([
    ['LEI 5TF', 'LE1 5TF'],
    ['LE2 STF', 'LE2 5TF'],
    ['LEZ 5TF', 'LE2 5TF'],
    ['5W1A 1AA', 'SW1A 1AA'],
    ['LE25 TF', 'LE2 5TF'],
    ['LE2 05TF', null],
    ['LE2 O5TF', null],
    ['M1 I1AE', null],
    ['LE02 5TF', 'LE2 5TF'],
    ['B01 1AA', 'B1 1AA'],
    ['SWIA OAA', 'SW1A 0AA'],
    ['LI 1AA', 'L1 1AA'],
    ['0X1 1AA', 'OX1 1AA'],
    ['1P1 1AA', 'IP1 1AA'],
    ['S1O 2TN', 'S10 2TN'],
    ['LE1O IAA', 'LE10 1AA'],
    ['LE2 5T0', null],
  ])('for %s: %s', (text, suggestion) => {
    expect(parsePostcode(text)).toMatchObject({ valid: false, suggestion });
  });

  it('puts right any postcode whose digits were typed as letters', () => {
    fc.assert(
      fc.property(postcode, (text) => {
        const typed = text.slice(0, -3) + text.slice(-3).replace('0', 'O').replace('1', 'I');
        const parsed = parsePostcode(typed);
        expect(parsed.valid ? parsed.postcode : parsed.suggestion).toBe(text);
      }),
    );
  });

  it('offers only postcodes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ABELIO015'), minLength: 5, maxLength: 7 }),
        (text) => {
          const parsed = parsePostcode(text);
          if (!parsed.valid && parsed.suggestion !== null) {
            expect(formatPostcode(parsed.suggestion)).toBe(parsed.suggestion);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('saying why not', () => {
  it.each([
    ['', 'empty'],
    [' \u00a0', 'empty'],
    ['LE2', 'outward-only'],
    ['sw1a', 'outward-only'],
    ['L', 'too-short'],
    ['LE2 5TFF and more', 'too-long'],
    ['LE2 05TF', 'second-half'],
    ['LE25 TF', 'second-half'],
    ['LE2 5T', 'second-half'],
    ['GX11 1AA', 'no-such-area'],
    ['Q1 1AA', 'no-such-area'],
    ['Q1', 'no-such-area'],
    ['LE2 5TF or LE3 1AA', 'several'],
    ['LÉ2 5TF', 'character'],
    ['LE2 5CV', 'shape'],
    ['12345', 'shape'],
    ['LE02 5TF', 'shape'],
    ['BFPO 57', 'forces-number'],
    ['bfpo 1234', 'forces-number'],
  ])('%j: %s', (text, fault) => {
    expect(parsePostcode(text)).toMatchObject({ valid: false, fault });
  });
});

describe('what the letters alone tell', () => {
  it.each([
    ['JE2 3AB', 'Jersey'],
    ['GY1 1AA', 'Guernsey'],
    ['IM1 1AA', 'Isle of Man'],
    ['BT1 1AA', 'Northern Ireland'],
    ['AB10 1AB', 'Scotland'],
    ['CF10 1AA', 'Wales'],
    ['BF1 0AA', 'forces'],
    ['GIR 0AA', 'no-place'],
    ['BX1 1AA', 'no-place'],
    ['TD15 1AA', null],
    ['CH5 1AA', null],
    ['LE2 5TF', null],
  ])('%s: %s', (text, territory) => {
    expect(parsePostcode(text)).toMatchObject({ valid: true, territory });
  });
});
