import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import type { NotReceived } from './progress.js';
import type { ApplyText } from './strings.js';

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
): TemplateResult {
  return html`<div class="error-summary" id="error-summary" role="alert" tabindex="-1">
    ${heading(level, text('apply.failed-title'))}
    <p>${reasonOf(result, offline, text)}</p>
    ${
      result.outcome === 'refused' && result.reference
        ? html`<p>${text('apply.refused-reference', { reference: result.reference })}</p>`
        : nothing
    }
  </div>`;
}

function reasonOf(result: NotReceived, offline: boolean, text: ApplyText): string {
  if (result.outcome !== 'unreachable') return text('apply.refused', { message: result.message });
  if (offline) return text('apply.offline');
  return text(result.reason === 'busy' ? 'apply.busy' : 'apply.unreachable');
}

/** The hub has it: the reference, when, and who will be answered. */
export function receiptView(
  receipt: {
    readonly reference: string;
    readonly receivedAt: string;
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
    <p>${text('apply.reference')} <strong class="reference">${receipt.reference}</strong></p>
    <p>${text('apply.received', { hub: receipt.hub, time })}</p>
    <p>${text('apply.next', { email: receipt.email })}</p>
  </div>`;
}
