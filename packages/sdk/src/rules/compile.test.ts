import { describe, expect, it } from 'vitest';
import { changes, compile, type Condition, type FactDefinition, type Facts } from './index.js';
import type { LeafFinding } from './compile.js';

const define = (id: string, domain: FactDefinition['domain']): FactDefinition => ({
  id,
  question: `${id}?`,
  domain,
  from: 'school',
  changeable: 'school',
});
const FACTS = [define('first', 'boolean'), define('pupils', { min: 0, max: 3 }), define('last', 'boolean')];

describe('what a rule tells of one comparison', () => {
  const traced = (condition: Condition, facts: Facts): LeafFinding | undefined => {
    const leaves: LeafFinding[] = [];
    compile(condition, FACTS).trace(facts, leaves);
    return leaves[0];
  };

  it.each<[string, Facts, LeafFinding['knowledge'], unknown]>([
    ['was not asked', {}, 'not-asked', null],
    ['is not sure', { pupils: null }, 'not-sure', null],
    ['is nought', { pupils: 0 }, 'known', 0],
    ['is known', { pupils: 3 }, 'known', 3],
  ])('keeps what is known of a fact that %s', (_, facts, knowledge, found) => {
    expect(traced({ fact: 'pupils', atLeast: 2 }, facts)).toMatchObject({ knowledge, found });
  });

  it('refuses an answer that belongs to another fact, and names its own', () => {
    expect(() => compile({ fact: 'first', is: true }, FACTS).evaluate({ first: 2 })).toThrow(
      'Use true, false, or null for not sure.',
    );
    expect(() => compile({ fact: 'pupils', atLeast: 1 }, FACTS).evaluate({ pupils: true })).toThrow(
      'Use 0, 1, 2, 3, or null for not sure.',
    );
  });

  it('takes what is no number for no number', () => {
    expect(compile({ fact: 'pupils', atLeast: 1 }).evaluate({ pupils: '2' })).toBe(false);
    expect(compile({ fact: 'pupils', atMost: 1 }).evaluate({ pupils: '0' })).toBe(false);
    expect(compile({ fact: 'pupils', atMost: 1 }).evaluate({ pupils: 2 })).toBe(false);
  });
});

describe('what would have to change', () => {
  const rule: Condition = {
    all: [
      { fact: 'last', is: true },
      { fact: 'pupils', atLeast: 2 },
      { fact: 'first', is: true },
    ],
  };

  it('is told in the order in which the facts are declared, not that of the rule', () => {
    const [change] = changes(rule, FACTS, { last: false, pupils: 0, first: false });
    expect(change?.facts.map(({ fact }) => fact.id)).toEqual(['first', 'pupils', 'last']);
    const [open] = changes(rule, FACTS, { pupils: 0 });
    expect(open?.provided.map(({ fact }) => fact.id)).toEqual(['first', 'last']);
  });

  it('begins with what the school itself can change, then with the fewest facts', () => {
    const [first, pupils, last] = FACTS as [FactDefinition, FactDefinition, FactDefinition];
    const facts = [
      { ...first, changeable: 'never' } as const,
      { ...pupils, changeable: 'time' } as const,
      last,
      define('head', 'boolean'),
      define('staff', 'boolean'),
    ];
    const either: Condition = {
      any: [
        { fact: 'first', is: true },
        { fact: 'pupils', is: 3 },
        {
          all: [
            { fact: 'last', is: true },
            { fact: 'head', is: true },
          ],
        },
        { fact: 'staff', is: true },
      ],
    };
    const none = { first: false, pupils: 0, last: false, head: false, staff: false };
    expect(
      changes(either, facts, none).map(({ facts: needed }) => needed.map(({ fact }) => fact.id)),
    ).toEqual([['staff'], ['last', 'head'], ['pupils'], ['first']]);
  });
});
