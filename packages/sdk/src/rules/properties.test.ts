import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  all,
  any,
  changes,
  compile,
  leavesOf,
  listValues,
  not,
  plan,
  type Condition,
  type FactDefinition,
  type Facts,
  type FactValue,
  type Truth,
} from './index.js';
import { findCover, findImplied, inspect } from './prove.js';

const define = (id: string, domain: FactDefinition['domain']): FactDefinition => ({
  id,
  question: `${id}?`,
  domain,
  from: 'school',
  changeable: 'school',
});
const colours = ['red', 'green', 'blue'].map((value) => ({ value, label: value }));
const FACTS: readonly FactDefinition[] = [
  define('a', 'boolean'),
  define('b', 'boolean'),
  define('c', { values: colours }),
  define('d', { min: 0, max: 3 }),
];

const ALWAYS: Condition = { all: [] };
const NEVER: Condition = { any: [] };

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  ...['a', 'b'].map((fact) => fc.boolean().map((is) => ({ fact, is }))),
  fc.subarray(['red', 'green', 'blue'], { minLength: 1 }).map((values) => ({ fact: 'c', in: values })),
  fc.integer({ min: 0, max: 3 }).map((atLeast) => ({ fact: 'd', atLeast })),
  fc.integer({ min: 0, max: 3 }).map((atMost) => ({ fact: 'd', atMost })),
  fc.constant({ hubDecides: 'No source found.' }),
);
const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((parts) => ({ all: parts })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((parts) => ({ any: parts })),
    fc
      .array(tie('node'), { minLength: 1, maxLength: 4 })
      .chain((of) => fc.integer({ min: 1, max: of.length }).map((atLeast) => ({ atLeast, of }))),
    tie('node').map((inner) => ({ not: inner })),
  ),
})).node;
const facts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(
    FACTS.map(({ id, domain }) => [
      id,
      fc.oneof(fc.constantFrom(...listValues(domain)), fc.constantFrom(undefined, null)),
    ]),
  ),
);

/** The rule by its literal meaning; for a planner, "not sure" counts as the hub's. */
function meaning(rule: Condition, known: Facts): Truth {
  if ('all' in rule) return all(rule.all.map((part) => meaning(part, known)));
  if ('any' in rule) return any(rule.any.map((part) => meaning(part, known)));
  if ('of' in rule) return someOf(rule.atLeast, rule.of, known);
  if ('not' in rule) return not(meaning(rule.not, known));
  if ('hubDecides' in rule) return 'hub-decides';
  const value = known[rule.fact];
  if (value === undefined) return 'unknown';
  if (value === null) return 'hub-decides';
  if ('is' in rule) return value === rule.is;
  if ('in' in rule) return rule.in.includes(value);
  return 'atLeast' in rule ? Number(value) >= rule.atLeast : Number(value) <= rule.atMost;
}

/** At least this many of these, as any of the sets that are large enough. */
function someOf(needed: number, parts: readonly Condition[], known: Facts): Truth {
  const sets = parts.reduce<Condition[][]>(
    (all, part) => [...all, ...all.map((set) => [...set, part])],
    [[]],
  );
  return any(
    sets.filter((set) => set.length === needed).map((set) => all(set.map((part) => meaning(part, known)))),
  );
}

function completions(known: Facts, open: (value: Facts[string]) => boolean): Facts[] {
  return FACTS.reduce<Facts[]>(
    (sets, { id, domain }) =>
      open(known[id])
        ? sets.flatMap((set) => listValues(domain).map((value) => ({ ...set, [id]: value })))
        : sets,
    [known],
  );
}
const notAsked = (value: Facts[string]) => value === undefined;
const notKnown = (value: Facts[string]) => value === undefined || value === null;
const unasked = (known: Facts) => FACTS.filter(({ id }) => known[id] === undefined);

