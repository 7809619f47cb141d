import { describe, expect, it } from 'vitest';
import { InvalidDataError } from '../ground/errors.js';
import { extendEdition, loadEdition, PhaseNotFoundError, type Edition } from '../programme/index.js';
import type { Facts, FactValue } from '../rules/index.js';
import { FACTS, type SchoolFacts } from '../schools/index.js';
import { askPhase, compilePhase, decide, recommendEntry } from './index.js';

const PRIMARY: SchoolFacts = {
  inEngland: true,
  open: true,
  stateFunded: true,
  schoolPhase: 'primary',
  teachesPrimary: true,
  teachesSecondary: false,
  provision: 'mainstream',
};
const edition = await loadEdition('2024/25');

describe('askPhase', () => {
  const known: readonly SchoolFacts[] = [
    {},
    PRIMARY,
    { ...PRIMARY, development: 'never' },
    { ...PRIMARY, development: null, releasesTwoTeachers: true },
    { ...PRIMARY, development: 'done', embedding: 'never', releasesTwoTeachers: false },
  ];

  it.each(edition.phases.map(({ id }) => id))(
    'asks of %s what decide asks, and comes to the same',
    (phase) => {
      const { ask, outcome } = askPhase(edition, phase);
      for (const school of known) {
        const { outcome: decided, questions } = decide(edition, phase, school);
        expect(ask(school)).toEqual({ outcome: decided, questions });
        expect(outcome(school)).toBe(compilePhase(edition, phase).outcome(school));
      }
    },
  );

  it('refuses a value that is none of a fact’s answers, wherever it is', () => {
    const wrong = {
      ...PRIMARY,
      releasesTwoTeachers: false,
      development: 'perhaps',
    } as unknown as SchoolFacts;
    expect(() => askPhase(edition, 'development').ask(wrong)).toThrow(
      /development: found "perhaps"|"perhaps"/,
    );
  });
});

describe('the analysis of a phase’s rules', () => {
  /** A copy whose conditions count how often they are read. */
  function counting(): { readonly copy: Edition; readonly reads: () => number } {
    let count = 0;
    const copy = structuredClone(edition);
    for (const { requirements } of copy.phases)
      for (const requirement of requirements)
        Object.assign(requirement, {
          condition: new Proxy(requirement.condition, {
            get: (target, key) => ((count += 1), Reflect.get(target, key)),
            has: (target, key) => ((count += 1), Reflect.has(target, key)),
          }),
        });
    return { copy, reads: () => count };
  }

  it('is made once, however often a page asks', () => {
    const { copy, reads } = counting();
    const first = askPhase(copy, 'development').ask(PRIMARY);
    const before = reads();
    expect(before).toBeGreaterThan(0);
    for (let again = 0; again < 5; again += 1)
      expect(askPhase(copy, 'development').ask(PRIMARY)).toEqual(first);
    expect(reads()).toBe(before);
  });

  it('is made anew where the rules have changed in place', () => {
    const own = structuredClone(edition);
    const phase = own.phases.find(({ id }) => id === 'development');
    const requirements = phase?.requirements as unknown as { condition: unknown; effect: string }[];
    const school: SchoolFacts = { ...PRIMARY, releasesTwoTeachers: true, development: 'never' };
    expect(decide(own, 'development', school).outcome).toBe('eligible');
    const barred = { ...requirements[0]!, effect: 'bars', condition: { fact: 'open', is: false } };
    requirements.push(barred);
    expect(askPhase(own, 'development').outcome(school)).toBe('not-eligible');
    barred.effect = 'advises';
    expect(decide(own, 'development', school).outcome).toBe('eligible');
    Object.assign(barred, { effect: 'bars', condition: { fact: 'open', is: true } });
    expect(decide(own, 'development', school).outcome).toBe('eligible');
    barred.condition = { fact: 'stateFunded', is: false };
    expect(decide(own, 'development', school).outcome).toBe('not-eligible');
  });
});

