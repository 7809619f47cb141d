import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import decodeQR from 'qr/decode.js';
import {
  expectAccessible,
  mount,
  part,
  textOf,
  unmountAll,
  until,
} from '../../../../test/support/elements.js';
import { by, hubTerms, withTerms } from '../foundation/edition/example-terms.js';
import { examples } from './examples.js';
import { pageSettings } from '../foundation/settings-store.js';
import './define.js';
import type { InformationSheet } from './information-sheet.js';

async function drawn(example: { readonly html: string }): Promise<InformationSheet> {
  const widget = (await mount(example)).querySelector('mh-information-sheet');
  if (!widget) throw new Error('No sheet in the example');
  return widget;
}

/** What is under a term's name. */
function under(widget: InformationSheet, label: string): string {
  const term = [...(widget.shadowRoot?.querySelectorAll('dt') ?? [])].find((each) => textOf(each) === label);
  if (!term) throw new Error(`The sheet has no “${label}”`);
  return textOf(term.parentElement?.querySelector('dd'));
}

const button = (widget: InformationSheet, name: string): HTMLButtonElement => {
  const found = [...(widget.shadowRoot?.querySelectorAll('button') ?? [])].find(
    (each) => textOf(each) === name,
  );
  if (!found) throw new Error(`No button “${name}”`);
  return found;
};

async function write(widget: InformationSheet, id: string, value: string): Promise<void> {
  const field = part<HTMLInputElement>(widget, `#${id}`);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await widget.updateComplete;
}

/** What a telephone reads in a picture. */
async function scanned(picture: SVGElement): Promise<string> {
  const side = 400;
  const copy = picture.cloneNode(true) as SVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(side));
  copy.setAttribute('height', String(side));
  const image = new Image(side, side);
  image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures.');
  context.drawImage(image, 0, 0);
  return decodeQR(context.getImageData(0, 0, side, side));
}

