import { describe, expect, it } from 'vitest';
import { InvalidDataError, type Fault } from '../evidence/index.js';
import {
  addSchoolYears,
  entryPhases,
  extendEdition,
  formatSchoolYear,
  loadEdition,
  phaseNameOf,
  schoolYearRange,
  shortPhaseName,
} from './index.js';
import type { Edition, Overrides } from './index.js';
import { parseEdition } from './schema.js';

const base = await loadEdition('2020/21');
const [first] = base.phases;
const ruled = base.phases.find(({ requirements }) => requirements.length > 0)!;
const oneRule = ruled.requirements[0]!;
const PHASES = base.phases.map(({ id }) => id);
const LISTED = `a phase of the edition: ${PHASES.join(', ')}`;
const NAME = 'Name one of them, or add the phase.';
const SETS = 'Correct it, or leave it out.';

const terms: Overrides = {
  format: 'maths-hubs-overrides/1',
  schoolYear: '2020/21',
  hub: 'A Maths Hub',
  version: '3',
  sources: { ours: { id: 'ours', publisher: 'A Maths Hub', title: 'Our terms', date: '2020/21', url: null } },
};

function faultsOf(work: () => unknown): readonly Fault[] {
  try {
    work();
  } catch (error) {
    if (error instanceof InvalidDataError) return error.faults;
    throw error;
  }
  return [];
}
const misfits = (overrides: object, edition: Edition = base) =>
  faultsOf(() => extendEdition(edition, { ...terms, ...overrides } as Overrides)).map(
    ({ path, expected, remedy }) => [path, expected, remedy],
  );

const requirement = {
  id: 'new-rule',
  statement: 'A rule.',
  effect: 'bars',
  condition: { fact: 'open', is: true },
};
const window = { id: 'w', phases: ['elsewhere'], opens: null, closes: null };

