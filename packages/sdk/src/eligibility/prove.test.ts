import { describe, expect, it } from 'vitest';
import { editions, loadEdition, type Door, type Edition, type Requirement } from '../programme/index.js';
import { checkCondition, inDomain, listValues, type Condition } from '../rules/index.js';
import { FACTS } from '../schools/index.js';
import { proveEdition } from './prove.js';
import { READY_CONDITIONS } from './ready-conditions.js';

const base = await loadEdition('2024/25');

function editionWith(...conditions: readonly (Condition | [Condition, Partial<Requirement>])[]): Edition {
  const requirements = conditions.map((entry, i): Requirement => {
    const [condition, other] = Array.isArray(entry)
      ? (entry as [Condition, Partial<Requirement>])
      : [entry as Condition, {}];
    return {
      id: `r${String(i)}`,
      statement: 'A rule.',
      condition,
      effect: 'bars',
      source: ['boolean-dev-2024'],
      basis: 'hub',
      ...other,
    };
  });
  const [phase] = base.phases;
  if (!phase) throw new Error('The 2024/25 edition has no phase.');
  return { ...base, phases: [{ ...phase, requirements }], entryPoints: [], doors: [] };
}

const kinds = (edition: Edition) =>
  proveEdition(edition).map(({ kind, requirement }) => `${kind} ${requirement ?? 'together'}`);
const YES: Condition = { fact: 'inEngland', is: true };
const NO: Condition = { fact: 'inEngland', is: false };

describe('every edition', () => {
  for (const { schoolYear } of editions())
    it(`${schoolYear} has no fault in its rules, and only known notices`, async () => {
      const problems = proveEdition(await loadEdition(schoolYear));
      expect(problems.map(({ kind, phase }) => `${kind} ${String(phase)}`)).toEqual(
        {
          '2018/19': ['hub-only readiness'],
          '2020/21': ['hub-only readiness'],
          // A school that is in Development this year is shown its own phase, which may be taken once only.
          '2024/25': ['closed-door development'],
        }[schoolYear as string] ?? [],
      );
    });

  it('tests no fact that is not declared, and no undated source', async () => {
    for (const { schoolYear } of editions()) {
      const { phases, sources } = await loadEdition(schoolYear);
      for (const { condition, source } of phases.flatMap(({ requirements }) => requirements)) {
        expect(checkCondition(condition, FACTS)).toEqual([]);
        for (const id of source) expect(sources[id]?.date).toBeTruthy();
      }
    }
  });
});

