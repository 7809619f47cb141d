import { describe, expect, it } from 'vitest';
import {
  EditionNotFoundError,
  editions,
  entryPhases,
  InvalidSchoolYearError,
  loadEdition,
  phaseName,
  PhaseNotFoundError,
  phaseOf,
  TERMS,
  transitionsFrom,
  transitionsTo,
} from './index.js';

describe('loadEdition', () => {
  it('loads every year that is listed, however it is written, with every term present', async () => {
    for (const { schoolYear, evidence } of editions()) {
      const edition = await loadEdition(schoolYear.replace('/', '-'));
      expect(edition).toMatchObject({ schoolYear, evidence });
      for (const { terms } of edition.phases) expect(Object.keys(terms)).toEqual(Object.keys(TERMS));
    }
  });

  it('falls back on no other year, and lists those that there are', async () => {
    const error = await loadEdition('2031/32').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EditionNotFoundError);
    expect(error).toMatchObject({ code: 'edition-not-found', schoolYear: '2031/32' });
    for (const { schoolYear } of editions()) expect((error as Error).message).toContain(schoolYear);
  });

  it('refuses what is not a school year', async () => {
    for (const year of ['2020/22', 'constructor', ''])
      await expect(loadEdition(year)).rejects.toBeInstanceOf(InvalidSchoolYearError);
  });
});

describe('phases', () => {
  it('are found by id, or the error lists those that there are', async () => {
    const edition = await loadEdition('2020/21');
    expect(phaseOf(edition, 'embedding').id).toBe('embedding');
    // @ts-expect-error The year's type names its phases.
    const missing = (): unknown => phaseOf(edition, 'intensifying');
    expect(missing).toThrow(PhaseNotFoundError);
    expect(missing).toThrow('readiness, development, embedding, sustaining');
  });

  it('tell their doors and the moves between them', async () => {
    const edition = await loadEdition('2020/21');
    expect(entryPhases(edition).map(({ phase }) => phase.id)).toEqual(
      expect.arrayContaining(['readiness', 'development']),
    );
    expect(transitionsFrom(edition, 'development').every(({ from }) => from === 'development')).toBe(true);
    expect(transitionsTo(edition, 'embedding').map(({ from }) => from)).toContain('development');
  });

  it('are called by their id while no name is known', () => {
    expect(phaseName({ id: 'six-week-start', name: { value: null, source: [], basis: 'stated' } })).toBe(
      'Six week start',
    );
  });
});
