import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidDataError } from '../evidence/index.js';
import { diffEditions, editions, emptyEdition, extendEdition, loadEdition, TERMS } from './index.js';
import type { Edition, HubTerms, Overrides, TermId, TermKind, TermValues } from './index.js';
import { parseEdition, parseOverrides } from './schema.js';

const base = await loadEdition('2020/21');
const termIds = Object.keys(TERMS) as TermId[];
const phaseIds = base.phases.map(({ id }) => id);

const terms: Overrides = {
  format: 'maths-hubs-overrides/1',
  schoolYear: '2020/21',
  hub: 'A Maths Hub',
  version: '3',
  sources: { ours: { id: 'ours', publisher: 'A Maths Hub', title: 'Our terms', date: '2020/21', url: null } },
};

function misfits(overrides: Overrides, edition: Edition = base): string[] {
  try {
    extendEdition(edition, overrides);
  } catch (error) {
    if (error instanceof InvalidDataError) return error.faults.map(({ path }) => path);
    throw error;
  }
  return [];
}

const word = fc.string({ minLength: 1 }).map((text) => `hub ${text}`);
const count = fc.nat(99);
const VALUES: { [K in TermKind]: fc.Arbitrary<TermValues[K]> } = {
  quantity: count.map((min) => ({ min, max: min + 1, unit: 'visit' as const, per: 'hub' as const })),
  text: word,
  texts: fc.array(word, { maxLength: 3 }),
  flag: fc.boolean(),
  frequency: fc.constantFrom('half-termly', 'termly', 'yearly', 'regular'),
  phases: fc.uniqueArray(fc.constantFrom(...phaseIds)),
  funding: fc.array(
    fc.record({
      id: fc.constant('own'),
      purpose: fc.constant('other' as const),
      kind: fc.constant('fixed' as const),
      pence: count,
      per: fc.constant('school' as const),
      description: word,
    }),
    { maxLength: 1 },
  ),
};

/** What a hub does to one term of one phase. */
const edit = fc
  .record({ phase: fc.constantFrom(...phaseIds), term: fc.constantFrom(...termIds), clears: fc.boolean() })
  .chain(({ phase, term, clears }) =>
    (clears ? fc.constant(null) : (VALUES[TERMS[term].kind] as fc.Arbitrary<unknown>)).map((value) => ({
      phase,
      term,
      value,
    })),
  );
const edits = fc.uniqueArray(edit, { selector: ({ phase, term }) => `${phase} ${term}`, maxLength: 12 });

function overridesOf(list: readonly { phase: string; term: TermId; value: unknown }[]): Overrides {
  const set: Record<string, HubTerms> = {};
  const clear: Record<string, TermId[]> = {};
  for (const { phase, term, value } of list)
    if (value === null) clear[phase] = [...(clear[phase] ?? []), term];
    else set[phase] = { ...set[phase], [term]: { value } };
  return { ...terms, set: { terms: set }, clear: { terms: clear } };
}

