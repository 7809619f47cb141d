import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIsoDay } from './day.js';

describe('isIsoDay', () => {
  it.each(['2024-02-29', '2000-02-29', '1999-12-31', '0001-01-01'])('takes %s', (text) => {
    expect(isIsoDay(text)).toBe(true);
  });

  it.each(['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-2-9', '20240209'])(
    'refuses %s',
    (text) => {
      expect(isIsoDay(text)).toBe(false);
    },
  );

  it.each(['', ' 2024-02-09', '2024-02-09\n', '2024-02-09T00:00:00Z', '+012024-02-09'])(
    'refuses %j',
    (text) => {
      expect(isIsoDay(text)).toBe(false);
    },
  );

  it('takes every day that there is', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('0001-01-01T00:00:00Z'),
          max: new Date('9999-12-31T00:00:00Z'),
          noInvalidDate: true,
        }),
        (date) => isIsoDay(date.toISOString().slice(0, 10)),
      ),
    );
  });
});