describe('what does not fit an edition', () => {
  it.each<[string, object, [string, string, string][]]>([
    [
      'another year',
      { schoolYear: '2021/22' },
      [
        [
          'schoolYear',
          '2020/21',
          'Extend the edition of the same year: nothing is carried from one year into another.',
        ],
      ],
    ],
    [
      'terms of a phase that is not there',
      { set: { terms: { elsewhere: {} } } },
      [['set.terms.elsewhere', LISTED, NAME]],
    ],
    ['a name of one', { set: { names: { elsewhere: 'E' } } }, [['set.names.elsewhere', LISTED, NAME]]],
    [
      'rules of one',
      { set: { requirements: { elsewhere: [] } } },
      [['set.requirements.elsewhere', LISTED, NAME]],
    ],
    ['one to clear', { clear: { terms: { elsewhere: [] } } }, [['clear.terms.elsewhere', LISTED, NAME]]],
    [
      'rules to add to one',
      { add: { requirements: { elsewhere: [] } } },
      [['add.requirements.elsewhere', LISTED, NAME]],
    ],
    [
      'rules to take from one',
      { remove: { requirements: { elsewhere: [] } } },
      [['remove.requirements.elsewhere', LISTED, NAME]],
    ],
    ['one to remove', { remove: { phases: ['elsewhere'] } }, [['remove.phases[0]', LISTED, NAME]]],
    [
      'a move into one and out of one',
      {
        add: {
          transitions: [
            { from: PHASES[0], to: 'elsewhere' },
            { from: 'nowhere', to: PHASES[0] },
          ],
        },
      },
      [
        ['add.transitions[0].to', LISTED, NAME],
        ['add.transitions[1].from', LISTED, NAME],
      ],
    ],
    [
      'a way in, a window and an event of one',
      {
        add: { entryPoints: [{ phase: 'elsewhere' }], recruitment: [window] },
        set: { calendar: { events: [{ phase: 'elsewhere' }] } },
      },
      [
        ['add.entryPoints[0].phase', LISTED, NAME],
        ['add.recruitment[0].phases', LISTED, NAME],
        ['set.calendar.events[0].phase', LISTED, NAME],
      ],
    ],
    [
      'a phase before one, and a next one, that are not there',
      {
        add: { phases: [{ id: 'own', before: 'elsewhere', terms: { next: { value: ['nowhere'] } } }] },
        set: { terms: { [PHASES[0]!]: { next: { value: ['nowhere'] } } } },
      },
      [
        ['add.phases[0].before', `${LISTED}, own`, NAME],
        [`set.terms.${PHASES[0]!}.next.value`, `${LISTED}, own`, NAME],
        ['add.phases[0].terms.next.value', `${LISTED}, own`, NAME],
      ],
    ],
    [
      'a door into one; a door into none fits',
      {
        set: {
          doors: [
            { id: 'a', phase: null },
            { id: 'b', phase: 'elsewhere' },
          ],
        },
      },
      [['set.doors[1].phase', LISTED, NAME]],
    ],
    [
      'a phase that is there already, and one twice',
      { add: { phases: [{ id: PHASES[0] }, { id: 'own' }, { id: 'own' }] } },
      [
        ['add.phases[0].id', 'a phase that the edition has not', 'Set its terms instead.'],
        ['add.phases[2].id', 'a phase that the edition has not', 'Set its terms instead.'],
      ],
    ],
    [
      'a term that is set and cleared',
      {
        set: { terms: { [PHASES[0]!]: { charge: { value: true } } } },
        clear: { terms: { [PHASES[0]!]: ['visits', 'charge'] } },
      },
      [[`clear.terms.${PHASES[0]!}[1]`, 'a term that is not set as well', 'Either set it or clear it.']],
    ],
    [
      'what is not in a list',
      {
        remove: {
          entryPoints: ['elsewhere'],
          transitions: [{ from: 'nowhere', to: 'elsewhere' }],
          recruitment: ['never'],
          linkedProjects: ['none'],
          requirements: { [PHASES[0]!]: ['no-such-rule'] },
        },
      },
      [
        [`remove.requirements.${PHASES[0]!}[0]`, oneOf(first?.requirements.map(({ id }) => id)), SETS],
        ['remove.entryPoints[0]', oneOf(base.entryPoints.map(({ phase }) => phase)), SETS],
        ['remove.transitions[0]', oneOf(base.transitions.map(({ from, to }) => `${from} to ${to}`)), SETS],
        ['remove.recruitment[0]', oneOf(base.recruitment.map(({ id }) => id)), SETS],
        ['remove.linkedProjects[0]', oneOf(base.linkedProjects.map(({ id }) => id)), SETS],
      ],
    ],
    [
      'what is in a list twice',
      {
        add: {
          requirements: { [PHASES[0]!]: [requirement, requirement] },
          linkedProjects: [{ id: 'own' }, { id: 'own' }],
        },
      },
      [
        [
          `add.requirements.${PHASES[0]!}[1].id`,
          'something other than new-rule, which is there already',
          'Remove the one that is there as well, or give this one another id.',
        ],
        [
          'add.linkedProjects[1]',
          'something other than own, which is there already',
          'Remove the one that is there as well, or give this one another id.',
        ],
      ],
    ],
    [
      'a rule to put in the place of one that is not there, and the same twice',
      { set: { requirements: { [ruled.id]: [requirement, oneRule, oneRule] } } },
      [
        [
          `set.requirements.${ruled.id}[0].id`,
          oneOf(ruled.requirements.map(({ id }) => id)),
          'Correct it, or leave it out.',
        ],
        [
          `set.requirements.${ruled.id}[2].id`,
          `something other than ${oneRule.id}, which is there already`,
          'Remove the one that is there as well, or give this one another id.',
        ],
      ],
    ],
    [
      'a source by an id that is taken',
      { sources: { [Object.keys(base.sources)[0]!]: { id: Object.keys(base.sources)[0] } } },
      [
        [
          `sources.${Object.keys(base.sources)[0]!}`,
          'an id that the edition does not use',
          'Give the source another id.',
        ],
      ],
    ],
  ])('%s', (_, overrides, expected) => {
    expect(misfits(overrides)).toEqual(expected);
  });

  it('another hub’s edition, and one without phases', () => {
    expect(misfits({}, { ...base, hub: 'Another Hub' })).toEqual([
      ['hub', 'Another Hub', 'That edition is another hub’s; extend the national one.'],
    ]);
    expect(misfits({ set: { names: { development: 'D' } } }, { ...base, phases: [] })).toEqual([
      ['set.names.development', 'a phase of the edition: there is none', NAME],
    ]);
  });

  it('nothing of what goes with a phase that is removed', () => {
    const [gone] = base.entryPoints.map(({ phase }) => phase);
    expect(
      misfits({
        remove: { phases: [gone] },
        add: { phases: [], entryPoints: [] },
      }),
    ).toEqual([]);
  });
});

