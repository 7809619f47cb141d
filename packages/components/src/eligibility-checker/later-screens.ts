import { html, type TemplateResult } from 'lit';
import { errorSummary, selectField } from '../foundation/controls.js';
import { heading } from '../foundation/heading.js';
import { ticks } from '../foundation/ticks.js';
import { TICKS } from './asks.js';
import { ANSWER_ID, QUESTION_ID } from './question.js';
import type { Screen } from './screen-type.js';
import type { STRINGS } from './strings.js';
import type { View } from './view.js';

/** What was chosen from a menu, and what is done with it. */
interface Menu {
  readonly chosen: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (id: string) => void;
  readonly onSubmit: (event: Event) => void;
}

/** A choice among many: chosen from a menu, then confirmed. */
export function menuView(
  { question, hint, choices }: Screen,
  { chosen, error, onChange, onSubmit }: Menu,
  view: View,
): TemplateResult {
  const { text, level } = view;
  const errors = error ? [{ id: ANSWER_ID, message: error }] : [];
  return html`${errorSummary(errors, level + 1, text('shared.problem'))}
    <form novalidate @submit=${onSubmit}>
      ${selectField({
        id: ANSWER_ID,
        label: question,
        hint,
        error,
        choices: [
          { value: '', label: text('check.choose') },
          ...choices.map(({ id, label }) => ({ value: id, label })),
        ],
        value: chosen ?? '',
        onChange,
      })}
      <div class="actions"><button type="submit">${text('shared.continue')}</button></div>
    </form>`;
}

/** The school's own view of itself in one list; none ticked is an answer. */
export function ticksView(
  ticked: readonly string[],
  onChange: (ticked: readonly string[]) => void,
  view: View,
): TemplateResult {
  const { text, level } = view;
  const toggle = (id: string, on: boolean): void =>
    onChange(on ? [...ticked, id] : ticked.filter((other) => other !== id));
  return html`${heading(level + 1, text('check.ticks'), QUESTION_ID)}
    <p class="hint" id="hint">${text('check.ticks-hint')}</p>
    <fieldset class="ticks" aria-labelledby=${QUESTION_ID} aria-describedby="hint">
      ${TICKS.map(
        ([fact]) =>
          html`<label class="tick"
            ><input
              type="checkbox"
              name="ticks"
              value=${fact}
              .checked=${ticks(ticked.includes(fact))}
              @change=${(event: Event) => toggle(fact, (event.target as HTMLInputElement).checked)}
            /><span>${tickLabel(fact, view)}</span></label
          >`,
      )}
    </fieldset>
    <div class="actions">
      <button type="submit">
        ${ticked.length > 0 ? text('check.ticks-some', { count: ticked.length }) : text('check.ticks-none')}
      </button>
    </div>`;
}

export function tickLabel(fact: string, { text }: View): string {
  return text(`check.tick.${fact}` as keyof typeof STRINGS);
}
