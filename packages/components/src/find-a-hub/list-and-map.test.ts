import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { mount, part, textOf, until } from '../../../../test/support/elements.js';
import { finder, stateOf, focused, reach, type, forgetFinders } from '../../../../test/support/find-a-hub.js';
import { examples } from './examples.js';
import { FindAHub } from './find-a-hub.js';
import './define.js';

describe('find a hub', () => {
  forgetFinders();

  describe('list and map', () => {
    it('criterion 12: holds all hubs by region', async () => {
      const widget = await reach(examples.empty);
      expect(widget.shadowRoot?.querySelectorAll('.region').length).to.equal(9);
      expect(widget.shadowRoot?.querySelectorAll('.region li button').length).to.equal(40);
    });

    it('a hub of the list is chosen by keyboard', async () => {
      const widget = await reach(examples.empty);
      const summary = part(widget, '.region summary');
      summary.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => part<HTMLDetailsElement>(widget, '.region').open);
      await sendKeys({ press: 'Tab' });
      expect(textOf(focused(widget))).to.equal('Archimedes NE Maths Hub');
      await sendKeys({ press: 'Enter' });
      await until(() => stateOf(widget) === 'one');
      expect(textOf(part(widget, '#result-title'))).to.equal('Archimedes NE Maths Hub');
    });

    /** The stops of the map, by hub. */
    const stops = (widget: FindAHub): (HTMLElement | SVGElement)[] => [
      ...(widget.shadowRoot?.querySelectorAll<HTMLElement | SVGElement>('[data-hub]') ?? []),
    ];
    const shapes = (widget: FindAHub): SVGElement[] => [
      ...(widget.shadowRoot?.querySelectorAll<SVGElement>('.england > .shape') ?? []),
    ];
    const caption = (widget: FindAHub): string => textOf(part(widget, '.caption'));

    for (const [picture, example] of [
      ['map', examples.empty],
      ['tile map', examples.tiles],
    ] as const)
      it(`criterion 13: the ${picture} is one tab stop with arrow keys`, async () => {
        const widget = await reach(example);
        await until(() => stops(widget).length > 0);
        expect(stops(widget).length).to.equal(40);
        expect(new Set(stops(widget).map(({ dataset }) => dataset['hub'])).size).to.equal(40);
        expect(stops(widget).filter(({ tabIndex }) => tabIndex === 0).length).to.equal(1);
        stops(widget)
          .find(({ tabIndex }) => tabIndex === 0)
          ?.focus();
        const at = (): string | undefined => (focused(widget) as HTMLElement | null)?.dataset['hub'];
        expect(at()).to.equal('great-north');
        for (const [key, hub] of [
          ['ArrowDown', 'archimedes-ne'],
          ['ArrowLeft', 'north-north-west'],
          ['ArrowLeft', 'north-north-west'],
          ['ArrowDown', 'west-yorkshire'],
          ['ArrowRight', 'yorkshire-ridings'],
          ['ArrowUp', 'archimedes-ne'],
        ] as const) {
          await sendKeys({ press: key });
          await widget.updateComplete;
          expect(at(), key).to.equal(hub);
          expect(caption(widget)).to.contain('Maths Hub');
        }
        await sendKeys({ press: ' ' });
        await until(() => stateOf(widget) === 'one');
        expect(widget.result?.hubs[0]?.hub.id).to.equal('archimedes-ne');
      });

    it('criterion 14: marks the answer in both', async () => {
      const widget = await reach(examples.several);
      const hubs = widget.result?.hubs.length ?? 0;
      expect(hubs).to.be.greaterThan(1);
      await until(() => stops(widget).length > 0);
      const marked = stops(widget).filter((each) => each.getAttribute('aria-current') === 'true');
      expect(marked.length).to.equal(hubs);
      expect(widget.shadowRoot?.querySelectorAll('.region [aria-current="true"]').length).to.equal(hubs);
      expect(marked[0]?.getAttribute('aria-label')).to.contain('could be yours');
    });

    it('lights the hub that the answer names, wherever the pin lies', async () => {
      const widget = finder(
        await mount({ html: '<mh-find-a-hub show="field map" resolver="none"></mh-find-a-hub>' }),
      );
      const source = { publisher: 'A test', title: 'A list', url: 'https://example.org/', date: '2026' };
      // In Leicestershire by its council, in the North Sea by its position.
      widget.postcodeResolver = {
        sendsTo: null,
        resolve: async ({ postcode }) => ({
          kind: 'found',
          postcode,
          district: 'E07000135',
          authority: 'E10000018',
          country: 'England',
          confidence: 'very likely',
          about: 'this postcode',
          position: { latitude: 54.2, longitude: 0.9 },
          source: { id: 'test', ...source },
        }),
      };
      await widget.search('LE2 5TF');
      await until(() => widget.shadowRoot?.querySelector('.england .pin'));
      const lit = [...(widget.shadowRoot?.querySelectorAll('.lit') ?? [])].map((each) =>
        each.getAttribute('d'),
      );
      const own = stops(widget).find(({ dataset }) => dataset['hub'] === 'east-midlands-south');
      expect(lit).to.deep.equal([own?.getAttribute('d')]);
      expect(own?.getAttribute('aria-label')).to.equal('East Midlands South Maths Hub, your answer');
    });

    it('puts no pin where only a council is known', async () => {
      const widget = finder(await mount({ html: '<mh-find-a-hub resolver="none"></mh-find-a-hub>' }));
      await widget.search('Leicester');
      await until(() => widget.shadowRoot?.querySelector('.england .lit'));
      expect(widget.shadowRoot?.querySelector('.pin')).to.equal(null);
    });

    it('names a hub at the first tap of a finger, and shows it at the next', async () => {
      const widget = await reach(examples.empty);
      await until(() => stops(widget).length > 0);
      const shape = stops(widget).find(({ dataset }) => dataset['hub'] === 'angles');
      const tap = (): boolean | undefined =>
        shape?.dispatchEvent(new PointerEvent('click', { pointerType: 'touch', bubbles: true }));
      tap();
      await widget.updateComplete;
      expect(caption(widget)).to.contain('Angles Maths Hub');
      expect(stateOf(widget)).to.equal('empty');
      tap();
      await until(() => stateOf(widget) === 'one');
      expect(widget.result?.hubs[0]?.hub.id).to.equal('angles');
    });

    it('says of a hatched area that no source names its hub, and of which councils that is true', async () => {
      const widget = await reach(examples.empty);
      await until(() => shapes(widget).length > 0);
      const hatched = shapes(widget).filter((each) => each.classList.contains('none'));
      expect(hatched.length).to.be.greaterThan(0);
      hatched[0]?.dispatchEvent(new PointerEvent('pointerenter'));
      await widget.updateComplete;
      expect(caption(widget)).to.match(/^No source names one hub here\. It could be .+ Maths Hub/);
      const legend = part<HTMLDetailsElement>(widget, '.legend');
      legend.open = true;
      expect(textOf(legend)).to.contain('Northumberland').and.to.contain('Warrington');
    });

    it('credits the map where it is shown, and loads it only there', async () => {
      const widget = await reach(examples.empty);
      await until(() => stops(widget).length > 0);
      expect(textOf(part(widget, '.credits')))
        .to.contain('Natural Earth')
        .and.to.contain('GeoNames');
      const listed = finder(
        await mount({ html: '<mh-find-a-hub show="list" resolver="none"></mh-find-a-hub>' }),
      );
      expect(textOf(part(listed, '.credits'))).not.to.contain('Natural Earth');
    });

    it('folds the list on a telephone, where it has every hub still; a list alone stands open', async () => {
      await setViewport({ width: 390, height: 800 });
      const widget = await reach(examples.empty);
      await until(() => stops(widget).length > 0);
      const list = part<HTMLDetailsElement>(widget, '.list');
      expect(list.open).to.equal(false);
      expect(list.querySelectorAll('li button').length).to.equal(40);
      expect(part<HTMLDetailsElement>(widget, '.credits').open).to.equal(false);
      list.querySelector('summary')?.click();
      expect(list.open).to.equal(true);
      await setViewport({ width: 1000, height: 800 });
      expect(part<HTMLDetailsElement>(await reach(examples.empty), '.list').open).to.equal(true);
      await setViewport({ width: 390, height: 800 });
      const alone = finder(
        await mount({ html: '<mh-find-a-hub show="list" resolver="none"></mh-find-a-hub>' }),
      );
      await until(() => alone.shadowRoot?.querySelector('.list'));
      expect(part<HTMLDetailsElement>(alone, '.list').open).to.equal(true);
      await setViewport({ width: 1024, height: 768 });
    });

    it('keeps the map’s styles and the page’s colours when the answer brings its own', async () => {
      const widget = await reach(examples.empty);
      await until(() => stops(widget).length > 0);
      const sheets = (): readonly CSSStyleSheet[] => widget.shadowRoot?.adoptedStyleSheets ?? [];
      await until(() => getComputedStyle(part(widget, '.place')).fontWeight === '600');
      const before = [...sheets()];
      await type(widget, 'Leicester');
      await sendKeys({ press: 'Enter' });
      await until(() => sheets().length > before.length);
      for (const sheet of before) expect(sheets()).to.include(sheet);
    });

    it('draws an outline that the page gives, equal by keyboard', async () => {
      const widget = await reach(examples.outline);
      await until(() => widget.shadowRoot?.querySelector('svg.outline'));
      const shapes = [...(widget.shadowRoot?.querySelectorAll<SVGElement>('.shape') ?? [])];
      expect(shapes.length).to.equal(3);
      expect(widget.shadowRoot?.querySelectorAll('.land').length).to.equal(1);
      shapes[0]?.focus();
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ press: 'Enter' });
      await until(() => stateOf(widget) === 'one');
      expect(widget.result?.hubs[0]?.hub.id).to.equal(shapes[1]?.dataset['hub']);
    });

    it('takes an outline by its address, as a snippet gives it', async () => {
      const geojson = JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { hub: 'angles' },
            geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [0, 52],
                  [1, 52],
                  [1, 53],
                  [0, 52],
                ],
              ],
            },
          },
        ],
      });
      const widget = finder(
        await mount({
          html: `<mh-find-a-hub show="map" resolver="none" outline="data:application/json,${encodeURIComponent(geojson)}"></mh-find-a-hub>`,
        }),
      );
      await until(() => widget.shadowRoot?.querySelector('svg.outline'));
      expect(stops(widget).map(({ dataset }) => dataset['hub'])).to.deep.equal(['angles']);
    });

    it('draws England, and tells the editor, where the outline is none', async () => {
      const root = await mount({ html: '<mh-find-a-hub show="map" resolver="none"></mh-find-a-hub>' });
      const widget = finder(root);
      widget.geojson = { type: 'Point' };
      await until(() => widget.shadowRoot?.querySelector('details.where'));
      expect(textOf(part(widget, 'details.where'))).to.contain('FeatureCollection');
      await until(() => shapes(widget).length >= 40);
    });

    it('shows only what is asked for', async () => {
      const widget = finder(
        await mount({ html: '<mh-find-a-hub show="list" resolver="none"></mh-find-a-hub>' }),
      );
      expect(widget.shadowRoot?.querySelector('form, .map')).to.equal(null);
      expect(widget.shadowRoot?.querySelector('.list')).to.be.instanceOf(HTMLElement);
    });
  });
});
