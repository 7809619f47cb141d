import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  editions,
  extendEdition,
  loadEdition,
  removePhase,
  transitionsFrom,
  transitionsTo,
} from './index.js';
import type { CalendarEvent, Edition, Overrides, RecruitmentWindow } from './index.js';
import { parseEdition } from './schema.js';

const national = await loadEdition('2020/21');
const ids = national.phases.map(({ id }) => id);
const own = { source: [Object.keys(national.sources)[0] as string], basis: 'stated' } as const;

const event = (id: string, phase: string): CalendarEvent => ({
  id,
  kind: 'meeting',
  phase,
  date: '2020-10-01',
});
const window = (id: string, phases: readonly string[]): RecruitmentWindow => ({
  id,
  phases,
  opens: '2021-01-05',
  closes: null,
  ...own,
});

/** A year whose lists all name phases, so that removing one affects them all. */
const full: Edition = {
  ...national,
  recruitment: [window('all', []), window('mixed', ids), ...ids.map((id) => window(`only-${id}`, [id]))],
  calendar: { halfTerms: [], events: ids.map((id) => event(`meets-${id}`, id)), ...own },
};

const overrides = (remove: Overrides['remove']): Overrides => ({
  format: 'maths-hubs-overrides/1',
  schoolYear: '2020/21',
  hub: 'A Maths Hub',
  version: '1',
  sources: {},
  ...(remove ? { remove } : {}),
});

describe('removePhase', () => {
  it('leaves an edition that can be read, whatever is removed', async () => {
    const years = await Promise.all(editions().map(({ schoolYear }) => loadEdition(schoolYear)));
    fc.assert(
      fc.property(
        fc.constantFrom(full, ...years),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (edition, draws) => {
          const gone = edition.phases.map(({ id }) => id).filter(() => Number(draws.next().value) < 0.5);
          const left = gone.reduce(removePhase, edition);
          expect(parseEdition(JSON.stringify(left))).toEqual(left);
          expect(left.phases.map(({ id }) => id).some((id) => gone.includes(id))).toBe(false);
        },
      ),
    );
  });

  it('drops the dated events, windows, ways in and moves of the phase, and no others', () => {
    const left = removePhase(full, 'embedding');
    expect(left.calendar?.events.map(({ id }) => id)).toEqual(
      ids.filter((id) => id !== 'embedding').map((id) => `meets-${id}`),
    );
    expect(left.recruitment.map(({ id }) => id)).toEqual([
      'all',
      'mixed',
      ...ids.filter((id) => id !== 'embedding').map((id) => `only-${id}`),
    ]);
    expect(left.recruitment.find(({ id }) => id === 'mixed')?.phases).not.toContain('embedding');
    expect(transitionsTo(left, 'embedding')).toEqual([]);
    expect(transitionsFrom(left, 'embedding')).toEqual([]);
  });

  it('no longer knows what comes next where only the removed phase did', () => {
    const development = full.phases.find(({ id }) => id === 'development');
    expect(development?.terms.next.value).toEqual(['embedding']);
    const next = removePhase(full, 'embedding').phases.find(({ id }) => id === 'development')?.terms.next;
    expect(next).toMatchObject({ value: null, source: development?.terms.next.source });
  });
});

describe('a hub that removes', () => {
  it('a phase, leaves the same as removePhase does', () => {
    const extended = extendEdition(full, overrides({ phases: ['embedding'] }));
    const left = removePhase(full, 'embedding');
    for (const list of ['phases', 'calendar', 'recruitment', 'transitions', 'entryPoints'] as const)
      expect(extended[list]).toEqual(left[list]);
    expect(parseEdition(JSON.stringify(extended))).toEqual(extended);
  });

  it('nothing, keeps the windows that are for every phase', () => {
    expect(extendEdition(full, overrides(undefined)).recruitment).toEqual(full.recruitment);
  });

  it('one move between phases, keeps the others', () => {
    const [move, ...others] = full.transitions;
    if (!move) throw new Error('2020/21 has moves between phases');
    const { from, to } = move;
    expect(extendEdition(full, overrides({ transitions: [{ from, to }] })).transitions).toEqual(others);
  });
});

describe('transitionsFrom and transitionsTo', () => {
  it('list the moves out of a phase and into it', () => {
    expect(transitionsTo(national, 'embedding').length).toBeGreaterThan(0);
    for (const { id } of national.phases) {
      expect(transitionsTo(national, id)).toEqual(national.transitions.filter(({ to }) => to === id));
      expect(transitionsFrom(national, id)).toEqual(national.transitions.filter(({ from }) => from === id));
    }
    expect(transitionsTo(national, 'embedding').map(({ to }) => to)).not.toContain('sustaining');
  });
});
