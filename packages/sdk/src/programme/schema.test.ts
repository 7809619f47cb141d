import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidDataError } from '../evidence/index.js';
import type { Fault } from '../evidence/index.js';
import { editions, emptyEdition, loadEdition } from './index.js';
import type { Edition } from './index.js';
import { publishedSchemas } from './published-schema.js';
import { FACTS } from './school-facts.js';
import { parseEdition, parseOverrides } from './schema.js';

const { fromJSONSchema } = await import('zod');
const all = await Promise.all(editions().map(({ schoolYear }) => loadEdition(schoolYear)));
const edition = all.find(({ schoolYear }) => schoolYear === '2020/21') as Edition;

type Json = Record<string, unknown>;

function copy(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

function faultsOf(json: unknown): readonly Fault[] {
  try {
    parseEdition(json);
  } catch (error) {
    if (error instanceof InvalidDataError) return error.faults;
    throw error;
  }
  return [];
}

/** The edition with something else at a path; `undefined` removes it. */
function changed(path: readonly (string | number)[], value: unknown): Json {
  const json = copy(edition);
  const parent = path.slice(0, -1).reduce<Json>((node, key) => node[key] as Json, json);
  const last = path.at(-1)!;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy(json);
}

const text = (value: string) => ({ value, source: ['ours'], basis: 'hub' });
const ours = { id: 'ours', publisher: 'A Maths Hub', title: 'Our terms', date: '2026/27', url: null };
const smallest = {
  format: 'maths-hubs-edition/1',
  schoolYear: '2026/27',
  hub: 'A Maths Hub',
  version: '1',
  evidence: 'hub',
  sources: { ours },
  phases: [{ id: 'introductory', name: text('Introductory') }],
};

describe('parseEdition', () => {
  it.each(all.map((one) => [one.schoolYear, one] as const))('gives %s back as it was', (_, one) => {
    expect(parseEdition(copy(one))).toEqual(one);
    expect(parseEdition(JSON.stringify(one))).toEqual(one);
  });

  it('fills what a hub left out: terms unknown, lists empty', () => {
    const read = parseEdition({ ...smallest, $schema: './edition.schema.json' });
    expect(read.phases[0]?.terms.visits).toEqual({ value: null, source: [], basis: 'stated' });
    expect(read).toMatchObject({
      entryPoints: [],
      transitions: [],
      recruitment: [],
      calendar: null,
      specialists: null,
    });
    expect(read).not.toHaveProperty('$schema');
    expect(parseEdition(copy(read))).toEqual(read);
  });

  it.each<[string, (string | number)[], unknown, string]>([
    ['a misspelt term', ['phases', 0, 'terms', 'vists'], {}, 'phases[0].terms.vists'],
    [
      'a number as text',
      ['phases', 0, 'terms', 'duration', 'value', 'min'],
      '1',
      'phases[0].terms.duration.value.min',
    ],
    [
      'a unit nobody knows',
      ['phases', 0, 'terms', 'duration', 'value', 'unit'],
      'week',
      'phases[0].terms.duration.value.unit',
    ],
    [
      'a range upside down',
      ['phases', 0, 'terms', 'duration', 'value', 'min'],
      9,
      'phases[0].terms.duration.value',
    ],
    [
      'a known value without a source',
      ['phases', 0, 'terms', 'duration', 'source'],
      [],
      'phases[0].terms.duration.source',
    ],
    ['a source that is not there', ['phases', 0, 'name', 'source', 0], 'gone', 'phases[0].name.source[0]'],
    ['a year of two years', ['schoolYear'], '2020/22', 'schoolYear'],
    ['another format', ['format'], 'maths-hubs-edition/2', 'format'],
    ['no version', ['version'], undefined, 'version'],
    ['a phase twice', ['phases', 1, 'id'], 'readiness', 'phases[1].id'],
    ['a move to nowhere', ['transitions', 0, 'to'], 'intensifying', 'transitions[0].to'],
    [
      'a script for a website',
      ['contact'],
      { name: 'Us', website: 'javascript:alert(1)' },
      'contact.website',
    ],
    ['a plain website', ['contact'], { name: 'Us', website: 'http://example.org' }, 'contact.website'],
    [
      'a script for a source',
      ['sources', 'x'],
      { ...ours, id: 'x', url: 'javascript:alert(1)' },
      'sources.x.url',
    ],
    ['a source under another id', ['sources', 'x'], ours, 'sources.x.id'],
    ['a hub’s value without a hub', ['phases', 0, 'name', 'basis'], 'hub', 'phases[0].name.basis'],
  ])('finds %s', (_, path, value, at) => {
    expect(faultsOf(changed(path, value)).map((fault) => fault.path)).toContain(at);
  });

  it.each<[string, unknown, string]>([
    ['no condition', {}, ''],
    ['two at once', { all: [], any: [] }, ''],
    ['no parts', { all: [] }, '.all'],
    ['an unknown shape', { fact: 'a', between: [1, 2] }, ''],
    ['a limit in words', { fact: 'a', atLeast: 'three' }, '.atLeast'],
    ['a fault deep inside', { all: [{ not: { any: [{ fact: 'a', in: 'b' }] } }] }, '.all[0].not.any[0].in'],
  ])('rejects a condition with %s', (_, condition, at) => {
    const requirement = {
      id: 'r',
      statement: 's',
      condition,
      effect: 'bars',
      source: ['ours'],
      basis: 'hub',
    };
    const [phase] = smallest.phases;
    const faults = faultsOf({ ...smallest, phases: [{ ...phase, requirements: [requirement] }] });
    expect(faults.map(({ path }) => path)).toEqual([`phases[0].requirements[0].condition${at}`]);
  });

  it.each<[string, unknown, string, RegExp]>([
    ['a value of no answer', { fact: 'schoolPhase', is: 'primry' }, '.is', /Did you mean “primary”/],
    [
      'a year as text',
      { fact: 'developmentYear', is: '2018' },
      '.is',
      /^Take off the .* marks: write 2018\.$/,
    ],
    [
      'a limit as text',
      { fact: 'developmentYear', atLeast: '2018' },
      '.atLeast',
      /quotation marks: write 2018/,
    ],
    ['yes in quotation marks', { fact: 'open', is: 'true' }, '.is', /^Take off the .* marks: write true\.$/],
    ['a year as text that is none', { fact: 'developmentYear', is: '1918' }, '.is', /whole number from 2016/],
    [
      'an answer that is listed twice',
      { fact: 'schoolPhase', in: ['primary', 'primary'] },
      '.in[1]',
      /is listed twice/,
    ],
    [
      'a count in quotation marks',
      { atLeast: '1', of: [{ fact: 'open', is: true }] },
      '.atLeast',
      /write 1\./,
    ],
    ['a count of none', { atLeast: 0, of: [{ fact: 'open', is: true }] }, '.atLeast', /how many/],
    ['a range on yes or no', { fact: 'open', atLeast: 1 }, '.atLeast', /name its values/],
    ['a limit out of bounds', { fact: 'developmentYear', atMost: 1e9 }, '.atMost', /2016 to 2035/],
    ['a fact that nobody knows', { fact: 'stateFundedd', is: true }, '.fact', /Did you mean “stateFunded”/],
    ['what every object has', { fact: 'constructor', is: true }, '.fact', /Use one of inEngland/],
    ['its prototype', { fact: '__proto__', is: true }, '.fact', /Use one of inEngland/],
    ['more than there are', { atLeast: 3, of: [{ fact: 'open', is: true }] }, '.atLeast', /how many/],
    [
      'too many combinations',
      {
        any: Array.from({ length: 2 ** 10 }, (_, bits) => ({
          all: FACTS.filter(({ domain }) => domain === 'boolean')
            .slice(0, 10)
            .map(({ id }, place) => ({ fact: id, is: ((bits * 37) >> place) % 2 === 0 })),
        })).filter((_, bits) => bits.toString(2).replaceAll('0', '').length % 2 === 1),
      },
      '',
      /Split it/,
    ],
  ])('refuses a rule over %s', (_, condition, at, remedy) => {
    const requirement = {
      id: 'r',
      statement: 's',
      condition,
      effect: 'bars',
      source: ['ours'],
      basis: 'hub',
    };
    const [phase] = smallest.phases;
    const faults = faultsOf({ ...smallest, phases: [{ ...phase, requirements: [requirement] }] });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.path).toBe(`phases[0].requirements[0].condition${at}`);
    expect(faults[0]?.remedy).toMatch(remedy);
  });

  it('refuses what a reader cannot see or would drop', () => {
    const paths = (json: unknown) => faultsOf(json).map(({ path }) => path);
    const unseen = [
      ...['a\u0000b', '\u202egnp', '\ud800', 'x'.repeat(5001)],
      ...['\u200b', '\u200c\u200d', '\u00ad', '\u3164', '\u2800', '\u0301'],
      ...['\ufeffHub', 'Hub\u{e0041}', 'a\u2028b', 'a\u2029b', 'Hub\uffff', 'Hub\ufdd0', 'Hub\u{1fffe}'],
    ];
    for (const wrong of unseen) {
      expect(paths({ ...smallest, note: wrong }), JSON.stringify(wrong)).toEqual(['note']);
      expect(paths({ ...smallest, hub: wrong }), JSON.stringify(wrong)).toContain('hub');
    }
    for (const right of [
      'می\u200cخواهم',
      'क्\u200dष',
      '👩\u200d🏫 Hub',
      '❤️',
      'Łódź',
      'a\n\tb',
      '–',
      'Zoe\u0301',
    ])
      expect(paths({ ...smallest, note: right }), right).toEqual([]);
    expect(paths(`{"schoolYear":"2024/25","a":{"b":[1,{"c":1,"c":2}]},"schoolYear":"2020/21"}`)).toEqual([
      'a.b[1].c',
      'schoolYear',
    ]);
    expect(paths('{"phases":[{"constructor":1}],"__proto__":{}}')).toEqual([
      'phases[0].constructor',
      '__proto__',
    ]);
    const halves = { value: { min: 8.5, max: 8.5, unit: 'school' }, source: ['ours'], basis: 'hub' };
    expect(paths(changed(['phases', 0, 'terms', 'groupSize'], halves))).toContain(
      'phases[0].terms.groupSize.value',
    );
  });

  it('tells every fault at once, each with what was found, what is expected, and a remedy', () => {
    const json = { ...changed(['phases', 0, 'terms', 'vists'], {}), schoolYear: 5, extra: 1 };
    const faults = faultsOf({ ...json, transitions: [{ from: 'gone' }] });
    expect(faults.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'phases[0].terms.vists',
        'schoolYear',
        'extra',
        'transitions[0].from',
        'transitions[0].to',
      ]),
    );
    for (const fault of faults)
      for (const part of [fault.found, fault.expected, fault.remedy]) expect(part).toMatch(/\S/);
    expect(faults.find(({ path }) => path === 'schoolYear')).toMatchObject({
      found: '5',
      expected: 'a school year',
    });
    expect(faults.find(({ path }) => path === 'phases[0].terms.vists')?.expected).toContain('visits');
  });

  it('says where text stops being JSON', () => {
    expect(() => parseEdition('{"format": ')).toThrow(InvalidDataError);
  });

  it('throws nothing but its own error, whatever the JSON', () => {
    const anything = fc.jsonValue({ maxDepth: 4 });
    const paths = fc.constantFrom<(string | number)[]>(
      ['phases'],
      ['phases', 0],
      ['phases', 0, 'terms'],
      ['phases', 0, 'terms', 'funding'],
      ['phases', 0, 'requirements'],
      ['sources'],
      ['transitions'],
      ['transitions', 0],
      ['calendar'],
      ['recruitment'],
      ['specialists'],
    );
    const named = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidDataError);
        expect((error as InvalidDataError).faults.length).toBeGreaterThan(0);
      }
    };
    fc.assert(
      fc.property(anything, paths, (json, path) => {
        named(() => parseEdition(json));
        named(() => parseOverrides(json));
        named(() => parseEdition(changed(path, json)));
        named(() => parseEdition(JSON.stringify({ ...smallest, ['__proto__']: json })));
      }),
      { numRuns: 300 },
    );
  });

  it('does not overflow on a condition nested without end', () => {
    const deep = `${'{"not":'.repeat(50_000)}{}${'}'.repeat(50_000)}`;
    expect(() => parseEdition(deep)).toThrow('nested more than 200 deep');
  });

  it('reads an empty edition of either shape', () => {
    for (const template of ['four-phases', 'two-strands'] as const) {
      const empty = emptyEdition('2026/27', template);
      expect(parseEdition(copy(empty))).toEqual(empty);
    }
  });
});

