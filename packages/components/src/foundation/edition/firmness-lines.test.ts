import { expect } from '@open-wc/testing';
import { decide } from '@maths-hubs/sdk/eligibility';
import { editions, loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import { FACTS } from '@maths-hubs/sdk/schools';
import { render } from 'lit';
import { mount, textOf as words, unmountAll } from '../../../../../test/support/elements.js';
import { pageSettings } from '../settings-store.js';
import { reasons } from '../../eligibility-checker/reasons.js';
import { RESULT_STRINGS } from '../../eligibility-checker/result-strings.js';
import { STRINGS } from '../../eligibility-checker/strings.js';
import type { ResultView } from '../../eligibility-checker/view.js';
import '../../information-sheet/define.js';
import '../../journey-map/define.js';
import { firmnessLines } from './firmness-lines.js';
import { textOf } from '../strings.js';
import { SourceNotes } from './source-notes.js';
import { YEAR_STRINGS, type TermsText } from './strings.js';
import { TERM_STRINGS } from './term-strings.js';

const strings = { ...YEAR_STRINGS, ...TERM_STRINGS, ...STRINGS, ...RESULT_STRINGS };
const english = textOf(strings, undefined);

/** Items of a widget's lists as a reader has them: without the numbers of sources. */
async function items(html: string): Promise<string[]> {
  const root = await mount({ html });
  const found = itemsIn(root.firstElementChild?.shadowRoot ?? root);
  unmountAll();
  return found;
}

function itemsIn(root: ParentNode): string[] {
  return [...root.querySelectorAll('li')].map((item) => {
    const copy = item.cloneNode(true) as HTMLElement;
    for (const mark of copy.querySelectorAll('.source')) mark.remove();
    return words(copy);
  });
}

/** What the checker's result lists for a school that is not sure of anything. */
function unsure(edition: Edition, phase: string): string[] {
  const decision = decide(edition, phase, Object.fromEntries(FACTS.map(({ id }) => [id, null])));
  const view = { text: english, notes: new SourceNotes(edition.sources), level: 2, ours: false };
  const place = document.createElement('div');
  render(reasons(decision, view as unknown as ResultView), place);
  // What the hub decides is said once, by the heading of its group.
  return [...place.querySelectorAll('.group')].flatMap((group) =>
    itemsIn(group).map((item) => `${item} ${words(group.firstElementChild)}.`),
  );
}

/** Every requirement is in a list with each line of how firm it is beside it. */
function told(list: string, found: readonly string[], { phases }: Pick<Edition, 'phases'>): void {
  for (const { id, requirements } of phases)
    for (const requirement of requirements)
      expect(
        found.some((item) =>
          [requirement.statement, ...firmnessLines(requirement, english as TermsText)].every((line) =>
            item.includes(line),
          ),
        ),
        `${list}, ${id}: ${requirement.id}`,
      ).to.equal(true);
}

describe('every requirement of every edition says how firm it is', () => {
  afterEach(() => {
    unmountAll();
    pageSettings().update({ edition: undefined, school: undefined, decision: undefined });
  });

  for (const { schoolYear } of editions())
    it(`on the journey map, the sheet and in the checker: ${schoolYear}`, async () => {
      const edition = await loadEdition(schoolYear);
      const year = `edition="${schoolYear}" today="2020-10-01"`;
      told('map', await items(`<mh-journey-map ${year} open="all"></mh-journey-map>`), edition);
      for (const phase of edition.phases) {
        const one = { phases: [phase] };
        told('checker', unsure(edition, phase.id), one);
        told(
          'sheet',
          await items(`<mh-information-sheet ${year} phase="${phase.id}"></mh-information-sheet>`),
          one,
        );
      }
    });
});
