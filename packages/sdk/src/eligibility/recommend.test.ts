import { describe, expect, it } from 'vitest';
import { loadEdition } from '../programme/index.js';
import type { SchoolFacts } from '../schools/index.js';
import { recommendEntry } from './index.js';

const PRIMARY: SchoolFacts = { teachesPrimary: true, teachesSecondary: false };
const SECURE: SchoolFacts = {
  ...PRIMARY,
  development: 'never',
  readiness: 'never',
  secureLeadership: true,
  externalDemands: false,
  staffUnconvinced: false,
  staffTurnover: false,
  structuresMissing: false,
  competingPriorities: false,
  visionAndCulture: 'secure',
  mathematicalMindsets: 'secure',
  subjectExpertise: 'secure',
  systems: 'secure',
  arithmeticalProficiency: 'secure',
};

describe('recommendEntry', () => {
  const cases: readonly [string, string, SchoolFacts, string, string | null][] = [
    ['all secure', '2024/25', SECURE, 'straight-in', 'development'],
    ['one barrier', '2024/25', { ...SECURE, staffTurnover: true }, 'foundations-first', 'readiness'],
    ['one area not yet', '2020/21', { ...SECURE, systems: 'not-yet' }, 'foundations-first', 'readiness'],
    ['a year without Readiness', '2016/17', { ...SECURE, systems: 'not-yet' }, 'start', 'development'],
    [
      'Readiness done',
      '2024/25',
      { ...SECURE, staffTurnover: true, readiness: 'done' },
      'prepared',
      'development',
    ],
    ['in Readiness', '2024/25', { ...SECURE, readiness: 'now' }, 'in-readiness', 'readiness'],
    [
      'Development done',
      '2024/25',
      { ...PRIMARY, development: 'done', embedding: 'never' },
      'after-development',
      'embedding',
    ],
    [
      'Embedding done',
      '2024/25',
      { ...PRIMARY, development: 'done', embedding: 'done' },
      'after-embedding',
      'sustaining',
    ],
    [
      'a year without Embedding',
      '2021/22',
      { ...PRIMARY, development: 'done', embedding: 'never' },
      'after-development',
      null,
    ],
    ['left part-way', '2024/25', { ...PRIMARY, development: 'left-early' }, 'left-development', null],
    ['a secondary school', '2024/25', { teachesPrimary: false, teachesSecondary: true }, 'secondary', null],
  ];
  for (const [name, year, school, door, phase] of cases)
    it(`${name}, ${year}`, async () => {
      const advice = recommendEntry(await loadEdition(year), school);
      expect(advice).toMatchObject({ door: { id: door, phase }, questions: [], pending: null });
      expect(advice.because.length).toBeGreaterThan(0);
    });

  it('names the barrier that speaks for Readiness, and no other answer', async () => {
    const { because } = recommendEntry(await loadEdition('2024/25'), { ...SECURE, staffTurnover: true });
    expect(because.map(({ leaf }) => leaf)).toContainEqual({ fact: 'staffTurnover', is: true });
    expect(because.map(({ leaf }) => leaf)).not.toContainEqual({ fact: 'externalDemands', is: true });
  });

  it('asks on while it is open, and stops at the first barrier', async () => {
    const edition = await loadEdition('2024/25');
    let school: SchoolFacts = PRIMARY;
    const asked: string[] = [];
    for (;;) {
      const [next] = recommendEntry(edition, school).questions;
      if (!next) break;
      asked.push(next.fact.id);
      school = { ...school, [next.fact.id]: (SECURE as Record<string, unknown>)[next.fact.id] };
    }
    expect(recommendEntry(edition, school).door?.id).toBe('straight-in');
    expect(asked).toEqual([...new Set(asked)]);
    const early = recommendEntry(edition, {
      ...PRIMARY,
      development: 'never',
      readiness: 'never',
      systems: 'not-yet',
    });
    expect(early.door?.id).toBe('foundations-first');
  });

  it('leaves it to the hub when the school is not sure', async () => {
    const advice = recommendEntry(await loadEdition('2024/25'), { ...PRIMARY, development: null });
    expect(advice).toMatchObject({ door: null, questions: [], pending: 'hub' });
  });
});
