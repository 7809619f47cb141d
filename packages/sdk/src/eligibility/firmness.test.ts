import { describe, expect, it } from 'vitest';
import { editions, loadEdition, type Requirement } from '../programme/index.js';
import { inspect } from '../rules/prove.js';
import type { Condition } from '../rules/index.js';
import { FACTS } from '../schools/index.js';
import { firmnessOf, sayFirmness } from './index.js';

const requirement = (condition: Condition, other: Partial<Requirement> = {}): Requirement => ({
  id: 'a-rule',
  statement: 'A rule.',
  condition,
  effect: 'bars',
  source: ['a-source'],
  basis: 'stated',
  ...other,
});
const OPEN: Condition = { fact: 'open', is: true };
const SPECIAL: Condition = { hubDecides: 'No source found.', for: 'Special schools' };
const HUB: Condition = { hubDecides: 'No source found.' };

describe('firmnessOf', () => {
  it.each<[string, Condition, Partial<Requirement>, string, string[]]>([
    ['a rule that a source states', OPEN, {}, 'stated', []],
    [
      'one that was worked out',
      OPEN,
      { basis: 'derived', note: 'Its teachers teach.' },
      'worked-out',
      ['Worked out, not stated in so many words.', 'Its teachers teach.'],
    ],
    ['a hub’s own rule', OPEN, { basis: 'hub' }, 'stated', []],
    ['nothing stated', HUB, {}, 'hub-decides', ['Your hub decides.']],
    [
      'a case below the top',
      { any: [OPEN, SPECIAL] },
      {},
      'hub-otherwise',
      ['Special schools: ask your hub.'],
    ],
    ['a case without a name', { any: [OPEN, HUB] }, {}, 'hub-otherwise', ['Otherwise, ask your hub.']],
    [
      'a case deep down',
      { any: [OPEN, { all: [{ fact: 'inEngland', is: true }, { not: { not: SPECIAL } }] }] },
      {},
      'hub-in-some-cases',
      ['Special schools: ask your hub.'],
    ],
    [
      'some of several',
      { atLeast: 1, of: [OPEN, HUB] },
      { effect: 'advises' },
      'hub-otherwise',
      ['Otherwise, ask your hub.', 'Good to know.'],
    ],
    [
      'all of several',
      { atLeast: 2, of: [OPEN, HUB] },
      {},
      'hub-in-some-cases',
      ['In some cases your hub decides.'],
    ],
  ])('tells %s', (_, condition, other, kind, said) => {
    const firmness = firmnessOf(requirement(condition, other));
    expect(firmness.kind).toBe(kind);
    expect(sayFirmness(firmness)).toEqual(said);
  });
});

describe('every requirement of every edition', async () => {
  const all = await Promise.all(editions().map(({ schoolYear }) => loadEdition(schoolYear)));
  const requirements = all.flatMap(({ schoolYear, phases }) =>
    phases.flatMap((phase) =>
      phase.requirements.map((each) => [`${schoolYear} ${phase.id} ${each.id}`, each] as const),
    ),
  );

  it.each(requirements)('%s is called as firm as it can be proved to be', (_, each) => {
    const { outcomes } = inspect(each.condition, FACTS);
    const { kind, cases } = firmnessOf(each);
    expect(kind.startsWith('hub')).toBe(outcomes.hubDecides !== null);
    expect(kind === 'hub-decides').toBe(outcomes.true === null && outcomes.false === null);
    if (kind === 'hub-otherwise') expect(outcomes.false).toBeNull();
    if (kind === 'hub-in-some-cases') expect(outcomes.false).not.toBeNull();
    if (kind.startsWith('hub-') && kind !== 'hub-decides') expect(cases.length).toBeGreaterThan(0);
    if (kind !== 'stated') expect(sayFirmness(firmnessOf(each))).not.toEqual([]);
  });
});
