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
import {
  finder,
  stateOf,
  input,
  focused,
  reach,
  forgetFinders,
} from '../../../../test/support/find-a-hub.js';
import { pageSettings } from '../foundation/settings-store.js';
import { examples, pretended } from './examples.js';
import './define.js';

describe('find a hub', () => {
  forgetFinders();

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
