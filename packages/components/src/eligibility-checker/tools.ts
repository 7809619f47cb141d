import type { PhaseId } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { shortPhaseName } from '../foundation/edition/term-text.js';
import type { Step } from './flow.js';
import type { View } from './view.js';

export interface Tools {
  readonly print: () => void;
  readonly share: () => void;
  readonly restart: () => void;
  /** Link that carries the answers; empty until it is asked for. */
  readonly link: string;
  readonly copied: boolean;
}

/** What a person can do with a result. The link is made only on request. */
export function resultTools({ print, share, restart, link, copied }: Tools, { text }: View): TemplateResult {
  return html`<div class="actions no-print">
      <button type="button" class="secondary" @click=${print}>${text('check.print')}</button>
      <button type="button" class="secondary" @click=${share}>${text('check.copy')}</button>
      <button type="button" class="plain" @click=${restart}>${text('check.restart')}</button>
    </div>
    <div role="status" class="no-print">
      ${link === '' ? nothing : text(copied ? 'check.copied' : 'check.copy-self')}
    </div>
    ${
      link === ''
        ? nothing
        : html`<div class="field no-print">
            <label for="link">${text('check.link')}</label>
            <input id="link" type="text" readonly .value=${link} />
          </div>`
    }`;
}

/** Other phases to check by themselves, and the way in where it is not settled. */
export function otherPhases(
  title: string,
  { phase, recommendation, question }: Step,
  view: View,
  choose: (phase: PhaseId) => void,
): TemplateResult | typeof nothing {
  const { text, edition } = view;
  const choices = edition.phases
    .filter(({ id }) => id !== phase)
    .map(({ id }) => ({ id, words: shortPhaseName(edition, id) }));
  if (!question && recommendation.pending === 'school')
    choices.push({ id: '', words: text('check.find-door') });
  if (choices.length === 0) return nothing;
  return html`<details class="where no-print">
    <summary>${title}</summary>
    <div class="actions">
      ${choices.map(
        ({ id, words }) =>
          html`<button type="button" class="secondary" @click=${() => choose(id)}>${words}</button>`,
      )}
    </div>
  </details>`;
}
