import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from './spreadsheet.js';

describe('csvLine', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1', '＋1', '－1', '＠1'])(
    'marks %j as text',
    (formula) => {
      expect(parse(csvLine([formula]))).toEqual([[`'${formula}`]]);
    },
  );

  it('gives back every other text as it was, whatever it holds', () => {
    const text = fc.string({ unit: 'grapheme' }).map((value) => `a${value}`);
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (values) => {
        expect(parse(csvLine(values))).toEqual([values]);
      }),
    );
  });

  it('leaves numbers numbers and unknown empty', () => {
    expect(csvLine([-1, null, undefined, true])).toBe('-1,"","",true\r\n');
  });
});