describe('extendEdition', () => {
  it('changes exactly what the overrides say, and diffEditions tells exactly that', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const extended = extendEdition(base, parseOverrides(JSON.stringify(overridesOf(list))));
        const told = diffEditions(base, extended).map((change) =>
          change.what === 'term' ? [change.phase, change.term, change.after.value] : change,
        );
        const meant = list
          .filter(({ phase, term, value }) => {
            const before = base.phases.find(({ id }) => id === phase)!.terms[term].value;
            return JSON.stringify(before) !== JSON.stringify(value);
          })
          .map(({ phase, term, value }) => [phase, term, value]);
        expect(new Set(told.map((one) => JSON.stringify(one)))).toEqual(
          new Set(meant.map((one) => JSON.stringify(one))),
        );
        for (const { phase, term } of list) {
          const fact = extended.phases.find(({ id }) => id === phase)!.terms[term];
          expect([fact.basis, fact.source]).toEqual(['hub', ['ours']]);
        }
        expect(parseEdition(JSON.stringify(extended))).toEqual(extended);
      }),
    );
  });

  it('leaves its arguments alone, and names the hub and both versions', () => {
    const before = JSON.stringify(base);
    const extended = extendEdition(
      base,
      overridesOf([{ phase: 'development', term: 'visits', value: null }]),
    );
    expect(JSON.stringify(base)).toBe(before);
    expect(extended).toMatchObject({
      hub: 'A Maths Hub',
      version: `${base.version}+3`,
      evidence: base.evidence,
    });
  });

  it('adds, sets and removes phases, requirements, doors, moves and windows', () => {
    const requirement = (statement: string) => ({
      id: 'own-rule',
      statement,
      condition: { fact: 'schoolPhase', is: 'primary' },
      effect: 'advises' as const,
    });
    const added = extendEdition(base, {
      ...terms,
      set: { names: { readiness: { value: 'Getting ready' } }, contact: { name: 'A Maths Hub' } },
      add: {
        phases: [{ id: 'taster', name: { value: 'Taster' }, before: 'readiness' }],
        requirements: { development: [requirement('first')] },
        entryPoints: [{ phase: 'taster', forWhom: 'schools that are curious' }],
        transitions: [{ from: 'taster', to: 'readiness', rule: 'allowed', statement: 'Taster leads on.' }],
        recruitment: [{ id: 'spring', phases: ['taster'], opens: '2021-01-05', closes: null }],
      },
      remove: { phases: ['sustaining'] },
    });
    expect(added.phases.map(({ id }) => id)).toEqual(['taster', 'readiness', 'development', 'embedding']);
    expect(diffEditions(base, added).map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'name',
        'phase',
        'requirement',
        'entry-point',
        'transition',
        'recruitment',
        'contact',
      ]),
    );
    expect(added.transitions.every(({ from, to }) => from !== 'sustaining' && to !== 'sustaining')).toBe(
      true,
    );
    expect(parseEdition(JSON.stringify(added))).toEqual(added);

    const again = extendEdition(
      { ...added, sources: base.sources, hub: null },
      { ...terms, set: { requirements: { development: [requirement('second')] } } },
    );
    expect(again.phases.find(({ id }) => id === 'development')?.requirements.at(-1)).toEqual({
      ...requirement('second'),
      source: ['ours'],
      basis: 'hub',
    });
  });

  it.each<[string, Partial<Overrides>, string]>([
    ['another year', { schoolYear: '2024/25' }, 'schoolYear'],
    ['a phase that is not there', { set: { terms: { gone: {} } } }, 'set.terms.gone'],
    [
      'a term both set and cleared',
      {
        set: { terms: { development: { summary: { value: 'x' } } } },
        clear: { terms: { development: ['summary'] } },
      },
      'clear.terms.development[0]',
    ],
    [
      'a phase that is there already',
      { add: { phases: [{ id: 'development', name: { value: 'x' } }] } },
      'add.phases[0].id',
    ],
    [
      'a requirement that is not there',
      { remove: { requirements: { development: ['gone'] } } },
      'remove.requirements.development[0]',
    ],
    ['a window that is not there', { remove: { recruitment: ['gone'] } }, 'remove.recruitment[0]'],
    [
      'a way to a phase that is not there',
      { set: { terms: { development: { next: { value: ['gone'] } } } } },
      'set.terms.development.next.value',
    ],
  ])('refuses %s', (_, overrides, path) => {
    expect(misfits({ ...terms, ...overrides })).toEqual([path]);
  });

  it('refuses another hub’s edition, and a source id that the edition uses', () => {
    const theirs = extendEdition(base, terms);
    expect(misfits({ ...terms, hub: 'Another hub' }, theirs)).toEqual(['hub', 'sources.ours']);
  });
});

describe('diffEditions', () => {
  it('finds nothing between an edition and itself', async () => {
    for (const { schoolYear } of editions()) {
      const edition = await loadEdition(schoolYear);
      expect(diffEditions(edition, edition)).toEqual([]);
    }
  });

  it('tells the same from either side', async () => {
    const later = await loadEdition('2024/25');
    const turned = diffEditions(later, base).map(({ before, after, ...rest }) => ({
      ...rest,
      before: after,
      after: before,
    }));
    const forward = diffEditions(base, later);
    expect(new Set(turned.map((one) => JSON.stringify(one)))).toEqual(
      new Set(forward.map(({ before, after, ...rest }) => JSON.stringify({ ...rest, before, after }))),
    );
    expect(forward.length).toBeGreaterThan(0);
  });
});

describe('emptyEdition', () => {
  it.each([
    ['four-phases', ['readiness', 'development', 'embedding', 'sustaining']],
    ['two-strands', ['introductory', 'continuing']],
  ] as const)('starts %s with every value null', (template, ids) => {
    const empty = emptyEdition('2026-27', template, 'A Maths Hub');
    expect(empty.schoolYear).toBe('2026/27');
    expect(empty.phases.map(({ id }) => id)).toEqual(ids);
    for (const { name, terms, requirements } of empty.phases) {
      expect([name, ...Object.values(terms)].every(({ value }) => value === null)).toBe(true);
      expect(Object.keys(terms)).toEqual(termIds);
      expect(requirements).toEqual([]);
    }
  });
});
