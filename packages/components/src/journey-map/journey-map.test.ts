import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import {
  expectAccessible,
  mount,
  part,
  settled,
  textOf,
  unmountAll,
  until,
} from '../../../../test/support/elements.js';
import { PlainSettingsStore, pageSettings } from '../foundation/settings-store.js';
import { examples } from './examples.js';
import './define.js';
import '../settings/define.js';
import { JourneyMap } from './journey-map.js';

const map = (root: ParentNode): JourneyMap => {
  const found = root.querySelector('mh-journey-map');
  if (!found) throw new Error('No journey map in the example');
  return found;
};
const button = (widget: JourneyMap, phase: string): HTMLButtonElement => part(widget, `#phase-${phase}`);
const panel = (widget: JourneyMap, phase: string): HTMLElement => part(widget, `#panel-${phase}`);

describe('journey map', () => {
  afterEach(() => {
    unmountAll();
    pageSettings().update({ edition: undefined, today: undefined, links: undefined, phase: undefined });
  });

  describe('criterion 10: axe finds nothing in', () => {
    for (const example of Object.values(examples))
      it(example.name, async () => {
        await expectAccessible(await mount(example));
      });
  });

  it('criterion 1: fits the outline of its page', async () => {
    const root = await mount({
      html: '<mh-journey-map edition="2024/25" heading-level="3" open="all"></mh-journey-map>',
    });
    const levels = [...(map(root).shadowRoot?.querySelectorAll('h1,h2,h3,h4,h5,h6') ?? [])].map(
      (h) => h.localName,
    );
    expect(levels[0]).to.equal('h3');
    expect(levels[1]).to.equal('h4');
    expect(new Set(levels)).to.deep.equal(new Set(['h3', 'h4', 'h5']));
  });

  it('leads from its sources to the proofs of the rules, where the page has them', async () => {
    pageSettings().update({ links: { proofs: '/proofs/' } });
    const widget = map(await mount(examples.fourPhases));
    const link = (): HTMLAnchorElement | undefined =>
      [...(widget.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.where a') ?? [])].find((each) =>
        textOf(each).includes('How the rules were checked'),
      );
    expect(link()?.getAttribute('href')).to.equal('/proofs/');
    pageSettings().update({ links: { proofs: 'javascript:alert(1)' } });
    await widget.updateComplete;
    expect(link()).to.equal(undefined);
  });

  it('criterion 2: lists the phases in order', async () => {
    const root = await mount(examples.fourPhases);
    const list = part<HTMLOListElement>(map(root), 'ol.path');
    expect(list.getAttribute('role')).to.equal('list');
    expect([...list.querySelectorAll('.stop .name')].map(textOf)).to.deep.equal([
      'Mastery Readiness',
      'Development',
      'Embedding',
      'Sustaining',
    ]);
  });

  it('criteria 3 and 4: opens and closes by keyboard, keeps the focus, and says so with an event', async () => {
    const root = await mount(examples.fourPhases);
    const widget = map(root);
    const seen: string[] = [];
    root.addEventListener('mh-phase-toggle', ({ phase, open }) => seen.push(`${phase} ${open}`));
    expect(panel(widget, 'development').checkVisibility?.({ contentVisibilityAuto: true }) ?? true).to.be.a(
      'boolean',
    );
    button(widget, 'development').focus();
    await sendKeys({ press: 'Enter' });
    await widget.updateComplete;
    expect(button(widget, 'development').getAttribute('aria-expanded')).to.equal('true');
    expect(panel(widget, 'development').hasAttribute('hidden')).to.equal(false);
    expect(widget.shadowRoot?.activeElement?.id).to.equal('phase-development');
    await sendKeys({ press: ' ' });
    await widget.updateComplete;
    expect(button(widget, 'development').getAttribute('aria-expanded')).to.equal('false');
    expect(panel(widget, 'development').hasAttribute('hidden')).to.equal(true);
    expect(seen).to.deep.equal(['development true', 'development false']);
    expect(
      button(widget, 'development').compareDocumentPosition(panel(widget, 'development')) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    ).to.not.equal(0);
  });

  it('parts the two ways in by a question, and counts the years by its answer', async () => {
    const root = await mount(examples.fourPhases);
    const widget = map(root);
    const when = (): string[] => [...(widget.shadowRoot?.querySelectorAll('.when') ?? [])].map(textOf);
    expect(textOf(part(widget, '.fork legend'))).to.equal('Want some groundwork first?');
    expect(when()).to.deep.equal(['Optional year', 'Year 1', 'Year 2', 'From year 3']);
    part<HTMLInputElement>(widget, '.way:last-of-type input').click();
    await widget.updateComplete;
    expect(when()).to.deep.equal(['Year 1, optional', 'Year 2', 'Year 3', 'From year 4']);
  });

  it('takes the groundwork for chosen where the school is in it', async () => {
    const widget = map(
      await mount({ html: '<mh-journey-map edition="2024/25" phase="readiness"></mh-journey-map>' }),
    );
    expect(part<HTMLInputElement>(widget, '.way:last-of-type input').checked).to.equal(true);
  });

  it('has no fork where there is one way in, and counts steps where no source says how long a phase lasts', async () => {
    const widget = map(await mount(examples.twoStrands));
    expect(widget.shadowRoot?.querySelector('.fork')).to.equal(null);
    expect([...(widget.shadowRoot?.querySelectorAll('.when') ?? [])].map(textOf)).to.deep.equal([
      'Step 1',
      'Step 2',
    ]);
  });

  it('leads with the numbers that a headteacher looks for, and leaves out what is not known', async () => {
    const widget = map(await mount(examples.opened));
    const numbersOf = (phase: string): string[] =>
      [...(button(widget, phase).closest('.stop')?.querySelectorAll('.numbers div') ?? [])].map(textOf);
    expect(numbersOf('development')).to.deep.equal([
      'out of class for each teacher 3 days',
      'towards your costs £1,000',
    ]);
    expect(numbersOf('embedding')).to.deep.equal([]);
  });

  it('sends on to the check, where the page has one', async () => {
    const without = map(await mount(examples.fourPhases));
    expect(without.shadowRoot?.querySelector('a.button')).to.equal(null);
    pageSettings().update({ links: { check: '#check' } });
    await without.updateComplete;
    const link = part<HTMLAnchorElement>(without, 'a.button');
    expect(textOf(link)).to.equal('Check if you can join');
    expect(link.getAttribute('href')).to.equal('#check');
  });

  it('opens a phase in which the browser has found a searched word', async () => {
    const root = await mount(examples.fourPhases);
    const widget = map(root);
    panel(widget, 'readiness').dispatchEvent(new Event('beforematch'));
    await widget.updateComplete;
    expect(button(widget, 'readiness').getAttribute('aria-expanded')).to.equal('true');
  });

  it('criterion 5: marks where the school is', async () => {
    const root = await mount(examples.opened);
    const here = part(map(root), '[aria-current="step"]');
    expect(textOf(here)).to.contain('You are here').and.to.contain('Development');
    pageSettings().update({ phase: 'embedding' });
    const other = map(await mount(examples.fourPhases));
    expect(textOf(part(other, '[aria-current="step"]'))).to.contain('Embedding');
  });

  it('criterion 6: says in words what is optional and where a school may start', async () => {
    const widget = map(await mount(examples.fourPhases));
    const [readiness, development] = widget.shadowRoot?.querySelectorAll('.stop') ?? [];
    expect(textOf(readiness)).to.contain('Optional');
    expect(textOf(development)).not.to.contain('Optional');
    expect(textOf(panel(widget, 'readiness'))).to.contain('You can start here');
    expect(textOf(panel(widget, 'development'))).to.contain('You can start here');
    expect(textOf(panel(widget, 'embedding'))).not.to.contain('You can start here');
  });

  it('criterion 7: sends the reader to the hub for what no source states', async () => {
    const root = await mount(examples.fourPhases);
    const text = textOf(panel(map(root), 'development'));
    expect(text).to.match(/No public source states: [^.]*release time[^.]*\. Ask your hub\./);
    expect(text).not.to.match(/\b0 (days|meetings|visits)\b/);
  });

  it('shows the terms of 2020/21 exactly', async () => {
    const text = textOf(panel(map(await mount(examples.opened)), 'development'));
    for (const words of [
      '6 or 7 schools',
      '2 teachers per school',
      '6 meetings',
      '3 days per teacher',
      '£1,000',
      'up to £2,000',
      'by invitation',
    ])
      expect(text).to.contain(words);
  });

  it('criterion 8: numbers every source it cites and lists each of them', async () => {
    const widget = map(await mount(examples.opened));
    const cited = [...(widget.shadowRoot?.querySelectorAll('sup.source') ?? [])].flatMap(
      (mark) => mark.textContent?.match(/\d+/g)?.map(Number) ?? [],
    );
    const listed = part(widget, 'details .sources').querySelectorAll('li');
    expect(cited.length).to.be.greaterThan(20);
    expect(Math.max(...cited)).to.equal(listed.length);
    expect(textOf(part(widget, 'sup.source'))).to.match(/^\(source [\d, ]+\)$/);
    expect(textOf(part(widget, '.sources'))).to.contain('NW3');
  });

  it('criterion 9: keeps the plain list when the year is unknown, and lists the years there are', async () => {
    const root = await mount(examples.unknownYear);
    const widget = map(root);
    expect(textOf(part(widget, '[role=alert]')))
      .to.contain('a year that we have no terms for')
      .and.to.contain('2024/25');
    expect(part<HTMLSlotElement>(widget, 'slot:not([name])').assignedElements()[0]?.localName).to.equal('ol');
  });

  it('criterion 9: says plainly that a file did not arrive', async () => {
    const widget = map(await mount(examples.unreadable));
    expect(textOf(part(widget, '[role=alert]')))
      .to.contain('could not be read')
      .and.to.contain('404');
    expect(part<HTMLSlotElement>(widget, 'slot:not([name])').assignedElements().length).to.equal(1);
  });

  it("names every fault of a hub's own file", async () => {
    const html = `<mh-journey-map><script type="application/json">{"format":"maths-hubs-edition/1","schoolYear":"2026/28","phases":3}</script></mh-journey-map>`;
    const widget = map(await mount({ html }));
    expect(textOf(part(widget, '[role=alert]')))
      .to.contain('schoolYear')
      .and.to.contain('phases');
  });

  it('says that a year without public terms has none', async () => {
    expect(textOf(map(await mount(examples.noPhases)).shadowRoot)).to.contain(
      'No public source states the school phases of 2025/26',
    );
  });

  it('tells what is known of specialists where that is all', async () => {
    expect(textOf(map(await mount(examples.noPhases)).shadowRoot))
      .to.contain('15 days per teacher')
      .and.to.contain('14 March 2025');
  });

  it('gives variants as values, never as an object', async () => {
    for (const edition of [
      '2016/17',
      '2017/18',
      '2018/19',
      '2019/20',
      '2020/21',
      '2021/22',
      '2022/23',
      '2023/24',
      '2024/25',
      '2025/26',
    ])
      expect(
        textOf(
          map(await mount({ html: `<mh-journey-map edition="${edition}"></mh-journey-map>` })).shadowRoot,
        ),
      ).not.to.match(/\[object|undefined|null|NaN/);
  });

  it('shows what another source says of the same term', async () => {
    const widget = map(
      await mount({ html: '<mh-journey-map edition="2020/21" open="all"></mh-journey-map>' }),
    );
    const said = textOf(widget.shadowRoot);
    expect(said)
      .to.match(/Another page says:\s+1 or 2 teachers per school/)
      .and.to.contain('One delivery partner');
    expect(said).to.match(/Another page says:\s*better maths knowledge/);
  });

  it('reads out its citations in the hub’s own words', async () => {
    const root = await mount({
      html: '<mh-settings><script type="application/json">{"wording":{"shared.source":"evidence"}}</script><mh-journey-map edition="2020/21"></mh-journey-map></mh-settings>',
    });
    const citation = map(root).shadowRoot?.querySelector('sup .visually-hidden');
    expect(textOf(citation)).to.equal('(evidence');
  });

  it('keeps undated evidence apart, and loads it only when it is opened', async () => {
    const widget = map(await mount(examples.fourPhases));
    const closed = textOf(widget.shadowRoot);
    expect(closed).not.to.contain('6 to 12 schools');
    part<HTMLDetailsElement>(widget, 'details.more').open = true;
    const undated = part<HTMLDetailsElement>(widget, 'details.undated');
    undated.open = true;
    await until(() => textOf(undated).includes('6 to 12 schools'));
    expect(textOf(undated)).to.contain('ask before you rely on them');
    expect(textOf(undated)).not.to.match(/\[object|undefined|NaN/);
    await expectAccessible(widget);
  });

  it("draws a hub's own two strands, in the hub's own names", async () => {
    const widget = map(await mount(examples.twoStrands));
    expect([...(widget.shadowRoot?.querySelectorAll('.name') ?? [])].map(textOf)).to.deep.equal([
      'Teaching for Mastery (Introductory)',
      'Teaching for Mastery',
    ]);
    expect(textOf(panel(widget, 'introductory'))).to.contain('6 meetings');
  });

  it('says that the terms are of a past year, and sends the reader on', async () => {
    pageSettings().update({ today: '2025-09-01', links: { find: '#find' } });
    const past = map(await mount(examples.fourPhases));
    expect(textOf(part(past, '.notice')))
      .to.contain('These details are from 2024/25')
      .and.to.contain('on offer in');
    expect(part<HTMLAnchorElement>(past, '.notice a').getAttribute('href')).to.equal('#find');
    pageSettings().update({ today: '2025-08-31' });
    await past.updateComplete;
    expect(past.shadowRoot?.querySelector('.notice')).to.equal(null);
  });

  describe('of secondary schools', () => {
    it('draws the phases that the year’s sources tell of, with what they ask', async () => {
      const widget = map(await mount(examples.secondary));
      await until(() => !widget.shadowRoot?.querySelector('.panel .loading'));
      expect(textOf(part(widget, 'h2'))).to.equal('Teaching for Mastery in secondary schools');
      expect([...(widget.shadowRoot?.querySelectorAll('.name') ?? [])].map(textOf)).to.deep.equal([
        'Development',
        'Embedding and Sustaining',
      ]);
      const development = textOf(panel(widget, 'development'));
      expect(development).to.contain('Mastery Advocates').and.to.contain('every half-term');
      expect(development).to.match(
        /No public source states: [^.]*release time[^.]*visits to the school[^.]*\. Ask your hub/,
      );
      expect(textOf(widget.shadowRoot)).not.to.match(/£|[Rr]elease.{0,20}\d+ days/);
    });

    it('says so where a year has no evidence, and carries nothing over', async () => {
      const widget = map(await mount(examples.secondaryUnknown));
      await until(() => Boolean(widget.shadowRoot?.querySelector('.notice')));
      expect(textOf(widget.shadowRoot)).to.contain(
        'No public source was found that tells of the secondary programme in 2018/19',
      );
      expect(widget.shadowRoot?.querySelector('.path')).to.equal(null);
    });

    it('keeps its sums apart, as undated, and takes no phase or terms of the primary programme', async () => {
      pageSettings().update({ phase: 'development', edition: '2020/21' });
      const widget = map(
        await mount({ html: '<mh-journey-map programme="secondary" edition="2024/25"></mh-journey-map>' }),
      );
      await until(() => Boolean(widget.shadowRoot?.querySelector('.path')));
      expect(widget.shadowRoot?.querySelector('.here')).to.equal(null);
      const more = part<HTMLDetailsElement>(widget, '.undated');
      more.open = true;
      await until(() => textOf(more).includes('£2,000'));
      expect(textOf(more)).to.contain('date not known');
    });
  });

  it('says under a phase where to apply, in the year that states it', async () => {
    const widget = map(await mount(examples.opened));
    await until(() => !widget.shadowRoot?.querySelector('.panel .loading'));
    expect(textOf(panel(widget, 'development')))
      .to.contain('ncetm.org.uk/masteryrecruitment')
      .and.to.contain('through the hub')
      .and.to.contain('September 2020');
    expect(textOf(panel(widget, 'sustaining'))).not.to.contain('masteryrecruitment');
  });

  it("shows a hub's own words under a phase, as text", async () => {
    const html = `<mh-journey-map edition="2024/25" open="development"><p slot="phase-development">We start in October.</p></mh-journey-map>`;
    const widget = map(await mount({ html }));
    const slot = part<HTMLSlotElement>(widget, 'slot[name="phase-development"]');
    expect(textOf(slot.assignedElements()[0])).to.equal('We start in October.');
  });

  it('renders markup in a hub’s terms as text, and drops an address that could run script', async () => {
    const own = {
      format: 'maths-hubs-edition/1',
      schoolYear: '2026/27',
      hub: 'x',
      version: '1',
      evidence: 'hub',
      sources: {
        own: { id: 'own', publisher: '<img src=x onerror=alert(1)>', title: 'T', date: null, url: null },
      },
      phases: [
        {
          id: 'development',
          name: { value: '<b>Bold</b>', source: ['own'], basis: 'hub' },
          terms: { summary: { value: '<script>1</script>', source: ['own'], basis: 'hub' } },
          requirements: [],
        },
      ],
      entryPoints: [],
      transitions: [],
      recruitment: [],
      calendar: null,
      linkedProjects: [],
      specialists: null,
    };
    const root = await mount({
      html: '<mh-journey-map open="all"></mh-journey-map>',
      setup: (at) => {
        map(at).data = {
          ...own,
          phases: own.phases.map((phase) => ({ ...phase, terms: emptyTermsWith(phase.terms) })),
        } as never;
      },
    });
    const widget = map(root);
    expect(widget.shadowRoot?.querySelector('b, img, script')).to.equal(null);
    expect(textOf(part(widget, '.name'))).to.equal('<b>Bold</b>');
  });

  it('takes its year from the settings around it, even when they arrive later', async () => {
    const root = await mount({
      html: '<mh-settings edition="2020/21"><mh-journey-map></mh-journey-map></mh-settings><mh-journey-map></mh-journey-map>',
    });
    const [inside, outside] = root.querySelectorAll('mh-journey-map');
    expect(textOf(part(inside, '.head'))).to.contain('2020/21');
    expect(textOf(part(outside, '.head'))).to.contain('2024/25');
    root.querySelector('mh-settings')?.setAttribute('edition', '2016/17');
    await until(() => textOf(inside?.shadowRoot).includes('2016/17'));
    await settled(root);
  });

  it('takes wording from the settings', async () => {
    const root = await mount({
      html: '<mh-settings edition="2024/25"><script type="application/json">{"wording":{"journey.title":"Our journey"}}</script><mh-journey-map></mh-journey-map></mh-settings>',
    });
    expect(textOf(part(map(root), 'h2'))).to.equal('Our journey');
  });

  it('criterion 11: fits 320 px, with buttons of at least 44 px', async () => {
    await setViewport({ width: 480, height: 800 });
    const root = await mount({ html: `<div style="inline-size: 300px">${examples.opened.html}</div>` });
    const widget = map(root);
    expect(widget.scrollWidth).to.be.at.most(300);
    for (const each of widget.shadowRoot?.querySelectorAll('button') ?? [])
      expect(each.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('criterion 12: moves nothing when the reader asks for that', () => {
    const sheets = JourneyMap.styles.flat().map(String).join('');
    expect(sheets).to.match(/prefers-reduced-motion: ?reduce/);
  });

  it('criterion 13: runs from the right in a right-to-left page', async () => {
    const widget = map(await mount(examples.rightToLeft));
    const marker = part(widget, '.marker').getBoundingClientRect();
    const list = part(widget, '.path').getBoundingClientRect();
    expect(list.right - marker.right).to.be.lessThan(marker.left - list.left);
  });

  it('registers nothing but what it is asked to, and tolerates a second copy', () => {
    class Copy extends JourneyMap {}
    expect(() => JourneyMap.define('mh-journey-map')).not.to.throw();
    const warnings: unknown[] = [];
    const warn = console.warn;
    console.warn = (message: unknown) => warnings.push(message);
    try {
      Copy.define('mh-journey-map');
      expect(warnings).to.deep.equal([]);
      Object.defineProperty(Copy, 'version', { value: '9.9.9' });
      Copy.define('mh-journey-map');
    } finally {
      console.warn = warn;
    }
    expect(String(warnings[0])).to.contain('9.9.9');
    expect(customElements.get('mh-journey-map')).to.equal(JourneyMap);
  });

  it('leaves no listener behind when it is taken out of the page', async () => {
    const root = await mount({ html: '<mh-journey-map edition="2024/25"></mh-journey-map>' });
    const store = pageSettings();
    const widget = map(root);
    let renders = 0;
    widget.requestUpdate = () => {
      renders += 1;
    };
    widget.remove();
    store.update({ phase: 'sustaining' });
    expect(renders).to.equal(0);
    expect(store).to.be.instanceOf(PlainSettingsStore);
  });
});

function emptyTermsWith(terms: Record<string, unknown>): Record<string, unknown> {
  const unknown = { value: null, source: [], basis: 'stated' };
  return new Proxy(terms, { get: (own, key) => own[key as string] ?? unknown });
}
