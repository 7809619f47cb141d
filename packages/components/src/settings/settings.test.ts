import { expect } from '@open-wc/testing';
import { mount, part, settled, textOf, unmountAll, until } from '../../../../test/support/elements.js';
import { pageSettings } from '../foundation/settings-store.js';
import { by, hubTerms } from '../foundation/edition/example-terms.js';
import '../find-a-hub/define.js';
import '../journey-map/define.js';
import { Settings } from './settings.js';

const yearOf = (widget: Element | null | undefined): string =>
  textOf(widget?.shadowRoot?.querySelector('.head p'));

describe('settings', () => {
  afterEach(() => {
    unmountAll();
    pageSettings().update({ edition: undefined, links: undefined, wording: undefined, today: undefined });
  });

  it('are waited for: until they are known, plain content and no terms of another year', async () => {
    const root = document.createElement('main');
    root.innerHTML =
      '<mh-settings edition="2020/21"><mh-journey-map><p>Our own words</p></mh-journey-map></mh-settings><mh-journey-map><p>More words</p></mh-journey-map>';
    document.body.append(root);
    try {
      const maps = [...root.querySelectorAll('mh-journey-map')];
      await new Promise((next) => setTimeout(next, 200));
      for (const map of maps) {
        expect(yearOf(map)).to.equal('');
        expect(map.querySelector('p')?.getBoundingClientRect().height).to.be.greaterThan(0);
      }
      Settings.define('mh-settings');
      await until(() => yearOf(maps[0]).includes('2020/21') && yearOf(maps[1]).includes('2024/25'));
    } finally {
      root.remove();
    }
  });

  it('carry the hub’s own terms once for every widget of the page, and never show another year’s first', async () => {
    const terms = hubTerms({ phases: [{ id: 'development', name: by('Our development year') }] });
    const root = await mount({
      html: `<mh-settings><script type="application/json">{"terms": ${terms}}</script></mh-settings><mh-journey-map></mh-journey-map><mh-journey-map edition="2020/21"></mh-journey-map>`,
    });
    const [own, other] = root.querySelectorAll('mh-journey-map');
    await until(() =>
      textOf(own?.shadowRoot?.querySelector('#phase-development')).includes('Our development year'),
    );
    await until(() => yearOf(other).includes('2020/21'));
    expect(root.querySelector('mh-settings')?.shadowRoot?.querySelector('details')).to.equal(null);
    pageSettings().update({ src: undefined });
  });

  it('say of terms that cannot be read what is wrong, in the widget, with the plain list kept', async () => {
    const root = await mount({
      html: '<mh-settings><script type="application/json">{"terms": {"format": "maths-hubs-edition/1"}}</script></mh-settings><mh-journey-map><p>Ask us</p></mh-journey-map>',
    });
    const map = root.querySelector('mh-journey-map');
    await until(() => textOf(map?.shadowRoot).includes('could not be read'));
    expect(map?.querySelector('p')?.getBoundingClientRect().height).to.be.greaterThan(0);
    pageSettings().update({ src: undefined });
  });

  it('speak for the whole page when they stand alone', async () => {
    const root = await mount({
      html: '<mh-journey-map></mh-journey-map><mh-settings edition="2020/21" find-href="#find"></mh-settings>',
    });
    await until(() => yearOf(root.querySelector('mh-journey-map')).includes('2020/21'));
    expect(pageSettings().value.links).to.deep.equal({ find: '#find' });
  });

  it('make widgets draw again only when something changed', async () => {
    const root = await mount({
      html: '<mh-settings edition="2020/21" find-href="#find" apply-href="#apply"></mh-settings>',
    });
    let changes = 0;
    const count = (): number => (changes += 1);
    pageSettings().addEventListener('change', count);
    const settings = root.querySelector('mh-settings');
    settings?.requestUpdate();
    await settings?.updateComplete;
    await new Promise((next) => setTimeout(next, 50));
    expect(changes).to.equal(0);
    settings?.setAttribute('apply-href', '#join');
    await settings?.updateComplete;
    expect(changes).to.equal(1);
    pageSettings().removeEventListener('change', count);
  });

  it('stop at their own children', async () => {
    const root = await mount({
      html: '<mh-settings edition="2020/21"><mh-journey-map></mh-journey-map></mh-settings><mh-settings edition="2016/17"><mh-journey-map></mh-journey-map></mh-settings>',
    });
    await settled(root);
    const [first, second] = root.querySelectorAll('mh-journey-map');
    expect(yearOf(first)).to.contain('2020/21');
    expect(yearOf(second)).to.contain('2016/17');
  });

  it("yield to a widget's own year", async () => {
    const root = await mount({
      html: '<mh-settings edition="2020/21"><mh-journey-map edition="2023/24"></mh-journey-map></mh-settings>',
    });
    expect(yearOf(root.querySelector('mh-journey-map'))).to.contain('2023/24');
  });

  it('say so when the JSON between their tags cannot be read', async () => {
    const warnings: string[] = [];
    const warn = console.warn;
    console.warn = (message: unknown) => warnings.push(String(message));
    try {
      await mount({ html: '<mh-settings><script type="application/json">{wording</script></mh-settings>' });
    } finally {
      console.warn = warn;
    }
    expect(warnings.join()).to.contain('<mh-settings>').and.to.contain('cannot be read');
  });

  it('send no postcode anywhere where the service that they name is none', async () => {
    const root = await mount({
      html: '<mh-settings resolver="everybody"><mh-find-a-hub></mh-find-a-hub></mh-settings>',
    });
    await until(() => root.querySelector('mh-find-a-hub')?.shadowRoot?.querySelector('.leaves'));
    const finder = root.querySelector('mh-find-a-hub');
    expect(textOf(part(finder, '.leaves'))).not.to.contain('postcodes.io');
    expect(textOf(root.querySelector('mh-settings')?.shadowRoot)).to.contain('no postcode is sent anywhere');
  });

  it('leave out what makes no sense, say it to the editor, and draw every widget', async () => {
    const warnings: string[] = [];
    const warn = console.warn;
    console.warn = (message: unknown) => warnings.push(String(message));
    try {
      const root = await mount({
        html: `<mh-settings hub="<b>" today="soon" src="javascript:alert(1)" resolver="everybody" action="mailto:x@example.org"
          apply-href="javascript:alert(1)" check-href=" jAvAscript:alert(1)" find-href="blob:${location.origin}/1" journey-href="#journey">
          <script type="application/json">{"words": {}}</script><mh-journey-map></mh-journey-map></mh-settings>`,
      });
      await settled(root);
      expect(yearOf(root.querySelector('mh-journey-map'))).to.contain('2024/25');
      const said = textOf(root.querySelector('mh-settings')?.shadowRoot?.querySelector('details'));
      for (const name of [
        'hub',
        'today',
        'src',
        'resolver',
        'action',
        'apply-href',
        'check-href',
        'find-href',
      ])
        expect(said).to.contain(`${name}=`);
      expect(said).to.contain('"words"').and.not.to.contain('journey-href');
      expect(warnings.join()).to.contain('apply-href');
    } finally {
      console.warn = warn;
    }
  });

  for (const [wording, refused] of [
    ['{"journey.title": 5, "year.terms": "Year {year}"}', 'journey.title'],
    ['{"journey.title": null, "year.terms": "Year {year}", "year.ask": ["a"]}', 'journey.title, year.ask'],
    ['["Our journey"]', 'wording'],
    ['"Our journey"', 'wording'],
    ['null', 'wording'],
  ] as const)
    it(`leave out of a wording what is no text, and draw the rest: ${wording}`, async () => {
      const warnings: string[] = [];
      const warn = console.warn;
      console.warn = (message: unknown) => warnings.push(String(message));
      try {
        const root = await mount({
          html: `<mh-settings><script type="application/json">{"wording": ${wording}}</script><mh-journey-map></mh-journey-map></mh-settings>`,
        });
        await settled(root);
        const map = root.querySelector('mh-journey-map')!;
        expect(part(map, 'h2').textContent).to.equal('The Teaching for Mastery journey');
        expect(yearOf(map)).to.contain(wording.includes('Year') ? 'Year 2024/25' : 'Terms for 2024/25');
      } finally {
        console.warn = warn;
      }
      expect(warnings.filter((each) => each.includes(`Left out: ${refused}.`))).to.have.length(1);
    });

  it('take a setting away again', async () => {
    const root = await mount({
      html: '<mh-settings edition="2020/21"><mh-journey-map></mh-journey-map></mh-settings>',
    });
    const map = root.querySelector('mh-journey-map');
    await until(() => yearOf(map).includes('2020/21'));
    root.querySelector('mh-settings')?.setAttribute('edition', '');
    await until(() => yearOf(map).includes('2024/25'));
  });
});
