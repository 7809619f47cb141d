import { listValues, type FactDefinition, type FactValue } from '@maths-hubs/sdk/rules';
import { html, nothing, type TemplateResult } from 'lit';
import { radios, selectField, type Choice } from '../foundation/controls.js';
import { heading } from '../foundation/heading.js';
import { shortPhaseName } from '../foundation/edition/term-text.js';
import { answerText, NOT_SURE } from './facts.js';
import { reasonsFor, type Step } from './flow.js';
import type { View } from './view.js';

/** Longer lists of answers are chosen from a menu. */
const MOST_IN_SIGHT = 10;

/** Id of the control, to which an error summary leads. */
export const ANSWER_ID = 'answer';
export const QUESTION_ID = 'question';

export interface AskedQuestion {
  readonly fact: FactDefinition;
  readonly hint: string | undefined;
  /** The answer given before; undefined when there is none. */
  readonly value: FactValue | null | undefined;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

/** One question with its answers, "not sure" among them. */
export function questionField(asked: AskedQuestion, view: View): TemplateResult {
  const { fact, value } = asked;
  const values = listValues(fact.domain);
  const long = values.length > MOST_IN_SIGHT;
  const choices: Choice[] = [
    ...(long ? [{ value: '', label: view.text('check.choose') }] : []),
    ...values.map((each) => ({ value: answerText(each), label: view.say(fact, each) })),
    { value: NOT_SURE, label: view.text('shared.not-sure'), hint: view.text('check.not-sure-hint') },
  ];
  const options = {
    id: ANSWER_ID,
    hint: asked.hint,
    error: asked.error,
    choices,
    value: value === undefined ? (long ? '' : undefined) : answerText(value),
    onChange: asked.onChange,
  };
  return long
    ? selectField({ ...options, label: view.ask(fact) })
    : radios({ ...options, label: heading(view.level + 1, view.ask(fact), QUESTION_ID) });
}

/** Why a question is asked, and the sources of the rule behind it. */
export function whyAsked(fact: FactDefinition, step: Step, view: View): TemplateResult {
  const { edition, notes, text, level } = view;
  const reasons = reasonsFor(edition, step.phase, fact.id);
  const phase = step.phase === null ? '' : shortPhaseName(edition, step.phase);
  return html`<div class="why">
    ${heading(level + 1, text('check.why'))}
    ${
      reasons.length > 0
        ? reasons.map(
            ({ statement, effect, source }) =>
              html`<p>
                ${text(effect === 'bars' ? 'check.why-phase' : 'check.why-advice', { phase })}
                <strong>${statement}</strong>${notes.mark(source)}
              </p>`,
          )
        : html`<p>${text('check.why-door')}</p>
            ${
              edition.entryPoints.length === 0
                ? nothing
                : html`<ul>
                    ${edition.entryPoints.map(
                      (entry) =>
                        html`<li>
                          <strong>${shortPhaseName(edition, entry.phase)}</strong>:
                          ${entry.forWhom}${notes.mark(entry.source)}
                        </li>`,
                    )}
                  </ul>`
            }`
    }
    ${
      notes.count === 0
        ? nothing
        : html`<details class="where">
            <summary>${text('year.sources')}</summary>
            ${notes.list()}
          </details>`
    }
  </div>`;
}