describe('proveEdition', () => {
  it('finds a rule that nobody can meet', () => {
    expect(kinds(editionWith({ all: [YES, NO] }))).toContain('contradiction r0');
  });
  it('finds a phase that nobody can enter', () => {
    expect(kinds(editionWith(YES, NO))).toContain('unreachable together');
  });
  it('says why in a sentence, where, and how grave it is', () => {
    const first = (edition: Edition) => proveEdition(edition)[0];
    expect(first(editionWith({ all: [YES, NO] }))).toEqual({
      kind: 'contradiction',
      severity: 'failure',
      phase: 'readiness',
      requirement: 'r0',
      message: 'No school can ever meet it.',
    });
    expect(first(editionWith(YES, NO))).toEqual({
      kind: 'unreachable',
      severity: 'failure',
      phase: 'readiness',
      requirement: null,
      message: 'Its requirements contradict each other: nobody can enter.',
    });
    expect(first(editionWith({ any: [YES, NO] }))).toMatchObject({
      severity: 'failure',
      message: 'It holds for every school, so it can never matter.',
    });
    expect(first(editionWith({ any: [YES, { all: [YES, { fact: 'open', is: true }] }] }))).toMatchObject({
      severity: 'failure',
      message: 'condition.any[1].all[1] {"fact":"open","is":true} can never matter.',
    });
    expect(first(editionWith({ all: [YES, { fact: 'open', is: true }] }, YES))).toMatchObject({
      severity: 'failure',
      phase: 'readiness',
      requirement: 'r1',
      message: 'The other requirements already ask for it, so it can never matter.',
    });
    expect(first(editionWith([{ hubDecides: 'No source found.' }, {}]))).toMatchObject({
      kind: 'hub-only',
      severity: 'notice',
      requirement: null,
      message: 'Only the hub can say that a school may enter.',
    });
    expect(first(editionWith([YES, { source: [] }]))?.message).toBe('No source states it.');
  });
  it('says of a rule that stays unknown what it comes to, and how to write it', () => {
    const rule: Condition = {
      any: [{ all: [YES, { fact: 'open', is: true }] }, { all: [NO, { fact: 'stateFunded', is: true }] }],
    };
    expect(proveEdition(editionWith(rule)).find(({ kind }) => kind === 'imprecise')).toMatchObject({
      severity: 'failure',
      requirement: 'r0',
      message:
        'It stays unknown although every answer left comes to true. Write it with one comparison for each fact.',
    });
  });
  it('says which facts are too many to prove, of one rule and of a phase’s together', () => {
    const own = Array.from({ length: 40 }, (_, at) => ({
      id: `f${String(at)}`,
      question: '?',
      domain: { min: 0, max: 20 },
      from: 'school' as const,
      changeable: 'school' as const,
    }));
    const pair = (at: number): Condition => ({
      any: own.map(({ id }, i) => ({
        all: [
          { fact: id, atLeast: (i * 7 + at) % 20 },
          { fact: `f${String((i * 3 + at + 1) % 40)}`, atMost: (i * 5 + at) % 20 },
        ],
      })),
    });
    const found = proveEdition(editionWith({ all: [pair(0), pair(1), pair(2)] }), own);
    expect(found).toMatchObject([{ kind: 'invalid', severity: 'failure', requirement: 'r0' }]);
    expect(found[0]?.message).toContain('f1');
  });
  it('takes advice for no bar', () => {
    expect(kinds(editionWith(YES, [NO, { effect: 'advises' }]))).toEqual([]);
  });
  it('proves by the facts that it is given', () => {
    const own = [
      {
        id: 'keen',
        question: 'Keen?',
        domain: 'boolean' as const,
        from: 'school' as const,
        changeable: 'school' as const,
      },
    ];
    expect(proveEdition(editionWith({ fact: 'keen', is: true }), own)).toEqual([]);
    expect(kinds(editionWith({ fact: 'keen', is: true }))).toEqual(['invalid r0']);
  });
  it('finds a part, a rule and a repetition that can never matter', () => {
    expect(kinds(editionWith({ any: [YES, { all: [YES, { fact: 'open', is: true }] }] }))).toContain(
      'dead r0',
    );
    expect(kinds(editionWith({ any: [YES, NO] }))).toContain('dead r0');
    expect(kinds(editionWith({ all: [YES, { fact: 'open', is: true }] }, YES))).toContain('dead r1');
  });
  it('finds a rule that stays unknown when it need not, with a witness', () => {
    const rule: Condition = {
      any: [{ all: [YES, { fact: 'open', is: true }] }, { all: [NO, { fact: 'stateFunded', is: true }] }],
    };
    const problem = proveEdition(editionWith(rule)).find(({ kind }) => kind === 'imprecise');
    expect(problem?.witness).toEqual({ open: true, stateFunded: true });
  });
  it('finds an unknown fact and a value outside its domain', () => {
    expect(kinds(editionWith({ fact: 'ofsted', is: 'good' }, { fact: 'provision', is: 'hospital' }))).toEqual(
      ['invalid r0', 'invalid r1'],
    );
  });
  it('only notes a rule without a source', () => {
    expect(proveEdition(editionWith([YES, { source: [] }]))).toMatchObject([
      { kind: 'unsourced', severity: 'notice' },
    ]);
  });
});

