import { expect } from '@open-wc/testing';
import {
  DRAFT,
  OLD_DRAFT,
  serve,
  received,
  ANSWERS,
  named,
  press,
  type,
  fill,
  walkTo,
  mounted,
  draft,
  withForm,
} from '../../../../test/support/apply-form.js';
import { textOf, unmountAll, until } from '../../../../test/support/elements.js';
import { intakeForm } from './examples.js';
import './define.js';

describe('apply form', () => {
  withForm();

  describe('draft', () => {
    it('criterion 11: is kept only where the person says so, comes back, and goes on request', async () => {
      const first = await mounted();
      fill(first, ANSWERS);
      expect(localStorage.length).to.equal(0);
      first.querySelector<HTMLInputElement>('.keep input')!.click();
      expect(draft()?.answers).to.include({ schoolName: 'Hill Top Primary' });
      await walkTo(first, 'you');
      type(first, 'name', 'Half');
      unmountAll();
      const second = await mounted();
      expect(named(second, 'schoolName').value).to.equal('Hill Top Primary');
      expect(textOf(second)).to.contain('the draft that you kept on this device');
      await walkTo(second, 'you', {});
      expect(named(second, 'name').value).to.equal('Half');
      press(second, 'Delete the draft');
      await second.updateComplete;
      expect(localStorage.length).to.equal(0);
      expect(named(second, 'schoolName').value).to.equal('');
    });

    it('goes when it is sent', async () => {
      serve(received);
      const widget = await mounted();
      widget.querySelector<HTMLInputElement>('.keep input')!.click();
      await walkTo(widget, 'check');
      expect(draft()?.agreed).to.equal(true);
      press(widget, 'Send application');
      await until(() => widget.querySelector('.receipt'));
      expect(localStorage.length).to.equal(0);
    });

    it('goes after 30 days', async () => {
      const widget = await mounted();
      widget.querySelector<HTMLInputElement>('.keep input')!.click();
      fill(widget, ANSWERS);
      const old = { ...draft()!, savedAt: new Date(Date.now() - 31 * 86_400_000).toISOString() };
      unmountAll();
      localStorage.setItem(DRAFT, JSON.stringify(old));
      const later = await mounted();
      expect(named(later, 'schoolName').value).to.equal('');
      expect(localStorage.length).to.equal(0);
    });

    /** The example's form with other attributes of its own. */
    const formWith = (attributes: string): string =>
      intakeForm.replace('<mh-apply-form', `<mh-apply-form ${attributes}`);
    const keepIn = async (html: string, schoolName: string): Promise<void> => {
      const widget = await mounted(html);
      fill(widget, { schoolName });
      widget.querySelector<HTMLInputElement>('.keep input')!.click();
      type(widget, 'schoolName', schoolName);
      unmountAll();
    };
    const nameIn = async (html: string): Promise<string> => {
      const { value } = named(await mounted(html), 'schoolName');
      unmountAll();
      return value;
    };

    it('is one form’s: two forms of a hub for two phases, years or schools do not share it', async () => {
      const forms = [
        intakeForm,
        formWith('phase="development"'),
        formWith('phase="embedding"'),
        formWith('urn="123456"'),
        formWith('urn="654321"'),
        intakeForm.replace('edition="2024/25"', 'edition="2020/21"'),
      ];
      for (const [index, html] of forms.entries()) await keepIn(html, `School ${index}`);
      for (const [index, html] of forms.entries()) expect(await nameIn(html)).to.equal(`School ${index}`);
    });

    it('that was kept under the hub alone comes back, in the form that it was begun in', async () => {
      await keepIn(intakeForm, 'Old Draft Primary');
      const old = { ...draft()!, answers: { ...draft()!.answers, phase: 'development' } };
      localStorage.clear();
      localStorage.setItem(OLD_DRAFT, JSON.stringify(old));
      expect(await nameIn(formWith('phase="embedding"'))).to.equal('');
      expect(await nameIn(formWith('phase="development"'))).to.equal('Old Draft Primary');
      expect(localStorage.getItem(OLD_DRAFT)).to.equal(null);
      expect(await nameIn(formWith('phase="development"'))).to.equal('Old Draft Primary');
    });

    it('for other terms withdraws the agreement and says so', async () => {
      const widget = await mounted();
      widget.querySelector<HTMLInputElement>('.keep input')!.click();
      await walkTo(widget, 'check');
      const old = { ...draft()!, edition: { schoolYear: '2024/25', version: 'before' } };
      unmountAll();
      localStorage.setItem(DRAFT, JSON.stringify(old));
      const later = await mounted();
      expect(textOf(later)).to.contain('The form has changed since then');
      await walkTo(later, 'agreement', {});
      expect(named(later, 'agreement').checked).to.equal(false);
    });
  });
});
