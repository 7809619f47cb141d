import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { expectAccessible, mount, part, textOf, unmountAll } from '../../../../test/support/elements.js';
import { examples } from './examples.js';
import './define.js';
import type { ProgrammeReach } from './programme-reach.js';

async function drawn(example: { readonly html: string }): Promise<ProgrammeReach> {
  const widget = (await mount(example)).querySelector('mh-programme-reach');
  if (!widget) throw new Error('No figures in the example');
  return widget;
}

const all = (root: ParentNode | null, selector: string): Element[] => [
  ...(root?.querySelectorAll(selector) ?? []),
];

function section(widget: ProgrammeReach, title: string): Element {
  const found = all(widget.shadowRoot, 'section').find((each) =>
    textOf(each.querySelector('[part=heading]')).startsWith(title),
  );
  if (!found) throw new Error(`No section “${title}”`);
  return found;
}

describe('programme reach', () => {
  afterEach(unmountAll);

  describe('criterion 4: axe finds nothing in', () => {
    for (const example of Object.values(examples))
      it(example.name, async () => {
        await expectAccessible(await mount(example));
      });
  });

  it('keeps the kinds apart, and aims away from what was reached', async () => {
    const widget = await drawn(examples.national);
    expect(all(widget.shadowRoot, 'section > [part=heading]').map(textOf)).to.deep.equal([
      'In one year',
      'Working with schools now',
      'So far, all years together',
      'Aims: what was hoped for, not what was reached',
    ]);
    expect(textOf(section(widget, 'In one year')))
      .to.contain('8,461 schools')
      .and.to.contain('7,576 schools');
    expect(textOf(section(widget, 'Aims'))).to.contain('over 8,000 schools');
    expect(section(widget, 'Aims').querySelector('svg')).to.equal(null);
    expect(textOf(section(widget, 'So far')))
      .to.contain('more than 5,000 schools')
      .and.to.contain('end of 2018/19');
  });

  it('begins with what people keep: the newest figures, large, and a share as so many dots', async () => {
    const widget = await drawn(examples.national);
    expect(all(widget.shadowRoot, '.large').map(textOf)).to.deep.equal(['8,461', '2,175', '61 in 100']);
    expect(all(widget.shadowRoot, '.dots .in').length).to.equal(61);
    expect(all(widget.shadowRoot, '.dots circle').length).to.equal(100);
    expect(textOf(section(widget, 'Working with schools'))).to.contain('just over 1,500 people');
    expect(textOf(section(widget, 'So far'))).to.contain('nearly 1,000 people');
  });

  it('shows growth as a line from zero, with its step in words, and no line where a figure is not exact', async () => {
    const widget = await drawn(examples.national);
    const lines = all(widget.shadowRoot, '.growth');
    expect(lines.map((each) => textOf(each.querySelector('figcaption')))).to.deep.equal([
      '885 more than in 2023/24',
      '138 more than in 2023/24',
    ]);
    expect(lines.map((each) => textOf(each.closest('li')?.querySelector('.large')))).to.deep.equal([
      '8,461',
      '2,175',
    ]);
    const [line] = lines;
    const heights = all(line ?? null, 'circle').map((each) => 80 - Number(each.getAttribute('cy')));
    expect((heights[0] ?? 0) / (heights[1] ?? 1)).to.be.closeTo(7576 / 8461, 1e-6);
    expect(all(line ?? null, '.step').length).to.equal(1);
  });

  it('shows a hub’s own totals large, each with the source that the hub names', async () => {
    const widget = await drawn(examples.oneHub);
    const own = section(widget, 'Our own hub');
    expect(all(own, '.large').map(textOf)).to.deep.equal(['226', '46']);
    expect(all(own, '.lead li').map(textOf)[0])
      .to.contain('since 2015')
      .and.to.contain('Source: Our page on');
    expect(all(own, '.lead a')[0]?.getAttribute('href')).to.equal('/teaching-for-mastery');
    expect(own.querySelector<HTMLDetailsElement>('details')?.open).to.equal(false);
  });

  it('folds every table', async () => {
    const widget = await drawn(examples.national);
    const tables = all(widget.shadowRoot, 'table');
    expect(tables.length).to.be.greaterThan(3);
    for (const table of tables) expect(table.closest('details')?.open, textOf(table)).to.equal(false);
  });

  it('leaves out a note that only says the figure again', async () => {
    const widget = await drawn(examples.national);
    const cells = all(widget.shadowRoot, 'td').map(textOf);
    expect(cells.some((each) => each.includes('more than 5,000 schools'))).to.equal(true);
    expect(cells.filter((each) => /More than 5,000\.|Over 70 per cent\./.test(each))).to.deep.equal([]);
    expect(cells.some((each) => each.includes('how many are still'))).to.equal(true);
  });

  it('shows budgets only where the page asks for them', async () => {
    const tables = (widget: ProgrammeReach): string => all(widget.shadowRoot, 'table').map(textOf).join(' ');
    expect(tables(await drawn(examples.national))).not.to.contain('£');
    expect(tables(await drawn(examples.budgets))).to.contain('£32,000,000');
  });

  it('never shows another hub’s figures as this one’s', async () => {
    const widget = await drawn(examples.national);
    expect(textOf(widget.shadowRoot)).not.to.contain('226 schools');
  });

  it('charts only one measure at a time, from zero, with the years between left empty', async () => {
    const widget = await drawn(examples.national);
    const hubs = all(section(widget, 'Working with schools'), 'figure').find((each) =>
      textOf(each).startsWith('Maths Hubs'),
    );
    const bars = all(hubs ?? null, 'rect').map((bar) => ({
      bottom: Number(bar.getAttribute('y')) + Number(bar.getAttribute('height')),
      height: Number(bar.getAttribute('height')),
    }));
    expect(bars.length).to.equal(3);
    expect(new Set(bars.map(({ bottom }) => bottom.toFixed(6))).size).to.equal(1);
    expect((bars[0]?.height ?? 0) / (bars[2]?.height ?? 1)).to.be.closeTo(32 / 40, 1e-6);
    expect(all(hubs ?? null, '.tick').map(textOf)).to.deep.equal([
      '2014',
      '2015',
      '2016',
      '2017',
      '2018',
      '2019',
      '2020',
    ]);
    expect(all(hubs ?? null, '.tick.empty').length).to.equal(4);
  });

  it('draws what has no exact end with a broken outline', async () => {
    const widget = await drawn(examples.national);
    const leaders = all(section(widget, 'Working with schools'), 'figure').find((each) =>
      textOf(each).includes('Local Leaders'),
    );
    expect(all(leaders ?? null, '.bar.open').length).to.equal(1);
    expect(textOf(leaders)).to.contain('over 1,500').and.to.contain('1,945');
  });

  it('says undated of what shows no date, and charts none of it', async () => {
    const widget = await drawn(examples.budgets);
    const rows = all(section(widget, 'In one year'), 'tbody tr').filter((row) =>
      textOf(row).includes('undated'),
    );
    expect(rows.length).to.equal(2);
    const budget = all(section(widget, 'In one year'), 'figure').find((each) =>
      textOf(each).startsWith('Budget'),
    );
    expect(all(budget ?? null, 'rect').length).to.equal(2);
  });

  it('criterion 1: tells each chart in words, and holds every figure in a table', async () => {
    const widget = await drawn(examples.national);
    for (const figure of all(widget.shadowRoot, 'figure svg')) {
      expect(figure.getAttribute('role')).to.equal('img');
      expect(figure.getAttribute('aria-label')).to.match(
        /^Chart\. .+: .+\d.*\. The table beneath holds the same\.$/,
      );
    }
    for (const each of all(widget.shadowRoot, 'section')) {
      const points = all(each, 'rect').length;
      expect(all(each, 'tbody tr').length).to.be.at.least(points);
    }
  });

  it('criterion 2: cites every public figure and lists the sources', async () => {
    const widget = await drawn(examples.national);
    for (const row of all(widget.shadowRoot, 'tbody th'))
      expect(row.querySelector('sup.source'), textOf(row)).not.to.equal(null);
    expect(all(widget.shadowRoot, 'details .sources > li').length).to.be.greaterThan(5);
  });

  it("shows a hub's own figures apart, gaps left open", async () => {
    const widget = await drawn(examples.withLocal);
    const own = section(widget, 'Our own hub');
    expect(all(own, 'rect').length).to.equal(3);
    expect(all(own, '.tick').map(textOf)).to.deep.equal(['2021/22', '2022/23', '2023/24', '2024/25']);
    expect(textOf(own)).to.contain('70 schools').and.to.contain('Counted in July.');
    expect(all(widget.shadowRoot, 'section').length).to.equal(2);
  });

  it('criterion 5: tells the editor what is wrong with own figures, and shows the rest', async () => {
    const widget = await drawn(examples.badLocal);
    expect(textOf(part(widget, '[role=alert]'))).to.contain('figures[0] needs "measure"');
    expect(textOf(section(widget, 'In one year'))).to.contain('8,461 schools');
  });

  it('takes figures in hand without reading any', async () => {
    const root = await mount({
      html: '<mh-programme-reach></mh-programme-reach>',
      setup: (at) => {
        const widget = at.querySelector('mh-programme-reach');
        if (widget) widget.data = { statistics: [], sources: {} };
      },
    });
    expect(root.querySelector('mh-programme-reach')?.shadowRoot?.querySelector('section')).to.equal(null);
  });

  it('criterion 3: starts at the level that the page asks for', async () => {
    const widget = await drawn(examples.withLocal);
    expect(all(widget.shadowRoot, '[part=heading]').map((each) => each.localName)).to.deep.equal([
      'h3',
      'h4',
      'h4',
    ]);
  });

  it('criterion 6: fits 300 px', async () => {
    await setViewport({ width: 480, height: 800 });
    const root = await mount({ html: `<div style="inline-size: 300px">${examples.national.html}</div>` });
    expect(root.querySelector('mh-programme-reach')?.scrollWidth).to.be.at.most(300);
  });
});
