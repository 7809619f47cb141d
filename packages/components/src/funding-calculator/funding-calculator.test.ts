import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expectAccessible, mount, part, textOf, unmountAll } from '../../../../test/support/elements.js';
import { examples } from './examples.js';
import './define.js';
import type { FundingEstimateEvent } from './events.js';
import type { FundingCalculator } from './funding-calculator.js';
import { penceOf } from '../foundation/pounds.js';

async function drawn(example: { readonly html: string }): Promise<FundingCalculator> {
  const widget = (await mount(example)).querySelector('mh-funding-calculator');
  if (!widget) throw new Error('No calculator in the example');
  return widget;
}

async function type(widget: FundingCalculator, id: string, value: string, leave = true): Promise<void> {
  const input = part<HTMLInputElement>(widget, `#${id}`);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  if (leave) input.dispatchEvent(new Event('change', { bubbles: true }));
  await widget.updateComplete;
}

async function choose(widget: FundingCalculator, name: string, value: string): Promise<void> {
  part<HTMLInputElement>(widget, `input[name="${name}"][value="${value}"]`).click();
  await widget.updateComplete;
}

const total = (widget: FundingCalculator): string => textOf(part(widget, '.sum'));
const release = (widget: FundingCalculator): string => textOf(part(widget, '.release'));
const line = (widget: FundingCalculator, index: number): string =>
  textOf(widget.shadowRoot?.querySelectorAll('.line')[index]);