describe('evaluate', () => {
  it('never says yes or no unless every completion says so', () => {
    fc.assert(
      fc.property(condition, facts, (rule, known) => {
        const truth = compile(rule).evaluate(known);
        if (typeof truth !== 'boolean') return;
        for (const full of completions(known, notKnown)) expect(meaning(rule, full)).toBe(truth);
      }),
    );
  });

  it('says nothing but what it means once everything is known', () => {
    fc.assert(
      fc.property(condition, facts, (rule, known) => {
        for (const full of completions(known, notKnown))
          expect(compile(rule).evaluate(full)).toBe(meaning(rule, full));
      }),
    );
  });

  it('traces every leaf in the order written, and comes to the same', () => {
    fc.assert(
      fc.property(condition, facts, (rule, known) => {
        const leaves: Parameters<ReturnType<typeof compile>['trace']>[1] = [];
        expect(compile(rule).trace(known, leaves)).toBe(compile(rule).evaluate(known));
        expect(leaves.map((found) => found.leaf)).toEqual(leavesOf(rule));
      }),
    );
  });
});

/** The fewest questions expected, by trying every order on every completion. */
function expectedFrom(rule: Condition, known: Facts): number {
  const ends = new Set(completions(known, notAsked).map((full) => meaning(rule, full)));
  if (ends.size <= 1) return 0;
  return Math.min(...unasked(known).map((fact) => expectedAsking(rule, known, fact)));
}

function expectedAsking(rule: Condition, known: Facts, { id, domain }: FactDefinition): number {
  const classes = new Map<string, Facts>();
  for (const value of listValues(domain)) {
    const after = { ...known, [id]: value };
    const table = completions(after, notAsked)
      .map((full) => meaning(rule, full))
      .join();
    if (!classes.has(table)) classes.set(table, after);
  }
  if (classes.size === 1) return Infinity;
  const costs = [...classes.values()].map((after) => expectedFrom(rule, after));
  return 1 + costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
}

function expectFewestQuestions(rule: Condition, known: Facts): void {
  const expected = unasked(known)
    .map((fact) => ({ id: fact.id, cost: expectedAsking(rule, known, fact) }))
    .filter(({ cost }) => cost < Infinity)
    .sort((x, y) => (Math.abs(x.cost - y.cost) < 1e-9 ? 0 : x.cost - y.cost));
  const { truth, questions } = plan(rule, FACTS, known);
  expect(questions.map(({ fact }) => fact.id)).toEqual(expected.map(({ id }) => id));
  for (const [i, { expected: cost }] of questions.entries())
    expect(cost).toBeCloseTo(expected[i]?.cost ?? NaN, 9);
  const ends = new Set(completions(known, notAsked).map((full) => meaning(rule, full)));
  expect(truth).toBe(ends.size === 1 ? [...ends][0] : 'unknown');
}

describe('plan', () => {
  it('asks exactly the facts that can matter, in the order of the fewest questions expected', () => {
    fc.assert(fc.property(condition, facts, expectFewestQuestions), { numRuns: 200 });
  });

  it.each<[string, Condition]>([
    [
      'are as long and not as dear',
      {
        all: [
          {
            any: [
              { fact: 'a', is: true },
              { fact: 'b', is: true },
            ],
          },
          {
            any: [
              { fact: 'd', is: 3 },
              {
                all: [
                  { fact: 'd', atLeast: 1 },
                  { fact: 'c', in: ['red'] },
                ],
              },
            ],
          },
        ],
      },
    ],
    [
      'differ in where they end',
      {
        all: [
          {
            any: [
              { fact: 'a', is: true },
              { fact: 'b', is: true },
            ],
          },
          {
            any: [
              { hubDecides: 'No source found.' },
              {
                all: [
                  { fact: 'd', is: 0 },
                  { fact: 'c', in: ['red'] },
                ],
              },
            ],
          },
        ],
      },
    ],
  ])('weighs each of two parts by itself that %s', (_, rule) => {
    for (const known of [{}, { a: false }, { b: false }, { d: 1 }, { d: 3 }, { c: 'red' }])
      expectFewestQuestions(rule, known);
  });

  it('does not depend on how the rule is spelled', () => {
    fc.assert(
      fc.property(condition, facts, fc.nat(), (rule, known, seed) => {
        expect(plan(respell(rule, seed), FACTS, known)).toEqual(plan(rule, FACTS, known));
      }),
    );
  });

  it('is not moved by one more item in a list', () => {
    const rule = (values: FactValue[]): Condition => ({
      all: [
        { fact: 'c', in: values },
        { fact: 'a', is: true },
        { fact: 'd', atLeast: 2 },
      ],
    });
    const order = (values: FactValue[]) => plan(rule(values), FACTS, {}).questions.map(({ fact }) => fact.id);
    expect(order(['red', 'green'])).toEqual(order(['red']));
  });
});

