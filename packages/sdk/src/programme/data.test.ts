import { describe, expect, it } from 'vitest';

import { editions, loadEdition } from './index.js';
import type { Edition, Phase, TermId } from './index.js';
import { parseEdition } from './schema.js';

const years = editions().map(({ schoolYear }) => schoolYear);
const all = await Promise.all(years.map((year) => loadEdition(year)));

function phase(edition: Edition, id: string): Phase {
  const found = edition.phases.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no phase ${id} in ${edition.schoolYear}`);
  return found;
}

const valuesOf = ({ terms }: Phase, ids: readonly TermId[]) =>
  Object.fromEntries(ids.map((id) => [id, terms[id].value]));

const known = ({ terms }: Phase) =>
  Object.entries(terms)
    .filter(([, { value }]) => value !== null)
    .map(([id]) => id)
    .sort();

const range = (min: number | null, max: number | null, unit: string, per?: string) => ({
  min,
  max,
  unit,
  ...(per && { per }),
});

describe('the editions', () => {
  it('run from 2016/17 to 2025/26 without a gap', () => {
    expect(years).toEqual([
      ...['2016/17', '2017/18', '2018/19', '2019/20', '2020/21'],
      ...['2021/22', '2022/23', '2023/24', '2024/25', '2025/26'],
    ]);
  });

  it('satisfy the schema that a hub’s own edition must satisfy', () => {
    for (const edition of all) expect(parseEdition(JSON.parse(JSON.stringify(edition)))).toEqual(edition);
  });

  it('cite only sources they carry, and carry only sources they cite', () => {
    for (const edition of all) {
      const { sources, ...facts } = edition;
      const cited = [...JSON.stringify(facts).matchAll(/"source":(\[[^\]]*\])/g)].flatMap(
        ([, ids]) => JSON.parse(ids!) as string[],
      );
      expect(new Set(cited), edition.schoolYear).toEqual(new Set(Object.keys(sources)));
    }
  });

  it('state a term only from a dated source', () => {
    for (const { schoolYear, sources, phases } of all)
      for (const { id, terms } of phases)
        for (const [term, { value, source }] of Object.entries(terms))
          for (const cited of value === null ? [] : source)
            expect(sources[cited]?.date, `${schoolYear} ${id} ${term}`).toEqual(expect.any(String));
  });

  it('give £1000 for release in 2019/20, 2020/21 and 2024/25, and in no other year', () => {
    const given = all.filter(({ phases }) =>
      phases.some(({ terms }) =>
        terms.funding.value?.some(({ kind, pence }) => kind === 'fixed' && pence === 100_000),
      ),
    );
    expect(given.map(({ schoolYear }) => schoolYear)).toEqual(['2019/20', '2020/21', '2024/25']);
  });

  it('give textbook ceilings of £2000 only where a source states one, and never a rate', () => {
    const textbooks = all.flatMap(({ schoolYear, phases }) =>
      phases.flatMap(({ terms }) =>
        (terms.funding.value ?? [])
          .filter(({ purpose }) => purpose === 'textbooks')
          .map(({ pence, matchRate }) => [schoolYear, pence, matchRate]),
      ),
    );
    expect(textbooks).toEqual([
      ['2016/17', 200_000, null],
      ['2017/18', 200_000, null],
      ['2018/19', null, null],
      ['2019/20', null, null],
      ['2020/21', 200_000, null],
    ]);
  });

  it('carry no project code to another year', () => {
    const codes = all.flatMap(({ schoolYear, phases }) =>
      phases.flatMap(({ terms }) => (terms.projectCode.value ? [[schoolYear, terms.projectCode.value]] : [])),
    );
    expect(codes).toEqual([
      ['2020/21', 'NCP20-09'],
      ['2020/21', 'NCP20-10'],
      ['2020/21', 'NCP20-12'],
      ['2024/25', 'NCP24-11'],
    ]);
  });

  it('leave the school phases of 2025/26 empty and state only its specialists', () => {
    const { phases, specialists } = all.at(-1)!;
    expect(phases).toEqual([]);
    expect(specialists?.cohort.value).toBe(11);
    expect(specialists?.firstYearDays).toMatchObject({
      value: range(15, 15, 'day', 'teacher'),
      variants: [{ value: range(10, 10, 'day', 'teacher') }],
      conflict: expect.any(String),
    });
    expect(specialists?.applyBy.value).toBe('2025-03-14');
  });
});

describe('2020/21', () => {
  const edition = all[years.findIndex((year) => year === '2020/21')]!;

  it('has four phases, entered at Readiness or Development', () => {
    expect(edition.phases.map(({ id }) => id)).toEqual([
      'readiness',
      'development',
      'embedding',
      'sustaining',
    ]);
    expect(edition.entryPoints.map(({ phase }) => phase)).toEqual(['readiness', 'development']);
  });

  it('states Readiness as far as it is evidenced', () => {
    const readiness = phase(edition, 'readiness');
    expect(valuesOf(readiness, ['projectCode', 'optional', 'duration', 'groupSize', 'teachers'])).toEqual({
      projectCode: 'NCP20-09',
      optional: true,
      duration: range(1, 1, 'year'),
      groupSize: range(null, 8, 'school', 'group'),
      teachers: range(2, 2, 'teacher', 'school'),
    });
    expect(readiness.terms.optional.basis).toBe('derived');
    expect(readiness.terms.teachers.variants?.[0]?.value).toEqual(range(1, 2, 'teacher', 'school'));
    expect(valuesOf(readiness, ['meetingFrequency', 'visitFrequency'])).toEqual({
      meetingFrequency: 'half-termly',
      visitFrequency: 'half-termly',
    });
    expect(valuesOf(readiness, ['visits', 'funding', 'charge', 'headteacher', 'release'])).toEqual({
      visits: null,
      funding: null,
      charge: null,
      headteacher: null,
      release: null,
    });
  });

  it('states Development to the last number', () => {
    const development = phase(edition, 'development');
    const counts: TermId[] = ['groupSize', 'teachers', 'meetings', 'meetingLength', 'release', 'visits'];
    expect(valuesOf(development, [...counts, 'headteacherMeetings', 'duration'])).toEqual({
      groupSize: range(6, 7, 'school', 'group'),
      teachers: range(2, 2, 'teacher', 'school'),
      meetings: range(6, 6, 'meeting', 'year'),
      meetingLength: range(1, 1, 'half-day'),
      release: range(3, 3, 'day', 'teacher'),
      visits: range(3, 3, 'visit', 'year'),
      headteacherMeetings: range(3, 3, 'meeting', 'year'),
      duration: range(1, 1, 'year'),
    });
    expect(
      valuesOf(development, ['projectCode', 'meetingFrequency', 'visitFrequency', 'charge', 'next']),
    ).toEqual({
      projectCode: 'NCP20-10',
      meetingFrequency: 'half-termly',
      visitFrequency: 'termly',
      charge: false,
      next: ['embedding'],
    });
    expect(development.terms.release).toMatchObject({
      basis: 'derived',
      note: expect.stringContaining('six teacher-days'),
    });
    expect(development.terms.outcomes.value).toHaveLength(5);
    expect(development.terms.outcomes.variants?.[0]?.value).toHaveLength(3);
  });

  it('leaves no term of Development unknown but the four that no source gives', () => {
    const unknown = Object.entries(phase(edition, 'development').terms).flatMap(([id, { value }]) =>
      value === null ? [id] : [],
    );
    expect(unknown).toEqual(['headteacherFirstWorkshop', 'focus', 'priority', 'repeat']);
  });

  it('gives £1000 for release, and up to £2000 for textbooks by invitation, with the conflict stated', () => {
    const { funding } = phase(edition, 'development').terms;
    expect(funding.value).toMatchObject([
      { purpose: 'release', kind: 'fixed', pence: 100_000, per: 'school' },
      {
        purpose: 'textbooks',
        kind: 'match-ceiling',
        pence: 200_000,
        matchRate: null,
        byInvitation: true,
        eligible: ['Maths - No Problem!', 'Power Maths'],
      },
    ]);
    expect(funding.conflict).toContain('14 January 2021');
  });

  it('knows little of Embedding, and of Sustaining six meetings and no charge', () => {
    expect(known(phase(edition, 'embedding'))).toEqual(['duration', 'forWhom', 'ledBy', 'next', 'summary']);
    expect(valuesOf(phase(edition, 'sustaining'), ['projectCode', 'meetings', 'charge', 'funding'])).toEqual({
      projectCode: 'NCP20-12',
      meetings: range(6, 6, 'meeting', 'year'),
      charge: false,
      funding: null,
    });
    expect(phase(edition, 'sustaining').terms.duration.conflict).toContain('permanent');
  });

  it('lets schools of the first three years join Sustaining', () => {
    expect(edition.transitions.map(({ from, to, rule }) => [from, to, rule])).toEqual([
      ['readiness', 'development', 'expected'],
      ['development', 'embedding', 'expected'],
      ['embedding', 'sustaining', 'expected'],
      ['development', 'sustaining', 'allowed'],
    ]);
  });
});

describe('2024/25', () => {
  const edition = all[years.findIndex((year) => year === '2024/25')]!;

  it('has four phases of a year each', () => {
    expect(edition.phases.map(({ id, terms }) => [id, terms.duration.value])).toEqual(
      ['readiness', 'development', 'embedding', 'sustaining'].map((id) => [id, range(1, 1, 'year')]),
    );
  });

  it('states Readiness', () => {
    const readiness = phase(edition, 'readiness');
    expect(
      valuesOf(readiness, [
        'optional',
        'groupSize',
        'teachers',
        'meetingFrequency',
        'visitFrequency',
        'meetings',
        'visits',
        'funding',
      ]),
    ).toEqual({
      optional: true,
      groupSize: range(null, 8, 'school', 'group'),
      teachers: range(2, 2, 'teacher', 'school'),
      meetingFrequency: 'regular',
      visitFrequency: 'regular',
      meetings: null,
      visits: null,
      funding: null,
    });
    expect(readiness.terms.headteacher.value?.[0]).toContain('first workshop');
    expect(readiness.terms.next.conflict).toContain('at least three');
  });

  it('states Development', () => {
    const development = phase(edition, 'development');
    expect(
      valuesOf(development, [
        'groupSize',
        'teachers',
        'meetingFrequency',
        'visitFrequency',
        'charge',
        'meetings',
        'release',
        'headteacher',
        'projectCode',
      ]),
    ).toEqual({
      groupSize: { ...range(6, 6, 'school', 'group'), about: true },
      teachers: range(2, 2, 'teacher', 'school'),
      meetingFrequency: 'half-termly',
      visitFrequency: 'termly',
      charge: false,
      meetings: null,
      release: null,
      headteacher: null,
      projectCode: null,
    });
    expect(development.terms.funding.value).toMatchObject([
      { purpose: 'release', kind: 'fixed', pence: 100_000 },
    ]);
    expect(development.terms.repeat.value).toContain('Once only');
    expect(development.terms.priority.value).toEqual(['schools that have completed Mastery Readiness']);
  });

  it('bars Development twice, and opens Sustaining without Embedding', () => {
    expect(edition.transitions.map(({ from, to, rule }) => `${from} ${to} ${rule}`)).toEqual(
      expect.arrayContaining(['development development not-allowed', 'development sustaining allowed']),
    );
    expect(phase(edition, 'sustaining').terms.projectCode.value).toBe('NCP24-11');
  });

  it('asks Sustaining of a school that wants Mastering Number at KS2', () => {
    expect(edition.linkedProjects.find(({ id }) => id === 'mastering-number-ks2')).toMatchObject({
      projectCode: 'NCP24-06',
      requires: ['sustaining'],
    });
  });
});
