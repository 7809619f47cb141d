import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestByTrying, scoreOfPlan } from '../../test/groups-by-trying.js';
import { fillingsOf, formGroups, judgeGroups, WEEKDAYS } from './index.js';
import type { GroupRules, GroupSchool, GroupSpecialist } from './index.js';

const place = fc.record({ easting: fc.nat(40_000), northing: fc.nat(40_000) });
const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const weekdays = some(fc.subarray([...WEEKDAYS].slice(0, 3), { minLength: 1 }));

function without<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** A small case with every kind of rule in it, each about half the time. */
const cases = fc
  .record({ schools: fc.integer({ min: 2, max: 6 }), specialists: fc.integer({ min: 1, max: 3 }) })
  .chain(({ schools, specialists }) => {
    const references = Array.from({ length: schools }, (_, index) => `S${index}`);
    const ids = Array.from({ length: specialists }, (_, index) => `T${index}`);
    const pairs = fc.uniqueArray(
      fc.record({ school: fc.constantFrom(...references), specialist: fc.constantFrom(...ids) }),
      { maxLength: 2, selector: ({ school }) => school },
    );
    const lists = fc.array(fc.subarray(references, { minLength: 2, maxLength: 2 }), { maxLength: 1 });
    return fc.record({
      schools: fc.tuple(
        ...references.map((reference) =>
          fc
            .record({
              reference: fc.constant(reference),
              place: fc.oneof(
                { weight: 9, arbitrary: place as fc.Arbitrary<GroupSchool['place']> },
                { weight: 1, arbitrary: fc.constant(null) },
              ),
              phase: fc.oneof(
                { weight: 9, arbitrary: fc.constant('development') },
                { weight: 1, arbitrary: fc.constant('readiness') },
              ),
              completed: some(fc.constant(['readiness'])),
              trust: some(fc.constantFrom('A', 'B')),
              headteacher: some(fc.constantFrom('H', 'K')),
              order: some(fc.integer({ min: 1, max: 3 })),
              weekdays,
            })
            .map(without),
        ),
      ),
      specialists: fc.tuple(
        ...ids.map((id) =>
          fc
            .record({
              id: fc.constant(id),
              place: place as fc.Arbitrary<GroupSpecialist['place']>,
              phases: some(fc.constantFrom(['development'], ['embedding'])),
              groups: some(fc.integer({ min: 0, max: 2 })),
              schools: some(fc.integer({ min: 1, max: 5 })),
              days: some(fc.integer({ min: 3, max: 12 })),
              weekdays,
              maxKilometres: some(fc.integer({ min: 5, max: 60 })),
            })
            .map(without),
        ),
      ),
      rules: fc
        .record({
          phase: fc.constant('development'),
          size: fc.constantFrom(
            { min: 1, max: 2 },
            { min: 2, max: 3 },
            { min: 2, max: 2 },
            { min: 3, max: 4 },
          ),
          priorityPhase: some(fc.constant('readiness')),
          detour: some(fc.constantFrom(1, 1.25)),
          distances: some(fc.constant({ T0: { S0: 3.5, S1: 40 } })),
          maxKilometres: some(fc.integer({ min: 10, max: 50 })),
          trustLimit: some(fc.integer({ min: 1, max: 2 })),
          sameTrust: some(
            fc.constantFrom('any', 'together', 'apart') as fc.Arbitrary<'any' | 'together' | 'apart'>,
          ),
          sameHeadteacher: some(
            fc.constantFrom('any', 'together', 'apart') as fc.Arbitrary<'any' | 'together' | 'apart'>,
          ),
          together: some(lists),
          apart: some(lists),
          pinned: some(pairs),
          barred: fc.constant(undefined),
          daysPerGroup: some(fc.constant(2)),
          daysPerSchool: some(fc.constant(1.5)),
        })
        .map(without) as unknown as fc.Arbitrary<GroupRules>,
    });
  });

