import { describe, expect, it } from 'vitest';
import { planCommitments } from '../commitments/index.js';
import { editions, loadEdition } from '../programme/index.js';
import { fundingFor, LAST_STATED_RELEASE, releaseCost } from './index.js';

describe('money and time, of every edition and phase', () => {
  for (const { schoolYear } of editions())
    it(`agree in ${schoolYear}`, async () => {
      const edition = await loadEdition(schoolYear);
      for (const { id, terms } of edition.phases) {
        const totals = planCommitments(edition, id).years[0]?.totals;
        const { days, received, lines } = releaseCost(edition, id);
        expect(days, id).toEqual(totals?.teacherDays);
        const release = fundingFor(edition, id).lines.filter(({ term }) => term?.purpose === 'release');
        expect(
          lines.filter(({ term }) => term !== null),
          id,
        ).toEqual(release);
        if (terms.funding.value === null) expect(received.max, id).toBeNull();
        // The calculator must not call unknown what the planner counts.
        if (totals?.meetings.value) expect(days.note ?? '', id).not.toContain('how many meetings');
        if (terms.teachers.value) expect(days.note ?? '', id).not.toContain('how many teachers');
      }
    });

  it('leave an answer or a range once a school says what its hub has told it', async () => {
    for (const { schoolYear } of editions()) {
      const edition = await loadEdition(schoolYear);
      for (const { id } of edition.phases) {
        const { shortfall, days } = releaseCost(edition, id, { dailySupplyCost: 220_00, daysPerTeacher: 3 });
        expect(days.value, `${schoolYear} ${id}`).not.toBeNull();
        expect(shortfall.max ?? shortfall.min ?? days.value?.max ?? days.value?.min).not.toBeNull();
      }
    }
    const recent = await loadEdition('2024/25');
    expect(
      releaseCost(recent, 'development', { dailySupplyCost: 220_00, daysPerTeacher: 3 }).shortfall,
    ).toEqual({
      min: 320_00,
      max: 320_00,
    });
  });

  it('never put what was entered over what a source states', async () => {
    const sheet = await loadEdition('2020/21');
    expect(releaseCost(sheet, 'development', { daysPerTeacher: 9 }).days.value?.min).toBe(6);
  });

  it('name the last release that a source states', async () => {
    const { schoolYear, phase, days } = LAST_STATED_RELEASE;
    const edition = await loadEdition(schoolYear);
    const { release } = edition.phases.find(({ id }) => id === phase)!.terms;
    expect(release.value).toMatchObject({ min: days, max: days, unit: 'day', per: 'teacher' });
  });
});
