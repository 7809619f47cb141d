import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { expectAccessible, mount, part, textOf, unmountAll } from '../../../../test/support/elements.js';
import { examples } from './examples.js';
import './define.js';
import type { InformationSheet } from './information-sheet.js';

async function drawn(example: { readonly html: string }): Promise<InformationSheet> {
  const widget = (await mount(example)).querySelector('mh-information-sheet');
  if (!widget) throw new Error('No sheet in the example');
  return widget;
}

/** What stands under a term's name, in the figures or in a section. */
function under(widget: InformationSheet, scope: string, label: string): string {
  const term = [...(widget.shadowRoot?.querySelectorAll(`${scope} dt`) ?? [])].find(
    (each) => textOf(each) === label,
  );
  if (!term) throw new Error(`${scope} has no “${label}”`);
  return textOf(term.parentElement?.querySelector('dd'));
}

async function printed(widget: InformationSheet, during: () => void): Promise<void> {
  const print = window.print;
  window.print = () => {
    during();
    window.dispatchEvent(new Event('afterprint'));
  };
  try {
    part(widget, '.actions button').click();
    await widget.updateComplete;
  } finally {
    window.print = print;
  }
}

describe('information sheet', () => {
  afterEach(unmountAll);

  describe('criterion 5: axe finds nothing in', () => {
    for (const example of Object.values(examples))
      it(example.name, async () => {
        await expectAccessible(await mount(example));
      });
  });

  it('gives the numbers of 2020/21 exactly', async () => {
    const widget = await drawn(examples.bestKnown);
    const figure = (label: string): string => under(widget, '.figures', label);
    expect(figure('Teachers taking part')).to.contain('2 teachers per school');
    expect(figure('Work Group meetings')).to.contain('6 meetings per year');
    expect(figure('Release time')).to.contain('3 days per teacher');
    expect(figure('Headteacher meetings')).to.contain('3 meetings per year');
    expect(figure('Visits to the school')).to.contain('3 visits per year');
    expect(figure('Length')).to.contain('1 year');
    expect(figure('Money for release')).to.contain('£1,000');
    expect(figure('Money for textbooks')).to.contain('up to £2,000').and.to.contain('by invitation only');
    expect(under(widget, 'section', 'Length of a meeting')).to.contain('1 half-day');
    expect(under(widget, 'section', 'Release time')).to.contain('Six half-days each');
    expect(under(widget, 'section', 'How often the school is visited')).to.contain('every term');
    expect(under(widget, 'section', 'What the school commits to')).to.contain(
      'three years of development: Development, Embedding, Sustaining',
    );
    expect(under(widget, 'section', "The headteacher's part")).to.contain('attends a termly meeting');
    expect(textOf(widget.shadowRoot)).to.contain('Project NCP20-10').and.not.to.contain('Ask your hub for');
  });

  it('holds every part of the sheet, in order', async () => {
    const widget = await drawn(examples.bestKnown);
    expect([...(widget.shadowRoot?.querySelectorAll('h3') ?? [])].map(textOf)).to.deep.equal([
      'Who it is for',
      'What is involved',
      'Intended outcomes',
      'What your school commits to',
      'Funding',
      'Who leads the Work Group',
      'What happens next',
      'Sources',
    ]);
  });

  it('criterion 2: asks the hub for what 2024/25 does not state, in its place', async () => {
    const widget = await drawn(examples.unknowns);
    for (const label of ['Release time', 'Headteacher meetings'])
      expect(under(widget, '.figures', label)).to.match(/^Ask your hub/);
    expect(under(widget, '.figures', 'Work Group meetings')).to.contain('every half-term');
    expect(under(widget, 'section', 'Intended outcomes')).to.match(/^Ask your hub/);
    expect(under(widget, '.figures', 'Money for release')).to.contain('£1,000');
    expect(textOf(widget.shadowRoot)).not.to.match(/£0|\b0 (days|meetings|visits)/);
  });

  it('says where to apply, in the year that states it', async () => {
    expect(textOf((await drawn(examples.bestKnown)).shadowRoot)).to.match(
      /When and where to apply[^]*ncetm\.org\.uk\/masteryrecruitment[^]*through the hub[^]*September 2020/,
    );
    unmountAll();
    expect(textOf((await drawn(examples.unknowns)).shadowRoot)).not.to.contain('where to apply');
  });

  it('is made of a secondary phase too, as far as it is evidenced', async () => {
    const widget = await drawn(examples.secondary);
    expect(textOf(part(widget, 'h2'))).to.equal('Secondary Work Group Information Sheet: Development');
    expect(under(widget, 'section', 'Which teachers')).to.contain('Mastery Advocates');
    expect(under(widget, '.figures', 'Release time')).to.match(/^Ask your hub/);
  });

  it('carries nothing into a hub’s own sheet that the hub has not stated', async () => {
    const widget = await drawn(examples.ownTerms);
    expect(under(widget, '.figures', 'Funding')).to.equal('Ask us');
    expect(under(widget, 'section', 'Who leads')).to.equal('Ask us');
    expect(textOf(part(widget, '.sources'))).to.match(
      /^Example Maths Hub: Our terms for 2026\/27, 2026\/27\.$/,
    );
    expect(part<HTMLAnchorElement>(widget, 'section a').href).to.equal('https://example.org/');
  });

  it('criterion 3: traces every figure to a listed source', async () => {
    const widget = await drawn(examples.bestKnown);
    for (const figure of widget.shadowRoot?.querySelectorAll('.figures dd') ?? [])
      expect(figure.querySelector('sup.source'), textOf(figure)).not.to.equal(null);
    const cited = [...(widget.shadowRoot?.querySelectorAll('sup.source') ?? [])].flatMap(
      (mark) => mark.textContent?.match(/\d+/g)?.map(Number) ?? [],
    );
    expect(Math.max(...cited)).to.equal(widget.shadowRoot?.querySelectorAll('.sources > li').length);
    expect(textOf(part(widget, '.foot'))).to.contain('Made from the 2020/21 terms, version');
  });

  it('criterion 1: starts at the level that the page asks for', async () => {
    const widget = await drawn(examples.otherPhase);
    const levels = [...(widget.shadowRoot?.querySelectorAll('[part=heading]') ?? [])].map(
      (each) => each.localName,
    );
    expect(levels[0]).to.equal('h3');
    expect(new Set(levels.slice(1))).to.deep.equal(new Set(['h4']));
    expect(textOf(part(widget, 'h3'))).to.contain('Mastery Readiness');
  });

  it('prints itself and nothing else of its page, and leaves no trace', async () => {
    const widget = await drawn(examples.bestKnown);
    const sheets = document.adoptedStyleSheets.length;
    let marked = false;
    let rules = '';
    await printed(widget, () => {
      marked = widget.hasAttribute('data-mh-printing');
      rules = [...(document.adoptedStyleSheets.at(-1)?.cssRules ?? [])].map((rule) => rule.cssText).join('');
    });
    expect(marked).to.equal(true);
    expect(rules).to.contain('@media print').and.to.contain('display: none');
    expect(widget.hasAttribute('data-mh-printing')).to.equal(false);
    expect(document.adoptedStyleSheets.length).to.equal(sheets);
  });

  it('lets a page print in its own way', async () => {
    const widget = await drawn(examples.bestKnown);
    widget.addEventListener('mh-print', (event) => event.preventDefault());
    let calls = 0;
    await printed(widget, () => (calls += 1));
    expect(calls).to.equal(0);
  });

  it('criterion 4: says so where there is nothing to show, and keeps the plain link', async () => {
    expect(textOf((await drawn(examples.noPhases)).shadowRoot)).to.contain('No public source states');
    const widget = await drawn(examples.unreadable);
    expect(textOf(part(widget, '[role=alert]'))).to.contain('could not be read');
    expect(part<HTMLSlotElement>(widget, 'slot').assignedElements().length).to.equal(1);
  });

  it('criterion 6: fits 300 px', async () => {
    await setViewport({ width: 480, height: 800 });
    const root = await mount({ html: `<div style="inline-size: 300px">${examples.bestKnown.html}</div>` });
    expect(root.querySelector('mh-information-sheet')?.scrollWidth).to.be.at.most(300);
  });
});