describe('funding calculator', () => {
  afterEach(unmountAll);

  describe('criterion 7: axe finds nothing in', () => {
    for (const example of Object.values(examples))
      it(example.name, async () => {
        await expectAccessible(await mount(example));
      });
    it('a wrong amount', async () => {
      const widget = await drawn(examples.bestKnown);
      await type(widget, 'spend', 'lots');
      await expectAccessible(widget);
    });
  });

  it('gives the numbers of 2020/21 exactly', async () => {
    const widget = await drawn(examples.bestKnown);
    expect(total(widget)).to.equal('£1,000 to £3,000');
    expect(line(widget, 0)).to.contain('£1,000').and.to.contain('A set sum of £1,000 for the school');
    expect(line(widget, 1))
      .to.contain('up to £2,000')
      .and.to.contain('No source says how much is paid for each pound')
      .and.to.contain('Paid only if the Department invites the school');
    expect(release(widget)).to.contain('6 days out of class in all').and.to.contain('£1,000');
  });

  it('narrows as the school says more, and shows pound for pound only as an illustration', async () => {
    const widget = await drawn(examples.bestKnown);
    await type(widget, 'spend', '3,000');
    expect(total(widget)).to.equal('£1,000 to £3,000');
    expect(textOf(part(widget, '.illustration')))
      .to.contain('For illustration only')
      .and.to.contain('£2,000');
    await choose(widget, 'invited', 'no');
    expect(total(widget)).to.equal('£1,000');
    expect(line(widget, 1)).to.contain('the school has not been invited');
    await choose(widget, 'invited', 'not-sure');
    expect(total(widget)).to.equal('£1,000 to £3,000');
  });

  it('sets release days against the money for them', async () => {
    const widget = await drawn(examples.bestKnown);
    expect(release(widget)).to.contain('Enter what a day of cover costs you');
    await type(widget, 'daily', '£187.50');
    expect(release(widget))
      .to.contain('£1,125')
      .and.to.contain('5 days')
      .and.to.contain('Left for your school to pay £125');
    expect(widget.shadowRoot?.querySelectorAll('.pip').length).to.equal(6);
    expect(widget.shadowRoot?.querySelectorAll('.pip.paid').length).to.equal(5);
    await type(widget, 'daily', '150');
    expect(release(widget)).to.contain('Left for your school to pay nothing');
  });

  it('sets the cost of cover against the money, where both are exact', async () => {
    const widget = await drawn(examples.bestKnown);
    expect(widget.shadowRoot?.querySelector('.balance')).to.equal(null);
    await type(widget, 'daily', '220');
    const balance = part(widget, '.balance');
    expect(textOf(part(widget, '.balance .total'))).to.equal('£320 to find');
    expect(textOf(balance)).to.contain('£1,320').and.to.contain('£1,000');
    const [cover, grant] = [...balance.querySelectorAll('.part')].map((each) => each.getAttribute('width'));
    expect(cover).to.equal('1000');
    expect(Number(grant)).to.be.closeTo(758, 1);
    await type(widget, 'daily', '100');
    expect(textOf(part(widget, '.balance .total'))).to.equal('£400 over');
  });

  it('criterion 4: asks the hub where 2024/25 does not say', async () => {
    const widget = await drawn(examples.unknowns);
    expect(total(widget)).to.equal('£1,000');
    expect(release(widget)).to.match(/Your school gives Ask your hub/);
    await type(widget, 'daily', '200');
    expect(release(widget)).to.match(/Cost of covering that Ask your hub/);
    expect(release(widget)).to.match(/Left for your school to pay Ask your hub/);
    expect(textOf(widget.shadowRoot)).not.to.contain('£0');
  });

  it('criterion 4: gives no figure where no source speaks of money', async () => {
    const widget = await drawn(examples.nothingKnown);
    expect(total(widget)).to.equal('Ask your hub');
    expect(line(widget, 0)).to.contain('No source says whether there is money');
  });

  it('asks only what can change the answer', async () => {
    const ids = (widget: FundingCalculator): (string | null)[] =>
      [...(widget.shadowRoot?.querySelectorAll('[name]') ?? [])]
        .map((each) => each.getAttribute('name'))
        .filter((name, index, all) => all.indexOf(name) === index);
    expect(ids(await drawn(examples.bestKnown))).to.deep.equal(['phase', 'daily', 'spend', 'invited']);
    expect(ids(await drawn(examples.unknowns))).to.deep.equal(['phase', 'days', 'daily']);
    expect(ids(await drawn(examples.nothingKnown))).to.deep.equal(['phase', 'days', 'daily']);
    expect(ids(await drawn(examples.ownTerms))).to.include.members(['daily', 'spend', 'claimed-textbooks']);
  });

  it('answers what is left to pay once the school says how long its teachers are out', async () => {
    const widget = await drawn(examples.unknowns);
    await type(widget, 'days', '3');
    await type(widget, 'daily', '220');
    expect(textOf(part(widget, '[part=release]')))
      .to.contain('6 days')
      .and.to.contain('£320');
  });

  it("reckons with a hub's own rate, and with what is paid once", async () => {
    const widget = await drawn(examples.ownTerms);
    await type(widget, 'spend', '1000.01');
    expect(total(widget)).to.equal('£1,200 to £1,700');
    await choose(widget, 'claimed-textbooks', 'no');
    expect(total(widget)).to.equal('£1,700');
    await choose(widget, 'claimed-textbooks', 'yes');
    expect(total(widget)).to.equal('£1,200');
  });

  it('criterion 2: judges an amount when the person leaves the field, not while typing', async () => {
    const widget = await drawn(examples.bestKnown);
    await type(widget, 'spend', 'lots', false);
    expect(widget.shadowRoot?.querySelector('.error')).to.equal(null);
    await type(widget, 'spend', 'lots');
    const input = part(widget, '#spend');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    const described = input.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(textOf(part(widget, `#${described[1] ?? ''}`))).to.contain('in pounds and pence');
    expect(total(widget)).to.equal('£1,000 to £3,000');
    await type(widget, 'spend', '20');
    expect(widget.shadowRoot?.querySelector('.error')).to.equal(null);
  });

  it('criterion 3: reads the new total out, once the person has answered', async () => {
    const widget = await drawn(examples.bestKnown);
    expect(textOf(part(widget, '[role=status]'))).to.equal('');
    await choose(widget, 'invited', 'no');
    expect(textOf(part(widget, '[role=status]'))).to.equal('Estimate: £1,000.');
  });

  it('criterion 1: works by keyboard, and tells the page', async () => {
    const widget = await drawn(examples.bestKnown);
    const seen: FundingEstimateEvent[] = [];
    const phases: string[] = [];
    widget.addEventListener('mh-funding-estimate', (event) => seen.push(event));
    widget.addEventListener('mh-phase-change', ({ phase }) => phases.push(phase));
    part<HTMLInputElement>(widget, '#spend').focus();
    await sendKeys({ type: '500' });
    await widget.updateComplete;
    expect(seen.at(-1)?.estimate.total).to.deep.equal({ min: 100_000, max: 300_000 });
    const select = part<HTMLSelectElement>(widget, '#phase');
    select.value = 'embedding';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await widget.updateComplete;
    expect(phases).to.deep.equal(['embedding']);
    expect(seen.at(-1)?.estimate.phase).to.equal('embedding');
  });

  it('criterion 5: cites every line and lists the sources', async () => {
    const widget = await drawn(examples.bestKnown);
    for (const each of widget.shadowRoot?.querySelectorAll('.line') ?? [])
      expect(each.querySelector('sup.source')).not.to.equal(null);
    expect(textOf(part(widget, '.sources')))
      .to.contain('NW3')
      .and.to.contain('Department for Education');
  });

  it('criterion 6: starts at the level that the page asks for', async () => {
    const widget = await drawn(examples.ownTerms);
    const levels = [...(widget.shadowRoot?.querySelectorAll('[part=heading]') ?? [])].map(
      (each) => each.localName,
    );
    expect(levels).to.deep.equal(['h3', 'h4', 'h4']);
  });

  it('criterion 8: keeps the plain words when the year is unknown', async () => {
    const widget = await drawn(examples.unknownYear);
    expect(textOf(part(widget, '[role=alert]'))).to.contain('a year that we have no terms for');
    expect(part<HTMLSlotElement>(widget, 'slot').assignedElements().length).to.equal(1);
    expect(textOf((await drawn(examples.noPhases)).shadowRoot)).to.contain(
      'No public source states the school phases',
    );
  });

  it('criterion 9: fits 300 px', async () => {
    await setViewport({ width: 480, height: 800 });
    const root = await mount({ html: `<div style="inline-size: 300px">${examples.bestKnown.html}</div>` });
    expect(root.querySelector('mh-funding-calculator')?.scrollWidth).to.be.at.most(300);
  });

  it('reads pounds as people write them, in whole pence', () => {
    const read = ['3000', '£3,000', '187.5', '0.07', '', ' ', 'lots', '-5', '1.234', '1e5'].map(penceOf);
    expect(read).to.deep.equal([
      300_000,
      300_000,
      18_750,
      7,
      null,
      null,
      ...Array<undefined>(4).fill(undefined),
    ]);
  });
});