describe('doors', () => {
  const door = (id: string, condition: Condition, phase: string | null = 'readiness'): Door => ({
    id,
    phase,
    statement: 'A way in.',
    condition,
    source: ['boolean-dev-2024'],
    basis: 'hub',
  });
  const withDoors = (...doors: Door[]): Edition => ({ ...editionWith(YES), hub: 'A Hub', doors });

  it('cover every school once', () => {
    expect(kinds(withDoors(door('in', YES), door('out', NO, null)))).toEqual([]);
  });
  it('are told where they leave a school out, of our own editions as a fault', () => {
    const gap = proveEdition(withDoors(door('in', YES)));
    expect(gap).toMatchObject([{ kind: 'gap', severity: 'notice', witness: { inEngland: false } }]);
    expect(proveEdition({ ...withDoors(door('in', YES)), hub: null })).toMatchObject([
      { severity: 'failure' },
    ]);
  });
  it('are told where two are right, where none can be, and where one leads to a closed phase', () => {
    const both = proveEdition(withDoors(door('a', YES), door('b', { any: [YES, NO] }, null)));
    expect(both).toMatchObject([{ kind: 'overlap', witness: { inEngland: true } }]);
    expect(
      kinds(withDoors(door('a', YES), door('b', NO, null), door('c', { all: [YES, NO] }, null))),
    ).toEqual(['dead together']);
    expect(kinds(withDoors(door('a', NO), door('b', YES, null)))).toEqual(['closed-door together']);
  });
  it('are named in what is said of them', () => {
    const both = proveEdition(withDoors(door('a', YES), door('b', { any: [YES, NO] }, null)));
    expect(both[0]).toMatchObject({
      severity: 'failure',
      phase: null,
      requirement: null,
      message: 'Both “a” and “b” are recommended to some schools.',
    });
    const [never] = proveEdition(
      withDoors(door('a', YES), door('b', NO, null), door('c', { all: [YES, NO] }, null)),
    );
    expect(never).toMatchObject({
      severity: 'failure',
      phase: null,
      message: 'No school can ever come to the door “c”.',
    });
    const [shut] = proveEdition(withDoors(door('a', NO), door('b', YES, null)));
    expect(shut).toEqual({
      kind: 'closed-door',
      severity: 'notice',
      phase: 'readiness',
      requirement: null,
      message: 'The door “a” leads schools here, and the requirements rule out every one of them.',
    });
    const [gap] = proveEdition(withDoors(door('in', YES)));
    expect(gap?.message).toBe('No door is recommended to some schools: they are told to ask the hub.');
    const [faulty] = proveEdition(withDoors(door('a', { fact: 'ofsted', is: 'good' })));
    expect(faulty).toMatchObject({ kind: 'invalid', severity: 'failure' });
    expect(faulty?.message).toMatch(/^Door “a”: .*ofsted/);
  });
  it('need no school where the hub alone can say', () => {
    expect(
      kinds(
        withDoors(
          door('a', YES),
          door('b', NO, null),
          door('c', { all: [NO, { hubDecides: 'Ask.' }] }, null),
        ),
      ),
    ).not.toContain('dead together');
  });
  it('are faulty where they test what nobody knows', () => {
    expect(kinds(withDoors(door('a', { fact: 'ofsted', is: 'good' })))).toEqual(['invalid together']);
  });
});

describe('ready conditions', () => {
  it('are sound, and can be met and missed', () => {
    for (const { id, condition } of READY_CONDITIONS) {
      expect(checkCondition(condition, FACTS), id).toEqual([]);
      expect(kinds(editionWith(condition)), id).toEqual([]);
    }
  });
});

describe('facts', () => {
  it('are declared once each, with domains that hold their own values', () => {
    expect(new Set(FACTS.map(({ id }) => id)).size).toBe(FACTS.length);
    for (const { domain } of FACTS) {
      expect(listValues(domain).every((value) => inDomain(domain, value))).toBe(true);
      expect(inDomain(domain, 'no such value')).toBe(false);
    }
  });
});
