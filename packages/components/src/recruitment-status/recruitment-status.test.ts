import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { expectAccessible, mount, part, textOf, unmountAll } from '../../../../test/support/elements.js';
import type { Settings } from '../settings/settings.js';
import { examples } from './examples.js';
import { pageSettings } from '../foundation/settings-store.js';
import './define.js';
import '../settings/define.js';
import type { RecruitmentStatusEvent } from './events.js';

const line = (root: ParentNode): string => textOf(root.querySelector('mh-recruitment-status')?.shadowRoot);

describe('recruitment status', () => {
  afterEach(() => {
    unmountAll();
    pageSettings().update({ today: undefined });
  });

  describe('criterion 4: axe finds nothing in', () => {
    for (const example of Object.values(examples))
      it(example.name, async () => {
        await expectAccessible(await mount(example));
      });
  });

  describe('criterion 1: says in words', () => {
    const told = {
      open: 'Open to applications until 28 May 2027',
      closingSoon: 'Closing on 12 March 2027',
      closed: 'Closed to applications. Opens on 19 April 2027',
      registerInterest: 'Register your interest',
      fullyBooked: 'Fully booked',
      unknown: 'Ask your hub whether it is taking applications',
    } as const;
    for (const [key, words] of Object.entries(told))
      it(words, async () => {
        const root = await mount(examples[key as keyof typeof told]);
        expect(line(root)).to.contain(words);
      });
  });

  it('follows the day that the page gives', async () => {
    const root = await mount(examples.closingSoon);
    const settings = root.querySelector('mh-settings') as Settings;
    const after = async (today: string): Promise<string> => {
      settings.today = today;
      await settings.updateComplete;
      await root.querySelector('mh-recruitment-status')?.updateComplete;
      return line(root);
    };
    expect(await after('2027-02-01')).to.contain('Open to applications until 12 March 2027');
    expect(await after('2027-03-12')).to.contain('Closing today, 12 March 2027');
    expect(await after('2027-03-13')).to.contain('Closed to applications');
    expect(await after('2027-09-01')).to.contain('Closed to applications');
  });

  it('says that a year without windows is over', async () => {
    const root = await mount(examples.open);
    const widget = root.querySelector('mh-recruitment-status');
    const json = widget?.querySelector('script');
    if (!widget || !json) throw new Error('The example has lost its terms');
    const terms = JSON.parse(json.textContent ?? '') as object;
    widget.data = { ...terms, recruitment: [], schoolYear: '2024/25' } as never;
    await widget.updateComplete;
    expect(line(root)).to.contain('This school year is over. Ask us about the next one');
  });

  it("never takes another hub's window for this one's", async () => {
    const root = await mount({ html: '<mh-recruitment-status edition="2024/25"></mh-recruitment-status>' });
    expect(line(root)).not.to.match(/register|closed|open to/i);
  });

  it('criterion 2: offers the way on: apply while open, else the hub', async () => {
    const href = (root: ParentNode): string | null =>
      part(root.querySelector('mh-recruitment-status'), 'a').getAttribute('href');
    expect(href(await mount(examples.open))).to.equal('#apply');
    expect(href(await mount(examples.fullyBooked))).to.equal('https://example.org/');
    expect(href(await mount(examples.unknown))).to.equal('#find');
  });

  it('tells the page once for each status', async () => {
    const seen: string[] = [];
    const listen = (event: RecruitmentStatusEvent): number => seen.push(event.status.status);
    document.addEventListener('mh-recruitment-status', listen);
    const root = await mount(examples.open);
    root.querySelector('mh-recruitment-status')?.requestUpdate();
    await root.querySelector('mh-recruitment-status')?.updateComplete;
    document.removeEventListener('mh-recruitment-status', listen);
    expect(seen).to.deep.equal(['open']);
  });

  it('criterion 3: keeps the plain line when a file does not arrive', async () => {
    const widget = (await mount(examples.unreadable)).querySelector('mh-recruitment-status');
    expect(textOf(part(widget, '[role=alert]'))).to.contain('could not be read');
    expect(part<HTMLSlotElement>(widget, 'slot').assignedElements()[0]?.localName).to.equal('p');
  });

  it('criterion 5: fits 300 px', async () => {
    await setViewport({ width: 480, height: 800 });
    const root = await mount({ html: `<div style="inline-size: 300px">${examples.closed.html}</div>` });
    expect(root.querySelector('mh-recruitment-status')?.scrollWidth).to.be.at.most(300);
  });
});
