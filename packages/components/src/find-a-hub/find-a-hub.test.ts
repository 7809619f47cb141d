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
import { examples, pretended, type FindExample } from './examples.js';
import { FindAHub } from './find-a-hub.js';
import './define.js';

const finder = (root: ParentNode): FindAHub => {
  const found = root.querySelector('mh-find-a-hub');
  if (!found) throw new Error('No find-a-hub in the example');
  return found;
};
const stateOf = (widget: FindAHub): string | null =>
  widget.shadowRoot?.querySelector('.finder')?.getAttribute('data-state') ?? null;
const input = (widget: FindAHub): HTMLInputElement => part(widget, '#query');
const options = (widget: FindAHub): HTMLElement[] => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]') ?? []),
];
const focused = (widget: FindAHub): Element | null | undefined => widget.shadowRoot?.activeElement;

/** Mounts an example and waits for the state that it comes to. */
async function reach(example: FindExample): Promise<FindAHub> {
  const widget = finder(await mount(example));
  await until(() => stateOf(widget) === example.state);
  await widget.updateComplete;
  return widget;
}

/** Types as a person does, and waits for suggestions. */
async function type(widget: FindAHub, text: string): Promise<void> {
  input(widget).focus();
  await sendKeys({ type: text });
  await until(() => options(widget).length > 0);
}