/** The same rule in other words: reversed, repeated, negated twice, lists as single comparisons. */
function respell(rule: Condition, seed: number): Condition {
  const next = Math.floor(seed / 3);
  const turned = (parts: readonly Condition[]) =>
    [...parts, ...parts.slice(0, seed % 2)].reverse().map((part) => respell(part, next));
  if ('all' in rule)
    return seed % 3 === 0
      ? { not: { any: turned(rule.all).map((part) => ({ not: part })) } }
      : { all: turned(rule.all) };
  if ('any' in rule)
    return seed % 3 === 0
      ? { not: { all: turned(rule.any).map((part) => ({ not: part })) } }
      : { any: turned(rule.any) };
  if ('of' in rule) return { ...rule, of: turned(rule.of).slice(0, rule.of.length) };
  if ('not' in rule) return { not: respell(rule.not, next) };
  if ('in' in rule) return { any: rule.in.map((is) => ({ fact: rule.fact, is })) };
  return seed % 2 === 0 ? { not: { not: rule } } : rule;
}

describe('changes', () => {
  it('gives every smallest set, no other, and each of its ways works', () => {
    fc.assert(
      fc.property(condition, facts, (rule, known) => {
        const holds = (full: Facts) => meaning(rule, full) === true;
        const fixed = FACTS.filter(({ id }) => !notKnown(known[id]));
        const enough = subsets(fixed.map(({ id }) => id)).filter((set) =>
          completions(without(known, set), notKnown).some(holds),
        );
        const smallest = enough.filter(
          (set) => !enough.some((other) => other !== set && isWithin(other, set)),
        );
        const found = changes(rule, FACTS, known);
        const settled = completions(known, notKnown).every(holds);
        expect(
          found
            .map((change) =>
              change.facts
                .map(({ fact }) => fact.id)
                .sort()
                .join(),
            )
            .sort(),
        ).toEqual(settled ? [] : smallest.map((set) => set.sort().join()).sort());
        for (const change of found) {
          let sets: Facts[] = [known];
          for (const { fact, from, to } of change.facts) {
            expect(to).not.toContain(from);
            sets = sets.flatMap((set) => to.map((value) => ({ ...set, [fact.id]: value })));
          }
          for (const { fact, is } of change.provided)
            sets = sets.flatMap((set) => is.map((value) => ({ ...set, [fact.id]: value })));
          for (const set of sets) expect(completions(set, notKnown).every(holds)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function subsets(ids: readonly string[]): string[][] {
  return ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]);
}
const isWithin = (small: string[], large: string[]) => small.every((id) => large.includes(id));
const without = (known: Facts, ids: string[]): Facts => ({
  ...known,
  ...Object.fromEntries(ids.map((id) => [id, undefined])),
});

describe('inspect', () => {
  it('finds an imprecise answer exactly where brute force does', () => {
    fc.assert(
      fc.property(condition, (rule) => {
        const partial = FACTS.reduce<Facts[]>(
          (sets, { id, domain }) =>
            sets.flatMap((set) =>
              [undefined, ...listValues(domain)].map((value) => ({ ...set, [id]: value })),
            ),
          [{}],
        );
        const agreed = (known: Facts) => {
          const ends = new Set(completions(known, notAsked).map((full) => meaning(rule, full)));
          return ends.size === 1 ? [...ends][0] : 'unknown';
        };
        const imprecise = partial.some((known) => {
          const truth = agreed(known);
          return typeof truth === 'boolean' && compile(rule).evaluate(known) !== truth;
        });
        const { imprecision, outcomes } = inspect(rule, FACTS);
        expect(imprecision !== null).toBe(imprecise);
        if (imprecision === 'unproved') throw new Error('Four facts are not too many.');
        if (imprecision) {
          expect(agreed(imprecision.witness)).toBe(imprecision.completions);
          expect(compile(rule).evaluate(imprecision.witness)).toBe('unknown');
        }
        const ends = new Set(completions({}, notAsked).map((full) => meaning(rule, full)));
        expect([outcomes.true !== null, outcomes.false !== null, outcomes.hubDecides !== null]).toEqual([
          ends.has(true),
          ends.has(false),
          ends.has('hub-decides'),
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('finds the parts that can never matter exactly where brute force does, the outermost of nested ones', () => {
    fc.assert(
      fc.property(condition, (rule) => {
        const every = completions({}, notAsked);
        const means = (put: (part: Truth) => Condition) =>
          [true, false].map((truth) => every.map((full) => meaning(put(truth), full)).join());
        const visit = (part: Condition, path: string, put: (part: Condition) => Condition): string[] => {
          const [whereTrue, whereFalse] = means((truth) => put(truth === true ? ALWAYS : NEVER));
          const isAlways = path === '' && every.every((full) => meaning(rule, full) === true);
          if (whereTrue === whereFalse || isAlways) return [path];
          const below = (key: string) => (path === '' ? key : `${path}.${key}`);
          if ('not' in part) return visit(part.not, below('not'), (inner) => put({ not: inner }));
          const [key, parts]: readonly [string, readonly Condition[]] =
            'all' in part
              ? ['all', part.all]
              : 'any' in part
                ? ['any', part.any]
                : 'of' in part
                  ? ['of', part.of]
                  : ['', []];
          return parts.flatMap((each, i) =>
            visit(each, `${below(key)}[${i}]`, (inner) =>
              put({ ...part, [key]: parts.with(i, inner) } as Condition),
            ),
          );
        };
        expect(inspect(rule, FACTS).dead.map(({ path }) => path)).toEqual(visit(rule, '', (part) => part));
      }),
      { numRuns: 150 },
    );
  });

  it.each<[string, Condition, string[]]>([
    [
      'one of three, where two that are the same are enough',
      {
        atLeast: 2,
        of: [
          { fact: 'a', is: true },
          { fact: 'a', is: true },
          { fact: 'b', is: true },
        ],
      },
      ['of[2]'],
    ],
    ['none, where each decides', { atLeast: 2, of: threeLeaves() }, []],
  ])('finds %s', (_, rule, dead) => {
    expect(inspect(rule, FACTS).dead.map(({ path }) => path)).toEqual(dead);
  });
});

describe('what some conditions ask for together', () => {
  const [a, b, c] = threeLeaves() as [Condition, Condition, Condition];

  it('is said of those that the others imply', () => {
    expect(findImplied([a, b, { any: [a, c] }], FACTS)).toEqual([2]);
    expect(findImplied([a, b, c], FACTS)).toEqual([]);
    expect(findImplied([a, a], FACTS)).toEqual([0, 1]);
  });

  it('shows what is left out, what is met twice and what is met never, each with facts', () => {
    const cover = findCover([a, { all: [{ not: a }, b] }, { all: [a, b] }, { all: [a, { not: a }] }], FACTS);
    expect(cover.gap).toMatchObject({ a: false, b: false });
    expect(cover.overlaps.map(({ a: one, b: other }) => [one, other])).toEqual([[0, 2]]);
    expect(cover.overlaps[0]?.witness).toMatchObject({ a: true, b: true });
    expect(cover.empty).toEqual([3]);
    expect(findCover([a, { not: a }], FACTS)).toEqual({ gap: null, overlaps: [], empty: [] });
  });
});

function threeLeaves(): Condition[] {
  return [
    { fact: 'a', is: true },
    { fact: 'b', is: true },
    { fact: 'c', in: ['red'] },
  ];
}
