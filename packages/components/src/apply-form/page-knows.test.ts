import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  serve,
  received,
  box,
  named,
  press,
  type,
  walkTo,
  mounted,
  withForm,
} from '../../../../test/support/apply-form.js';
import { textOf, until } from '../../../../test/support/elements.js';
import { pageSettings } from '../foundation/settings-store.js';
import { intakeForm } from './examples.js';
import './define.js';

describe('apply form', () => {
  withForm();

  describe('what the page knows', () => {
    it('is filled in, and never over what the person wrote', async () => {
      pageSettings().update({
        schoolIdentity: { name: 'Known Primary', urn: '123456', postcode: 'LE1 1AA' },
        school: { readiness: 'done', development: 'never' },
        phase: 'development',
      });
      const widget = await mounted();
      expect(textOf(widget.querySelector('.picked')))
        .to.contain('Known Primary')
        .and.to.contain('URN 123456');
      expect(box(widget).querySelector('[name=schoolName], [name=pastPhases]')).to.equal(null);
      expect(textOf(widget)).to.contain('what you told us earlier');
      press(widget, 'Not this school? Change it');
      await until(() => (document.activeElement as HTMLInputElement | null)?.name === 'schoolName');
      expect(named(widget, 'schoolName').value).to.equal('Known Primary');
      type(widget, 'schoolName', 'Mine');
      type(widget, 'urn', '');
      pageSettings().update({
        schoolIdentity: { name: 'Third Primary', urn: '654321', postcode: 'LE1 1AB' },
      });
      await widget.updateComplete;
      expect(named(widget, 'schoolName').value).to.equal('Mine');
      expect(named(widget, 'urn').value).to.equal('');
      const chosen = [...box(widget).querySelectorAll<HTMLInputElement>(':checked')];
      expect(chosen.map(({ name, value }) => `${name} ${value}`)).to.deep.equal([
        'phase development',
        'pastPhases readiness',
      ]);
    });

    it('comes from a GIAS row too', async () => {
      const widget = await mounted();
      widget.school = { name: 'Row Primary', urn: '100000', postcode: 'LE1 1AA' };
      await until(() => textOf(widget.querySelector('.picked')).includes('Row Primary'));
      expect(textOf(widget.querySelector('.picked'))).to.contain('URN 100000');
    });

    it('is found by name in a school index, and confirmed by name and place', async () => {
      const files: Record<string, unknown> = {
        '/schools/manifest.json': {
          format: 'maths-hubs-schools/1',
          outcodes: 'LE1',
          names: 'HIL hil',
          authorities: { 856: 'Leicester' },
          types: {},
        },
      };
      const row = ['123456', 'Hill Top Primary', 'LE1 1AA', 'Leicester', '856', null, null, null, 1, 4, 11];
      globalThis.fetch = async (url) => {
        const path = String(url);
        if (path.includes('name-')) return Response.json([row]);
        return path in files ? Response.json(files[path]) : new Response('', { status: 404 });
      };
      const widget = await mounted(intakeForm.replace('action=', 'school-index="/schools" action='));
      const search = box(widget).querySelector<HTMLInputElement>('input[type=search]')!;
      search.focus();
      search.value = 'hill top';
      search.dispatchEvent(new Event('input', { bubbles: true }));
      // An input method's own Enter, as most browsers send it and as Safari does.
      for (const own of [{ isComposing: true }, { keyCode: 229 }]) {
        const key = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...own });
        expect(search.dispatchEvent(key), 'is left to the input method').to.equal(true);
      }
      await sendKeys({ press: 'Enter' });
      await until(() => widget.querySelector('.found button'));
      expect(widget.at).to.equal('school');
      press(widget, 'Hill Top Primary, Leicester, LE1 1AA');
      await until(() => textOf(widget.querySelector('.picked')).includes('URN 123456'));
      expect(textOf(widget.querySelector('.picked'))).to.contain('LE1 1AA');
      pageSettings().update({
        schoolIdentity: { name: 'Other Primary', urn: '654321', postcode: 'LE1 1AB' },
      });
      await until(() => textOf(widget.querySelector('.picked')).includes('Other Primary'));
    });
  });

  describe('the browser', () => {
    const travel = async (by: number): Promise<void> => {
      const before = JSON.stringify(history.state);
      history.go(by);
      await until(() => JSON.stringify(history.state) !== before);
    };

    it('criterion 19: goes back and on through the steps with Back and Forward; the address stays', async () => {
      const address = location.href;
      const widget = await mounted();
      await walkTo(widget, 'check');
      await travel(-1);
      await until(() => widget.at === 'agreement');
      await travel(-2);
      await until(() => widget.at === 'school');
      await widget.updateComplete;
      expect(named(widget, 'schoolName').value).to.equal('Hill Top Primary');
      await travel(3);
      await until(() => widget.at === 'check');
      expect(location.href).to.equal(address);
    });

    it('asks before answers are lost, and only then', async () => {
      const asks = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
      const widget = await mounted();
      expect(asks()).to.equal(false);
      type(widget, 'schoolName', 'Hill Top');
      await until(asks);
      serve(received);
      await walkTo(widget, 'check');
      press(widget, 'Send application');
      await until(() => widget.querySelector('.receipt'));
      expect(asks()).to.equal(false);
    });
  });
});
