import { describe, expect, it } from 'vitest';
import { planCommitments } from '../commitments/index.js';
import { editions, loadEdition } from '../programme/index.js';
import { staticHtml, type StaticWidget } from './index.js';

/** The matches in a text, each once, in alphabetical order. */
const found = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...(text.match(pattern) ?? [])].sort()),
];
const MONEY = /£[\d,]+/g;
const COUNTS = /\b\d+ (?:teachers|meetings|days)\b/g;

describe('journey, sheet, planner and calculator as they are drawn', () => {
  const tried = { money: 0, counts: 0 };

  for (const { schoolYear } of editions())
    it(`say the same of money and time in ${schoolYear}`, async () => {
      const edition = await loadEdition(schoolYear);
      for (const { id, terms } of edition.phases) {
        const read = (widget: StaticWidget): string =>
          staticHtml(widget, { edition }, { phase: id })
            .replace(/<[^>]+>/g, ' ')
            .replace(/\s+/g, ' ');
        const [journey, sheet] = [read('journey-map'), read('information-sheet')];
        const [planner, calculator] = [read('commitment-planner'), read('funding-calculator')];
        const money = found(journey, MONEY);
        expect(found(sheet, MONEY), `${id}: money in the sheet`).toEqual(money);
        expect(found(calculator, MONEY), `${id}: money in the calculator`).toEqual(money);
        const counts = found(journey, COUNTS);
        const inSheet = found(sheet, COUNTS);
        // The journey also mentions other programmes, such as “Year 4 and 5 teachers”.
        expect(counts, `${id}: counts in the sheet`).toEqual(expect.arrayContaining([...inSheet]));
        expect(found(planner, COUNTS), `${id}: counts in the planner`).toEqual(inSheet);
        tried.money += money.length;
        tried.counts += inSheet.length;
        // And each agrees with the terms.
        const teachers = terms.teachers.value;
        if (teachers !== null && teachers.min === teachers.max && teachers.min !== 1)
          expect(inSheet, id).toContain(`${teachers.min} teachers`);
        const meetings = planCommitments(edition, id).years[0]?.totals.meetings.value;
        for (const count of inSheet.filter((each) => each.endsWith('meetings')))
          if (meetings) expect(Number.parseInt(count, 10), id).toBeLessThanOrEqual(meetings.max ?? Infinity);
      }
    });

  it('say something to compare', () => {
    expect(tried.money).toBeGreaterThan(2);
    expect(tried.counts).toBeGreaterThan(8);
  });
});
