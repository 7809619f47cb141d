import { describe, expect, it } from 'vitest';
import { findHub, loadHubs, loadPlaces, type HubDirectory } from '../index.js';

const [whole, places] = await Promise.all([loadHubs(), loadPlaces()]);

/** The directory as it would be if no source named a hub for these areas. */
const without = (...areas: readonly string[]): HubDirectory => ({
  ...whole,
  coverage: whole.coverage.filter(({ area }) => !areas.includes(area)),
});
const NORTH_NORTHANTS = 'E06000061';
const WEST_NORTHANTS = 'E06000062';

describe('an area that no source gives a hub', () => {
  it('is said to have none, by its name, and the reader is sent to NCETM', async () => {
    const found = await findHub({ authority: 'Leicester' }, { directory: without('E06000016'), places });
    expect(found).toMatchObject({
      answer: 'unknown',
      hubs: [],
      summary: 'We found no evidence of which hub serves Leicester. NCETM can tell you.',
    });
  });

  it('leaves a county that was split a question, even where its other half has the one hub there is', async () => {
    const found = await findHub(
      { authority: 'Northamptonshire' },
      { directory: without(NORTH_NORTHANTS), places },
    );
    expect(found.answer).toBe('unknown');
    expect(found.summary).toBe('Which council is your school in?');
    expect(found.ask?.choices.map(({ label }) => label)).toEqual([
      'North Northamptonshire',
      'West Northamptonshire',
    ]);
  });

  it('leaves one that was split a question where neither half has a hub', async () => {
    const found = await findHub(
      { authority: 'Northamptonshire' },
      { directory: without(NORTH_NORTHANTS, WEST_NORTHANTS), places },
    );
    expect(found).toMatchObject({ answer: 'unknown', hubs: [] });
  });
});
