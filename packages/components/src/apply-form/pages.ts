import { SECTIONS } from '@maths-hubs/sdk/applications';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import { answersView, noticeView } from './check-view.js';
import type { Destination } from './destination.js';
import { sectionView } from './fields-view.js';
import type { Flow } from './flow.js';
import { passOn } from './pass-on-view.js';
import { keepingView, receiptView, type Keeping } from './result-view.js';
import type { ApplyText } from './strings.js';

/** What every page of the form is drawn from. */
export interface PageContext {
  readonly flow: Flow;
  readonly text: ApplyText;
  /** Level of the form's own heading. */
  readonly level: number;
  /** Id of a field's control in the page. */
  readonly idOf: (field: string) => string;
  /** The hub's name. */
  readonly hub: string;
  /** Whether names are taken instead of applications. */
  readonly interest: boolean;
  readonly destination: Destination | null;
  readonly keeping: Keeping;
}

/** The questions of the step on which the form stands. */
export function questionsPage(page: PageContext, search: TemplateResult | typeof nothing): TemplateResult {
  const { flow, text, level, idOf, interest } = page;
  const { step, form, draft } = flow;
  if (step === 'check') return checkPage(page);
  return html`${heading(level + 1, SECTIONS.find(({ id }) => id === step)?.label, idOf('step'))}
    ${step === 'school' ? search : nothing}
    ${sectionView(step, {
      form,
      draft,
      kind: interest ? 'interest' : 'application',
      text,
      idOf,
      errorOf: (field) => flow.errors.find((error) => error.field === field)?.message,
    })}
    <div class="actions"><button type="submit">${text('shared.continue')}</button> ${backButton(page)}</div>`;
}

function checkPage(page: PageContext): TemplateResult {
  const { flow, text, level, idOf, hub, interest, destination } = page;
  const { progress, form } = flow;
  const other = destination && destination.via !== 'intake' ? destination : null;
  const handed = other && passOn(other, flow, text('apply.title', { hub }), text);
  const sending = progress.at === 'sending';
  const send = progress.at === 'failed' ? 'apply.retry' : interest ? 'apply.send-interest' : 'apply.send';
  return html`${heading(level + 1, text(handed ? 'apply.pass-title' : 'apply.check-title'), idOf('step'))}
    ${handed ? html`<p>${handed.said}</p>` : nothing}
    ${answersView(flow.lines, text, sending ? undefined : ({ field }) => flow.change(field))}
    ${form.notice.text ? noticeView(form.notice, level + 2, text) : nothing}
    <div class="actions no-print">
      ${
        handed
          ? handed.button
          : html`<button type="submit" aria-disabled=${sending ? 'true' : nothing}>
              ${text(sending ? 'apply.sending' : send)}
            </button>`
      }
      ${backButton(page)} ${keepingView(text, page.keeping)}
    </div>`;
}

function backButton({ flow, text }: PageContext): TemplateResult | typeof nothing {
  if (flow.step === flow.steps[0] || flow.progress.at === 'sending') return nothing;
  return html`<button type="button" class="plain no-print" @click=${() => flow.back()}>
    ${text('shared.back')}
  </button>`;
}

/** What stays with the person when the hub has it. */
export function receivedPage(
  { flow, text, level, idOf, hub, interest, keeping }: PageContext,
  { reference, receivedAt }: { readonly reference: string; readonly receivedAt: string },
): TemplateResult {
  const title = text(interest ? 'apply.received-interest' : 'apply.received-title');
  const { email = '' } = flow.draft.answers;
  return html`${receiptView({ reference, receivedAt, hub, email, title, id: idOf('step') }, level, text)}
    ${answersView(flow.lines, text)}
    <div class="actions no-print">${keepingView(text, keeping)}</div>`;
}

/** Whether a draft is kept on this device, which only the person decides. */
export function draftView({ flow, text, idOf }: PageContext, forget: () => void): TemplateResult {
  const id = idOf('keep');
  return html`<div class="keep no-print">
    <div class="choice">
      <input
        id=${id}
        type="checkbox"
        aria-describedby="${id}-hint"
        .checked=${flow.kept}
        @change=${(event: Event) => flow.keep((event.target as HTMLInputElement).checked)}
      />
      <label for=${id}>${text('apply.keep')}</label>
      <div class="hint" id="${id}-hint">${text('apply.keep-hint')}</div>
    </div>
    ${
      flow.kept
        ? html`<button type="button" class="plain" @click=${forget}>${text('apply.draft-delete')}</button>`
        : nothing
    }
  </div>`;
}
