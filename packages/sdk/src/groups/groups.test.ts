import { describe, expect, it } from 'vitest';
import { loadEdition } from '../programme/index.js';
import {
  fillingsOf,
  formGroups,
  groupSizeOf,
  GroupsError,
  judgeGroups,
  priorityPhaseOf,
  specialistDaysOf,
} from './index.js';
import type { GroupRules, GroupSchool, GroupSpecialist } from './index.js';

/** Places along one road, in kilometres from its start. */
const at = (kilometres: number) => ({ easting: 400_000 + kilometres * 1000, northing: 300_000 });
const school = (reference: string, kilometres: number, more: Partial<GroupSchool> = {}): GroupSchool => ({
  reference,
  name: `School ${reference}`,
  place: at(kilometres),
  ...more,
});
const leader = (id: string, kilometres: number, more: Partial<GroupSpecialist> = {}): GroupSpecialist => ({
  id,
  place: at(kilometres),
  ...more,
});
const rules: GroupRules = { phase: 'development', size: { min: 2, max: 3 }, detour: 1 };

const members = (plan: Awaited<ReturnType<typeof formGroups>>) =>
  Object.fromEntries(
    plan.groups.map(({ specialist, schools }) => [specialist, schools.map((each) => each.reference)]),
  );
const reasonOf = (plan: Awaited<ReturnType<typeof formGroups>>, reference: string) => {
  const placed = plan.groups.flatMap(({ schools }) => schools).find((each) => each.reference === reference);
  const left = plan.unplaced.find((each) => each.reference === reference);
  return placed?.why ?? left?.why;
};

