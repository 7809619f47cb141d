import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { mount, part, textOf, until } from '../../../../test/support/elements.js';
import {
  finder,
  stateOf,
  input,
  options,
  focused,
  reach,
  type,
  forgetFinders,
} from '../../../../test/support/find-a-hub.js';
import { examples } from './examples.js';
import './define.js';

describe('find a hub', () => {
  forgetFinders();

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
});
