import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import {
  expectAccessible,
  mount,
  part,
  settled,
  textOf,
  unmountAll,
} from '../../../../test/support/elements.js';
import { pageSettings } from '../foundation/settings-store.js';
import { examples } from './examples.js';
import './define.js';
import type { SpecialistPath } from './specialist-path.js';

async function drawn(example: { readonly html: string }): Promise<SpecialistPath> {
  const widget = (await mount(example)).querySelector('mh-specialist-path');
  if (!widget) throw new Error('No path in the example');
  return widget;
}

const all = <T extends Element = HTMLElement>(widget: SpecialistPath, selector: string): T[] => [
  ...(widget.shadowRoot?.querySelectorAll<T>(selector) ?? []),
];
const stage = (widget: SpecialistPath, id: string): string => textOf(part(widget, `.stages > .${id}`));

/** Answers every question: the first with the first answer, and so on; `yes`, `no` or `unsure`. */
async function answer(widget: SpecialistPath, ...given: ('yes' | 'no' | 'unsure')[]): Promise<void> {
  const groups = all(widget, 'fieldset');
  for (const [index, each] of given.entries())
    groups[index]?.querySelectorAll('input')[['yes', 'no', 'unsure'].indexOf(each)]?.click();
  await settled(widget);
}

describe('specialist path', () => {
  afterEach(() => {
    unmountAll();
    pageSettings().update({ today: undefined, links: undefined });
  });

  describe('criterion 4: axe finds nothing in', () => {
    for (const example of Object.values(examples))
      it(example.name, async () => {
        await expectAccessible(await mount(example));
      });

    it('a check that has come to an answer', async () => {
      const widget = await drawn(examples.newest);
      await answer(widget, 'yes', 'no');
      await expectAccessible(widget);
    });
  });

  it('tells who may, by when, what it asks and what is paid', async () => {
    const widget = await drawn(examples.newest);
    expect(textOf(part(widget, 'h2'))).to.equal('Become a Primary Mastery Specialist');
    expect(stage(widget, 'who')).to.contain('experienced primary practitioner');
    expect(stage(widget, 'apply')).to.contain('14 March 2025');
    expect(stage(widget, 'first-year'))
      .to.contain('Residentials: Three of two days')
      .and.to.contain('15 days')
      .and.to.contain('another 10');
    expect(stage(widget, 'later-years')).to.contain('12 to 37 days');
    expect(stage(widget, 'paid')).to.contain('funds release');
  });

  it('goes through the years, and asks the hub for what a year does not state', async () => {
    const widget = await drawn(examples.unknowns);
    expect(stage(widget, 'apply')).to.contain('29 March 2024');
    for (const id of ['who', 'first-year', 'later-years', 'paid'])
      expect(stage(widget, id)).to.contain('No public source of 2024/25 states it. Ask your hub.');
    expect(all(widget, 'fieldset')).to.have.length(0);
    expect(textOf(part(widget, '.check'))).to.contain('there is nothing to check');
    const years = part<HTMLSelectElement>(widget, 'select');
    expect([...years.options].map(({ value }) => value)).to.deep.equal([
      ...['2025/26', '2024/25', '2023/24', '2022/23', '2018/19', '2016/17', '2015/16'],
    ]);
    years.value = '2022/23';
    years.dispatchEvent(new Event('change'));
    await settled(widget);
    expect(stage(widget, 'first-year')).to.contain('15 days');
    expect(stage(widget, 'apply')).to.contain('No public source of 2022/23');
  });

  it('says that a year is over, whether or not a closing day is known', async () => {
    for (const [year, programme] of [
      ['2025/26', 'primary'],
      ['2022/23', 'primary'],
      ['', 'secondary'],
    ]) {
      pageSettings().update({ today: '2026-11-26' });
      const widget = await drawn({
        html: `<mh-specialist-path edition="${year}" programme="${programme}"></mh-specialist-path>`,
      });
      expect(textOf(part(widget, '.notice'))).to.match(
        /This is what was published for 20\d\d\/\d\d\. Ask your hub/,
      );
    }
  });

  it('says that a closing day has passed, and only then', async () => {
    pageSettings().update({ today: '2025-03-15', links: { find: '#find' } });
    const widget = await drawn(examples.newest);
    expect(textOf(part(widget, '.notice'))).to.contain('has passed');
    pageSettings().update({ today: '2025-03-14' });
    await settled(widget);
    expect(widget.shadowRoot?.querySelector('.notice')).to.equal(null);
  });

  it('decides by the conditions of the year, each with what is not met', async () => {
    const widget = await drawn(examples.newest);
    expect(widget.shadowRoot?.querySelector('.verdict')).to.equal(null);
    await answer(widget, 'yes', 'yes', 'yes');
    expect(textOf(part(widget, '.verdict'))).to.contain('Not answered yet');
    await answer(widget, 'yes', 'yes', 'yes', 'yes');
    expect(textOf(part(widget, '.verdict')))
      .to.contain('You meet every condition')
      .and.to.contain('a place is not guaranteed');
    await answer(widget, 'yes', 'yes', 'yes', 'unsure');
    expect(textOf(part(widget, '.verdict')))
      .to.contain('Ask your hub')
      .and.to.contain('commits the school');
    await answer(widget, 'yes', 'yes', 'no', 'unsure');
    expect(textOf(part(widget, '.verdict'))).to.match(
      /You do not meet a condition of 2025\/26.*headteacher supports the application\. \(source \d+\) Not met\./,
    );
  });

  it('has the conditions of secondary specialists apart', async () => {
    const widget = await drawn(examples.secondary);
    expect(all(widget, 'legend').map(textOf)).to.deep.equal([
      'Do you teach maths in a state-funded secondary school?',
      'Are you an early career teacher?',
      'Does your subject leader back it?',
    ]);
    expect(stage(widget, 'paid')).to.contain('£200 a day');
    await answer(widget, 'yes', 'no', 'yes');
    expect(textOf(part(widget, '.verdict'))).to.contain('You meet every condition');
  });

  it('criterion 1: is answered by keyboard, each question naming its group', async () => {
    const widget = await drawn(examples.newest);
    const [first] = all(widget, 'fieldset');
    expect(textOf(first?.querySelector('legend'))).to.equal('Do you work in a school in England?');
    first?.querySelector('input')?.focus();
    await sendKeys({ press: ' ' });
    await settled(widget);
    expect(first?.querySelector('input')?.checked).to.equal(true);
    expect(textOf(part(widget, '.verdict'))).to.contain('Not answered yet');
  });

  it('criterion 2: tells what it comes to in a live region that was there before', async () => {
    const widget = await drawn(examples.newest);
    const region = part(widget, '[role=status]');
    expect(textOf(region)).to.equal('');
    await answer(widget, 'no');
    expect(part(widget, '[role=status]')).to.equal(region);
    expect(textOf(region)).to.contain('You do not meet a condition');
  });

  it('criterion 3: gives every statement the number of a source that is listed', async () => {
    const widget = await drawn(examples.newest);
    await answer(widget, 'no');
    const listed = all(widget, 'details .sources > li').length;
    for (const each of all(widget, '.stages li li, .verdict li, details.where > ul > li')) {
      const mark = textOf(each.querySelector('sup'));
      expect(mark, textOf(each)).to.match(/source \d+/);
      for (const number of mark.match(/\d+/g) ?? []) expect(Number(number)).to.be.at.most(listed);
    }
  });

  it('criterion 5: fits the page’s outline', async () => {
    const levels = all(await drawn(examples.unknowns), '[part=heading]').map(({ localName }) => localName);
    expect(levels[0]).to.equal('h3');
    expect(new Set(levels.slice(1))).to.deep.equal(new Set(['h4']));
  });

  it('tells the editor of a year that is none, and shows the newest', async () => {
    const widget = await drawn(examples.misspelt);
    expect(textOf(part(widget, '.problem'))).to.contain('“soon” is not a school year');
    expect(stage(widget, 'apply')).to.contain('14 March 2025');
  });

  it('criterion 6: does not scroll sideways in 300 px, and has targets of 44 px', async () => {
    await setViewport({ width: 300, height: 700 });
    const widget = await drawn(examples.newest);
    await answer(widget, 'yes', 'no');
    expect(widget.scrollWidth).to.be.at.most(widget.clientWidth);
    for (const each of all(widget, 'select, fieldset label'))
      expect(each.getBoundingClientRect().height).to.be.at.least(44);
    await setViewport({ width: 1024, height: 768 });
  });
});
