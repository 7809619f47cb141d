import { describe, expect, it } from 'vitest';
import { listValues, type Facts } from '../rules/index.js';
import { FACTS, factsFromGias, schoolFromGias } from '../schools/index.js';
import { contradictionsIn } from './index.js';

describe('answers that cannot all be right', () => {
  it.each<[Facts, string[][]]>([
    [{ development: 'never', sustaining: 'done' }, [['development', 'sustaining']]],
    [{ development: 'never', embedding: 'now' }, [['development', 'embedding']]],
    [{ development: 'never', developmentYear: 2018 }, [['development', 'developmentYear']]],
    [{ schoolPhase: 'secondary', teachesPrimary: true }, [['schoolPhase', 'teachesPrimary']]],
    [{ schoolPhase: 'primary', teachesPrimary: false }, [['schoolPhase', 'teachesPrimary']]],
    [{ schoolPhase: 'not-applicable', provision: 'mainstream' }, [['schoolPhase', 'provision']]],
    [
      { development: 'never', embedding: 'done', sustaining: 'now' },
      [
        ['development', 'embedding'],
        ['development', 'sustaining'],
      ],
    ],
  ])('%j are said', (school, facts) => {
    expect(contradictionsIn(school).map((each) => each.facts)).toEqual(facts);
  });

  it.each<Facts>([
    {},
    { development: null, sustaining: 'done' },
    { development: 'never', sustaining: null },
    { development: 'done', sustaining: 'done', developmentYear: 2018 },
    { schoolPhase: 'all-through', teachesPrimary: true, teachesSecondary: true },
  ])('%j can all be right', (school) => {
    expect(contradictionsIn(school)).toEqual([]);
  });

  it('are never said of one answer alone', () => {
    for (const { id, domain } of FACTS)
      for (const value of listValues(domain)) expect(contradictionsIn({ [id]: value })).toEqual([]);
  });

  it('quote both answers in a person’s words', () => {
    expect(contradictionsIn({ development: 'never', sustaining: 'done' })[0]?.statement).toBe(
      'Has the school taken part in a Development Work Group? Never. But: Has the school taken part in a Sustaining Work Group? Yes, and finished. Sustaining follows Development. Check both answers.',
    );
  });

  it('say an answer to a question of a hub’s own by its name', () => {
    expect(contradictionsIn({ development: 'never', developmentYear: 2018 })[0]?.statement).toMatch(
      / But: .*\b2018\. A school that was never in Development has no year of it\. Check both answers\.$/,
    );
    expect(contradictionsIn(Object.create({ development: 'never', sustaining: 'done' }) as Facts)).toEqual(
      [],
    );
  });

  it('are not made by reading a register’s row', () => {
    for (const phase of ['1', '2', '3', '4', '5', '6', '7']) {
      const row = schoolFromGias({
        URN: '1',
        EstablishmentName: 'A',
        'PhaseOfEducation (code)': phase,
        'TypeOfEstablishment (code)': '34',
      })!;
      expect(contradictionsIn({ ...factsFromGias(row) })).toEqual([]);
    }
  });
});
