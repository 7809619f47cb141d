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
import { examples } from './examples.js';
import './define.js';
import type { MasteryGuide } from './mastery-guide.js';

async function drawn(example: { readonly html: string }): Promise<MasteryGuide> {
  const widget = (await mount(example)).querySelector('mh-mastery-guide');
  if (!widget) throw new Error('No guide in the example');
  return widget;
}

const all = <T extends Element = HTMLElement>(widget: MasteryGuide, selector: string): T[] => [
  ...(widget.shadowRoot?.querySelectorAll<T>(selector) ?? []),
];
const titles = (widget: MasteryGuide): string[] => all(widget, 'section > [part=heading]').map(textOf);
const openIdeas = (widget: MasteryGuide): string[] =>
  all(widget, '.idea')
    .filter((each) => getComputedStyle(each).display !== 'none')
    .map((each) => textOf(each.querySelector('.name')));

describe('mastery guide', () => {
  afterEach(unmountAll);

  describe('criterion 4: axe finds nothing in', () => {
    for (const example of Object.values(examples))
      it(example.name, async () => {
        await expectAccessible(await mount(example));
      });
  });

  it('shows what a newcomer asks, and the rest only when it is named', async () => {
    expect(titles(await drawn(examples.whole))).to.deep.equal([
      'What teaching for mastery is',
      'Five Big Ideas of teaching for mastery',
      'Five key areas of Mastery Readiness',
      'What a Work Group does',
      'Who is who',
      'What has been found',
      'Research and materials',
    ]);
    expect(
      titles(await drawn({ html: '<mh-mastery-guide show="money, ideas"></mh-mastery-guide>' })),
    ).to.deep.equal(['Public money', 'Five Big Ideas of teaching for mastery']);
  });

  it('criterion 1: opens one idea at a time, by a press or a key', async () => {
    const widget = await drawn(examples.ideas);
    const buttons = all<HTMLButtonElement>(widget, '.five button');
    expect(buttons.map(textOf)).to.have.length(5);
    expect(openIdeas(widget)).to.deep.equal(['Representation and structure']);
    buttons[3]?.click();
    await settled(widget);
    expect(openIdeas(widget)).to.deep.equal(['Variation']);
    expect(buttons.map((each) => each.getAttribute('aria-expanded'))).to.deep.equal([
      ...['false', 'false', 'false', 'true', 'false'],
    ]);
    buttons[4]?.focus();
    await sendKeys({ press: 'Enter' });
    await settled(widget);
    expect(openIdeas(widget)).to.deep.equal(['Coherence']);
    const controls = buttons[4]?.getAttribute('aria-controls') ?? '';
    expect(textOf(widget.shadowRoot?.getElementById(controls))).to.contain('Where have you met this before');
    buttons[4]?.click();
    await settled(widget);
    expect(openIdeas(widget)).to.deep.equal([]);
  });

  it('criterion 2: gives every statement the number of a source that is listed', async () => {
    const widget = await drawn(examples.more);
    const listed = all(widget, 'details.where .sources > li').length;
    const statements = all(widget, '.block li');
    expect(statements.length).to.be.greaterThan(50);
    for (const each of statements) {
      const mark = textOf(each.querySelector('sup'));
      expect(mark, textOf(each)).to.match(/source \d+/);
      for (const number of mark.match(/\d+/g) ?? []) expect(Number(number)).to.be.at.most(listed);
    }
    expect(textOf(widget.shadowRoot)).not.to.match(/\[object|undefined|NaN/);
  });

  it('criterion 3: fits the page’s outline', async () => {
    const widget = await drawn({
      html: '<mh-mastery-guide heading-level="3" show="people"></mh-mastery-guide>',
    });
    expect(all(widget, '[part=heading]').map(({ localName }) => localName)).to.deep.equal([
      ...['h3', 'h4', 'h5', 'h5', 'h5', 'h5', 'h5', 'h5'],
    ]);
  });

  it('criterion 5: tells the editor of a part that there is not', async () => {
    const widget = await drawn(examples.misspelt);
    expect(titles(widget)).to.deep.equal(['Who is who']);
    expect(textOf(part(widget, '.problem'))).to.contain('There is no part of this name: idees.');
  });

  it('criterion 6: does not scroll sideways in 300 px', async () => {
    await setViewport({ width: 300, height: 700 });
    const widget = await drawn(examples.whole);
    expect(widget.scrollWidth).to.be.at.most(widget.clientWidth);
    await setViewport({ width: 1024, height: 768 });
  });
});
