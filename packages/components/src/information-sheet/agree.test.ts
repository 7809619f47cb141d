import { expect } from '@open-wc/testing';
import { editions, loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import { mount, textOf, unmountAll, until } from '../../../../test/support/elements.js';
import '../commitment-planner/define.js';
import '../funding-calculator/define.js';
import '../eligibility-checker/define.js';
import '../journey-map/define.js';
import './define.js';

const found = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...(text.match(pattern) ?? [])].sort()),
];
const MONEY = /£[\d,]+/g;
const DAYS = /\b[\d.]+ days?\b/g;

describe('journey map, sheet, planner and calculator as a browser draws them', () => {
  afterEach(() => unmountAll());

  for (const { schoolYear } of editions())
    it(`name the same money, days and teachers in ${schoolYear}`, async () => {
      const edition = await loadEdition(schoolYear);
      const journey = await journeyOf(edition);
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
        const { stop = '', panel = '' } = journey.get(id) ?? {};
        expect(stop, `${id} is on the map`).not.to.equal('');
        expect(found(sheet, MONEY), `${id}: the money of the map`).to.include.members([
          ...found(`${stop} ${panel}`, MONEY),
        ]);
        expect(found(panel, MONEY), `${id}: the money of the sheet`).to.include.members([
          ...found(sheet, MONEY),
        ]);
        expect(found(sheet, DAYS), `${id}: the days of the map`).to.include.members([...found(stop, DAYS)]);
        const { value } = terms.teachers;
        if (value !== null && value.min === value.max && value.min !== 1)
          for (const text of [sheet, planner, calculator, stop, panel]) {
            const said = found(text, /\b\d+ teachers\b/g);
            expect([`${value.min} teachers`], `${id}: ${said.join()}`).to.include.members([...said]);
          }
        unmountAll();
      }
    });
});

describe('of a year that public sources do not tell of', () => {
  afterEach(() => unmountAll());

  const ALL = [
    'journey-map',
    'information-sheet',
    'commitment-planner',
    'funding-calculator',
    'eligibility-checker',
  ];
  const saidOf = async (year: string): Promise<ReadonlyMap<string, string>> => {
    const root = await mount({
      html: ALL.map((name) => `<mh-${name} edition="${year}"></mh-${name}>`).join(''),
    });
    const widgets = [...root.children] as HTMLElement[];
    await until(() => widgets.every(({ shadowRoot }) => textOf(shadowRoot) !== ''));
    await until(() => widgets.every(({ shadowRoot }) => !shadowRoot?.querySelector('.loading')));
    // What else the year holds, of specialists and other projects, is folded away.
    const unfolded = ({ shadowRoot }: HTMLElement): string =>
      [...(shadowRoot?.children ?? [])]
        .filter((each) => !each.matches('details, .after'))
        .map(textOf)
        .join(' ');
    return new Map(widgets.map((each) => [each.localName, unfolded(each)]));
  };

  it('every widget says the same: that no source states its phases', async () => {
    for (const [name, said] of await saidOf('2025/26')) {
      expect(said, name).to.contain('No public source states');
      expect(said, name).not.to.match(/£|\b\d+ (days|meetings|teachers)\b/);
    }
  });

  it('or that there are no terms of it at all', async () => {
    for (const [name, said] of await saidOf('2031/32')) {
      expect(said, name).to.contain('This page asks for a year that we have no terms for.');
      expect(said, name).not.to.match(/£|\b\d+ (days|meetings|teachers)\b/);
    }
  });
});

/** What the map draws of each phase: its stop on the path, and the inside that opens. */
async function journeyOf({
  schoolYear,
  phases,
}: Edition): Promise<Map<string, { stop: string; panel: string }>> {
  if (phases.length === 0) return new Map();
  const root = await mount({ html: `<mh-journey-map edition="${schoolYear}"></mh-journey-map>` });
  const drawn = root.querySelector('mh-journey-map')?.shadowRoot;
  await until(() => drawn?.querySelector('.panel') && !drawn.querySelector('.panel .loading'));
  const panels = [...(drawn?.querySelectorAll('.panel') ?? [])];
  const told = panels.map((panel) => {
    const stop = panel.parentElement?.querySelector('.stop');
    return [panel.id.replace('panel-', ''), { stop: textOf(stop), panel: textOf(panel) }] as const;
  });
  unmountAll();
  return new Map(told);
}
