import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cite, formatMoney, formatQuantity, isKnown, unknown } from './index.js';
import type { Quantity, Source } from './index.js';

const sources: Record<string, Source> = {
  sheet: {
    id: 'sheet',
    publisher: 'Maths Hub NW3',
    title: 'Work Group Information Sheet',
    date: '2020/21',
    url: 'https://example.org/sheet',
  },
  page: { id: 'page', publisher: 'A hub', title: 'Journey', date: null, url: null },
};

describe('formatQuantity', () => {
  it.each<[string, Quantity]>([
    ['6 schools', { min: 6, max: 6, unit: 'school' }],
    ['6 or 7 schools', { min: 6, max: 7, unit: 'school' }],
    ['6 to 12 schools', { min: 6, max: 12, unit: 'school' }],
    ['about 6 schools', { min: 6, max: 6, unit: 'school', about: true }],
    ['up to 8 schools', { min: null, max: 8, unit: 'school' }],
    ['up to 1 visit', { min: null, max: 1, unit: 'visit' }],
    [
      'at least 10 days for both teachers together',
      { min: 10, max: null, unit: 'day', per: 'both-teachers' },
    ],
    ['3 days per teacher', { min: 3, max: 3, unit: 'day', per: 'teacher' }],
    ['1 half-day', { min: 1, max: 1, unit: 'half-day' }],
    ['0.5 days', { min: 0.5, max: 0.5, unit: 'day' }],
    ['2 people', { min: 2, max: 2, unit: 'person' }],
    ['1,200 schools', { min: 1200, max: 1200, unit: 'school' }],
    ['75%', { min: 75, max: 75, unit: 'percent' }],
    ['up to £2,000 per school', { min: null, max: 200_000, unit: 'pence', per: 'school' }],
    ['£1 to £1.50', { min: 100, max: 150, unit: 'pence' }],
    ['an unknown number of days', { min: null, max: null, unit: 'day' }],
  ])('says %s', (text, quantity) => {
    expect(formatQuantity(quantity)).toBe(text);
  });
});

describe('formatMoney', () => {
  it.each([
    [100_000, '£1,000'],
    [1250, '£12.50'],
    [5, '£0.05'],
    [0, '£0'],
  ])('writes %i pence as %s', (pence, text) => {
    expect(formatMoney(pence)).toBe(text);
  });

  it('loses no penny', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), (pence) => {
        expect(Math.round(Number(formatMoney(pence).replace(/[£,]/g, '')) * 100)).toBe(pence);
      }),
    );
  });
});

describe('cite', () => {
  it('names publisher, title, date and address', () => {
    expect(cite({ value: 2, source: ['sheet'], basis: 'stated' }, sources)).toBe(
      'Maths Hub NW3, “Work Group Information Sheet”, 2020/21, https://example.org/sheet',
    );
  });

  it('says when a source shows no date, and leaves out an address that is not there', () => {
    expect(cite({ source: ['page'], basis: 'stated' }, sources)).toBe('A hub, “Journey”, undated');
  });

  it('says when a value was worked out, with how', () => {
    expect(cite({ value: 3, source: ['page'], basis: 'derived', note: 'six half-days' }, sources)).toBe(
      'Worked out from A hub, “Journey”, undated (six half-days)',
    );
  });

  it('says when a hub set it', () => {
    expect(cite({ value: 3, source: ['page'], basis: 'hub' }, sources)).toMatch(/^Set by the hub: A hub/);
    expect(cite({ value: null, source: [], basis: 'hub' }, sources)).toBe('Not decided by the hub.');
  });

  it('says what was searched for an unknown', () => {
    expect(cite(unknown(['page', 'sheet']), sources)).toMatch(
      /^No evidence found\. Looked in A hub, .*; Maths Hub NW3/,
    );
    expect(cite(unknown(), sources)).toBe('No evidence found.');
  });

  it('shows an id that is not in the table, rather than nothing', () => {
    expect(cite({ source: ['constructor'], basis: 'stated' }, sources)).toBe('constructor');
  });
});

it('tells known from unknown, also for 0, false and an empty text', () => {
  expect(isKnown(unknown())).toBe(false);
  for (const value of [0, false, ''])
    expect(isKnown({ value, source: ['page'], basis: 'stated' })).toBe(true);
});
