import type { PhaseId } from '@maths-hubs/sdk/programme';
import { html, nothing, type TemplateResult } from 'lit';
import { shortPhaseName } from '../foundation/edition/term-text.js';
import type { ResultView } from './view.js';

export interface Tools {
  readonly print: () => void;
  readonly share: () => void;
  readonly restart: () => void;
  /** Link that carries the answers; empty until it is asked for. */
  readonly link: string;
  readonly copied: boolean;
}

/** What a person can do with a result. The link is made only on request. */
export function resultTools(
  { print, share, restart, link, copied }: Tools,
  { text }: ResultView,
): TemplateResult {
  return html`<details class="fold no-print" ?open=${link !== ''}>
      <summary>${text('check.share')}</summary>
      <div class="actions">
        <button type="button" class="secondary" @click=${print}>${text('check.print')}</button>
        <button type="button" class="secondary" @click=${share}>${text('check.copy')}</button>
      </div>
      <div role="status">${link === '' ? nothing : text(copied ? 'check.copied' : 'check.copy-self')}</div>
      ${
        link === ''
          ? nothing
          : html`<div class="field">
              <label for="link">${text('check.link')}</label>
              <input id="link" type="text" readonly .value=${link} />
            </div>`
      }
    </details>
    <p class="no-print">
      <button type="button" class="plain" @click=${restart}>${text('check.restart')}</button>
    </p>`;
}

/** Phases to check by themselves, and the way in where one is checked. */
export function otherPhases(
  phase: PhaseId | null,
  asked: PhaseId,
  { text, edition }: ResultView,
  choose: (phase: PhaseId) => void,
): TemplateResult | typeof nothing {
  const choices = edition.phases
    .filter(({ id }) => id !== phase || !asked)
    .map(({ id }) => ({ id, words: shortPhaseName(edition, id) }));
  if (asked) choices.push({ id: '', words: text('check.find-door') });
  if (choices.length === 0) return nothing;
  return html`<details class="fold no-print">
    <summary>${text('check.another')}</summary>
    <div class="actions">
      ${choices.map(
        ({ id, words }) =>
          html`<button type="button" class="secondary" @click=${() => choose(id)}>${words}</button>`,
      )}
    </div>
  </details>`;
}
