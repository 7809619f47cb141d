import { expect, it } from 'vitest';
import { retryAfter } from './retry-after.js';

it.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Thu, 26 Nov 2026 12:10:00 GMT', 600_000],
  ['Thursday, 26-Nov-26 12:10:00 GMT', 600_000],
  ['Thu Nov 26 12:10:00 2026', 600_000],
  // It has passed: at once.
  ['Thu, 26 Nov 2026 11:00:00 GMT', 0],
  // What says nothing is not obeyed.
  [null, null],
  ['', null],
  ['soon', null],
  ['12:10:00 2026', null],
  ['-5', null],
  ['1.5', null],
  ['2026-11-26', null],
  ['99999999999999999999', null],
  ['Thu, 99 Nov 2026 12:10:00 GMT', null],
])('reads a Retry-After of %j as %j', (header, milliseconds) => {
  expect(retryAfter(header, new Date('2026-11-26T12:00:00Z'))).toBe(milliseconds);
});
