import { sendKeys } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { loadEdition, type Edition } from '@maths-hubs/sdk/programme';
import {
  RECEIVED,
  serve,
  received,
  lost,
  formOf,
  box,
  named,
  press,
  walkTo,
  mounted,
  withForm,
} from '../../../../test/support/apply-form.js';
import { mount, textOf, unmountAll, until } from '../../../../test/support/elements.js';
import { pageSettings } from '../foundation/settings-store.js';
import { config, examples, intakeForm, plainForm } from './examples.js';
import './define.js';

describe('apply form', () => {
  withForm();

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

    it('gives way while somebody types in it, and the next letter is in the same field', async () => {
      const root = await mount({
        html: intakeForm,
        setup: (each) => {
          const early = each.querySelector<HTMLInputElement>('form [name=schoolName]')!;
          early.value = 'St Exam';
          early.focus();
        },
      });
      await until(() => formOf(root).at);
      await formOf(root).updateComplete;
      await sendKeys({ type: 'ple' });
      expect(document.activeElement).to.equal(named(formOf(root), 'schoolName'));
      expect(named(formOf(root), 'schoolName').value).to.equal('St Example');
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
});
