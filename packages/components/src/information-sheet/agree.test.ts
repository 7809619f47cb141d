import { expect } from '@open-wc/testing';
import { editions, loadEdition } from '@maths-hubs/sdk/programme';
import { mount, textOf, unmountAll, until } from '../../../../test/support/elements.js';
import '../commitment-planner/define.js';
import '../funding-calculator/define.js';
import './define.js';

const found = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...(text.match(pattern) ?? [])].sort()),
];
const MONEY = /£[\d,]+/g;

describe('sheet, planner and calculator as a browser draws them', () => {
  afterEach(() => unmountAll());

  for (const { schoolYear } of editions())
    it(`name the same money and the same teachers in ${schoolYear}`, async () => {
      const edition = await loadEdition(schoolYear);
      for (const { id, terms } of edition.phases) {
        const root = await mount({
          html: ['information-sheet', 'commitment-planner', 'funding-calculator']
            .map((name) => `<mh-${name} edition="${schoolYear}" phase="${id}"></mh-${name}>`)
            .join(''),
        });
        const widgets = [...root.children] as HTMLElement[];
        await until(() =>
          widgets.every(
            ({ shadowRoot }) => shadowRoot?.querySelector('h2') && !shadowRoot.querySelector('.loading'),
          ),
        );
        const [sheet = '', planner = '', calculator = ''] = widgets.map(({ shadowRoot }) =>
          textOf(shadowRoot),
        );
        expect(found(calculator, MONEY), `${id}: the calculator`).to.include.members([
          ...found(sheet, MONEY),
        ]);
        const { value } = terms.teachers;
        if (value !== null && value.min === value.max && value.min !== 1)
          for (const text of [sheet, planner, calculator]) {
            const said = found(text, /\b\d+ teachers\b/g);
            expect([`${value.min} teachers`], `${id}: ${said.join()}`).to.include.members([...said]);
          }
        unmountAll();
      }
    });
});