function oneOf(ids: readonly string[] = []): string {
  return ids.length === 0 ? 'nothing: the edition has none' : `one of the edition’s: ${ids.join(', ')}`;
}

describe('an edition that names what is not in it', () => {
  const read = (more: object) =>
    faultsOf(() =>
      parseEdition({
        ...base,
        ...more,
      }),
    ).map(({ path, expected, remedy }) => [path, expected, remedy]);
  const phases = `one of this edition’s phases: ${PHASES.join(', ')}`;

  it.each<[string, object, [string, string, string][]]>([
    [
      'ways in and moves',
      {
        entryPoints: [{ ...base.entryPoints[0], phase: 'elsewhere' }],
        transitions: [{ ...base.transitions[0], from: 'nowhere', to: 'elsewhere' }],
      },
      [
        ['entryPoints[0].phase', phases, 'Name one of them.'],
        ['transitions[0].from', phases, 'Name one of them.'],
        ['transitions[0].to', phases, 'Name one of them.'],
      ],
    ],
    [
      'the next phase of one, and what a window and an event are for',
      {
        phases: base.phases.map((phase, index) =>
          index === 0
            ? {
                ...phase,
                terms: {
                  ...phase.terms,
                  next: { value: ['elsewhere'], source: [Object.keys(base.sources)[0]], basis: 'stated' },
                },
              }
            : phase,
        ),
      },
      [['phases[0].terms.next.value[0]', phases, 'Name one of them.']],
    ],
    [
      'two rules of one id',
      {
        phases: base.phases.map((phase) =>
          phase.id === ruled.id ? { ...phase, requirements: [...phase.requirements, oneRule] } : phase,
        ),
      },
      [
        [
          `phases[${String(PHASES.indexOf(ruled.id))}].requirements[${String(ruled.requirements.length)}].id`,
          'an id not used before in this list',
          'Give each its own.',
        ],
      ],
    ],
    [
      'two phases of one id',
      { phases: [...base.phases, base.phases[0]] },
      [
        [
          `phases[${String(base.phases.length)}].id`,
          'an id not used before in this list',
          'Give each its own.',
        ],
      ],
    ],
  ])('%s', (_, more, expected) => {
    expect(read(more)).toEqual(expected);
  });
});

describe('the words for a phase and a year', () => {
  it('are the programme’s, the year’s or the hub’s own', () => {
    expect(phaseNameOf(base, 'six-week-start')).toBe('Six week start');
    expect(entryPhases(base).map(({ entry, phase }) => [entry.phase, phase.id])).toEqual(
      base.entryPoints.map(({ phase }) => [phase, phase]),
    );
    expect(phaseNameOf(base, PHASES[0]!)).toBe(first?.name.value);
    expect(shortPhaseName(base, 'development')).toBe('Development');
    const own = {
      ...base,
      hub: 'A Hub',
      phases: base.phases.map((phase) => ({ ...phase, name: { ...phase.name, value: `Our ${phase.id}` } })),
    };
    expect(shortPhaseName(own, PHASES[0]!)).toBe(`Our ${PHASES[0]!}`);
    expect(shortPhaseName({ ...own, hub: null }, 'development')).toBe('Development');
  });

  it('of a year that is none are refused', () => {
    expect(() => addSchoolYears('9998/99', 1)).toThrow('No school year starts in 9999.');
    expect(() => addSchoolYears('1000/01', -1)).toThrow('No school year starts in 999.');
    expect(() => addSchoolYears('2020/21', 0.5)).toThrow('No school year starts in 2020.5.');
    expect(addSchoolYears('9997/98', 1)).toBe('9998/99');
    expect(addSchoolYears('1001/02', -1)).toBe('1000/01');
  });

  it('are “2020 to 2021”', () => {
    expect(formatSchoolYear('2020/21')).toBe('2020 to 2021');
    expect(formatSchoolYear('1999/00')).toBe('1999 to 2000');
    expect(schoolYearRange('2019/20', '2020/21')).toEqual(['2019/20', '2020/21']);
  });
});
