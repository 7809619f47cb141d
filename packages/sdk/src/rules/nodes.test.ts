import { describe, expect, it } from 'vitest';
import { FALSE, HUB, nodes, TRUE, type Nodes } from './nodes.js';

const open = (most = 100): Nodes => nodes(most, () => new Error('too many'));

describe('nodes', () => {
  it('says of an end that it is below every variable and has no children', () => {
    const store = open();
    for (const end of [FALSE, HUB, TRUE]) {
      expect(store.variableOf(end)).toBe(Infinity);
      expect(store.childrenOf(end)).toEqual([]);
    }
  });

  it('settles without a step what needs no walk: the same twice, and an end with anything', () => {
    const store = open();
    const a = store.make(0, [FALSE, TRUE]);
    expect([store.and(a, a), store.or(a, a)]).toEqual([a, a]);
    expect([store.and(TRUE, a), store.and(a, FALSE)]).toEqual([a, FALSE]);
    expect([store.or(FALSE, a), store.or(a, TRUE)]).toEqual([a, TRUE]);
    expect([store.and(HUB, TRUE), store.and(HUB, FALSE), store.or(HUB, FALSE)]).toEqual([HUB, FALSE, HUB]);
    expect(store.steps()).toBe(0);
  });

  it('walks each pair once, whichever way round it is given', () => {
    const store = open();
    const [a, b] = [store.make(0, [FALSE, TRUE]), store.make(1, [FALSE, TRUE])];
    const both = store.and(a, b);
    const walked = store.steps();
    expect(walked).toBeGreaterThan(0);
    expect([store.and(b, a), store.and(a, b)]).toEqual([both, both]);
    expect(store.steps()).toBe(walked);
    expect(store.or(b, a)).not.toBe(both);
    expect(store.steps()).toBeGreaterThan(walked);
  });

  it('stops at its limit, and only counts after a rest', () => {
    const store = open(2);
    store.step(2);
    expect(() => store.step()).toThrow('too many');
    store.rest();
    expect(store.steps()).toBe(0);
    store.step(1000);
    expect(store.steps()).toBe(1000);
  });

  it('makes one node of what means the same, and none where every child is', () => {
    const store = open();
    expect(store.make(0, [FALSE, TRUE])).toBe(store.make(0, [FALSE, TRUE]));
    expect(store.make(0, [TRUE, FALSE])).not.toBe(store.make(0, [FALSE, TRUE]));
    expect(store.make(1, [FALSE, TRUE])).not.toBe(store.make(0, [FALSE, TRUE]));
    expect(store.make(3, [HUB, HUB])).toBe(HUB);
  });
});
