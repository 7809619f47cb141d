import { describe, expect, it } from 'vitest';
import { checkCondition, type FactDefinition } from './index.js';

const FACTS: readonly FactDefinition[] = [
  { id: 'open', question: 'Open?', domain: 'boolean', from: 'gias', changeable: 'time' },
  {
    id: 'kind',
    question: 'Kind?',
    domain: { values: [{ value: 'small', label: 'Small' }] },
    from: 'school',
    changeable: 'never',
  },
  { id: 'year', question: 'Year?', domain: { min: 2016, max: 2020 }, from: 'school', changeable: 'never' },
];
const paths = (json: unknown) => checkCondition(json, FACTS, 'condition').map(({ path }) => path);

describe('checkCondition', () => {
  it.each([
    { all: [{ fact: 'open', is: true }, { not: { fact: 'kind', in: ['small'] } }] },
    { any: [{ fact: 'year', atLeast: 2016 }, { fact: 'year', atMost: 2020 }, { hubDecides: 'None found.' }] },
  ])('finds nothing wrong with %j', (condition) => {
    expect(checkCondition(condition, FACTS)).toEqual([]);
  });

  it.each([
    [null, 'condition'],
    [[], 'condition'],
    [{}, 'condition'],
    [{ all: [], any: [] }, 'condition'],
    [{ all: [] }, 'condition.all'],
    [{ any: [{ not: { fact: 'shut', is: true } }] }, 'condition.any[0].not.fact'],
    [{ fact: 'open', is: 'yes' }, 'condition.is'],
    [{ fact: 'open', atLeast: 1 }, 'condition.atLeast'],
    [{ fact: 'open', is: true, in: [true] }, 'condition'],
    [{ fact: 'kind', in: ['small', 'huge'] }, 'condition.in[1]'],
    [{ fact: 'kind', in: [] }, 'condition.in'],
    [{ fact: 'year', atMost: 2021 }, 'condition.atMost'],
    [{ fact: 'year', is: 2016.5 }, 'condition.is'],
    [{ hubDecides: ' ' }, 'condition.hubDecides'],
  ])('places the fault of %j at %s', (condition, path) => {
    expect(paths(condition)).toEqual([path]);
  });

  it('tells every fault at once, each with its remedy', () => {
    const faults = checkCondition(
      {
        all: [
          { fact: 'shut', is: 1 },
          { fact: 'kind', is: 'huge' },
        ],
      },
      FACTS,
    );
    expect(faults.map(({ remedy }) => remedy)).toEqual([
      'Use one of open, kind, year.',
      'Use one of "small".',
    ]);
  });
});
