import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidSchoolYearError, loadEdition, recruitmentStatus, type RecruitmentWindow } from './index.js';

const sheet = await loadEdition('2024/25');
const base = { id: 'w', phases: [], opens: null, closes: null, source: ['our-hub'], basis: 'hub' } as const;

const on = (day: string, windows: readonly Partial<RecruitmentWindow>[], phase?: string) =>
  recruitmentStatus(
    { ...sheet, recruitment: windows.map((window) => ({ ...base, ...window })) },
    { on: day, ...(phase ? { phase } : {}) },
  );

const spring = { opens: '2024-03-01', closes: '2024-05-31' };

describe('recruitment', () => {
  it.each([
    ['2024-02-29', 'closed'],
    ['2024-03-01', 'open'],
    ['2024-05-16', 'open'],
    ['2024-05-17', 'closing-soon'],
    ['2024-05-31', 'closing-soon'],
    ['2024-06-01', 'closed'],
    ['2025-09-01', 'closed'],
  ])('on %s is %s', (day, status) => {
    expect(on(day, [spring])).toMatchObject({ status, basis: day > '2025' ? 'derived' : 'hub' });
  });

  it('names the day that it closes while it is open, and the day that it opens before', () => {
    expect(on('2024-03-02', [spring])).toMatchObject({
      closes: '2024-05-31',
      opens: null,
      source: ['our-hub'],
    });
    expect(on('2024-01-02', [spring])).toMatchObject({ closes: null, opens: '2024-03-01' });
    expect(on('2024-07-02', [spring]).closes).toBeNull();
  });

  it('takes what a hub has set by hand, but nothing is open after its last day', () => {
    expect(on('2024-04-01', [{ ...spring, status: 'fully-booked' }]).status).toBe('fully-booked');
    expect(on('2024-07-01', [{ ...spring, status: 'register-interest' }]).status).toBe('register-interest');
    expect(on('2024-02-01', [{ ...spring, status: 'open' }]).status).toBe('open');
    expect(on('2024-07-01', [{ ...spring, status: 'open' }]).status).toBe('closed');
  });

  it('is open until the last day where no first day is given', () => {
    expect(on('2024-03-01', [{ closes: '2024-05-31' }]).status).toBe('open');
    expect(on('2024-06-01', [{ closes: '2024-05-31' }]).status).toBe('closed');
  });

  it('is unknown where no day is known', () => {
    expect(on('2024-03-01', []).status).toBe('unknown');
    expect(on('2024-03-01', [{}]).status).toBe('unknown');
    expect(recruitmentStatus(sheet, { on: '2025-07-01' }).status).toBe('register-interest');
  });

  it('looks at windows for the phase, and at those for every phase', () => {
    const windows = [
      { ...spring, phases: ['readiness'] },
      { status: 'fully-booked', phases: ['development'] } as const,
    ];
    expect(on('2024-04-01', windows, 'readiness').status).toBe('open');
    expect(on('2024-04-01', windows, 'development').status).toBe('fully-booked');
    expect(on('2024-04-01', windows).status).toBe('open');
    expect(on('2024-04-01', windows, 'sustaining').status).toBe('unknown');
    expect(on('2024-04-01', [spring], 'sustaining').status).toBe('open');
  });

  it('counts "soon" in the days it is told', () => {
    const question = { on: '2024-05-01', closingSoonDays: 30 };
    const edition = { ...sheet, recruitment: [{ ...base, ...spring }] };
    expect(recruitmentStatus(edition, question).status).toBe('closing-soon');
  });

  it('wants a day', () => {
    expect(() => on('1 May 2024', [spring])).toThrow(InvalidSchoolYearError);
  });

  it('never says open on a day outside the window', () => {
    const day = fc
      .integer({ min: 0, max: 500 })
      .map((offset) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (opens, closes, today) => {
        const { status } = on(today, [{ opens, closes }]);
        expect(status === 'open' || status === 'closing-soon').toBe(opens <= today && today <= closes);
      }),
    );
  });
});
