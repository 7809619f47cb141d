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
    [{ atLeast: 0, of: [{ fact: 'open', is: true }] }, 'condition.atLeast'],
    [{ atLeast: 2, of: [{ fact: 'open', is: true }] }, 'condition.atLeast'],
    [
      {
        atLeast: 1.5,
        of: [
          { fact: 'open', is: true },
          { fact: 'year', is: 2016 },
        ],
      },
      'condition.atLeast',
    ],
    [{ atLeast: 1, of: [] }, 'condition.of'],
    [{ atLeast: 1, of: 'open' }, 'condition.of'],
    [{ atLeast: 1, of: [{ fact: 'open', is: 'yes' }] }, 'condition.of[0].is'],
  ])('places the fault of %j at %s', (condition, path) => {
    expect(paths(condition)).toEqual([path]);
  });

  it.each([
    ['2', 'Take off the quotation marks: write 2.'],
    [3, 'Say how many must hold.'],
    ['two', 'Say how many must hold.'],
  ])('says how to write that %j of two must hold', (atLeast, remedy) => {
    const of = [
      { fact: 'open', is: true },
      { fact: 'year', is: 2016 },
    ];
    expect(checkCondition({ atLeast, of }, FACTS)).toMatchObject([
      { expected: 'a whole number from 1 to 2', remedy },
    ]);
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

  it('says which answers there are: numbers by their ends, words one by one', () => {
    const remedies = (json: unknown) => checkCondition(json, FACTS).map(({ remedy }) => remedy);
    expect(remedies({ fact: 'year', atMost: 5 })).toEqual(['Use a whole number from 2016 to 2020.']);
    expect(remedies({ fact: 'open', is: 7 })).toEqual(['Use one of true, false.']);
    expect(remedies({ fact: 'year', atLeast: '2018' })).toEqual([
      'Take off the quotation marks: write 2018.',
    ]);
  });

  it('names the keys that make no condition together, and those that would', () => {
    expect(checkCondition({ fact: 'open', in: [true], is: true }, FACTS, 'here')).toMatchObject([
      { path: 'here', found: 'the keys fact, in, is', remedy: 'Use exactly one of these.' },
    ]);
    const [fault] = checkCondition({}, FACTS);
    expect(fault).toMatchObject({ found: 'no keys' });
    expect(fault?.expected).toContain('fact with one of is, in, atLeast, atMost');
  });

  it('wants words for what is left to the hub, and for whom', () => {
    expect(checkCondition({ hubDecides: 'None found.', for: '' }, FACTS)).toMatchObject([
      { path: 'for', expected: 'text', remedy: 'Name the schools that the hub decides on in a few words.' },
    ]);
    expect(checkCondition({ hubDecides: 7 }, FACTS)).toMatchObject([
      { path: 'hubDecides', found: '7', remedy: 'Say in words what was looked for and not found.' },
    ]);
    expect(checkCondition({ hubDecides: 'None found.', for: 'Infant schools' }, FACTS)).toEqual([]);
  });
});
