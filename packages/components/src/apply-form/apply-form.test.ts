import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Application } from '@maths-hubs/sdk/applications';
import {
  serve,
  received,
  ANSWERS,
  formOf,
  named,
  press,
  type,
  fill,
  walkTo,
  leave,
  mounted,
  withForm,
} from '../../../../test/support/apply-form.js';
import { expectAccessible, mount, textOf, until } from '../../../../test/support/elements.js';
import { config, examples, intakeForm } from './examples.js';
import { copyOf } from './save-copy.js';
import './define.js';

describe('apply form', () => {
  withForm();

  describe('criterion 12: axe finds nothing in', () => {
    const arrived: Readonly<Partial<Record<keyof typeof examples, string>>> = {
      faults: '#error-summary',
      place: '[name=phase]',
      readiness: '[name="readiness.leaders"]',
      agreement: '.commitments',
      check: '.answers',
      link: '.answers',
      mail: '.answers',
      notSetUp: '.problem',
      unknownYear: '.problem',
      noPhases: '.notice',
    };
    for (const [key, example] of Object.entries(examples))
      it(example.name, async () => {
        const root = await mount(example);
        const wanted = arrived[key as keyof typeof examples] ?? '[name=schoolName]';
        await until(() => formOf(root).querySelector(`.mh-apply-form ${wanted}`));
        await formOf(root).updateComplete;
        await expectAccessible(root);
      });

    it('the receipt, and what could not be sent', async () => {
      serve(() => new Response('', { status: 400 }), received);
      const widget = await mounted();
      await walkTo(widget, 'check');
      press(widget, 'Send application');
      await until(() => textOf(widget).includes('Not sent yet'));
      await expectAccessible(widget);
      press(widget, 'Try again');
      await until(() => widget.querySelector('.receipt'));
      await expectAccessible(widget);
    });
  });

  describe('fields', () => {
    it('criterion 1: stand in the page itself, in one form, each with a name, a label and an autofill token', async () => {
      const widget = await mounted();
      // Where a server drew it there is one, in which nothing stands but the place for what is in the page.
      expect(
        [...(widget.shadowRoot?.querySelectorAll('*') ?? [])].map(({ localName }) => localName),
      ).to.have.members(widget.shadowRoot ? ['slot'] : []);
      const tokens: Record<string, string> = {};
      for (const step of ['school', 'you', 'agreement']) {
        await walkTo(widget, step);
        const [form, ...others] = [...document.forms].filter((each) => widget.contains(each));
        expect(others).to.deep.equal([]);
        for (const control of form!.querySelectorAll('input')) {
          expect(control.getRootNode()).to.equal(document);
          expect(control.form).to.equal(form);
          expect(control.name, control.id).to.not.equal('');
          expect(textOf(control.labels?.[0]), control.name).to.not.equal('');
          if (control.type !== 'radio' && control.type !== 'checkbox')
            tokens[control.name] = control.getAttribute('autocomplete') ?? '';
        }
      }
      expect(tokens).to.deep.equal({
        leaveEmpty: 'off',
        schoolName: 'organization',
        urn: 'off',
        postcode: 'postal-code',
        name: 'name',
        role: 'organization-title',
        email: 'email',
        phone: 'tel',
        teacher1Role: 'off',
        teacher2Role: 'off',
      });
    });

    it('criterion 2: are taken as the browser filled them in, even where it tells nobody', async () => {
      const sent = serve(received);
      const widget = await mounted();
      await walkTo(widget, 'you');
      named(widget, 'name').value = 'Filled By Browser';
      named(widget, 'email').value = 'filled@school.example';
      press(widget, 'Continue');
      await until(() => widget.at === 'agreement');
      await walkTo(widget, 'check', { agreement: 'yes' });
      press(widget, 'Send application');
      await until(() => sent.length === 1);
      expect(sent[0]?.application.answers).to.include({
        name: 'Filled By Browser',
        email: 'filled@school.example',
      });
    });

    it('say why a number is asked for, or what only this hub asks; nobody asks why of a name', async () => {
      const widget = await mounted();
      const why = (name: string): string =>
        textOf(named(widget, name).closest('.field')?.querySelector('.why') ?? null);
      expect(why('urn')).to.match(/^Why we ask: \w/);
      expect(why('schoolName')).to.equal('');
      await walkTo(widget, 'you');
      expect(why('phone')).to.match(/^Why we ask: \w/);
      expect(why('name') + why('email')).to.equal('');
      expect(textOf(named(widget, 'phone').closest('.field'))).to.contain('(optional)');
    });
  });

  describe('faults', () => {
    it('criterion 3: are told on leaving a step, not while typing, in the order of the fields, with focus', async () => {
      const widget = await mounted();
      type(widget, 'urn', 'x');
      await widget.updateComplete;
      expect(widget.querySelector('.error')).to.equal(null);
      await leave(widget);
      await until(() => document.activeElement?.id === 'error-summary');
      const links = [...widget.querySelectorAll<HTMLAnchorElement>('#error-summary a')];
      expect(links.map(textOf)).to.deep.equal([
        'Enter the name of your school',
        'Enter a URN of five or six digits, like 123456',
        "Enter your school's postcode",
        'Select the phase you are applying for',
      ]);
      links[1]!.click();
      expect(document.activeElement).to.equal(named(widget, 'urn'));
      const described = named(widget, 'urn').getAttribute('aria-describedby')!.split(' ');
      expect(described.map((id) => textOf(document.getElementById(id))).join(' ')).to.contain(
        'Error: Enter a URN',
      );
      expect(named(widget, 'urn').getAttribute('aria-invalid')).to.equal('true');
    });

    it('criterion 4: go when they are put right; answers stay', async () => {
      const widget = await mounted();
      await leave(widget);
      await walkTo(widget, 'you');
      expect(widget.querySelector('.error')).to.equal(null);
      press(widget, 'Back');
      await until(() => widget.at === 'school');
      await widget.updateComplete;
      expect(named(widget, 'schoolName').value).to.equal('Hill Top Primary');
    });

    it('of a phase not chosen, an e-mail address and an agreement not given are told in their step', async () => {
      const widget = await mounted();
      fill(widget, { ...ANSWERS, phase: '' });
      await leave(widget);
      expect(textOf(widget.querySelector('#error-summary'))).to.contain('Select the phase');
      await walkTo(widget, 'you');
      fill(widget, { email: 'nowhere' });
      await leave(widget);
      expect([...widget.querySelectorAll('#error-summary a')].map(textOf)).to.deep.equal([
        'Enter your full name',
        'Enter an e-mail address in the right form, like name@school.example',
      ]);
      await walkTo(widget, 'agreement', { ...ANSWERS, agreement: '' });
      await leave(widget);
      expect(textOf(widget.querySelector('#error-summary'))).to.contain('headteacher agrees');
      expect(widget.at).to.equal('agreement');
    });

    it('of an answer that is far too long are told, and nothing is cut off', async () => {
      const widget = await mounted();
      fill(widget, { ...ANSWERS, schoolName: 'x'.repeat(100_000) });
      await leave(widget);
      expect(textOf(widget.querySelector('#error-summary'))).to.contain('200 characters or fewer');
      expect(named(widget, 'schoolName').value.length).to.equal(100_000);
    });

    it('of the service lead to the field on its step', async () => {
      serve(() =>
        Response.json(
          { message: 'no', errors: [{ field: 'name', code: 'invalid', message: 'Enter another name' }] },
          { status: 422 },
        ),
      );
      const widget = await mounted();
      await walkTo(widget, 'check');
      press(widget, 'Send application');
      await until(() => widget.at === 'you');
      await until(() => document.activeElement?.id === 'error-summary');
      expect(textOf(widget.querySelector('#error-summary'))).to.contain('Enter another name');
    });
  });

  describe('steps', () => {
    it('criterion 5: Enter in a field leaves the step; focus goes to the heading of the next, and its place is announced', async () => {
      const widget = await mounted();
      const seen: string[] = [];
      widget.addEventListener('mh-apply-step', ({ step, of }) => seen.push(`${step} of ${of.length}`));
      fill(widget, ANSWERS);
      named(widget, 'schoolName').focus();
      await sendKeys({ press: 'Enter' });
      await until(() => widget.at === 'you');
      await until(() => textOf(document.activeElement) === 'About you');
      expect(seen).to.deep.equal(['you of 4']);
      expect(textOf(widget)).to.contain('Step 2 of 4');
      await until(() => textOf(widget.querySelector('[role=status]')) === 'Step 2 of 4: About you');
    });

    it('ask the self-assessment only for a phase that has one, and drop its answers with another phase', async () => {
      const sent = serve(received);
      const widget = await mounted();
      await walkTo(widget, 'agreement', { ...ANSWERS, phase: 'readiness' });
      await leave(widget);
      await walkTo(widget, 'check', { ...ANSWERS, phase: 'readiness' });
      expect(textOf(widget.querySelector('.answers'))).to.contain('In part');
      widget.querySelector<HTMLElement>('[aria-label^="Change: Which phase are"]')!.click();
      await until(() => widget.at === 'school');
      await until(() => (document.activeElement as HTMLInputElement | null)?.name === 'phase');
      fill(widget, { phase: 'development' });
      press(widget, 'Continue');
      await until(() => widget.at === 'agreement');
      await walkTo(widget, 'check');
      press(widget, 'Send application');
      await until(() => sent.length === 1);
      expect(sent[0]?.application.readiness).to.deep.equal({});
      expect(sent[0]?.application.agreement?.commitments.length).to.be.greaterThan(0);
    });

    it('criterion 6: an answer changed from the last page leads straight back to it', async () => {
      const widget = await mounted();
      await walkTo(widget, 'check');
      widget.querySelector<HTMLElement>('[aria-label="Change: School name"]')!.click();
      await until(() => widget.at === 'school');
      await widget.updateComplete;
      fill(widget, { schoolName: 'Other Primary' });
      press(widget, 'Continue');
      await until(() => widget.at === 'check');
      await widget.updateComplete;
      expect(textOf(widget.querySelector('.answers')))
        .to.contain('Other Primary')
        .and.to.contain('LE1 1AA');
    });

    it('criterion 7: the agreement lists what the edition holds, and names what it does not', async () => {
      const widget = await mounted();
      await walkTo(widget, 'agreement');
      const listed = [...widget.querySelectorAll('.commitments li')].map(textOf);
      expect(listed).to.include('The teachers attend every Work Group meeting, every half-term.');
      expect(textOf(widget)).to.contain('Not stated for 2024/25: Release time');
    });

    it('criterion 8: the notice is shown before anything is sent, and its version goes with it', async () => {
      const sent = serve(received);
      const widget = await mounted();
      await walkTo(widget, 'check');
      const notice = widget.querySelector('.privacy');
      expect(textOf(notice)).to.contain(config.notice.text).and.to.contain('public task');
      expect(notice?.querySelector('a')?.href).to.equal(config.notice.url);
      press(widget, 'Send application');
      await until(() => sent.length === 1);
      expect(sent[0]?.application.notice.version).to.equal('2026-09');
      expect(Date.parse(sent[0]?.application.notice.shownAt ?? '')).to.be.closeTo(Date.now(), 60_000);
    });
  });

  it('criterion 15: holds its looks against the page’s own style sheet', async () => {
    const sheet = document.createElement('style');
    sheet.textContent =
      'main input, main label { display: none; width: 3px; float: left; text-transform: uppercase } .mh-apply-form.mh-apply-form button { background: red; padding: 0 }';
    document.head.append(sheet);
    try {
      const widget = await mounted();
      const { display, float, textTransform } = getComputedStyle(named(widget, 'schoolName'));
      expect([float, textTransform]).to.deep.equal(['none', 'none']);
      expect(display).to.not.equal('none');
      expect(named(widget, 'schoolName').getBoundingClientRect().height).to.be.at.least(44);
      const button = widget.querySelector('button[type=submit]')!;
      expect(getComputedStyle(button).backgroundColor).to.not.equal('rgb(255, 0, 0)');
    } finally {
      sheet.remove();
    }
  });

  it('criterion 16: nothing scrolls sideways at 320 px, and what is pressed is 44 px high', async () => {
    const widget = await mounted(`<div style="width: 288px">${intakeForm}</div>`);
    for (const step of ['school', 'you', 'agreement', 'check']) {
      await walkTo(widget, step, { ...ANSWERS, email: `${'long'.repeat(12)}@primary-school.example` });
      expect(widget.scrollWidth, step).to.be.at.most(288);
      for (const button of widget.querySelectorAll('button'))
        expect(button.getBoundingClientRect().height, textOf(button)).to.be.at.least(43.9);
    }
  });

  it('renders what is typed as text, in every field, on every page and in the saved copy', async () => {
    const evil = '"><img src=x onerror="window.broken=1"><script>window.broken=1</script>';
    const sent = serve(received);
    const widget = await mounted();
    const answers = {
      ...ANSWERS,
      schoolName: evil,
      name: evil,
      role: evil,
      teacher1Role: evil,
      teacher2Role: evil,
    };
    await walkTo(widget, 'check', answers);
    expect(textOf(widget.querySelector('.answers')).split(evil).length).to.equal(6);
    press(widget, 'Send application');
    await until(() => widget.querySelector('.receipt'));
    expect(widget.querySelectorAll('.mh-apply-form :is(img, script)').length).to.equal(0);
    const line = { section: 'school', field: 'schoolName', label: evil, answer: evil } as const;
    const copy = copyOf(evil, [line], [evil], sent[0]!.application);
    const page = new DOMParser().parseFromString(copy, 'text/html');
    expect(page.querySelectorAll('img').length).to.equal(0);
    expect(page.querySelectorAll('script').length).to.equal(1);
    expect((JSON.parse(page.querySelector('script')!.textContent!) as Application).answers.name).to.equal(
      evil,
    );
    expect('broken' in window).to.equal(false);
  });

  it('criterion 17: fits the outline of its page', async () => {
    const widget = await mounted(intakeForm.replace('action=', 'heading-level="3" action='));
    await walkTo(widget, 'check');
    const levels = [...widget.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((each) => each.localName);
    expect(levels).to.deep.equal(['h3', 'h4', 'h5']);
  });
});
