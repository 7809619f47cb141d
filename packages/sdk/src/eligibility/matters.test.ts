import { describe, expect, it } from 'vitest';
import { editions, loadEdition } from '../programme/index.js';
import { decide } from './index.js';
import { mattersOf } from './prove.js';

describe('a school to which a requirement matters', () => {
  it.each(editions().map(({ schoolYear }) => schoolYear))('is decided by it alone in %s', async (year) => {
    const edition = await loadEdition(year);
    for (const phase of edition.phases)
      for (const { requirement, school, decision } of mattersOf(edition, phase)) {
        if (requirement.effect === 'advises') {
          expect(school).toBeNull();
          continue;
        }
        // Our own editions have no idle rule.
        expect(school, `${phase.id} ${requirement.id}`).not.toBeNull();
        const bars = decision!.findings.filter(({ effect }) => effect === 'bars');
        const barring = bars.filter(({ finding }) => finding === false).map(({ id }) => id);
        if (decision!.outcome === 'not-eligible') expect(barring).toEqual([requirement.id]);
        else {
          expect(barring).toEqual([]);
          expect(bars.find(({ id }) => id === requirement.id)?.finding).toBe('hub-decides');
        }
        const without = {
          ...edition,
          phases: edition.phases.map((each) =>
            each.id === phase.id
              ? { ...each, requirements: each.requirements.filter((other) => other !== requirement) }
              : each,
          ),
        };
        const other = decide(without, phase.id, school as never).outcome;
        if (decision!.outcome === 'not-eligible') expect(other).not.toBe('not-eligible');
      }
  });
});