describe('find a hub', () => {
  afterEach(() => {
    unmountAll();
    pageSettings().update({ foundHub: undefined, hub: undefined, links: undefined });
  });

  describe('criterion 17: axe finds nothing in', () => {
    for (const example of Object.values(examples))
      it(example.name, async () => {
        await expectAccessible(await reach(example));
      });
  });

  it('criterion 1: fits the outline of its page', async () => {
    const root = await mount({ html: '<mh-find-a-hub heading-level="3" resolver="none"></mh-find-a-hub>' });
    const widget = finder(root);
    await widget.search('Warrington');
    const levels = [...(widget.shadowRoot?.querySelectorAll('h1,h2,h3,h4,h5,h6') ?? [])].map(
      (h) => h.localName,
    );
    expect(levels[0]).to.equal('h3');
    expect(levels[1]).to.equal('h4');
    expect(new Set(levels)).to.deep.equal(new Set(['h3', 'h4', 'h5']));
  });

  it('keeps the plain content until it is drawn', async () => {
    const root = await mount(examples.empty);
    expect(textOf(finder(root))).to.contain('at NCETM');
  });

  describe('combobox', () => {
    it('criterion 2: is a labelled combobox with its list', async () => {
      const widget = await reach(examples.empty);
      const field = input(widget);
      expect(field.getAttribute('role')).to.equal('combobox');
      expect(field.getAttribute('aria-expanded')).to.equal('false');
      expect(textOf(field.labels?.[0])).to.equal('Your school’s postcode, council or town');
      await type(widget, 'wigst');
      expect(field.getAttribute('aria-expanded')).to.equal('true');
      const list = part(widget, `#${field.getAttribute('aria-controls') ?? ''}`);
      expect(list.getAttribute('role')).to.equal('listbox');
      expect(list.hidden).to.equal(false);
      expect(options(widget).map(textOf)).to.include('Oadby and Wigston, Leicestershire council');
    });

    it('criterion 3: works by keyboard', async () => {
      const widget = await reach(examples.empty);
      await type(widget, 'oad');
      const field = input(widget);
      const active = (): string | null => field.getAttribute('aria-activedescendant');
      const count = options(widget).length;
      await sendKeys({ press: 'ArrowUp' });
      await widget.updateComplete;
      expect(active()).to.equal(`query-option-${count - 1}`);
      await sendKeys({ press: 'ArrowDown' });
      await widget.updateComplete;
      expect(active()).to.equal('query-option-0');
      expect(options(widget)[0]?.getAttribute('aria-selected')).to.equal('true');
      expect(focused(widget)).to.equal(field);
      await sendKeys({ press: 'Escape' });
      await widget.updateComplete;
      expect(field.getAttribute('aria-expanded')).to.equal('false');
      expect(field.value).to.equal('oad');
      await sendKeys({ press: 'ArrowDown' });
      await widget.updateComplete;
      expect(active()).to.equal('query-option-0');
      await sendKeys({ press: 'Enter' });
      await until(() => stateOf(widget) === 'one');
      expect(textOf(part(widget, '#result-title'))).to.equal('Your hub is East Midlands South Maths Hub');
    });

    it('criterion 3: Escape in a closed list clears the field', async () => {
      const widget = await reach(examples.empty);
      await type(widget, 'oad');
      await sendKeys({ press: 'Escape' });
      await sendKeys({ press: 'Escape' });
      await widget.updateComplete;
      expect(input(widget).value).to.equal('');
      expect(options(widget)).to.deep.equal([]);
    });

    describe('“Which council?”', () => {
      const offered = async (text: string, attributes = ''): Promise<[string[], string]> => {
        const root = await mount({
          html: `<mh-find-a-hub resolver="none" show="field" ${attributes}></mh-find-a-hub>`,
        });
        const widget = finder(root);
        await widget.search(text);
        await until(() => widget.shadowRoot?.querySelector('select'));
        const select = part<HTMLSelectElement>(widget, 'select');
        return [[...select.options].map(textOf).slice(1, 4), textOf(part(widget, `#${select.id}-hint`))];
      };

      it('offers those that the postcode makes likely first, also where the page knows no hub', async () => {
        const [first, why] = await offered('LE2 5TF');
        expect(first).to.deep.equal(['Leicester', 'Leicestershire', 'Rutland']);
        expect(why).to.equal('Those near your postcode come first.');
        expect((await offered('bd'))[0][0]).to.equal('Bradford');
      });

      it('offers a hub’s own next, on its own page', async () => {
        const [first, why] = await offered('Qwertyuiop', 'hub="solent"');
        expect(first).to.include('Isle of Wight');
        expect(why).to.equal('Ours come first.');
      });

      it('says that nothing tells, and keeps the alphabet', async () => {
        const [first, why] = await offered('Qwertyuiop');
        expect(first[0]).to.match(/^Bar/);
        expect(why).to.contain('alphabetical order');
        // A question over many councils is in the same order.
        expect((await offered('West Midlands'))[0][0]).to.equal('Birmingham');
      });
    });

    it('says what the first letters of a postcode are', async () => {
      const widget = finder(await mount(examples.empty));
      await widget.search('BD');
      expect(textOf(part(widget, '.result'))).to.contain('in and around Bradford begin with “BD”');
    });

    it('takes no Enter of an input method for a choice', async () => {
      const widget = await reach(examples.empty);
      await type(widget, 'oad');
      await sendKeys({ press: 'ArrowDown' });
      await widget.updateComplete;
      const enter = (of: KeyboardEventInit): boolean =>
        input(widget).dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'Enter',
            ...of,
            bubbles: true,
            cancelable: true,
            composed: true,
          }),
        );
      // As most browsers send it, and as Safari does when the word has ended.
      expect(enter({ isComposing: true }), 'left to the input method').to.equal(true);
      expect(enter({ keyCode: 229 }), 'left to the input method').to.equal(true);
      await new Promise((next) => setTimeout(next, 100));
      expect(stateOf(widget)).to.equal('typing');
      expect(input(widget).value).to.equal('oad');
      enter({});
      await until(() => stateOf(widget) === 'one');
    });

    it('criterion 4: announces how many there are', async () => {
      const widget = await reach(examples.empty);
      await type(widget, 'oadb');
      await until(() => /^\d+ suggestions?\./.test(textOf(part(widget, '[role="status"]'))));
      const said = Number.parseInt(textOf(part(widget, '[role="status"]')), 10);
      expect(said).to.equal(options(widget).length);
      await sendKeys({ type: 'zzzzzz' });
      await until(() => textOf(part(widget, '[role="status"]')).startsWith('No suggestions'));
      expect(input(widget).getAttribute('aria-expanded')).to.equal('false');
    });

    it('criterion 5: takes a suggestion that is pressed, and keeps the focus meanwhile', async () => {
      const widget = await reach(examples.empty);
      await type(widget, 'wigst');
      const option = options(widget)[0];
      const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
      option?.dispatchEvent(press);
      expect(press.defaultPrevented).to.equal(true);
      option?.querySelector('span')?.click();
      await until(() => stateOf(widget) === 'one');
      expect(input(widget).value).to.contain('Wigston');
      expect(options(widget)).to.deep.equal([]);
    });

    it('suggests nothing for a postcode', async () => {
      const widget = await reach(examples.empty);
      input(widget).focus();
      await sendKeys({ type: 'LE2 5TF' });
      await widget.updateComplete;
      expect(options(widget)).to.deep.equal([]);
    });
  });

  describe('answer', () => {
    it('criteria 6 to 8: says it in the heading that takes the focus, with its evidence', async () => {
      const widget = await reach(examples.found);
      await until(() => focused(widget)?.id === 'result-title');
      const text = textOf(part(widget, '[part="result"]'));
      for (const words of [
        'Your hub is East Midlands South Maths Hub',
        'LE2 5TF is in Oadby and Wigston, Leicestershire.',
        'Your school is in this hub’s area. Our information is from October 2026.',
        'Visit its website',
        'How we know Leicestershire is in this hub’s area.',
        'Beauchamp College, Oadby (as of 2026)',
        'Source: NCETM,',
        'October 2026',
        'Confirm with NCETM',
      ])
        expect(text).to.contain(words);
      expect(text).not.to.match(/not known/i);
      expect(part<HTMLDetailsElement>(widget, '.how').open).to.equal(false);
      expect(part<HTMLAnchorElement>(widget, '.hub .button').host).to.contain('emsmathshub.org.uk');
    });

    it('criterion 6: announces that it is looking', async () => {
      const widget = await reach(examples.looking);
      expect(textOf(part(widget, '[role="status"]'))).to.equal('Looking for your hub…');
    });

    it('criterion 7: says in words that it is likely', async () => {
      const text = textOf(part(await reach(examples.likely), '[part="result"]'));
      expect(text).to.contain('We think your hub is Archimedes NE Maths Hub').and.to.contain('Please check.');
    });

    it('shows several side by side', async () => {
      const widget = await reach(examples.several);
      const hubs = widget.shadowRoot?.querySelectorAll('[part="hub"]').length ?? 0;
      expect(hubs).to.be.greaterThan(1);
      expect(textOf(part(widget, '#result-title'))).to.equal(`Your hub could be one of ${hubs} hubs`);
    });

    it('says how a source was read where one asks how we know, and nowhere else', async () => {
      const widget = finder(await mount(examples.private));
      for (const place of ['LE2 5TF', 'Jericho', 'Leicestershire', 'Ashton']) {
        await widget.search(place);
        await widget.updateComplete;
        const cards = [...(widget.shadowRoot?.querySelectorAll('[part="hub"]') ?? [])];
        const read = cards.filter((card) => /read directly/.test(textOf(card)));
        if (place === 'Jericho') expect(read.length).to.be.greaterThan(0);
        for (const card of read) {
          expect(textOf(card.querySelector('.how')), place).to.contain('read directly');
          expect(textOf(card.querySelector('.sure')), place).not.to.contain('read directly');
        }
      }
    });

    it('turns ambiguity into a question, and takes the answer', async () => {
      const widget = await reach(examples.question);
      const question = [...(widget.shadowRoot?.querySelectorAll('.question button') ?? [])];
      const norwich = question.find((button) => textOf(button) === 'Norwich, Norfolk');
      expect(norwich).to.be.instanceOf(HTMLButtonElement);
      (norwich as HTMLButtonElement).click();
      await until(() => /Angles Maths Hub$/.test(textOf(part(widget, '#result-title'))));
      await until(() => focused(widget)?.id === 'result-title');
    });

    it('asks by a list where there are many choices', async () => {
      const widget = finder(await mount(examples.private));
      await widget.search('Greater London');
      await widget.updateComplete;
      const select = part<HTMLSelectElement>(widget, '#choice');
      expect(select.options.length).to.equal(34);
      select.selectedIndex = [...select.options].findIndex(({ text }) => text.trim() === 'Hackney');
      select.dispatchEvent(new Event('change'));
      part(widget, '.pick button').click();
      await until(() => stateOf(widget) === 'one');
      expect(widget.result?.hubs[0]?.hub.id).to.equal('london-north-east');
    });

    it('says that a nation has no Maths Hubs, and asks nobody', async () => {
      const root = await mount({ html: examples.empty.html });
      const { service, resolver } = pretended();
      const widget = finder(root);
      widget.postcodeResolver = resolver;
      await widget.search('CF10 1EP');
      await widget.updateComplete;
      expect(textOf(part(widget, '[part="result"]'))).to.contain('CF10 1EP is in Wales.');
      expect(service.requests).to.deep.equal([]);
    });

    it('offers a corrected postcode', async () => {
      const widget = await reach(examples.correction);
      const offer = part(widget, '.result button.secondary');
      expect(textOf(offer)).to.equal('Search for TS1 2AZ instead');
      offer.click();
      await until(() => stateOf(widget) === 'likely');
      expect(input(widget).value).to.equal('TS1 2AZ');
    });

    it('criterion 9: an empty search is told beside the field', async () => {
      const widget = await reach(examples.empty);
      part(widget, 'button[type="submit"]').click();
      await until(() => input(widget).getAttribute('aria-invalid') === 'true');
      expect(focused(widget)).to.equal(input(widget));
      const described = input(widget).getAttribute('aria-describedby') ?? '';
      expect(described).to.contain('query-error');
      expect(textOf(part(widget, '#query-error'))).to.contain('Type a postcode, council or town first.');
      await sendKeys({ type: 'x' });
      await until(() => !input(widget).hasAttribute('aria-invalid'));
    });

    it('an empty search clears the last answer', async () => {
      const widget = await reach(examples.correction);
      expect(widget.result).not.to.equal(undefined);
      expect(await widget.search(' ')).to.equal(null);
      await until(() => stateOf(widget) === 'empty');
      expect(widget.result).to.equal(undefined);
      expect(part(widget, '.result').hidden).to.equal(true);
    });

    it('criterion 10: a slow search says so and can be stopped', async () => {
      const widget = await reach(examples.slow);
      expect(textOf(part(widget, '.result'))).to.contain('taking longer than usual');
      part(widget, '.result button').click();
      await until(() => stateOf(widget) === 'empty');
      expect(focused(widget)).to.equal(input(widget));
    });

    for (const example of [examples.offline, examples.serviceDown, examples.retired])
      it(`criterion 11: ${example.name}: a council from the list answers`, async () => {
        const widget = await reach(example);
        const select = part<HTMLSelectElement>(widget, '#council');
        expect(select.options.length).to.equal(154);
        select.selectedIndex = [...select.options].findIndex(({ text }) => text.trim() === 'Rutland');
        select.dispatchEvent(new Event('change'));
        await widget.updateComplete;
        expect(stateOf(widget)).to.equal(example.state);
        part(widget, '.pick button').click();
        await until(() => stateOf(widget) === 'one');
      });

    it('a newer search stops an older one, whose late answer is never shown', async () => {
      const widget = finder(await mount(examples.empty));
      const { resolver } = pretended();
      const asked: { readonly signal: AbortSignal | undefined; readonly answer: () => void }[] = [];
      widget.postcodeResolver = {
        sendsTo: null,
        async resolve(postcode, options) {
          await new Promise<void>((answer) => asked.push({ signal: options?.signal, answer }));
          return resolver.resolve(postcode);
        },
      };
      void widget.search('LE2 5TF');
      await until(() => asked.length === 1);
      void widget.search('YO1 7HH');
      await until(() => asked.length === 2);
      expect(asked.map(({ signal }) => signal?.aborted)).to.deep.equal([true, false]);
      asked[1]?.answer();
      await until(() => stateOf(widget) !== 'looking');
      const said = textOf(part(widget, '#result-title'));
      asked[0]?.answer();
      await new Promise((next) => setTimeout(next, 30));
      expect(textOf(part(widget, '#result-title'))).to.equal(said);
    });

    it('a defect of the page’s own resolver is told, and dead-ends nobody', async () => {
      const widget = finder(await mount(examples.empty));
      widget.postcodeResolver = {
        sendsTo: null,
        resolve: () => Promise.reject(new TypeError('no such index')),
      };
      const { error } = console;
      const logged: unknown[] = [];
      console.error = (...line: unknown[]) => logged.push(line);
      try {
        await widget.search('LE2 5TF');
      } finally {
        console.error = error;
      }
      await widget.updateComplete;
      expect(stateOf(widget)).to.equal('failed');
      expect(textOf(part(widget, '.result'))).to.contain('See all Maths Hubs at NCETM');
      expect(logged.length).to.equal(1);
    });
  });

  describe('this site’s own hub', () => {
    it('is told to be ours', async () => {
      const widget = await reach(examples.ours);
      expect(textOf(part(widget, '.result [part="notice"]'))).to.equal('You are in our area.');
    });

    it('is told not to be, or perhaps to be', async () => {
      const widget = await reach(examples.ours);
      await widget.search('Hackney');
      await widget.updateComplete;
      expect(textOf(part(widget, '.result [part="notice"]'))).to.contain('East Midlands South Maths Hub');
      widget.hub = 'cheshire-and-wirral';
      await widget.search('Warrington');
      await widget.updateComplete;
      const could = widget.result?.hubs.some(({ hub }) => hub.id === 'cheshire-and-wirral');
      const notice = widget.shadowRoot?.querySelector('.result [part="notice"]');
      expect(notice ? textOf(notice) : '').to.equal(
        could ? 'You may be in our area: Cheshire and Wirral Maths Hub is one of the hubs below.' : '',
      );
    });

    it('may state its own details, and wins', async () => {
      const widget = await reach(examples.ownFile);
      const text = textOf(part(widget, '.result'));
      expect(text).to.contain('hub@example.org').and.to.contain('The hub says so itself.');
      expect(text).to.contain('You are in our area.');
    });

    it('with a file that cannot be read says so to the editor, and still answers', async () => {
      const root = await mount({
        html: '<mh-find-a-hub resolver="none" hub-src="data:application/json,{}"></mh-find-a-hub>',
      });
      const widget = finder(root);
      await widget.search('Rutland');
      await widget.updateComplete;
      expect(stateOf(widget)).to.equal('one');
      expect(textOf(part(widget, 'details.where'))).to.contain('maths-hubs-hub/1');
    });
  });

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

  it('tells the page and the other widgets', async () => {
    const seen: (string | undefined)[] = [];
    const root = await mount(examples.private);
    root.addEventListener('mh-hub-found', ({ hub, result }) => seen.push(hub ?? result.answer));
    const widget = finder(root);
    await widget.search('Rutland');
    expect(pageSettings().value.foundHub).to.equal('east-midlands-south');
    await widget.search('Warrington');
    expect(pageSettings().value.foundHub).to.equal(undefined);
    await widget.search('Cymru');
    expect(seen).to.deep.equal(['east-midlands-south', 'several']);
  });

  it('criterion 18: nothing scrolls sideways at 320 px, and targets are large enough', async () => {
    await setViewport({ width: 320, height: 800 });
    for (const example of [examples.found, examples.question, examples.typing]) {
      const root = await mount({
        ...example,
        html: `<div style="inline-size: 288px">${example.html}</div>`,
      });
      const widget = finder(root);
      await until(() => stateOf(widget) === example.state);
      expect(widget.scrollWidth).to.be.at.most(288);
      for (const target of widget.shadowRoot?.querySelectorAll('button, [role="option"], summary') ?? []) {
        const { width, height } = target.getBoundingClientRect();
        if (height === 0) continue;
        expect(height, textOf(target)).to.be.at.least(44);
        expect(width, textOf(target)).to.be.at.least(44);
      }
      unmountAll();
    }
    await setViewport({ width: 1024, height: 768 });
  });

  it('shows its suggestions whole, at 320 px and in a short box that scrolls', async () => {
    await setViewport({ width: 320, height: 480 });
    for (const box of ['inline-size: 288px', 'inline-size: 288px; block-size: 260px; overflow: auto']) {
      const root = await mount({
        ...examples.typing,
        html: `<div class="short" style="${box}">${examples.typing.html}</div>`,
      });
      const widget = finder(root);
      await until(() => stateOf(widget) === examples.typing.state);
      const list = part(widget, '[role="listbox"]');
      const field = part(widget, '#query');
      const { left, right } = list.getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(320);
      // Below the field and not over it, and every suggestion can be scrolled to within what is around it.
      expect(list.getBoundingClientRect().top).to.be.at.least(field.getBoundingClientRect().bottom - 1);
      const options = [...list.querySelectorAll('[role="option"]')];
      expect(options.length).to.be.greaterThan(1);
      for (const option of options) {
        option.scrollIntoView({ block: 'nearest' });
        const { top, bottom, height } = option.getBoundingClientRect();
        const around = root.querySelector('.short')!.getBoundingClientRect();
        const ceiling = Math.max(0, around.top);
        const floor = box.includes('overflow') ? Math.min(innerHeight, around.bottom) : innerHeight;
        expect(height).to.be.greaterThan(0);
        expect(top, textOf(option)).to.be.at.least(ceiling - 1);
        expect(bottom, textOf(option)).to.be.at.most(floor + 1);
      }
      unmountAll();
    }
    await setViewport({ width: 1024, height: 768 });
  });

  it('criterion 19: west stays on the left of a page that runs right to left', async () => {
    const widget = await reach(examples.rightToLeft);
    const left = (hub: string): number => part(widget, `[data-hub="${hub}"]`).getBoundingClientRect().left;
    expect(left('code')).to.be.lessThan(left('kent-and-medway'));
  });
});