describe('decide', () => {
  it('asks only what a register cannot tell, and stops when it is settled', () => {
    const start = decide(edition, 'development', PRIMARY);
    expect(start).toMatchObject({ outcome: 'undetermined', pending: 'school', notSure: [] });
    expect(start.questions.map(({ fact }) => fact.id)).toEqual(['releasesTwoTeachers', 'development']);
    const yes = decide(edition, 'development', {
      ...PRIMARY,
      releasesTwoTeachers: true,
      development: 'never',
    });
    expect(yes).toMatchObject({ outcome: 'eligible', questions: [], changes: [], pending: null });
    const no = decide(edition, 'development', { ...PRIMARY, releasesTwoTeachers: false });
    expect(no).toMatchObject({ outcome: 'not-eligible', questions: [], pending: null });
  });

  it('gives every reason, each with what it found and its source', () => {
    const { findings } = decide(edition, 'development', {
      ...PRIMARY,
      stateFunded: false,
      development: 'done',
      releasesTwoTeachers: true,
    });
    const failed = findings.filter(({ finding }) => finding === false);
    expect(failed.map(({ id }) => id)).toEqual(['state-funded', 'once-only']);
    expect(failed[0]?.leaves).toEqual([
      { leaf: { fact: 'stateFunded', is: true }, finding: false, knowledge: 'known', found: false },
    ]);
    for (const { source } of findings) {
      expect(source.length).toBeGreaterThan(0);
      for (const id of source) expect(edition.sources[id]).toBeDefined();
    }
  });

  it('carries the note of a rule that has one, and mixes no two schools up', () => {
    const [first, ...others] = edition.phases.find(({ id }) => id === 'development')?.requirements ?? [];
    if (!first) throw new Error('Development has no requirement.');
    const noted = {
      ...first,
      id: 'noted',
      note: 'Worked out.',
      condition: { fact: 'open', is: true } as const,
    };
    const both = {
      ...first,
      id: 'both',
      condition: {
        any: [
          { fact: 'open', is: true },
          { fact: 'inEngland', is: true },
        ],
      } as const,
    };
    const { findings } = compilePhase(
      {
        ...edition,
        phases: edition.phases.map((phase) =>
          phase.id === 'development' ? { ...phase, requirements: [noted, both, ...others] } : phase,
        ),
      },
      'development',
    );
    const found = (school: SchoolFacts) => findings(school).slice(0, 2);
    expect(found({ open: true }).map(({ id, finding, note }) => [id, finding, note])).toEqual([
      ['noted', true, 'Worked out.'],
      ['both', true, first.note],
    ]);
    expect(found({ open: false, inEngland: true }).map(({ finding }) => finding)).toEqual([false, true]);
    expect(found({ open: false, inEngland: false }).map(({ finding }) => finding)).toEqual([false, false]);
    expect(found({}).map(({ finding }) => finding)).toEqual(['unknown', 'unknown']);
    expect(found({ open: true, inEngland: false }).map(({ finding }) => finding)).toEqual([true, true]);
    expect(Object.hasOwn(found({ open: true })[1] ?? {}, 'note')).toBe(first.note !== undefined);
  });

  it('tells what the school, time and nobody can change', () => {
    const of = (school: SchoolFacts, phase: 'development' | 'embedding' | 'sustaining' = 'development') =>
      decide(edition, phase, { ...PRIMARY, ...school }).changes.map(({ facts, provided, changeable }) => ({
        changeable,
        to: Object.fromEntries(facts.map(({ fact, to }) => [fact.id, to])),
        provided: provided.map(({ fact }) => fact.id),
      }));
    expect(of({ releasesTwoTeachers: false, development: 'never' })).toEqual([
      { changeable: 'school', to: { releasesTwoTeachers: [true] }, provided: [] },
    ]);
    expect(of({ development: 'done' })).toEqual([
      { changeable: 'never', to: { development: ['never'] }, provided: ['releasesTwoTeachers'] },
    ]);
    expect(of({ development: 'never', embedding: 'never' }, 'embedding')).toEqual([
      { changeable: 'time', to: { development: ['done'] }, provided: ['newHeadteacher'] },
    ]);
  });

  it('leaves to the hub what no source states, with the record of the search', () => {
    const decision = decide(edition, 'development', {
      ...PRIMARY,
      development: 'left-early',
      releasesTwoTeachers: true,
    });
    expect(decision).toMatchObject({ outcome: 'undetermined', questions: [], pending: 'hub' });
    const open = decision.findings.find(({ finding }) => finding === 'hub-decides');
    expect(open?.leaves.at(-1)).toMatchObject({ knowledge: 'hub', finding: 'hub-decides' });
  });

  it('never asks again what the school is not sure of, and lists it', () => {
    const decision = decide(edition, 'development', {
      ...PRIMARY,
      development: 'never',
      releasesTwoTeachers: null,
    });
    expect(decision).toMatchObject({
      outcome: 'undetermined',
      questions: [],
      pending: 'hub',
      notSure: ['releasesTwoTeachers'],
    });
  });

  it.each<[string, Record<string, FactValue>, RegExp]>([
    [
      'text for yes',
      { inEngland: 'true' },
      /inEngland: found "true"; expected one of its answers. Use true, false/,
    ],
    ['a number for yes', { inEngland: 1 }, /inEngland: found 1/],
    ['an answer in capitals', { development: 'Never' }, /development: found "Never".*"never", "now"/],
  ])('is never told “no” for %s', (_, wrong, message) => {
    const school: Facts = { ...PRIMARY, ...wrong };
    expect(() => decide(edition, 'development', school, { facts: FACTS })).toThrow(message);
    expect(() => compilePhase(edition, 'development').findings(school as SchoolFacts)).toThrow(message);
    expect(() => compilePhase(edition, 'development').outcome(school as SchoolFacts)).toThrow(message);
  });

  it.each<[string, unknown, RegExp]>([
    [
      'a value of no answer',
      { fact: 'schoolPhase', is: 'primry' },
      /condition\.is: found "primry".*“primary”/,
    ],
    [
      'a range on what has none',
      { fact: 'schoolPhase', atLeast: 1 },
      /condition\.atLeast: found 1; .*is or in/,
    ],
    ['none of several', { atLeast: 0, of: [{ fact: 'open', is: true }] }, /atLeast: found 0; .*from 1 to 1/],
    ['more than there are', { atLeast: 3, of: [{ fact: 'open', is: true }] }, /found 3; .*from 1 to 1/],
    ['a fact that nobody declares', { fact: 'opn', is: true }, /condition\.fact: found "opn".*“open”/],
  ])('refuses %s in an edition that parseEdition never read', (_, condition, message) => {
    const json = JSON.parse(JSON.stringify(edition)) as Edition;
    const at = json.phases.findIndex(({ id }) => id === 'development');
    const [requirement] = json.phases[at]?.requirements ?? [];
    Object.assign(requirement ?? {}, { condition });
    const refused = new RegExp(`phases\\[${at}\\]\\.requirements\\[0\\]\\.${message.source}`);
    const place = message.source.startsWith('condition') ? refused : message;
    expect(() => decide(json, 'development', PRIMARY)).toThrow(place);
    expect(() => decide(json, 'development', PRIMARY)).toThrow(InvalidDataError);
    expect(() => compilePhase(json, 'development')).toThrow(place);
    expect(() => askPhase(json, 'development')).toThrow(place);
    const door = { id: 'own', name: 'Own', phase: 'development', condition, source: [], basis: 'hub' };
    const withDoor = { ...json, doors: [door] } as unknown as Edition;
    expect(() => recommendEntry(withDoor, PRIMARY)).toThrow(message);
  });

  it.each<[string, unknown]>([
    ['a list', []],
    ['a map', new Map([['development', 'never']])],
    ['a promise', Promise.resolve({})],
  ])('takes %s for no school', (_, school) => {
    const wrong = school as SchoolFacts;
    const message = /found a value of type (Array|Map|Promise); expected facts about a school/;
    expect(() => decide(edition, 'development', wrong)).toThrow(message);
    expect(() => askPhase(edition, 'development').ask(wrong)).toThrow(message);
    expect(() => recommendEntry(edition, wrong)).toThrow(message);
  });

  it('says what was forgotten', () => {
    const promise = loadEdition('2024/25') as unknown as Edition;
    expect(() => decide(promise, 'development', {})).toThrow(
      'found a promise; expected an edition. Write: await',
    );
    expect(() => recommendEntry('2024/25' as unknown as Edition, {})).toThrow(/found 2024\/25/);
    expect(() => decide(edition, 'development', undefined as unknown as SchoolFacts)).toThrow(
      /facts about a school/,
    );
    // @ts-expect-error a misspelt fact
    expect(decide(edition, 'development', { inEnglnd: true }).outcome).toBe('undetermined');
  });

  it('tells of each finding how firm its rule is', () => {
    const { findings } = decide(edition, 'development', { ...PRIMARY, provision: 'special' });
    const of = (id: string) => findings.find((finding) => finding.id === id);
    expect(of('mainstream')).toMatchObject({
      finding: 'hub-decides',
      firmness: 'hub-otherwise',
      cases: ['Special schools and alternative provision'],
    });
    expect(of('state-funded')).toMatchObject({ firmness: 'stated', cases: [] });
  });

  it('replays from its own JSON', () => {
    const decision = decide(edition, 'sustaining', { ...PRIMARY, development: 'done', newHeadteacher: null });
    const copy = JSON.parse(JSON.stringify(decision)) as typeof decision;
    expect(copy).toEqual(decision);
    const kept: Edition = edition;
    expect(decide(kept, copy.phase.id, copy.facts)).toEqual(decision);
    expect(copy.edition).toEqual({ schoolYear: '2024/25', hub: null, version: edition.version });
  });

  it('says which years have a phase that this one lacks', async () => {
    const early = await loadEdition('2016/17');
    // @ts-expect-error Its type says so before the program runs.
    expect(() => decide(early, 'sustaining', PRIMARY)).toThrow(PhaseNotFoundError);
    // @ts-expect-error So does this one's.
    expect(() => compilePhase(early, 'sustaining')).toThrow(/2020\/21, 2022\/23, 2023\/24, 2024\/25/);
    const open: Edition = early;
    expect(() => decide(open, 'no-such-phase', PRIMARY)).toThrow(/No year has it/);
  });
});

