import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import { shortPhaseName } from '../foundation/edition/term-text.js';
import type { Requirement } from '@maths-hubs/sdk/programme';
import type { AnswerChoice, Screen } from './screen-type.js';
import type { View } from './view.js';

/** Longer lists of answers are chosen from a menu. */
const MOST_IN_SIGHT = 12;

/** Id of the control, to which an error summary leads. */
export const ANSWER_ID = 'answer';
export const QUESTION_ID = 'question';
export const RESULT_ID = 'result';

/** "us" on the hub's own page. */
export const hubWord = (ours: boolean): string => (ours ? 'us' : 'your hub');

export function isMenu({ choices }: Screen): boolean {
  return choices.length > MOST_IN_SIGHT;
}

/** One question. A tap, or Enter, on an answer chooses it and goes on; the arrow keys only move between answers. */
export function questionView(
  screen: Screen,
  chosen: string | undefined,
  choose: (choice: AnswerChoice) => void,
  view: View,
): TemplateResult {
  const { question, hint, points, choices } = screen;
  return html`${heading(view.level + 1, question, QUESTION_ID)}
    ${hint ? html`<p class="hint" id="hint">${hint}</p>` : nothing}
    ${
      points && points.length > 0
        ? html`<ul class="points">
            ${points.map((point) => html`<li>${point}</li>`)}
          </ul>`
        : nothing
    }
    <div
      class="choices"
      role="group"
      aria-labelledby=${QUESTION_ID}
      aria-describedby=${hint ? 'hint' : nothing}
      @keydown=${moveByArrows}
    >
      ${choices.map(
        (choice) =>
          html`<button
            type="button"
            class="choice-button"
            value=${choice.id}
            aria-pressed=${chosen === undefined ? nothing : chosen === choice.id ? 'true' : 'false'}
            @click=${() => choose(choice)}
          >
            <span>${choice.label}${choice.hint ? html` <small>${choice.hint}</small>` : nothing}</span>
          </button>`,
      )}
    </div>`;
}

function moveByArrows(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  event.preventDefault();
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

/**
 * Why a question is asked, and the sources of the rule behind it; folded.
 * @param reasons  requirements of the phase that test what is asked; none while the door is sought
 */
export function whyAsked(
  reasons: readonly Requirement[],
  phase: string | null,
  { edition, notes, text }: View,
): TemplateResult {
  const name = phase === null ? '' : shortPhaseName(edition, phase);
  return html`<details class="why">
    <summary>${text('check.why')}</summary>
    ${
      reasons.length > 0
        ? reasons.map(
            ({ statement, effect, source }) =>
              html`<p>
                ${text(effect === 'bars' ? 'check.why-phase' : 'check.why-advice', { phase: name })}
                ${statement}${notes.mark(source)}
              </p>`,
          )
        : html`<p>${text('check.why-door')}</p>`
    }
    ${notes.count === 0 ? nothing : notes.list()}
  </details>`;
}
