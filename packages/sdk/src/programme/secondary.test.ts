import { describe, expect, it } from 'vitest';
import { loadSecondary, programmeFacts, secondaryUndated, secondaryYearBefore } from './index.js';

const YEARS = ['2016/17', '2020/21', '2021/22', '2022/23', '2023/24', '2024/25', '2025/26'];
const WITHOUT = ['2017/18', '2018/19', '2019/20', '2026/27'];

const phasesIn = async (year: string): Promise<string[]> =>
  (await loadSecondary(year)).phases.map(({ id }) => id);

describe('the secondary programme by year', () => {
  it('has the phases that each year’s sources tell of, and no other', async () => {
    const told = await Promise.all(YEARS.map(phasesIn));
    expect(told).toEqual([
      [],
      ['development', 'embedding', 'embedding-sustaining'],
      ['development', 'embedding'],
      ['embedding-sustaining'],
      ['embedding', 'sustaining'],
      ['development', 'embedding-sustaining'],
      [],
    ]);
  });

  it('says so where nothing is evidenced, and carries nothing over', async () => {
    for (const year of WITHOUT) {
      const edition = await loadSecondary(year);
      expect(edition).toMatchObject({ schoolYear: year, evidence: 'none', phases: [], specialists: null });
      expect(edition.note).toContain(year);
    }
  });

  it('holds what 2024/25 states, and leaves the rest unknown', async () => {
    const [development] = (await loadSecondary('2024/25')).phases;
    expect(development?.terms).toMatchObject({
      teachers: { value: { min: 2, max: 2, unit: 'teacher', per: 'school' } },
      meetingFrequency: { value: 'half-termly' },
      funding: { value: [{ kind: 'not-stated', pence: null }] },
      release: { value: null },
      visits: { value: null },
      charge: { value: null },
    });
  });

  it('shows the sums that no source dates as undated, in no year', async () => {
    const sums = (text: string): boolean => /"pence":\d/.test(text);
    for (const year of YEARS) expect(sums(JSON.stringify(await loadSecondary(year))), year).toBe(false);
    const { evidence } = await secondaryUndated();
    const funding = evidence.flatMap(({ phases }) =>
      phases.flatMap(({ terms }) => terms.funding?.value?.map(({ pence }) => pence) ?? []),
    );
    expect(funding).toEqual([200_000, 100_000, 100_000]);
  });

  it('cites what the programme’s facts cite for the same phase of the same year', async () => {
    const { secondaryYears } = await programmeFacts();
    for (const year of YEARS) {
      const held = secondaryYears.find(({ schoolYear }) => schoolYear === year);
      const cited = new Set(JSON.stringify(held).match(/"[a-z][a-z0-9]*-[a-z0-9-]+"/g));
      const { phases, specialists } = await loadSecondary(year);
      for (const source of JSON.stringify([phases, specialists]).matchAll(/"source":\[([^\]]*)\]/g))
        for (const id of source[1]?.split(',').filter(Boolean) ?? [])
          if (!(year === '2021/22' && id === '"ems-secsus-2022"')) expect([...cited], year).toContain(id);
    }
  });

  it('names the last year with a phase', async () => {
    expect(await secondaryYearBefore('2026/27')).toBe('2024/25');
    expect(await secondaryYearBefore('2022/23')).toBe('2022/23');
    expect(await secondaryYearBefore('2019/20')).toBeUndefined();
  });
});
