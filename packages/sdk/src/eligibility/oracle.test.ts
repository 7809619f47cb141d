import { describe, expect, it } from 'vitest';
import { compare, phasesInData } from '../../scripts/oracle/oracle.mjs';
import { loadEdition } from '../programme/index.js';
import { FACTS } from '../schools/index.js';
import { compilePhase } from './index.js';

const phases = phasesInData();

describe('decisions against an oracle that tries everything', () => {
  it('are compared for every phase that has terms', async () => {
    const inData = phases.map(({ schoolYear, phase }) => `${schoolYear} ${phase}`);
    for (const year of new Set(phases.map(({ schoolYear }) => schoolYear)))
      for (const { id, requirements } of (await loadEdition(year)).phases)
        if (requirements.length > 0) expect(inData).toContain(`${year} ${id}`);
    expect(inData.length).toBeGreaterThan(20);
  });

  it.each(phases)('agree for $schoolYear $phase', async (phase) => {
    const { decide } = compilePhase(await loadEdition(phase.schoolYear), phase.phase);
    const { counts, differences } = compare(phase, FACTS, decide, { schools: 60, seed: 1 });
    expect(differences).toEqual([]);
    expect(counts.schools).toBe(60);
    expect(counts.eligible + counts.undetermined).toBeGreaterThan(0);
  });

  it('differ when a decision is bolder than what is known', async () => {
    const phase = phases.find((each) => each.schoolYear === '2024/25' && each.phase === 'development')!;
    const { decide } = compilePhase(await loadEdition(phase.schoolYear), phase.phase);
    const bold: typeof decide = (school) => {
      const decision = decide(school);
      return decision.outcome === 'undetermined' ? { ...decision, outcome: 'not-eligible' } : decision;
    };
    expect(compare(phase, FACTS, bold, { schools: 60, seed: 1 }).differences.length).toBeGreaterThan(0);
  });

  it('differ when a question is left out, or a change does not lead to yes', async () => {
    const phase = phases.find((each) => each.schoolYear === '2024/25' && each.phase === 'development')!;
    const { decide } = compilePhase(await loadEdition(phase.schoolYear), phase.phase);
    const silent: typeof decide = (school) => {
      const decision = decide(school);
      return { ...decision, questions: decision.questions.slice(1) };
    };
    const vain: typeof decide = (school) => {
      const decision = decide(school);
      return { ...decision, changes: decision.changes.map((change) => ({ ...change, facts: [] })) };
    };
    for (const wrong of [silent, vain])
      expect(compare(phase, FACTS, wrong, { schools: 60, seed: 1 }).differences.length).toBeGreaterThan(0);
  });
});