describe('formGroups', () => {
  const five = ['A', 'B', 'C', 'D', 'E'].map((name, index) => school(name, index));

  it('takes the shortest plan and says so', async () => {
    const plan = await formGroups(five, [leader('L', 0), leader('R', 4)], rules);
    expect(members(plan)).toEqual({ L: ['A', 'B', 'C'], R: ['E', 'D'] });
    expect(plan).toMatchObject({
      kilometres: 4,
      straightKilometres: 4,
      bound: 4,
      gap: 0,
      placesProven: true,
    });
    expect(reasonOf(plan, 'A')).toBe('L is the nearest specialist who may take it, 0.0 km.');
    expect(plan.assumptions[0]).toContain('times 1.');
  });

  it('says why a school is not with a nearer specialist, and what changing that would cost', async () => {
    const plan = await formGroups(
      [school('A', 0), school('B', 1), school('C', 1.2), school('D', 1.5), school('E', 9)],
      [leader('L', 0), leader('R', 10)],
      rules,
    );
    expect(members(plan)).toEqual({ L: ['A', 'B', 'C'], R: ['E', 'D'] });
    expect(reasonOf(plan, 'D')).toBe(
      'With R, 8.5 km. L is nearer (1.5 km), but that group is full with 3 schools; changing places with School C would make the whole 0.6 km longer.',
    );
    const placed = plan.groups[1]?.schools.find(({ reference }) => reference === 'D');
    expect(placed?.otherwise).toMatchObject({ specialist: 'L', withSchool: 'C', kilometres: 0.6 });
  });

  it('places schools of priority first, then in the hub’s order, and says what would place the others', async () => {
    const plan = await formGroups(
      [
        school('A', 0, { order: 1 }),
        school('B', 1, { order: 3 }),
        school('C', 2, { order: 2 }),
        school('D', 30, { completed: ['readiness'], order: 9 }),
      ],
      [leader('L', 0)],
      { ...rules, priorityPhase: 'readiness' },
    );
    expect(members(plan)).toEqual({ L: ['A', 'C', 'D'] });
    expect(reasonOf(plan, 'D')).toContain('comes first for a place');
    expect(plan.unplaced).toHaveLength(1);
    expect(plan.unplaced[0]).toMatchObject({ reference: 'B', reason: 'full' });
    expect(plan.unplaced[0]?.remedies).toEqual([
      "A group of 4: it would join L's, 1.0 km.",
      'Another specialist would need 1 more: 1 school is without a place, and a group needs 2.',
      'A place in another term or year: keep it on the waiting list.',
    ]);
  });

  it.each([
    [
      'too far',
      [leader('L', 0, { maxKilometres: 3 })],
      {},
      'E',
      'no-specialist',
      /nearest, L, is 4\.0 km away and goes 3\.0 km/,
    ],
    ['another phase', [leader('L', 0)], { phase: 'readiness' }, 'E', 'phase', /It applied for readiness/],
    ['no place', [leader('L', 0)], { place: null }, 'E', 'no-place', /Its place is not known/],
    [
      'no common day',
      [leader('L', 0, { weekdays: ['Monday'] })],
      { weekdays: ['Friday' as const] },
      'E',
      'no-specialist',
      /day of the week/,
    ],
  ] as const)('says why a school has no place: %s', async (_, leaders, more, reference, reason, why) => {
    const schools = [school('A', 0), school('B', 1), school('E', 4, more)];
    const plan = await formGroups(schools, leaders, rules);
    expect(plan.unplaced).toHaveLength(1);
    expect(plan.unplaced[0]).toMatchObject({ reference, reason });
    expect(plan.unplaced[0]?.why).toMatch(why);
  });

  it('lets a pin go before a travel limit, and a bar before the nearest', async () => {
    const plan = await formGroups(five, [leader('L', 0, { maxKilometres: 2 }), leader('R', 4.5)], {
      ...rules,
      pinned: [{ school: 'E', specialist: 'L' }],
      barred: [{ school: 'A', specialist: 'L' }],
    });
    expect(members(plan)).toEqual({ L: ['B', 'C', 'E'].sort(), R: ['D', 'A'] });
    expect(reasonOf(plan, 'E')).toBe('Pinned to L by hand, 4.0 km.');
  });

  it('offers no swap that the days of a specialist’s two groups together do not allow', async () => {
    const plan = await formGroups(
      [school('A', 10), school('B', 10), school('C', 10), school('D', 9)],
      [leader('L', 0), leader('R', 10, { groups: 2, days: 7 })],
      { ...rules, size: { min: 1, max: 2 }, daysPerGroup: 2, daysPerSchool: 1 },
    );
    expect(members(plan).L).toEqual(['D']);
    expect(reasonOf(plan, 'D')).toContain('R has 7 days, which do for 3 schools, not 4');
    const [there] = plan.groups[0]!.schools;
    expect(there!.otherwise?.withSchool).toBeTruthy();
  });

  it('counts the days of a specialist', async () => {
    const plan = await formGroups(five, [leader('L', 0, { days: 7 }), leader('R', 4, { days: 20 })], {
      ...rules,
      daysPerGroup: 3,
      daysPerSchool: 2,
    });
    expect(members(plan)).toEqual({ L: ['A', 'B'], R: ['E', 'D', 'C'] });
    expect(plan.groups.map(({ days }) => days)).toEqual([7, 9]);
  });

  it('keeps the plan that it has when time runs out, and says how much shorter another could be', async () => {
    let state = 5;
    const random = () => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32;
    const anywhere = () => ({
      easting: 400_000 + Math.floor(random() * 40_000),
      northing: 300_000 + Math.floor(random() * 40_000),
    });
    const schools = Array.from({ length: 20 }, (_, index) => ({ reference: `S${index}`, place: anywhere() }));
    const leaders = Array.from({ length: 6 }, (_, index) => ({ id: `T${index}`, place: anywhere() }));
    const given: GroupRules = { phase: 'development', size: { min: 4, max: 5 } };
    const [stopped, proven] = [
      await formGroups(schools, leaders, { ...given, seconds: 0 }),
      await formGroups(schools, leaders, given),
    ];
    expect(judgeGroups(schools, leaders, given, fillingsOf(stopped)).broken).toEqual([]);
    expect(stopped.unplaced).toEqual([]);
    expect(stopped.gap).toBeGreaterThan(0);
    expect(stopped.gap).toBeCloseTo((stopped.kilometres - stopped.bound) / stopped.kilometres, 9);
    expect(stopped.bound).toBeLessThanOrEqual(proven.kilometres);
    expect(stopped.kilometres).toBeGreaterThanOrEqual(proven.kilometres);
    expect(proven).toMatchObject({ gap: 0, bound: proven.kilometres, placesProven: true });
  });

  it('forms nothing of nothing, and says why of everyone', async () => {
    expect(await formGroups([], [], rules)).toMatchObject({
      groups: [],
      unplaced: [],
      kilometres: 0,
      gap: 0,
    });
    const alone = await formGroups([school('A', 0)], [leader('L', 0)], rules);
    expect(alone.unplaced[0]).toMatchObject({ reason: 'too-few' });
    expect(alone.free[0]?.why).toBe('Only 1 may go there, and a group needs 2.');
  });

  it('does not call schools too few that nobody has put into a group yet', () => {
    const three = ['A', 'B', 'C'].map((name, index) => school(name, index));
    const nothing = judgeGroups(three, [leader('L', 0)], rules, []);
    expect(nothing.unplaced.map(({ reason, why }) => [reason, why])).toEqual(
      three.map(() => ['no-group', 'No group within its reach is formed.']),
    );
  });

  it('lists every fault of what it is given at once', async () => {
    const wrong = formGroups([school('A', 0), school('A', 1)], [leader('L', 0, { days: -1 })], {
      ...rules,
      size: { min: 7, max: 6 },
      pinned: [{ school: 'Z', specialist: 'L' }],
    });
    await expect(wrong).rejects.toBeInstanceOf(GroupsError);
    await expect(wrong).rejects.toThrow(/reference A[^]*7 to 6[^]*days of L is -1[^]*school Z/);
  });
});