describe('formGroups against every plan there is', () => {
  it('keeps every rule, and finds the best of all plans', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ schools, specialists, rules }) => {
        const plan = await formGroups(schools, specialists, rules);
        const { score, keeps } = scoreOfPlan(plan, schools, specialists, rules);
        expect(keeps).toBe(true);
        expect(score).toEqual(bestByTrying(schools, specialists, rules));
        expect(plan.gap).toBe(0);
        expect(plan.placesProven).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('counts each of the schools that stay together in its own place of the order', async () => {
    const schools: GroupSchool[] = [
      { reference: 'A', place: { easting: 0, northing: 0 } },
      { reference: 'B', place: { easting: 0, northing: 0 }, order: 1 },
      { reference: 'C', place: { easting: 0, northing: 0 }, order: 1 },
      { reference: 'D', place: { easting: 0, northing: 0 }, order: 1 },
    ];
    const specialists: GroupSpecialist[] = [{ id: 'T', place: { easting: 0, northing: 0 } }];
    const rules: GroupRules = {
      phase: 'development',
      size: { min: 1, max: 2 },
      together: [['A', 'B']],
    };
    const plan = await formGroups(schools, specialists, rules);
    expect(plan.groups[0]?.schools.map(({ reference }) => reference)).toEqual(['C', 'D']);
    expect(scoreOfPlan(plan, schools, specialists, rules).score).toEqual(
      bestByTrying(schools, specialists, rules),
    );
  });

  it('keeps every rule when there is no time at all, and never says a bound that a better plan breaks', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ schools, specialists, rules }) => {
        const stopped = await formGroups(schools, specialists, { ...rules, seconds: 0 });
        expect(scoreOfPlan(stopped, schools, specialists, rules).keeps).toBe(true);
        if (!stopped.placesProven) return;
        const best = await formGroups(schools, specialists, rules);
        expect(stopped.bound).toBeLessThanOrEqual(best.kilometres + 1e-9);
        expect(stopped.kilometres).toBeGreaterThanOrEqual(best.kilometres - 1e-9);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps to what specialists with two groups have of schools and days', async () => {
    const bounded = fc
      .record({
        id: fc.constant('T'),
        groups: fc.constant(2),
        schools: some(fc.integer({ min: 2, max: 4 })),
        days: some(fc.integer({ min: 4, max: 11 })),
      })
      .map(without);
    await fc.assert(
      fc.asyncProperty(
        fc.array(place, { minLength: 3, maxLength: 6 }),
        bounded,
        place,
        async (places, leader, home) => {
          const schools = places.map((at, index) => ({ reference: `S${index}`, place: at }));
          const specialists = [{ ...leader, place: home } as GroupSpecialist];
          const rules = {
            phase: 'development',
            size: { min: 1, max: 3 },
            daysPerGroup: 2,
            daysPerSchool: 1.5,
          };
          const plan = await formGroups(schools, specialists, rules);
          const { score, keeps } = scoreOfPlan(plan, schools, specialists, rules);
          expect(keeps).toBe(true);
          expect(score).toEqual(bestByTrying(schools, specialists, rules));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the same plan in whatever order schools and specialists come', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ schools, specialists, rules }) => {
        const plan = await formGroups(schools, specialists, rules);
        const turned = await formGroups([...schools].reverse(), [...specialists].reverse(), rules);
        expect(turned).toEqual(plan);
      }),
      { numRuns: 100 },
    );
  });

  it('says what each swap costs as it turns out when made, and only swaps that keep every rule', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ schools, specialists, rules }) => {
        const plan = await formGroups(schools, specialists, rules);
        const before = judgeGroups(schools, specialists, rules, fillingsOf(plan));
        expect(before.broken).toEqual([]);
        expect(before.kilometres).toBeCloseTo(plan.kilometres, 6);
        const candidates = schools.filter(
          ({ phase = rules.phase, ruledOut }: GroupSchool) => phase === rules.phase && !ruledOut,
        );
        for (const group of plan.groups)
          for (const { reference, otherwise } of group.schools) {
            if (otherwise === null) continue;
            const kin = (one: string): readonly string[] =>
              unitsOf(candidates, rules).find((unit) => unit.includes(one)) ?? [one];
            const leaving = kin(reference);
            const coming = otherwise.withSchool === null ? [] : kin(otherwise.withSchool);
            const swapped = fillingsOf(plan).map(({ specialist, number, schools: inside }) => {
              const home = specialist === group.specialist && number === group.number;
              const there = specialist === otherwise.specialist && number === otherwise.number;
              return {
                specialist,
                number,
                schools: home
                  ? [...inside.filter((one) => !leaving.includes(one)), ...coming]
                  : there
                    ? [...inside.filter((one) => !coming.includes(one)), ...leaving]
                    : inside,
              };
            });
            const after = judgeGroups(schools, specialists, rules, swapped);
            expect(after.broken).toEqual([]);
            expect(after.kilometres - plan.kilometres).toBeCloseTo(otherwise.kilometres, 6);
            expect(otherwise.kilometres).toBeGreaterThanOrEqual(-1e-9);
          }
      }),
      { numRuns: 150 },
    );
  });
});

/** Schools that a rule keeps together, chained. */
function unitsOf(schools: readonly GroupSchool[], rules: GroupRules): string[][] {
  const named = (key: 'trust' | 'headteacher'): string[][] =>
    [...new Set(schools.flatMap((school) => school[key] ?? []))].map((name) =>
      schools.filter((school) => school[key] === name).map(({ reference }) => reference),
    );
  const lists = [
    ...(rules.together ?? []),
    ...(rules.sameTrust === 'together' ? named('trust') : []),
    ...(rules.sameHeadteacher === 'together' ? named('headteacher') : []),
  ];
  let units = schools.map(({ reference }) => [reference]);
  for (const list of lists) {
    const joined = units.filter((unit) => unit.some((one) => list.includes(one)));
    units = [...units.filter((unit) => !joined.includes(unit)), joined.flat()];
  }
  return units;
}
