import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyAt, puncture, punctureBefore } from './tree.js';
import type { Tree } from './tree.js';

const LENGTH = 6;
const leaf = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: LENGTH,
  maxLength: LENGTH,
});
const fresh = (): Tree => new Map([['', randomBytes(32)]]);

describe('a tree of keys', () => {
  it('gives every leaf a key of its own, always the same', () => {
    fc.assert(
      fc.property(leaf, leaf, (a, b) => {
        const tree = fresh();
        expect(keyAt(tree, a)).toEqual(keyAt(tree, a));
        expect(keyAt(tree, a)!.equals(keyAt(tree, b)!)).toBe(a === b);
      }),
    );
  });

  it('destroys what is asked and nothing else, in any order, once or twice', () => {
    fc.assert(
      fc.property(fc.array(leaf, { maxLength: 12 }), fc.array(leaf, { maxLength: 12 }), (gone, others) => {
        const whole = fresh();
        const tree = [...gone, ...gone].reduce(puncture, whole);
        for (const one of gone) expect(keyAt(tree, one)).toBeNull();
        for (const other of others.filter((one) => !gone.includes(one)))
          expect(keyAt(tree, other)).toEqual(keyAt(whole, other));
      }),
    );
  });

  it('destroys everything before a moment, and nothing from it on', () => {
    fc.assert(
      fc.property(
        leaf,
        fc.integer({ min: 1, max: LENGTH }),
        fc.array(leaf, { maxLength: 20 }),
        fc.array(leaf, { maxLength: 4 }),
        (at, length, leaves, alone) => {
          const path = at.slice(0, length);
          const whole = fresh();
          const tree = punctureBefore(alone.reduce(puncture, whole), path);
          for (const one of leaves) {
            const gone = one < path || alone.includes(one);
            expect(keyAt(tree, one)).toEqual(gone ? null : keyAt(whole, one));
          }
          expect(tree.size).toBeLessThanOrEqual(16 * LENGTH * (alone.length + 1));
        },
      ),
    );
  });

  it('holds nothing from which a destroyed key can be worked out', () => {
    fc.assert(
      fc.property(leaf, (gone) => {
        const whole = fresh();
        const tree = puncture(whole, gone);
        const ancestors = Array.from({ length: LENGTH + 1 }, (_, depth) =>
          keyAt(whole, gone.slice(0, depth))!,
        );
        for (const key of tree.values())
          expect(ancestors.some((ancestor) => ancestor.equals(key))).toBe(false);
      }),
    );
  });
});
