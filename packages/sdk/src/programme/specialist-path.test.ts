import { describe, expect, it } from 'vitest';
import { specialistPath, widerRules } from './index.js';

const rules = await widerRules();
const told = (year?: string, programme?: 'secondary') =>
  Object.fromEntries(
    specialistPath(rules, year, programme).stages.map(({ id, lines }) => [id, lines.map(({ text }) => text)]),
  );

describe('the way to becoming a Mastery Specialist', () => {
  it('tells the newest year with evidence, and names those that there are', () => {
    const { schoolYear, applyBy, years } = specialistPath(rules);
    expect([schoolYear, applyBy]).toEqual(['2025/26', '2025-03-14']);
    expect(years).toEqual([...['2015/16', '2016/17', '2018/19', '2022/23', '2023/24', '2024/25', '2025/26']]);
  });

  it('names each line where a stage has several, and none that stands alone under its title', () => {
    const named = Object.fromEntries(
      specialistPath(rules, '2025/26').stages.map(({ id, lines }) => [
        id,
        lines.map(({ name }) => name !== undefined),
      ]),
    );
    expect(named['apply']).toEqual([false]);
    expect(named['first-year']?.length).toBeGreaterThan(1);
    expect(named['first-year']?.every(Boolean)).toBe(true);
    for (const { lines } of specialistPath(rules, '2025/26').stages)
      for (const line of lines) expect(line.name !== undefined).toBe(Object.hasOwn(line, 'name'));
  });

  it('keeps a contradiction between hubs beside the figure', () => {
    const [, days] = specialistPath(rules).stages.find(({ id }) => id === 'first-year')?.lines ?? [];
    expect(days?.text).toBe('15 days per teacher.');
    expect(days?.notes.join(' ')).toContain('another 10');
    expect(days?.source).toEqual(['outwood-specialist', 'boolean-spec']);
  });

  it('leaves empty what a year’s sources do not tell', () => {
    expect(told('2024/25')).toMatchObject({ who: [], apply: ['29 March 2024.'], paid: [], 'first-year': [] });
    expect(Object.values(told('2019/20')).flat()).toEqual([]);
  });

  it('tells of secondary specialists with their own terms', () => {
    expect(told('2025/26', 'secondary')['paid']?.[0]).toContain('£200 a day');
    expect(told('2016/17', 'secondary')).toMatchObject({ apply: ['14 October 2016.'], who: [] });
  });
});
