import { SECTIONS, type SectionId } from '@maths-hubs/sdk/applications';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import { answersView, noticeView } from './check-view.js';
import type { Destination } from './destination.js';
import { sectionView, type FieldsContext } from './fields-view.js';
import type { Flow } from './flow.js';
import { passOn } from './pass-on-view.js';
import { keepingView, mailSelf, receiptView, type Contact, type Keeping } from './result-view.js';
import { sectionsOn } from './steps.js';
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
  /** How else the hub can be reached. */
  readonly contact: Contact | undefined;
  /** One step back. */
  readonly back: () => void;
}

/** The questions of the form's current step. */
export function questionsPage(page: PageContext, search: TemplateResult | typeof nothing): TemplateResult {
  const { flow, text, level, idOf, interest } = page;
  const { step, form, draft } = flow;
  if (step === 'check') return checkPage(page);
  const sections = sectionsOn(step, flow.sections);
  const context: FieldsContext = {
    form,
    draft,
    kind: interest ? 'interest' : 'application',
    text,
    idOf,
    settled: flow.settled,
    errorOf: (field) => flow.errors.find((error) => error.field === field)?.message,
  };
  const labelOf = (section: SectionId | undefined): string =>
    SECTIONS.find(({ id }) => id === section)?.label ?? '';
  const picked = step === 'school' && flow.settled.has('schoolName');
  return html`${heading(level + 1, labelOf(sections[0]), idOf('step'))}
    ${picked ? pickedSchool(page) : step === 'school' ? search : nothing}
    ${sections.map(
      (section, index) =>
        html`${index === 0 || isSettled(section, flow) ? nothing : heading(level + 2, labelOf(section))}
        ${sectionView(section, context)}`,
    )}
    <div class="actions"><button type="submit">${text('shared.continue')}</button> ${backButton(page)}</div>`;
}

function isSettled(section: SectionId, { form, settled }: Flow): boolean {
  const fields = form.fields.filter((field) => field.section === section);
  return fields.length > 0 && fields.every(({ id }) => settled.has(id));
}

/** The school as it was picked on this page, in a line. */
function pickedSchool({ flow, text }: PageContext): TemplateResult {
  const { schoolName = '', postcode = '', urn } = flow.draft.answers;
  const said = [postcode, urn ? text('apply.known-urn', { urn }) : ''].filter(Boolean).join(', ');
  return html`<div class="picked">
    <p><strong>${schoolName}</strong><br />${said}</p>
    <button type="button" class="plain" @click=${() => flow.reveal('schoolName')}>
      ${text('apply.known-change')}
    </button>
  </div>`;
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

function backButton({ flow, text, back }: PageContext): TemplateResult | typeof nothing {
  if (flow.step === flow.steps[0] || flow.progress.at === 'sending') return nothing;
  return html`<button type="button" class="plain no-print" @click=${back}>${text('shared.back')}</button>`;
}

/** What stays with the person when the hub has it. */
export function receivedPage(
  { flow, text, level, idOf, hub, interest, keeping }: PageContext,
  received: { readonly reference: string; readonly receivedAt: string; readonly receipt?: string },
): TemplateResult {
  const title = text(interest ? 'apply.received-interest' : 'apply.received-title');
  const { email = '' } = flow.draft.answers;
  return html`${receiptView({ ...received, hub, email, title, id: idOf('step') }, level, text)}
    ${answersView(flow.lines, text)}
    <div class="actions no-print">
      ${mailSelf(email, title, received.reference, flow.lines, flow.promises, text)}
      ${keepingView(text, keeping)}
    </div>`;
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
        .checked=${flow.keepsDraft}
        @change=${(event: Event) => flow.keep((event.target as HTMLInputElement).checked)}
      />
      <label for=${id}>${text('apply.keep')}</label>
      <div class="hint" id="${id}-hint">${text('apply.keep-hint')}</div>
    </div>
    ${
      flow.keepsDraft
        ? html`<button type="button" class="plain" @click=${forget}>${text('apply.draft-delete')}</button>`
        : nothing
    }
  </div>`;
}
