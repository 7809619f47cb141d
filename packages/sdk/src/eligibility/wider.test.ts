import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEdition, widerRules } from '../programme/index.js';
import { listValues, type FactDefinition, type Facts } from '../rules/index.js';
import { FACTS } from '../schools/index.js';
import { decideSpecialist, linkedOffers, specialistRequirements } from './index.js';

const rules = await widerRules();

async function numberAtKs2(year: string, school: Facts) {
  const offer = linkedOffers(await loadEdition(year), rules, school).find(
    ({ project }) => project.id === 'mastering-number-ks2',
  );
  return offer?.decision ?? null;
}

describe('linked projects', () => {
  it.each([
    [
      'in Sustaining, with a year of it and the teachers',
      { sustaining: 'now', masteringNumber: 'done', yearFourFiveCommit: true },
      'eligible',
    ],
    [
      'a junior school that cannot have done it',
      { sustaining: 'now', juniorSchool: true, yearFourFiveCommit: true },
      'eligible',
    ],
    [
      'not in Sustaining',
      { sustaining: 'never', embedding: 'never', masteringNumber: 'done', yearFourFiveCommit: true },
      'not-eligible',
    ],
    [
      'in Embedding: one hub takes it',
      { sustaining: 'never', embedding: 'now', masteringNumber: 'done', yearFourFiveCommit: true },
      'undetermined',
    ],
    [
      'its teachers cannot',
      { sustaining: 'now', masteringNumber: 'done', yearFourFiveCommit: false },
      'not-eligible',
    ],
    ['nothing known', {}, 'undetermined'],
  ] as const)('Mastering Number at KS2 in 2024/25: %s', async (_, school, outcome) => {
    expect((await numberAtKs2('2024/25', school))?.outcome).toBe(outcome);
  });

  it('give the reason, its source, and what to ask next', async () => {
    const decision = await numberAtKs2('2024/25', { sustaining: 'now', masteringNumber: 'never' });
    const [sustaining, year] = decision?.findings ?? [];
    expect(sustaining).toMatchObject({ finding: true, source: ['outwood-mnks2', 'nw1-mnks2'] });
    expect(year).toMatchObject({ id: 'mastering-number-year', finding: 'unknown' });
    expect(decision?.questions.map(({ fact }) => fact.id).sort()).toEqual([
      'juniorSchool',
      'yearFourFiveCommit',
    ]);
  });

  it('ask in 2025/26 for a Work Group of any phase, as the one hub does', async () => {
    const school = { masteringNumber: 'now', workGroupThisYear: true };
    expect((await numberAtKs2('2025/26', school))?.outcome).toBe('eligible');
    expect((await numberAtKs2('2025/26', { ...school, workGroupThisYear: false }))?.outcome).toBe(
      'not-eligible',
    );
  });

  it('say of a project without a stated rule that there is none', async () => {
    const offers = linkedOffers(await loadEdition('2025/26'), rules, {});
    expect(offers.find(({ project }) => project.id === 'sktm-ect')?.decision).toBeNull();
  });

  it('do not ask a secondary school whether it is a junior school', async () => {
    const decision = await numberAtKs2('2024/25', { schoolPhase: 'secondary', sustaining: 'now' });
    expect(decision?.questions.map(({ fact }) => fact.id)).not.toContain('juniorSchool');
  });

  it('have a rule only for a project of that year, and name only facts that are declared', async () => {
    const declared = new Set([...FACTS, ...rules.facts].map(({ id }) => id));
    expect(declared.size).toBe(FACTS.length + rules.facts.length);
    for (const { schoolYear, project, requirements } of rules.linked) {
      const { linkedProjects } = await loadEdition(schoolYear);
      expect(
        linkedProjects.map(({ id }) => id),
        schoolYear,
      ).toContain(project);
      for (const [, fact] of JSON.stringify(requirements).matchAll(/"fact":"(\w+)"/g))
        expect(declared).toContain(fact);
    }
  });
});

describe('becoming a Mastery Specialist', () => {
  const yes = {
    worksInEngland: true,
    experiencedPrimary: true,
    headSupportsSpecialist: true,
    schoolCommitsToMastery: true,
  };

  it('is open to who meets every condition of 2025/26', () => {
    expect(decideSpecialist(rules, '2025/26', yes)?.outcome).toBe('eligible');
    for (const fact of Object.keys(yes)) {
      expect(decideSpecialist(rules, '2025/26', { ...yes, [fact]: false })?.outcome).toBe('not-eligible');
      const unsure = decideSpecialist(rules, '2025/26', { ...yes, [fact]: null });
      expect(unsure?.outcome).toBe('undetermined');
      expect(unsure?.questions).toEqual([]);
    }
  });

  it('has other conditions in secondary schools', () => {
    const person = { secondaryMathsTeacher: true, earlyCareerTeacher: false, subjectLeaderBacks: true };
    expect(decideSpecialist(rules, '2025/26', person, 'secondary')?.outcome).toBe('eligible');
    expect(
      decideSpecialist(rules, '2025/26', { ...person, earlyCareerTeacher: true }, 'secondary')?.outcome,
    ).toBe('not-eligible');
  });

  it('is not decided for a year whose sources do not say who may', () => {
    expect(decideSpecialist(rules, '2024/25', yes)).toBeNull();
    expect(specialistRequirements(rules, '2015/16')).toBeNull();
  });

  it('refuses an answer that is none, by its name', () => {
    expect(() => decideSpecialist(rules, '2025/26', { ...yes, worksInEngland: 'yes' })).toThrow(
      /worksInEngland/,
    );
  });

  it('never turns when more is known', () => {
    const asked = rules.facts.filter(({ id }) => id in yes);
    const answer = ({ domain }: FactDefinition) =>
      fc.option(fc.constantFrom(...listValues(domain), null), { nil: undefined });
    const person = fc.record(Object.fromEntries(asked.map((fact) => [fact.id, answer(fact)])));
    fc.assert(
      fc.property(person, (known) => {
        const before = decideSpecialist(rules, '2025/26', known)?.outcome;
        if (before === 'undetermined') return;
        for (const { id } of asked)
          if (known[id] === undefined)
            for (const value of [true, false])
              expect(decideSpecialist(rules, '2025/26', { ...known, [id]: value })?.outcome).toBe(before);
      }),
    );
  });
});