describe('types', () => {
  it('refuse a slip of the pen in a phase, a fact or an answer of our years, and leave a hub’s own open', async () => {
    const { outcome } = decide(edition, 'development', { development: 'never' });
    expect(outcome).toBe('undetermined');
    // @ts-expect-error A phase that the year does not have.
    expect(() => decide(edition, 'developement', {})).toThrow(PhaseNotFoundError);
    // @ts-expect-error The same for a page that is still asking.
    expect(() => askPhase(edition, 'developement')).toThrow(PhaseNotFoundError);
    // @ts-expect-error An unknown fact: ignored where nothing checks types.
    expect(decide(edition, 'development', { developmnt: 'done' }).outcome).toBe('undetermined');
    // @ts-expect-error Not one of the fact's answers.
    expect(() => decide(edition, 'development', { development: 'finished' })).toThrow('finished');
    // @ts-expect-error Nor is this a fact for the ways in.
    expect(recommendEntry(edition, { developmnt: 'done' }).door).toBeNull();

    const own: Edition = extendEdition(edition, {
      format: 'maths-hubs-overrides/1',
      schoolYear: '2024/25',
      sources: {},
      version: '1',
      hub: 'a-hub',
      add: { phases: [{ id: 'taster', name: { value: 'Taster' } }] },
    });
    expect(decide(own, 'taster', {}).findings).toEqual([]);
    // A file that was read, and a year that comes as text, may hold any phase.
    const year: string = '2024/25';
    const read = await loadEdition(year);
    expect(() => decide(read, 'taster', {})).toThrow(PhaseNotFoundError);
  });
});
