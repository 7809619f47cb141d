/** What stands around a question and around the result. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Registered } from './gias.js';
import type { View } from './view.js';

/**
 * How far the check has got, and the way back.
 * @param count  how many questions in all; undefined while that is being worked out
 */
export function bar(
  at: number,
  count: number | undefined,
  back: (() => void) | undefined,
  { text }: View,
): TemplateResult {
  const number = count === undefined ? at + 1 : Math.min(at + 1, count);
  return html`<div class="bar no-print">
    ${backButton(back, text)}
    <span class="progress"
      >${count === undefined ? text('check.progress-first', { number }) : text('check.progress', { number, count })}</span
    >
  </div>`;
}

export function backButton(
  back: (() => void) | undefined,
  text: View['text'],
): TemplateResult | typeof nothing {
  return back
    ? html`<button type="button" class="plain back" @click=${back}>${text('shared.back')}</button>`
    : nothing;
}

/** The school in a line; beside a question it is confirmed by going on. */
export function schoolLine(
  { identity, line }: Partial<Registered>,
  isAsked: boolean,
  wrong: () => void,
  { text }: View,
): TemplateResult | typeof nothing {
  if (!identity?.name) return nothing;
  return html`<div class="us">
    <p><strong>${identity.name}</strong></p>
    ${line ? html`<p>${isAsked ? text('check.school-right', { facts: line }) : line}</p>` : nothing}
    <button type="button" class="plain no-print" @click=${wrong}>${text('check.school-wrong')}</button>
  </div>`;
}

/** In the place of what is on the way, or of what could not be had. */
export function notYet(
  isMissing: boolean,
  retry: (() => void) | undefined,
  text: View['text'],
): TemplateResult {
  if (!isMissing) return html`<p class="loading" role="status">${text('year.loading')}</p>`;
  return html`<div class="notice problem" role="alert">
    <p>${text(retry ? 'check.missing' : 'check.missing-choose')}</p>
    ${
      retry
        ? html`<button type="button" class="secondary" @click=${retry}>${text('check.try-again')}</button>`
        : nothing
    }
  </div>`;
}
