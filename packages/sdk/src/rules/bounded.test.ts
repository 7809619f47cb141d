import { describe, expect, it } from 'vitest';
import { planning, TooManyCombinationsError, type Condition, type FactDefinition } from './index.js';
import { inspect } from './prove.js';

const FACTS = Array.from({ length: 20 }, (_, i): FactDefinition => ({
  id: `f${i}`,
  question: `${i}?`,
  domain: 'boolean',
  from: 'school',
  changeable: 'school',
}));
const yes = (i: number): Condition => ({ fact: `f${i}`, is: true });
const all = (value: boolean) => Object.fromEntries(FACTS.map(({ id }) => [id, value]));

function choose(from: number, count: number): number[][] {
  if (count === 0) return [[]];
  return Array.from({ length: from }, (_, last) =>
    choose(last, count - 1).map((rest) => [...rest, last]),
  ).flat();
}

const PAIRS: Condition = { any: Array.from({ length: 10 }, (_, i) => ({ all: [yes(i), yes(i + 10)] })) };
const FOUR_OF_TEN: Condition = { atLeast: 4, of: Array.from({ length: 10 }, (_, i) => yes(i)) };
const FOUR_SPELT: Condition = { any: choose(10, 4).map((set) => ({ all: set.map(yes) })) };
const PARITY: Condition = {
  any: Array.from({ length: 2 ** 10 }, (_, bits) => bits)
    .filter((bits) => bits.toString(2).replaceAll('0', '').length % 2 === 1)
    .map((bits) => ({
      all: Array.from({ length: 10 }, (_, i) => ({ fact: `f${i}`, is: ((bits >> i) & 1) === 1 })),
    })),
};

describe('rules of many combinations', () => {
  it.each([
    ['ten pairs over twenty facts', PAIRS, 20, 10],
    ['at least four of ten', FOUR_OF_TEN, 10, 210],
    ['at least four of ten, spelt out', FOUR_SPELT, 10, 210],
  ])('%s: every question, every smallest change, and the proof', (_, rule, questions, changes) => {
    const { plan, changes: changesOf } = planning(rule, FACTS);
    expect(plan({}).questions).toHaveLength(questions);
    expect(changesOf(all(false))).toHaveLength(changes);
    expect(plan(all(true)).truth).toBe(true);
    expect(inspect(rule, FACTS)).toMatchObject({ imprecision: null, dead: [] });
  });

  it('have their questions weighed to the end where most ways are cut short', () => {
    // Of n pairs, one of a pair is asked first: its no leaves n - 1 of them, its yes asks for the other.
    const fewest = (pairs: number): number => (pairs === 0 ? 0 : 1.5 + 0.75 * fewest(pairs - 1));
    for (const pairs of [3, 4, 5]) {
      const rule: Condition = {
        any: Array.from({ length: pairs }, (_, i) => ({ all: [yes(2 * i), yes(2 * i + 1)] })),
      };
      for (const { expected } of planning(rule, FACTS).plan({}).questions)
        expect(expected).toBeCloseTo(fewest(pairs), 9);
    }
  });

  it('put what leaves the fewest facts open first where not every state can be weighed, with what is left at most', () => {
    const four: Condition = { all: [yes(8), yes(9), yes(18), yes(19)] };
    const rule: Condition = {
      any: [...Array.from({ length: 8 }, (_, i): Condition => ({ all: [yes(i), yes(i + 10)] })), four],
    };
    const { truth, questions } = planning(rule, FACTS).plan({});
    expect(truth).toBe('unknown');
    // Of the four, "no" settles all of them; of a pair, only the other: so many facts stay unknown on average.
    const [ofFour, ofPair] = [1 + (19 + 16) / 2, 1 + (19 + 18) / 2];
    expect(questions.map(({ fact, expected }) => [fact.id, expected])).toEqual([
      ...[8, 9, 18, 19].map((i) => [`f${i}`, ofFour]),
      ...[0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17].map((i) => [`f${i}`, ofPair]),
    ]);
  });

  it('are refused by name where they are too many', () => {
    expect(() => planning(PARITY, FACTS)).toThrow(TooManyCombinationsError);
    expect(() => planning(PARITY, FACTS)).toThrow(/10 facts: f0, f1/);
  });
});
