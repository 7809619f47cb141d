import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Application, Draft } from '@maths-hubs/sdk/applications';
import { loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import {
  expectAccessible,
  forgetSteps,
  mount,
  textOf,
  unmountAll,
  until,
} from '../../../../test/support/elements.js';
import { pageSettings } from '../foundation/settings-store.js';
import type { ApplyForm } from './apply-form.js';
import { config, examples, intakeForm, plainForm } from './examples.js';
import { copyOf } from './save-copy.js';
import './define.js';

interface Sent {
  readonly application: Application & { readonly guard?: { readonly leaveEmpty?: string } };
  readonly key: string;
}

const realFetch = globalThis.fetch;
const DRAFT = 'mh-apply:example-hub:2024/25';
/** As drafts were kept when a hub had one form. */
const OLD_DRAFT = 'mh-apply:example-hub';
const RECEIVED = { reference: 'MH-11111-22222', receivedAt: '2026-11-22T10:00:00.000Z' };

/** Answers in place of the service, in turn; the last answer stays. */
function serve(...answers: readonly (() => Response)[]): Sent[] {
  const sent: Sent[] = [];
  globalThis.fetch = async (_, init) => {
    const headers = new Headers(init?.headers);
    sent.push({ application: JSON.parse(String(init?.body)), key: headers.get('idempotency-key') ?? '' });
    return (answers[sent.length - 1] ?? answers.at(-1))!();
  };
  return sent;
}

const received = (): Response => Response.json(RECEIVED, { status: 201 });
const lost = (): Response => {
  throw new TypeError('Failed to fetch');
};

const ANSWERS: Readonly<Record<string, string>> = {
  schoolName: 'Hill Top Primary',
  postcode: 'le11aa',
  phase: 'development',
  name: 'A Teacher',
  email: 'a.teacher@school.example',
  agreement: 'yes',
  'readiness.leaders': 'partly',
};

const formOf = (root: ParentNode): ApplyForm => root.querySelector('mh-apply-form')!;
const box = (widget: ApplyForm): HTMLFormElement => widget.querySelector('.mh-apply-form form')!;
const named = (widget: ApplyForm, name: string): HTMLInputElement =>
  box(widget).querySelector(`input[name="${name}"]`)!;
const press = (widget: ApplyForm, label: string): void => {
  const button = [...widget.querySelectorAll('button')].find((each) => textOf(each) === label);
  if (!button) throw new Error(`No button ${label}`);
  button.click();
};

function type(widget: ApplyForm, name: string, value: string): void {
  const input = named(widget, name);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

function fill(widget: ApplyForm, answers: Readonly<Record<string, string>>): void {
  for (const control of box(widget).querySelectorAll('input')) {
    const answer = answers[control.name];
    if (answer === undefined) continue;
    if (control.type === 'radio' || control.type === 'checkbox') {
      if (control.value === answer && !control.checked) control.click();
    } else type(widget, control.name, answer);
  }
}

/** Fills in each step and leaves it, until the form is on this one. */
async function walkTo(widget: ApplyForm, step: string, answers = ANSWERS): Promise<void> {
  for (let turn = 0; widget.at !== step; turn += 1) {
    if (turn > 8) throw new Error(`Never came to ${step}; is on ${widget.at}: ${textOf(widget)}`);
    const before = widget.at;
    fill(widget, answers);
    press(widget, 'Continue');
    await until(() => widget.at !== before).catch(() => {
      throw new Error(`Stays on ${before}: ${textOf(widget.querySelector('#error-summary'))}`);
    });
    await widget.updateComplete;
  }
}

async function leave(widget: ApplyForm): Promise<void> {
  press(widget, 'Continue');
  await until(() => widget.querySelector('#error-summary'));
}

async function mounted(html = intakeForm): Promise<ApplyForm> {
  const widget = formOf(await mount({ html }));
  await until(() => widget.at);
  await widget.updateComplete;
  return widget;
}

const draft = (): Draft | null => JSON.parse(localStorage.getItem(DRAFT) ?? 'null') as Draft | null;

describe('apply form', () => {
  // A day in the year of the example's terms, so that one may apply.
  beforeEach(() => pageSettings().update({ today: '2025-01-15' }));

  afterEach(async () => {
    unmountAll();
    await forgetSteps();
    localStorage.clear();
    globalThis.fetch = realFetch;
    pageSettings().update({
      schoolIdentity: undefined,
      school: undefined,
      phase: undefined,
      today: undefined,
      foundHub: undefined,
      wording: undefined,
    });
  });

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

  describe('sending', () => {
    it('criterion 9: happens once however often the button is pressed, and ends in a receipt', async () => {
      const sent = serve(received);
      const widget = await mounted();
      const events: string[] = [];
      widget.addEventListener('mh-apply-submitted', ({ via, kind, reference }) =>
        events.push(`${via} ${kind} ${reference}`),
      );
      await walkTo(widget, 'check');
      box(widget).requestSubmit();
      box(widget).requestSubmit();
      press(widget, 'Send application');
      await until(() => widget.querySelector('.receipt'));
      expect(sent.length).to.equal(1);
      expect(events).to.deep.equal(['intake application MH-11111-22222']);
      await until(() => textOf(document.activeElement) === 'Application received');
      await until(() => textOf(widget.querySelector('[role=status]')) === 'Application received');
      expect(widget.querySelector<HTMLElement>('.reference')?.translate).to.equal(false);
      expect(textOf(widget.querySelector('.receipt')))
        .to.contain('MH-11111-22222')
        .and.to.contain('22 November 2026')
        .and.to.contain('a.teacher@school.example')
        .and.not.to.contain('{');
      expect(sent[0]?.application.guard?.leaveEmpty).to.equal('');
    });

    it('criterion 10: loses nothing when the service is away, and sends the same key again', async () => {
      const sent = serve(lost, lost, lost, received);
      const widget = await mounted();
      const failed: string[] = [];
      widget.addEventListener('mh-apply-failed', ({ result }) => failed.push(result.outcome));
      await walkTo(widget, 'check');
      press(widget, 'Send application');
      await until(() => textOf(widget).includes('Not sent yet'));
      await until(() => document.activeElement?.id === 'error-summary');
      expect(failed).to.deep.equal(['unreachable']);
      expect(textOf(widget.querySelector('.answers'))).to.contain('Hill Top Primary');
      expect([...widget.querySelectorAll('button')].map(textOf)).to.include.members(['Save a copy', 'Print']);
      press(widget, 'Try again');
      await until(() => widget.querySelector('.receipt'));
      expect(new Set(sent.map(({ key }) => key)).size).to.equal(1);
    });

    it('tells what the service will not take, with the reference of an earlier one', async () => {
      serve(() =>
        Response.json({ code: 'key-reused', message: 'Sent already.', reference: 'MH-1' }, { status: 409 }),
      );
      const widget = await mounted();
      await walkTo(widget, 'check');
      press(widget, 'Send application');
      await until(() => textOf(widget).includes('Not sent yet'));
      expect(textOf(widget.querySelector('#error-summary')))
        .to.contain('Sent already.')
        .and.to.contain('MH-1');
    });

    it('empties, on the person’s own retry, the field that a password manager filled in unseen', async () => {
      const sent = serve(
        () => Response.json({ code: 'looks-automatic', message: 'no', errors: [] }, { status: 422 }),
        received,
      );
      const widget = await mounted();
      await walkTo(widget, 'check');
      named(widget, 'leaveEmpty').value = 'filled';
      press(widget, 'Send application');
      await until(() => widget.querySelector('#error-summary'));
      expect(sent[0]?.application.guard?.leaveEmpty).to.equal('filled');
      expect(textOf(widget.querySelector('#error-summary'))).to.contain('Your browser filled in a field');
      press(widget, 'Try again');
      await until(() => widget.querySelector('.receipt'));
      expect(sent[1]?.application.guard?.leaveEmpty).to.equal('');
      expect(sent[1]?.key).to.equal(sent[0]?.key);
    });

    it('tells a service that refuses this page from one that does not answer, and how else to reach the hub', async () => {
      const contact = { email: 'hub@example.org', telephone: '0113 496 0000' };
      for (const [answers, words] of [
        [true, 'does not take applications from this page'],
        [false, 'did not answer'],
      ] as const) {
        const widget = await mounted();
        widget.config = { ...config, contact };
        globalThis.fetch = async (_, init) => {
          if (init?.mode !== 'no-cors' || !answers) return lost();
          const response = Response.error();
          Object.defineProperty(response, 'type', { value: 'opaque' });
          return response;
        };
        await walkTo(widget, 'check');
        press(widget, 'Send application');
        await until(() => widget.querySelector('#error-summary'));
        const said = textOf(widget.querySelector('#error-summary'));
        expect(said).to.contain(words).and.to.contain('hub@example.org').and.to.contain('0113 496 0000');
        unmountAll();
      }
    });

    it('leads to the school’s own page where the service gives its secret address, and to no other kind of address', async () => {
      for (const [receipt, shown] of [
        ['https://apply.example/desk/school/MH-11111-22222/secret', true],
        [undefined, false],
        ['javascript:alert(1)', false],
      ] as const) {
        serve(() => new Response(JSON.stringify({ ...RECEIVED, receipt }), { status: 201 }));
        const widget = await mounted();
        await walkTo(widget, 'check');
        press(widget, 'Send application');
        await until(() => widget.querySelector('.receipt'));
        const link = widget.querySelector('.receipt a[href]');
        expect(link?.getAttribute('href') ?? null).to.equal(shown ? receipt : null);
        unmountAll();
      }
    });

    it('offers the receipt as a letter to oneself', async () => {
      serve(received);
      const widget = await mounted();
      await walkTo(widget, 'check');
      press(widget, 'Send application');
      await until(() => widget.querySelector('.receipt'));
      const letter = new URL(widget.querySelector<HTMLAnchorElement>('a[href^="mailto:"]')!.href);
      expect(letter.pathname).to.equal('a.teacher@school.example');
      expect(letter.searchParams.get('body')).to.contain(RECEIVED.reference);
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

  it('says where one applies, for a year whose sources say it, and nothing of it for another', async () => {
    pageSettings().update({ today: '2020-10-01' });
    const year = (edition: string) => intakeForm.replace('edition="2024/25"', `edition="${edition}"`);
    expect(textOf(await mounted(year('2020/21')))).to.contain(
      "Where to apply: on the NCETM's recruitment page: ncetm.org.uk/masteryrecruitment; through the hub.",
    );
    expect(textOf(await mounted(year('2024/25')))).not.to.contain('Where to apply');
  });

  describe('where it goes', () => {
    it("criterion 13: to the hub's own form: shown first, encoded, and nothing is fetched", async () => {
      const sent = serve(received);
      const widget = await mounted(examples.link.html);
      await walkTo(widget, 'check', { urn: '123456', schoolName: 'A & B=C' });
      expect(textOf(widget)).to.contain('What will be passed on').and.to.contain('docs.google.com');
      expect([...widget.querySelectorAll('.answers dt')].map(textOf)).to.deep.equal([
        'School name',
        'Unique reference number (URN)',
        'Which phase are you applying for?',
      ]);
      const href = widget.querySelector<HTMLAnchorElement>('a.button')!.href;
      expect(new URL(href).searchParams.get('entry.1')).to.equal('A & B=C');
      expect(new URL(href).searchParams.get('entry.3')).to.contain('Development');
      expect(sent.length).to.equal(0);
    });

    it('to no address that could run script', async () => {
      const widget = await mounted(
        '<mh-apply-form edition="2024/25" href="javascript:alert({schoolName})"></mh-apply-form>',
      );
      await walkTo(widget, 'check');
      expect(widget.querySelector('a.button')).to.equal(null);
    });

    it('and drops the draft when they have gone on', async () => {
      const widget = await mounted(examples.mail.html);
      widget.querySelector<HTMLInputElement>('.keep input')!.click();
      await walkTo(widget, 'check');
      expect(localStorage.length).to.equal(1);
      const link = widget.querySelector<HTMLAnchorElement>('a.button')!;
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
      await widget.updateComplete;
      expect(localStorage.length).to.equal(0);
      expect(widget.querySelector<HTMLInputElement>('.keep input')!.checked).to.equal(false);
    });

    it('into a letter', async () => {
      const widget = await mounted(examples.mail.html);
      await walkTo(widget, 'check');
      const { protocol, pathname, searchParams } = new URL(
        widget.querySelector<HTMLAnchorElement>('a.button')!.href,
      );
      expect([protocol, pathname]).to.deep.equal(['mailto:', 'hub@example.org']);
      expect(searchParams.get('body'))
        .to.contain('School name: Hill Top Primary')
        .and.to.contain('every half-term');
    });
  });

  describe('a hub that takes no applications', () => {
    it('takes names once the year of the terms is over, for the year that the hub says', async () => {
      pageSettings().update({ today: '2026-11-25' });
      const sent = serve(received);
      const widget = await mounted();
      widget.config = { ...config, nextYear: '2027/28' };
      await until(() => textOf(widget).includes('Register your interest in 2027/28'));
      expect(textOf(widget)).to.contain('The terms of 2024/25 are over');
      await walkTo(widget, 'check');
      press(widget, 'Register interest');
      await until(() => widget.querySelector('.receipt'));
      expect(sent[0]?.application).to.include({ kind: 'interest', agreement: null });
    });

    it('takes names: no teachers, no agreement', async () => {
      const sent = serve(received);
      const widget = await mounted(examples.interest.html);
      await walkTo(widget, 'check');
      expect(textOf(widget)).to.contain('Register your interest with Example Maths Hub');
      press(widget, 'Register interest');
      await until(() => widget.querySelector('.receipt'));
      expect(sent[0]?.application.kind).to.equal('interest');
      expect(sent[0]?.application.agreement).to.equal(null);
    });

    it("is told from the hub's own edition, by its window", async () => {
      const national = await loadEdition('2024/25');
      const edition: Edition = {
        ...national,
        hub: 'example-hub',
        recruitment: [
          {
            id: 'w',
            phases: [],
            opens: '2024-09-02',
            closes: '2024-10-01',
            note: '',
            source: [],
            basis: 'hub',
          },
        ],
      };
      for (const [today, kind] of [
        ['2024-09-10', 'Apply to'],
        ['2024-10-02', 'Register your interest'],
      ] as const) {
        pageSettings().update({ today });
        const root = await mount({
          html: intakeForm,
          setup: (each) => {
            formOf(each).data = edition;
          },
        });
        await until(() => formOf(root).at);
        await formOf(root).updateComplete;
        expect(textOf(formOf(root))).to.contain(kind);
        unmountAll();
      }
    });
  });

  describe('the plain form between the tags', () => {
    it('gives way to the steps, with what was already written in it', async () => {
      const root = await mount({
        html: intakeForm,
        setup: (each) => {
          const early = each.querySelector<HTMLInputElement>('form [name=schoolName]');
          if (early) early.value = 'Early Primary';
        },
      });
      await until(() => formOf(root).at);
      await formOf(root).updateComplete;
      expect(document.querySelectorAll('mh-apply-form form').length).to.equal(1);
      expect(named(formOf(root), 'schoolName').value).to.equal('Early Primary');
    });

    it('criterion 14: stays where the steps cannot be drawn', async () => {
      for (const example of [examples.notSetUp, examples.unknownYear, examples.noPhases]) {
        const root = await mount(example);
        await until(() => root.querySelector('.mh-apply-form .notice'));
        const plain = root.querySelector<HTMLFormElement>('mh-apply-form > form')!;
        expect(plain.method).to.equal('post');
        expect(new URL(plain.action).pathname).to.equal('/intake/applications');
        unmountAll();
      }
    });

    it('tells the editor what the JSON lacks', async () => {
      const faulty = `<mh-apply-form hub="h" edition="2024/25" action="/a"><script type="application/json">{"fields":{"trn":{}},"notice":{"version":"1","text":"t"}}</script>${plainForm}</mh-apply-form>`;
      const root = await mount({ html: faulty });
      await until(() => root.querySelector('.problem'));
      expect(textOf(root.querySelector('.problem'))).to.contain('fields.trn.purpose');
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
