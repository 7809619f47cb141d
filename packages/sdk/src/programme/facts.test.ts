import { describe, expect, it } from 'vitest';

import { loadSources, programmeFacts, statistics, undatedEvidence } from './index.js';

const range = (min: number | null, max: number | null, unit: string, per?: string) => ({
  min,
  max,
  unit,
  ...(per && { per }),
});

describe('the facts beside the editions', () => {
  it('keep the five Readiness areas and the Five Big Ideas apart', async () => {
    const { readinessAreas, bigIdeas } = await programmeFacts();
    const names = (set: typeof bigIdeas) => set.ideas.value?.map(({ name }) => name);
    expect(names(readinessAreas)).toEqual([
      ...['Vision and shared culture', 'Mathematical mindsets', 'Subject expertise'],
      ...['Systems', 'Arithmetical proficiency'],
    ]);
    expect(names(bigIdeas)).toEqual([
      ...['Representation and structure', 'Mathematical thinking', 'Fluency', 'Variation', 'Coherence'],
    ]);
    const ids = [readinessAreas, bigIdeas].flatMap(({ id, ideas }) => [
      id,
      ...(ideas.value ?? []).map((idea) => idea.id),
    ]);
    expect(new Set(ids).size).toBe(12);
  });

  it('tell of specialists from 2015/16 on', async () => {
    const { specialistYears } = await programmeFacts();
    expect(specialistYears[0]).toMatchObject({
      schoolYear: '2015/16',
      terms: {
        recruited: { value: range(140, 140, 'person', 'year') },
        firstYearDays: { value: { min: 12, about: true } },
      },
    });
    expect(specialistYears.at(-1)?.schoolYear).toBe('2025/26');
  });

  it('name the three challenges that the 2019 report left', async () => {
    const { report2019 } = await programmeFacts();
    expect(report2019.challenges.map(({ value }) => value)).toEqual([
      expect.stringContaining('long term'),
      expect.stringContaining('same-day intervention'),
      expect.stringContaining('variation'),
    ]);
  });

  it('never give one measure two kinds, but for an aim', async () => {
    const figures = (await statistics()).statistics;
    const counted = figures.filter(({ kind }) => kind !== 'aim');
    const measures = new Set(counted.map(({ measure }) => measure));
    const kinds = new Set(counted.map(({ measure, kind }) => `${measure}: ${kind}`));
    expect(kinds.size).toBe(measures.size);
    expect(figures.filter(({ asAt, kind }) => asAt === null && kind === 'cumulative')).toEqual([]);
  });

  it('state the figures of the programme by kind', async () => {
    const figures = (await statistics()).statistics;
    const byId = Object.fromEntries(
      figures.map(({ id, kind, value }) => [id, [kind, value?.min ?? value?.max]]),
    );
    expect(byId).toMatchObject({
      'schools-january-2018': ['cumulative', 2671],
      'schools-2018': ['cumulative', 5000],
      'schools-aim-2020': ['aim', 8000],
      'primary-groups-2023': ['annual', 7576],
      'primary-groups-2024': ['annual', 8461],
      'active-specialists-2023': ['active', 960],
      'active-specialists-2024': ['active', 1039],
      'primary-aim-2025': ['aim', 75],
      'local-primary': ['local', 226],
      'local-secondary': ['local', 46],
    });
  });

  it('hold the undated evidence apart, each with why no year can be given', async () => {
    const { evidence, sources } = await undatedEvidence();
    expect(Object.values(sources).map(({ date }) => date)).toEqual(Object.keys(sources).map(() => null));
    expect(evidence.every(({ why }) => why.length > 0)).toBe(true);
    const readiness = evidence
      .find(({ id }) => id === 'jurassic')
      ?.phases.find(({ id }) => id === 'readiness');
    expect(readiness?.terms.visits?.value).toEqual(range(6, 6, 'visit', 'year'));
    const introductory = evidence.find(({ id }) => id === 'introductory-model')?.phases[0];
    expect(introductory?.terms).toMatchObject({
      groupSize: { value: range(6, 12, 'school', 'group') },
      duration: { value: range(2, 2, 'year') },
    });
  });

  it('name every source by publisher and title', async () => {
    const sources = Object.entries(await loadSources());
    expect(sources.length).toBeGreaterThan(100);
    for (const [id, source] of sources) {
      expect(source.id).toBe(id);
      expect(source.publisher && source.title, id).toBeTruthy();
    }
  });
});