/** Faults between values, which JSON Schema cannot find. */
const BEYOND_SHAPE =
  /this file’s sources|this edition’s phases|Name the hub|at least one source|not used before|no greater than max|Write £10.50|no halves|reserved name|at least one end|kind is not-stated/;

describe('the published JSON Schema', () => {
  const published = fromJSONSchema(
    publishedSchemas()['edition.schema.json'] as Parameters<typeof fromJSONSchema>[0],
  );
  const accepts = (json: unknown): boolean => published.safeParse(json).success;

  it('accepts every edition and the smallest file', () => {
    for (const one of [...all, smallest]) expect(accepts(copy(one))).toBe(true);
  });

  it('agrees with parseEdition wherever shape alone decides', () => {
    const paths = pathsIn(copy(edition)).filter((path) => !path.includes('condition'));
    const broken = fc.record({
      path: fc.constantFrom(...paths),
      value: fc.constantFrom<unknown>(undefined, 42.5, { surplus: true }, [{}], true),
    });
    fc.assert(
      fc.property(broken, ({ path, value }) => {
        const json = changed(path, value);
        const shape = faultsOf(json).filter(
          ({ expected, remedy }) => !BEYOND_SHAPE.test(`${expected} ${remedy}`),
        );
        expect(accepts(json)).toBe(shape.length === 0);
      }),
      { numRuns: 60 },
    );
  });

  it('names each term for whoever completes it', () => {
    expect(JSON.stringify(publishedSchemas())).toContain('"description":"Visits to the school"');
  });

  it('names the facts and their answers', () => {
    const text = JSON.stringify(publishedSchemas()['overrides.schema.json']);
    expect(text).toContain('"const":"schoolPhase","description":"What ages does your school teach?"');
    expect(text).toContain('{"enum":["mainstream","special","alternative"]}');
  });
});

function pathsIn(json: unknown, path: (string | number)[] = []): (string | number)[][] {
  const children = Array.isArray(json)
    ? [...json.entries()]
    : typeof json === 'object' && json !== null
      ? Object.entries(json)
      : [];
  const below = (children as [string | number, unknown][]).flatMap(([key, child]) =>
    pathsIn(child, [...path, key]),
  );
  return path.length === 0 ? below : [path, ...below];
}
