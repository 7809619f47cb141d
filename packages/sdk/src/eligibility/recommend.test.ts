import { describe, expect, it } from 'vitest';
import { loadEdition, type Door, type Edition, type Phase } from '../programme/index.js';
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

  it('calls the door’s phase by its name, and says by which terms', async () => {
    const edition = await loadEdition('2024/25');
    const named = (school: SchoolFacts) => recommendEntry(edition, school).phaseName;
    expect(named(SECURE)).toMatch(/Development Work Group$/);
    expect(named({ ...SECURE, staffTurnover: true })).toMatch(/Readiness/);
    expect(named({ ...PRIMARY, development: 'done', embedding: 'never' })).toMatch(/Embedding/);
    expect(named({ teachesPrimary: false, teachesSecondary: true })).toBeNull();
    const { among, edition: stamp } = recommendEntry(edition, SECURE);
    expect(among.map(({ id }) => id)).toEqual(['straight-in']);
    expect(stamp).toMatchObject({ schoolYear: '2024/25', version: edition.version });
  });

  it('decides by a hub’s own facts where these are given, and refuses them the next time without', async () => {
    const ours = await loadEdition('2024/25');
    const keen = { fact: 'keen', is: true } as const;
    const door = (id: string, condition: Door['condition']): Door => ({
      id,
      phase: 'development',
      statement: 'A.',
      condition,
      source: ['x'],
      basis: 'hub',
    });
    const edition = { ...ours, doors: [door('keen', keen), door('not', { not: keen })] };
    const facts = [
      { id: 'keen', question: 'Keen?', domain: 'boolean', from: 'school', changeable: 'school' },
    ] as const;
    expect(() => recommendEntry(edition, {})).toThrow('doors[1].condition.not.fact: found "keen"');
    expect(recommendEntry(edition, {}, { facts }).questions.map(({ fact }) => fact.id)).toEqual(['keen']);
    expect(recommendEntry(edition, { keen: false }, { facts }).door?.id).toBe('not');
    expect(() => recommendEntry(edition, {})).toThrow('doors[0].condition.fact: found "keen"');
  });

  it('refuses what is no edition or no school, with what to write', async () => {
    const edition = await loadEdition('2024/25');
    expect(() => recommendEntry('2024/25' as never, {})).toThrow(
      'found 2024/25; expected an edition. Write: await',
    );
    expect(() => recommendEntry(null as never, {})).toThrow('found null; expected an edition');
    for (const none of [null, undefined, 'a school'])
      expect(() => recommendEntry(edition, none as never)).toThrow(
        `found ${String(none)}; expected facts about a school. Give an object; an empty one when nothing is known.`,
      );
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

  it('recommends a hub’s own way in, and of several says which there are', async () => {
    const ours = await loadEdition('2024/25');
    const own = (...phases: string[]): Edition => ({
      ...ours,
      hub: 'A Hub',
      phases: ['six-week-start', 'whole-school'].map((id) => ({ ...(ours.phases[0] as Phase), id })),
      doors: [],
      entryPoints: phases.map((phase) => ({
        phase,
        forWhom: 'Every primary school new to us.',
        source: ['cw-2024'],
        basis: 'hub',
      })),
    });
    const school = { ...PRIMARY, development: 'never' } as const;
    expect(recommendEntry(own('six-week-start'), school)).toMatchObject({
      door: { phase: 'six-week-start', statement: 'Every primary school new to us.' },
      pending: null,
    });
    const several = recommendEntry(own('six-week-start', 'whole-school'), school);
    expect(several).toMatchObject({ door: null, questions: [], pending: 'hub' });
    expect(several.among.map(({ phase }) => phase)).toEqual(['six-week-start', 'whole-school']);
    expect(recommendEntry(own(), school)).toMatchObject({ door: null, among: [], pending: 'hub' });
  });

  it('takes a hub’s own rule for its doors', async () => {
    const ours = await loadEdition('2024/25');
    const wants = { fact: 'wantsMastery', is: true } as const;
    const doors: Door[] = [
      {
        id: 'a',
        phase: 'readiness',
        statement: 'A.',
        condition: { not: wants },
        source: ['x'],
        basis: 'hub',
      },
      { id: 'b', phase: 'development', statement: 'B.', condition: wants, source: ['x'], basis: 'hub' },
    ];
    const edition = { ...ours, doors };
    const open = recommendEntry(edition, {});
    expect(open.questions.map(({ fact }) => fact.id)).toEqual(['wantsMastery']);
    expect(open.among.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(recommendEntry(edition, { wantsMastery: true }).door?.id).toBe('b');
  });

  it('leaves it to the hub when the school is not sure', async () => {
    const advice = recommendEntry(await loadEdition('2024/25'), { ...PRIMARY, development: null });
    expect(advice).toMatchObject({ door: null, questions: [], pending: 'hub' });
  });
});