describe('judgeGroups', () => {
  const schools = ['A', 'B', 'C', 'D', 'E'].map((name, index) => school(name, index, { trust: 'One' }));
  const leaders = [leader('L', 0), leader('R', 4, { maxKilometres: 2 })];

  it('says every rule that a change by hand breaks', async () => {
    const bounded = { ...rules, trustLimit: 3 };
    const plan = await formGroups(schools, leaders, bounded);
    expect(judgeGroups(schools, leaders, bounded, fillingsOf(plan)).broken).toEqual([]);
    const moved = judgeGroups(schools, leaders, { ...bounded, apart: [['A', 'D']] }, [
      { specialist: 'L', number: 1, schools: ['A', 'B', 'C', 'D'] },
      { specialist: 'R', number: 1, schools: ['E'] },
    ]);
    expect(moved.broken.map(({ rule, sentence }) => [rule, sentence])).toEqual([
      ['size', "L's group has 4 schools; it needs 2 or 3."],
      ['trust', "4 schools of one trust are in L's group; at most 3 may be."],
      ['apart', 'School A and School D are to be in different groups.'],
      ['size', "R's group has 1 school; it needs 2 or 3."],
    ]);
    expect(moved.kilometres).toBe(6);
  });
});

describe('what an edition says of groups', () => {
  it('gives six or seven, stated or about, and priority where a year states it', async () => {
    const [then, now, unknown] = await Promise.all(['2020/21', '2024/25', '2021/22'].map(loadEdition));
    expect(groupSizeOf(then!, 'development')).toEqual({ min: 6, max: 7, assumption: null });
    expect(groupSizeOf(now!, 'development')).toMatchObject({ min: 6, max: 7 });
    expect(groupSizeOf(now!, 'development').assumption).toContain('about 6');
    expect(priorityPhaseOf(now!, 'development')).toBe('readiness');
    expect(priorityPhaseOf(then!, 'development')).toBeNull();
    expect(specialistDaysOf(then!, 'development')).toMatchObject({ daysPerGroup: 3, daysPerSchool: 1.5 });
    expect(specialistDaysOf(now!, 'development').assumption).toContain('2020/21 stand in');
    expect(() => groupSizeOf(unknown!, unknown!.phases[0]!.id)).toThrow(GroupsError);
  });
});