async function printed(widget: InformationSheet, during: () => void): Promise<void> {
  const print = window.print;
  window.print = () => {
    during();
    window.dispatchEvent(new Event('afterprint'));
  };
  try {
    button(widget, 'Print or save as PDF').click();
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
    const [give, get] = [part(widget, '.give'), part(widget, '.get')];
    expect(textOf(part(widget, '.give .figure'))).to.contain('6 days out of class');
    expect(textOf(give)).to.contain('3 days per teacher').and.to.contain('Six half-days each');
    expect(textOf(part(widget, '.get .figure'))).to.contain('£1,000');
    expect(textOf(get)).to.match(/textbooks[^]*up to £2,000[^]*by invitation only/i);
    expect(under(widget, 'Teachers taking part')).to.contain('2 teachers per school');
    expect(under(widget, 'Work Group meetings')).to.contain('6 meetings per year');
    expect(under(widget, 'Headteacher meetings')).to.contain('3 meetings per year');
    expect(under(widget, 'Visits to the school'))
      .to.contain('3 visits per year')
      .and.to.contain('every term');
    expect(under(widget, 'Length')).to.contain('1 year');
    expect(under(widget, 'Length of a meeting')).to.contain('1 half-day');
    expect(under(widget, 'What the school commits to')).to.contain(
      'three years of development: Development, Embedding, Sustaining',
    );
    expect(under(widget, "The headteacher's part")).to.contain('attends a termly meeting');
    expect(textOf(widget.shadowRoot)).to.contain('Project NCP20-10').and.not.to.contain('Ask your hub for');
  });

  it('holds every part of the sheet, in order', async () => {
    const widget = await drawn(examples.bestKnown);
    expect([...(widget.shadowRoot?.querySelectorAll('h3') ?? [])].map(textOf)).to.deep.equal([
      'Who',
      'When',
      'Where',
      'You give',
      'You get',
      'You can join if',
      'More about this phase',
      'How to apply',
    ]);
  });

  it('criterion 2: asks the hub for what 2024/25 does not state, in its place', async () => {
    const widget = await drawn(examples.unknowns);
    expect(textOf(part(widget, '.give .figure'))).to.match(/^Release time: Ask your hub/);
    expect(under(widget, 'Headteacher meetings')).to.match(/^Ask your hub/);
    expect(under(widget, 'Work Group meetings')).to.contain('every half-term');
    expect(under(widget, 'Intended outcomes')).to.match(/^Ask your hub/);
    expect(textOf(part(widget, '.get .figure'))).to.contain('£1,000');
    expect(textOf(widget.shadowRoot)).not.to.match(/£0|\b0 (days|meetings|visits)/);
  });

  it('says that money is by invitation only where it is the first of all', async () => {
    const terms = hubTerms({
      phases: [
        {
          id: 'development',
          name: by('Development'),
          terms: {
            funding: by([
              {
                id: 'textbooks',
                purpose: 'textbooks',
                kind: 'match-ceiling',
                pence: 200_000,
                per: 'school',
                byInvitation: true,
                description: 'Textbooks',
              },
            ]),
          },
          requirements: [],
        },
      ],
    });
    const widget = await drawn({ html: withTerms('mh-information-sheet', terms) });
    expect(textOf(part(widget, '.get .figure'))).to.contain('up to £2,000');
    expect(textOf(part(widget, '.get .under'))).to.match(/towards textbooks[^]*by invitation only/);
  });

  it('names the hub, its days and places, its contact and the last day to apply', async () => {
    pageSettings().update({ today: '2026-11-25' });
    const widget = await drawn(examples.whole);
    expect(textOf(part(widget, '.masthead'))).to.match(/^Example Maths Hub/);
    expect(textOf(part(widget, '.days'))).to.match(
      /6 October 2026, 09:00 to 12:00[^]*17 November 2026[^]*19 January 2027$/,
    );
    expect(textOf(part(widget, '.three section:nth-child(3)'))).to.match(
      /Wold Primary School[^]*Ferry Lane Primary School[^]*at your own school/,
    );
    const apply = part(widget, '.apply');
    expect(textOf(apply)).to.contain('Apply by 26 March 2027').and.to.contain('01632 960000');
    expect([...apply.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
      'https://example.org/',
      'mailto:hub@example.org',
      'tel:01632960000',
    ]);
    expect(part<HTMLSlotElement>(widget, 'slot[name=logo]').assignedElements().length).to.equal(1);
    pageSettings().update({ today: '2027-03-27' });
    await widget.updateComplete;
    expect(textOf(part(widget, '.apply'))).not.to.contain('Apply by');
  });

  it('draws where to apply as a picture that a telephone reads', async () => {
    const widget = await drawn(examples.whole);
    const address = async (): Promise<string> => {
      await until(() => widget.shadowRoot?.querySelector('.qr'));
      return scanned(part<SVGElement>(widget, '.qr'));
    };
    expect(await address()).to.equal('https://example.org/');
    expect(textOf(part(widget, 'figcaption'))).to.equal('Scan to ask ushttps://example.org/');
    pageSettings().update({ links: { apply: '/apply?phase=development#form' } });
    await widget.updateComplete;
    const there = new URL('/apply?phase=development#form', document.baseURI).href;
    expect(await address()).to.equal(there);
    expect(textOf(part(widget, 'figcaption'))).to.equal(`Scan to apply${there}`);
    expect(part<HTMLAnchorElement>(widget, '.apply .button').href).to.equal(there);
    pageSettings().update({ links: { apply: 'javascript:alert(1)' } });
    await widget.updateComplete;
    expect(await address()).to.equal('https://example.org/');
  });

  it('criterion 8: is short on a telephone until the whole sheet is asked for', async () => {
    await setViewport({ width: 390, height: 800 });
    const widget = await drawn(examples.whole);
    const isShown = (selector: string): boolean => part(widget, selector).offsetHeight > 2;
    expect(isShown('.give .figure')).to.equal(true);
    expect(isShown('.three')).to.equal(false);
    const more = button(widget, 'Show the whole sheet');
    expect(more.getAttribute('aria-expanded')).to.equal('false');
    more.click();
    await widget.updateComplete;
    expect(isShown('.three')).to.equal(true);
    expect(button(widget, 'Show less of the sheet').getAttribute('aria-expanded')).to.equal('true');
    button(widget, 'Show less of the sheet').click();
    await widget.updateComplete;
    expect(isShown('.three')).to.equal(false);
    expect(part(widget, '.three').getAttribute('hidden'), 'a search of the page finds it').to.equal(
      'until-found',
    );
    part(widget, '.three').dispatchEvent(new Event('beforematch', { bubbles: true }));
    await widget.updateComplete;
    expect(isShown('.three'), 'and opens it').to.equal(true);
    await setViewport({ width: 1000, height: 800 });
    button(widget, 'Show less of the sheet').click();
    await widget.updateComplete;
    expect(isShown('.three'), 'a wide screen has room for all of it').to.equal(true);
  });

  describe('the page for governors', () => {
    it('says what they agree to, the days, the money and the dates, in the school’s name', async () => {
      pageSettings().update({ today: '2026-11-25' });
      const widget = await drawn(examples.governors);
      await until(() => widget.shadowRoot?.querySelector('.paper'));
      expect(textOf(part(widget, '.paper .three'))).to.match(/6 days[^]*£ ____[^]*£2,000/);
      expect(widget.shadowRoot?.querySelector('.balance')).to.equal(null);
      await write(widget, 'school', 'Brookside Primary School');
      await write(widget, 'daily', '£220');
      expect(textOf(part(widget, '.paper .from'))).to.equal('Brookside Primary School');
      expect(textOf(part(widget, '.agree'))).to.match(
        /3 days per teacher[^]*3 meetings per year[^]*commitment: develops teaching for mastery in every class/,
      );
      expect(textOf(part(widget, '.three'))).to.match(/6 days[^]*£1,320[^]*at £220 a day[^]*£2,000/);
      expect(textOf(part(widget, '.balance'))).to.match(/Cover £1,320 ?£680 left/);
      expect(textOf(part(widget, '.strip')))
        .to.contain('6 October 2026')
        .and.to.contain('19 January 2027');
      expect(textOf(part(widget, '.apply'))).to.match(
        /Applications close on 26 March 2027[^]*Chair of governors/,
      );
      await write(widget, 'daily', '400');
      expect(textOf(part(widget, '.balance'))).to.contain('£400 to find');
      await write(widget, 'daily', 'two hundred');
      expect(textOf(part(widget, '.field.invalid'))).to.contain('Enter an amount in pounds');
      expect(widget.shadowRoot?.querySelector('.balance')).to.equal(null);
    });

    it('takes what the school has said elsewhere on the page, and keeps what is written here', async () => {
      pageSettings().update({
        schoolIdentity: { name: 'Ferry Lane Primary School' },
        dailySupplyCost: 21_050,
      });
      const widget = await drawn(examples.governors);
      await until(() => widget.shadowRoot?.querySelector('.paper'));
      expect(part<HTMLInputElement>(widget, '#school').value).to.equal('Ferry Lane Primary School');
      expect(part<HTMLInputElement>(widget, '#daily').value).to.equal('210.5');
      await write(widget, 'school', '');
      expect(part(widget, '.from').classList.contains('to-write')).to.equal(true);
    });

    it('asks the hub for what is not known', async () => {
      const widget = await drawn(examples.governorsUnknown);
      await until(() => widget.shadowRoot?.querySelector('.paper'));
      expect(textOf(part(widget, '.paper'))).to.match(
        /out of class for the Work Group meetings[^]*has not said how many. Ask your hub[^]*days are not stated here. Ask your hub/,
      );
      expect(textOf(part(widget, '.paper'))).not.to.match(/£0|\b0 (days|meetings|visits)/);
    });

    it('criterion 9: opens from the sheet and goes back, with the focus on its heading', async () => {
      const widget = await drawn(examples.whole);
      button(widget, 'A page for governors').click();
      await until(() => widget.shadowRoot?.querySelector('.paper'));
      const isHeading = (): boolean => widget.shadowRoot?.activeElement?.localName === 'h2';
      await until(isHeading);
      expect(textOf(widget.shadowRoot?.activeElement)).to.equal(
        'Joining the Development Work Group in 2026/27',
      );
      button(widget, 'Back to the sheet').click();
      await until(() => widget.shadowRoot?.querySelector('.sheet'));
      await until(isHeading);
      expect(textOf(widget.shadowRoot?.activeElement)).to.contain('Information Sheet');
    });
  });

  it('says where to apply, in the year that states it', async () => {
    expect(textOf((await drawn(examples.bestKnown)).shadowRoot)).to.match(
      /How to apply[^]*ncetm\.org\.uk\/masteryrecruitment[^]*through the hub[^]*September 2020/,
    );
    unmountAll();
    expect(textOf((await drawn(examples.unknowns)).shadowRoot)).not.to.contain('masteryrecruitment');
  });

  it('is made of a secondary phase too, as far as it is evidenced', async () => {
    const widget = await drawn(examples.secondary);
    expect(textOf(part(widget, 'h2'))).to.equal('Secondary Work Group Information Sheet: Development');
    expect(under(widget, 'Teachers taking part')).to.contain('Mastery Advocates');
    expect(textOf(part(widget, '.give .figure'))).to.match(/^Release time: Ask your hub/);
  });

  it('carries nothing into a hub’s own sheet that the hub has not stated', async () => {
    const widget = await drawn(examples.ownTerms);
    expect(textOf(part(widget, '.get .figure'))).to.match(/: Ask us$/);
    expect(under(widget, 'Who leads')).to.equal('Ask us');
    expect(textOf(part(widget, '.where'))).to.match(/Example Maths Hub: Our terms for 2026\/27, 2026\/27\.$/);
    expect(part<HTMLAnchorElement>(widget, '.apply a').href).to.equal('https://example.org/');
  });

  it('criterion 3: traces every figure to a listed source', async () => {
    const widget = await drawn(examples.bestKnown);
    for (const figure of widget.shadowRoot?.querySelectorAll('.figure, dd') ?? [])
      expect(figure.querySelector('sup.source'), textOf(figure)).not.to.equal(null);
    const cited = [...(widget.shadowRoot?.querySelectorAll('sup.source') ?? [])].flatMap(
      (mark) => mark.textContent?.match(/\d+/g)?.map(Number) ?? [],
    );
    expect(Math.max(...cited)).to.equal(widget.shadowRoot?.querySelector('.sources')?.children.length);
    expect(textOf(part(widget, '.made'))).to.contain('Made from the 2020/21 terms, version');
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
