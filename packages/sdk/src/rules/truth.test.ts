import { describe, expect, it } from 'vitest';
import { compile, type Condition, type Truth, all, any, not } from './index.js';

const TRUTHS: readonly Truth[] = [true, 'unknown', 'hub-decides', false];

/** Rows and columns in the order of TRUTHS: T true, U unknown, H hub-decides, F false. */
const ALL = ['TUHF', 'UUUF', 'HUHF', 'FFFF'];
const ANY = ['TTTT', 'TUUU', 'TUHH', 'TUHF'];
const LETTER: Record<string, string> = { true: 'T', unknown: 'U', 'hub-decides': 'H', false: 'F' };

/** A condition for each truth value when `asked` is unknown. */
const SHOWS: Record<string, Condition> = {
  true: { fact: 'yes', is: true },
  unknown: { fact: 'asked', is: true },
  'hub-decides': { hubDecides: 'No source found.' },
  false: { fact: 'yes', is: false },
};
const show = (truth: Truth) => SHOWS[String(truth)] as Condition;

describe('Kleene logic', () => {
  for (const [i, left] of TRUTHS.entries())
    for (const [j, right] of TRUTHS.entries()) {
      it(`${String(left)} and, or ${String(right)}`, () => {
        expect(LETTER[String(all([left, right]))]).toBe(ALL[i]?.[j]);
        expect(LETTER[String(any([left, right]))]).toBe(ANY[i]?.[j]);
        expect(not(all([left, right]))).toBe(any([not(left), not(right)]));
      });

      it(`a compiled rule agrees on ${String(left)}, ${String(right)}`, () => {
        const parts = [show(left), show(right)];
        const facts = { yes: true };
        expect(compile({ all: parts }).evaluate(facts)).toBe(all([left, right]));
        expect(compile({ any: parts }).evaluate(facts)).toBe(any([left, right]));
        expect(compile({ not: show(left) }).evaluate(facts)).toBe(not(left));
      });
    }

  it('holds for all of nothing, and for none of nothing', () => {
    expect([all([]), any([])]).toEqual([true, false]);
    expect(compile({ all: [] }).evaluate({})).toBe(true);
    expect(compile({ any: [] }).evaluate({})).toBe(false);
  });
});

it('a rule reads what is said of the school, never what a page has added to every object', () => {
  const everywhere = Object.prototype as unknown as Record<string, unknown>;
  everywhere['open'] = true;
  try {
    const rule = compile({ fact: 'open', is: true });
    expect(rule.evaluate({})).toBe('unknown');
    expect(rule.evaluate({ open: true })).toBe(true);
    expect(rule.evaluate({ open: false })).toBe(false);
  } finally {
    delete everywhere['open'];
  }
});
