import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerLine } from '@maths-hubs/sdk/applications';
import { heading } from '../foundation/heading.js';
import { safeHref } from '../foundation/links.js';
import { letterTo } from './destination.js';
import type { NotReceived } from './progress.js';
import type { ApplyText } from './strings.js';

/** The hub's public address and telephone, where the page knows them. */
export interface Contact {
  readonly email?: string;
  readonly telephone?: string;
}

export interface Keeping {
  readonly save: () => void;
  readonly print: () => void;
}

/** Ways to keep the application outside this page. */
export function keepingView(text: ApplyText, { save, print }: Keeping): TemplateResult {
  return html`<button type="button" class="secondary no-print" @click=${save}>${text('apply.save')}</button>
    <button type="button" class="secondary no-print" @click=${print}>${text('apply.print')}</button>`;
}

/** What stopped it, that nothing is lost, and what can be done. */
export function failedView(
  result: NotReceived,
  offline: boolean,
  level: number,
  text: ApplyText,
  { trapped, contact }: { readonly trapped: boolean; readonly contact: Contact | undefined },
): TemplateResult {
  return html`<div class="error-summary" id="error-summary" role="alert" tabindex="-1">
    ${heading(level, text('apply.failed-title'))}
    <p>
      ${trapped && result.outcome === 'invalid' ? text('apply.trapped') : reasonOf(result, offline, text)}
    </p>
    ${contactView(contact, text)}
    ${
      result.outcome === 'refused' && result.reference
        ? html`<p>${text('apply.refused-reference', { reference: result.reference })}</p>`
        : nothing
    }
  </div>`;
}

/** How else the hub is reached, so that nobody meets a closed door. */
function contactView(contact: Contact | undefined, text: ApplyText): TemplateResult | typeof nothing {
  const { email, telephone } = contact ?? {};
  const mail = email ? safeHref(`mailto:${email}`) : undefined;
  const tel = telephone ? safeHref(`tel:${telephone.replace(/[^+\d]/g, '')}`) : undefined;
  if (!mail && !tel) return nothing;
  return html`<p>
    ${text('apply.or-contact')}
    ${mail ? html`<a href=${safeHref(mail)}>${email}</a>` : nothing}${mail && tel ? ', ' : nothing}
    ${tel ? html`<a href=${safeHref(tel)}>${telephone}</a>` : nothing}
  </p>`;
}

/** The receipt as a letter to oneself, in the person's own e-mail program. */
export function mailSelf(
  email: string,
  title: string,
  reference: string,
  lines: readonly AnswerLine[],
  promises: readonly string[],
  text: ApplyText,
): TemplateResult | typeof nothing {
  const first: AnswerLine = {
    section: 'you',
    field: 'reference',
    label: text('apply.reference'),
    answer: reference,
  };
  const href = letterTo(email, `${title}: ${reference}`, [first, ...lines], promises);
  return href
    ? html`<a class="button secondary" href=${safeHref(href)}>${text('apply.mail-self')}</a>`
    : nothing;
}

function reasonOf(result: NotReceived, offline: boolean, text: ApplyText): string {
  if (result.outcome === 'refused' && result.code === 'origin') return text('apply.page-refused');
  if (result.outcome !== 'unreachable') return text('apply.refused', { message: result.message });
  if (offline) return text('apply.offline');
  if (result.reason === 'page-refused') return text('apply.page-refused');
  return text(result.reason === 'busy' ? 'apply.busy' : 'apply.unreachable');
}

/** The hub has it: the reference, when, and who will be answered. */
export function receiptView(
  receipt: {
    readonly reference: string;
    readonly receivedAt: string;
    readonly receipt?: string;
    readonly hub: string;
    readonly email: string;
    readonly title: string;
    readonly id: string;
  },
  level: number,
  text: ApplyText,
): TemplateResult {
  const time = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/London',
  }).format(new Date(receipt.receivedAt));
  return html`<div class="receipt">
    ${heading(level, receipt.title, receipt.id)}
    <p>${text('apply.reference')} <strong class="reference" translate="no">${receipt.reference}</strong></p>
    <p>${text('apply.received', { hub: receipt.hub, time })}</p>
    <p>
      ${text('apply.next', { hub: receipt.hub, email: receipt.email })}
      ${safeHref(receipt.receipt) ? html`<a href=${safeHref(receipt.receipt)}>${text('apply.see')}</a>` : nothing}
    </p>
  </div>`;
}
