import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import {
  expectAccessible,
  mount,
  part,
  textOf,
  unmountAll,
  until,
} from '../../../../test/support/elements.js';
import { pageSettings } from '../foundation/settings-store.js';
import type { CommitmentPlanner } from './commitment-planner.js';
import { examples } from './examples.js';
import './define.js';

async function drawn(example: { readonly html: string }): Promise<CommitmentPlanner> {
  const widget = (await mount(example)).querySelector('mh-commitment-planner');
  if (!widget) throw new Error('No planner in the example');
  return widget;
}

const all = (widget: CommitmentPlanner, selector: string): string[] =>
  [...(widget.shadowRoot?.querySelectorAll(selector) ?? [])].map(textOf);

/** The file that "Add to calendar" makes; the page takes it, so that nothing is downloaded. */
async function calendarOf(widget: CommitmentPlanner): Promise<string> {
  let file = '';
  widget.addEventListener(
    'mh-commitment-calendar',
    (event) => {
      event.preventDefault();
      file = event.icalendar;
    },
    { once: true },
  );
  part(widget, '#calendar').click();
  await until(() => file);
  await widget.updateComplete;
  return file.replace(/\r\n /g, '');
}

describe('commitment planner', () => {
  afterEach(() => {
    unmountAll();
    pageSettings().update({ today: undefined });
  });

  describe('criterion 6: axe finds nothing in', () => {
    for (const example of Object.values(examples))
      it(example.name, async () => {
        await expectAccessible(await mount(example));
      });
  });

  it('lays out 2020/21 exactly', async () => {
    const widget = await drawn(examples.bestKnown);
    const gives = all(widget, '.lane.gives .visually-hidden');
    expect(gives).to.include('Work Group meeting (1 of 6), Autumn 1');
    expect(gives).to.include('Work Group meeting (2 of 6), Autumn 2');
    expect(gives).to.include('Headteacher meeting (1 of 3), Some time in the autumn term');
    expect(all(widget, '.lane.receives .visually-hidden')).to.include(
      'Visit to the school (1 of 3), Some time in the autumn term',
    );
    expect(all(widget, '.totals dd').map((each) => each.replace(/ ?\(source.*/, ''))).to.deep.equal([
      '6 days',
      '6 meetings',
      '3 meetings',
      '3 visits',
    ]);
    expect(all(widget, 'tbody tr').at(-1)).to.contain('Release time: 3 days per teacher');
  });

  it('shows the whole journey of three years, and tells no later year from another’s terms', async () => {
    const widget = await drawn(examples.bestKnown);
    const [first = '', second = '', third = ''] = all(widget, '.journey li');
    expect(first).to.contain('2020/21').and.to.contain('Development').and.to.contain('6 days');
    expect(second).to.contain('2021/22').and.to.contain('Embedding').and.to.contain('Ask your hub');
    expect(third).to.contain('2022/23').and.to.contain('Sustaining');
    part(widget, '.journey li:nth-child(2) button').click();
    await widget.updateComplete;
    expect(textOf(part(widget, '.notice:not([part])'))).to.contain('No 2021/22 terms of');
    expect(widget.shadowRoot?.querySelector('table')).to.equal(null);
  });

  it('tells a later year from that year’s own terms, where they are held', async () => {
    const widget = await drawn(examples.bestKnown);
    part(widget, '.journey li:nth-child(3) button').click();
    await widget.updateComplete;
    expect(all(widget, 'h3').join()).to.contain('Sustaining in 2022/23');
    await until(() => !textOf(widget.shadowRoot).includes('No 2022/23 terms of'));
    expect(textOf(part(widget, 'caption'))).to.equal('Sustaining in 2022/23, in full');
  });

  it('criterion 3: holds the same in a table, each thing with its source', async () => {
    const widget = await drawn(examples.bestKnown);
    const heads = all(widget, 'tbody th');
    expect(heads.slice(0, 3)).to.deep.equal(['Autumn 1', 'Autumn 2', 'Some time in the autumn term']);
    expect(all(widget, 'thead th')).to.deep.equal(['When', 'You give', 'You get']);
    const marks = all(widget, '.mark').length;
    const inYear = 6;
    expect(all(widget, 'td li').length).to.equal(marks + inYear);
    for (const entry of widget.shadowRoot?.querySelectorAll('td li') ?? []) {
      expect(textOf(entry)).to.match(/(For your|By a) [^.]+\./);
      expect(entry.querySelector('sup.source')).not.to.equal(null);
    }
  });

  it('criterion 4: asks the hub for what 2024/25 does not state', async () => {
    const widget = await drawn(examples.unknowns);
    expect(textOf(part(widget, '.ask')))
      .to.contain('Headteacher meetings')
      .and.to.contain('Release time');
    expect(all(widget, '.totals dd')[0]).to.match(/^Ask your hub/);
    expect(all(widget, '.totals dd')[1]).to.contain('Worked out from “every half-term”: 6 in a school year.');
    expect(textOf(widget.shadowRoot)).not.to.match(/\b0 (days|meetings|visits)/);
  });

  it("puts what a hub has dated on its day, marked as the hub's", async () => {
    const widget = await drawn(examples.dated);
    expect(all(widget, '.mark.set .visually-hidden').join()).to.contain('7 October 2026');
    expect(all(widget, 'tbody tr')[0])
      .to.contain('3 September 2026 – 23 October 2026')
      .and.to.contain('Wold Primary School. ');
  });

  it('leads with the next day that is set, and with none where all have gone by', async () => {
    pageSettings().update({ today: '2026-09-01' });
    const widget = await drawn(examples.dated);
    expect(textOf(part(widget, '.next'))).to.contain('7 October 2026');
    pageSettings().update({ today: '2027-07-31' });
    await widget.updateComplete;
    expect(widget.shadowRoot?.querySelector('.next')).to.equal(null);
  });

  it('makes a calendar file of what is to come: the hub’s days, and a reminder a half-term', async () => {
    pageSettings().update({ today: '2026-09-01' });
    const widget = await drawn(examples.dated);
    const file = await calendarOf(widget);
    expect(file).to.match(/^BEGIN:VCALENDAR/);
    expect(file)
      .to.contain('DTSTART;VALUE=DATE:20261007')
      .and.to.contain('Wold Primary School')
      .and.to.contain('SUMMARY:Ask for the date of')
      .and.to.contain('DTSTAMP:20260901T120000Z')
      .and.not.to.contain('(approximate)');
    unmountAll();
    pageSettings().update({ today: '2026-11-25' });
    expect(await calendarOf(await drawn(examples.dated))).not.to.contain('20261007');
  });

  it('keeps the identity of each thing, so that a second import updates it', async () => {
    pageSettings().update({ today: '2020-09-01' });
    const uids = (file: string): string[] => file.match(/UID:.*/g) ?? [];
    const first = uids(await calendarOf(await drawn(examples.bestKnown)));
    unmountAll();
    const second = uids(await calendarOf(await drawn(examples.bestKnown)));
    expect(first.length).to.be.greaterThan(4);
    expect(second.slice(0, first.length)).to.deep.equal(first);
  });

  it('criterion 9: leaves a link and the text where a browser saves nothing, and claims no file', async () => {
    pageSettings().update({ today: '2020-09-01' });
    const widget = await drawn(examples.bestKnown);
    const saved: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      saved.push(`${this.download} ${this.href.slice(0, 5)}`);
    };
    try {
      part(widget, '#calendar').click();
      await until(() => saved.length > 0);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved).to.deep.equal(['development-2020-21.ics blob:']);
    const link = part<HTMLAnchorElement>(widget, '#file');
    expect(await (await fetch(link.href)).text()).to.match(/^BEGIN:VCALENDAR/);
    expect(part<HTMLTextAreaElement>(widget, '.file textarea').value).to.contain('END:VCALENDAR');
    expect(textOf(part(widget, '.file')))
      .to.contain('is ready')
      .and.not.to.match(/was made|is made|saved to/);
    await expectAccessible(widget);
  });

  it('makes none of a year that is over', async () => {
    pageSettings().update({ today: '2026-11-25' });
    const widget = await drawn(examples.unknowns);
    part(widget, '#calendar').click();
    await until(() => widget.shadowRoot?.querySelector('.error'));
    expect(textOf(part(widget, '.error'))).to.contain('nothing to come');
    expect(widget.shadowRoot?.querySelector('#file')).to.equal(null);
  });

  it('offers the hub’s calendar to subscribe to, where the page has its address', async () => {
    const widget = await drawn({
      html: '<mh-commitment-planner edition="2020/21" phase="development" calendar-href="https://hub.example/calendars/{phase}.ics"></mh-commitment-planner>',
    });
    expect(part<HTMLAnchorElement>(widget, '#subscribe').href).to.equal(
      'webcal://hub.example/calendars/development.ics',
    );
    expect(textOf(widget.shadowRoot)).to.contain('https://hub.example/calendars/development.ics');
  });

  it('criterion 1: chooses a year by keyboard, and says which is chosen', async () => {
    const widget = await drawn(examples.bestKnown);
    const buttons = [...(widget.shadowRoot?.querySelectorAll<HTMLButtonElement>('.journey button') ?? [])];
    buttons[0]?.focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await widget.updateComplete;
    expect(buttons.map((each) => each.getAttribute('aria-pressed'))).to.deep.equal([
      'false',
      'true',
      'false',
    ]);
    expect(widget.shadowRoot?.activeElement).to.equal(buttons[1]);
  });

  it('plans from another phase, and tells the page', async () => {
    const widget = await drawn(examples.bestKnown);
    const seen: string[] = [];
    widget.addEventListener('mh-phase-change', ({ phase }) => seen.push(phase));
    const select = part<HTMLSelectElement>(widget, '#phase');
    select.value = 'readiness';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await widget.updateComplete;
    expect(seen).to.deep.equal(['readiness']);
    expect(all(widget, '.journey li')[0]).to.contain('Mastery Readiness');
  });

  it('criterion 2: tells give and get in words, not by colour alone', async () => {
    const widget = await drawn(examples.bestKnown);
    for (const chip of all(widget, '.terms .chip')) expect(chip).to.match(/^You (give|get):/);
  });

  it('criterion 5: starts at the level that the page asks for', async () => {
    const widget = await drawn(examples.dated);
    const levels = [...(widget.shadowRoot?.querySelectorAll('[part=heading]') ?? [])].map(
      (each) => each.localName,
    );
    expect(levels).to.deep.equal(['h3', 'h4', 'h4']);
  });

  it('criterion 7: says so where there is nothing to show, and keeps the plain words', async () => {
    expect(textOf((await drawn(examples.noPhases)).shadowRoot)).to.contain('No public source states');
    const widget = await drawn(examples.unknownYear);
    expect(part<HTMLSlotElement>(widget, 'slot').assignedElements().length).to.equal(1);
  });

  it('criterion 8: fits 300 px', async () => {
    await setViewport({ width: 480, height: 800 });
    const root = await mount({ html: `<div style="inline-size: 300px">${examples.bestKnown.html}</div>` });
    expect(root.querySelector('mh-commitment-planner')?.scrollWidth).to.be.at.most(300);
  });
});
