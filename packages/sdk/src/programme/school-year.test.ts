import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSchoolYears,
  compareSchoolYears,
  formatSchoolYear,
  InvalidSchoolYearError,
  isSchoolYear,
  parseSchoolYear,
  schoolYearDays,
  schoolYearOf,
  schoolYearRange,
} from './school-year.js';

const start = fc.integer({ min: 1000, max: 9998 });
const year = start.map((first) => `${first}/${String(first + 1).slice(2)}`);

describe('a school year', () => {
  it.each(['2020/21', '2020-21', '2020–21', '2020/2021', '2020 to 2021', ' 2020 / 21 '])(
    'is read from %s',
    (text) => {
      expect(parseSchoolYear(text)).toBe('2020/21');
    },
  );

  it('crosses a century', () => {
    expect(parseSchoolYear('1999/2000')).toBe('1999/00');
    expect(addSchoolYears('1999/00', 1)).toBe('2000/01');
  });

  it.each([
    '2020/22',
    '202/21',
    '2020/20',
    '2021/20',
    '2020/121',
    '2020',
    '',
    'next year',
    '20/21',
    '9999/00',
  ])('is not %s', (text) => {
    expect(() => parseSchoolYear(text)).toThrow(InvalidSchoolYearError);
    expect(isSchoolYear(text)).toBe(false);
  });

  it('says how to put it right', () => {
    expect(() => parseSchoolYear('2020/22')).toThrow('the year after 2020 is 2021. Write 2020/21.');
    expect(() => parseSchoolYear('202/21')).toThrow('“202/21” is not a school year. Write it like 2020/21.');
  });

  it('comes back whole from every way of writing it', () => {
    fc.assert(
      fc.property(year, (one) => {
        expect(parseSchoolYear(one)).toBe(one);
        expect(isSchoolYear(one)).toBe(true);
        expect(parseSchoolYear(formatSchoolYear(one))).toBe(one);
        expect(parseSchoolYear(one.replace('/', '-'))).toBe(one);
      }),
    );
  });

  it('starts on 1 September', () => {
    expect(schoolYearOf('2020-08-31')).toBe('2019/20');
    expect(schoolYearOf('2020-09-01')).toBe('2020/21');
    fc.assert(
      fc.property(year, (one) => {
        const { first, last } = schoolYearDays(one);
        expect([schoolYearOf(first), schoolYearOf(last)]).toEqual([one, one]);
      }),
    );
  });

  it.each(['2021-02-29', '2020-13-01', '2020-9-1', '1 September 2020', ''])(
    'is not told by the day %s',
    (day) => {
      expect(() => schoolYearOf(day)).toThrow(InvalidSchoolYearError);
    },
  );

  it('adds, compares and ranges as whole numbers do', () => {
    const near = fc.integer({ min: -200, max: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1500, max: 2500 }), near, (first, years) => {
        const from = parseSchoolYear(`${first}/${first + 1}`);
        const to = addSchoolYears(from, years);
        expect(compareSchoolYears(to, from)).toBe(years);
        expect(addSchoolYears(to, -years)).toBe(from);
        const range = schoolYearRange(from, to);
        expect(range).toHaveLength(Math.max(years + 1, 0));
        expect(range.every(isSchoolYear)).toBe(true);
        if (years >= 0) expect([range[0], range.at(-1)]).toEqual([from, to]);
      }),
    );
  });
});
