import { describe, expect, it } from 'vitest';
import { editions, loadEdition, sayFunding, sayTerm, shortPhaseName, TERM_WORDS, TERMS } from './index.js';
import type { FundingTerm, TermId } from './index.js';

const money: FundingTerm = {
  id: 'release',
  purpose: 'release',
  kind: 'fixed',
  pence: 100_000,
  per: 'school',
  description: 'Release time',
};

describe('sayTerm', () => {
  it('says each kind of value', () => {
    expect(sayTerm('charge', false, TERM_WORDS)).toBe('Free of charge');
    expect(sayTerm('charge', true, TERM_WORDS)).toBe('There is a charge');
    expect(sayTerm('optional', true, TERM_WORDS)).toBe('Yes');
    expect(sayTerm('teachers', { min: 2, max: 2, unit: 'teacher' }, TERM_WORDS)).toBe('2 teachers');
    expect(sayTerm('meetingFrequency', 'half-termly', TERM_WORDS)).toBe('every half-term');
    expect(sayTerm('forWhom', ['One', 'Two'], TERM_WORDS)).toEqual(['One', 'Two']);
    expect(sayTerm('funding', [], TERM_WORDS)).toEqual([]);
  });

  it('names phases as its words do', async () => {
    const edition = await loadEdition('2024/25');
    const words = { ...TERM_WORDS, phase: (id: string) => shortPhaseName(edition, id) };
    expect(sayTerm('next', ['embedding', 'six-week-start'], words)).toBe('Embedding, Six week start');
  });

  it('leaves no known value of any edition without words', async () => {
    for (const { schoolYear } of editions()) {
      const edition = await loadEdition(schoolYear);
      for (const phase of edition.phases)
        for (const id of Object.keys(TERMS) as TermId[]) {
          const { value } = phase.terms[id];
          if (value === null) continue;
          const said = sayTerm(id, value, TERM_WORDS);
          for (const each of [said].flat()) expect(each, `${schoolYear} ${phase.id} ${id}`).toMatch(/\S/);
          expect([said].flat().join(), `${schoolYear} ${phase.id} ${id}`).not.toMatch(
            /undefined|null|\[object/,
          );
        }
    }
  });
});

describe('sayFunding', () => {
  it.each<[Partial<FundingTerm>, string]>([
    [{}, 'Release time: £1,000 per school'],
    [{ kind: 'match-ceiling', per: 'teacher' }, 'Release time: up to £1,000 per teacher'],
    [{ kind: 'not-stated', pence: null }, 'Release time: amount not stated'],
    [{ kind: 'match-ceiling', pence: null }, 'Release time: amount not stated'],
    [
      { byInvitation: true, condition: 'paid in arrears' },
      'Release time: £1,000 per school (by invitation only; paid in arrears)',
    ],
  ])('%j', (change, said) => {
    expect(sayFunding({ ...money, ...change }, TERM_WORDS)).toBe(said);
  });

  it('lets a hub put its own words around the sum', () => {
    const own = { ...TERM_WORDS, upTo: (sum: string) => `at most ${sum}`, per: (sum: string) => sum };
    expect(sayFunding({ ...money, kind: 'match-ceiling' }, own)).toBe('Release time: at most £1,000');
  });
});
