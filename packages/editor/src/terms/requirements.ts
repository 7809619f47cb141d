import { checkboxes, selectField, type Choice } from '@maths-hubs/components/foundation/controls';
import { firmnessOf, sayFirmness, type FirmnessWords } from '@maths-hubs/sdk/eligibility';
import type { Phase, Requirement } from '@maths-hubs/sdk/programme';
import { READY_CONDITIONS } from '@maths-hubs/sdk/eligibility/ready-conditions';
import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';
import { BY_HUB, setRequirements } from '../project/edit.js';
import { controlId, faultAt } from './faults.js';

/** How firm a requirement is, said to the hub itself. */
const WORDS: FirmnessWords = {
  hub: 'You decide.',
  some: 'In some cases you decide.',
  otherwise: 'Otherwise, you decide.',
  cases: '{cases}: you decide.',
  workedOut: 'Worked out, not stated in so many words.',
  advice: 'Good to know: a school can join without it.',
};

function worded(requirement: Requirement): string {
  return [requirement.statement, ...sayFirmness(firmnessOf(requirement), WORDS)].join(' ');
}

const CHOICES: readonly Choice[] = READY_CONDITIONS.map((ready) => ({
  value: ready.id,
  label: worded({ ...ready, effect: 'bars', ...BY_HUB }),
}));

/** The requirements of a phase: chosen from the ready conditions; others that a file brought stay, and can go. */
export function requirementsOf(editor: Editor, phase: Phase, at: string): TemplateResult {
  const { requirements } = phase;
  const others = requirements.filter(({ id }) => !READY_CONDITIONS.some((ready) => ready.id === id));
  const put = (next: readonly Requirement[]): void =>
    editor.edit((old) => setRequirements(old, phase.id, next));
  const choose = (ids: readonly string[]): void =>
    put([
      ...requirements.filter(({ id }) => others.some((other) => other.id === id) || ids.includes(id)),
      ...READY_CONDITIONS.filter(
        ({ id }) => ids.includes(id) && requirements.every((old) => old.id !== id),
      ).map((ready): Requirement => ({ ...ready, effect: 'bars', ...BY_HUB })),
    ]);
  return html`${checkboxes({
    id: controlId(`${at}.requirements`),
    label: 'Requirements',
    hint: 'Tick what a school must meet. Without any, schools are told to ask you.',
    error: faultAt(editor.faults, `${at}.requirements`),
    choices: CHOICES,
    values: requirements.map(({ id }) => id),
    onChange: choose,
  })}
  ${others.map(
    (other) =>
      html`<p>
        ${worded(other)}
        <button
          type="button"
          class="plain"
          @click=${() => put(requirements.filter((each) => each.id !== other.id))}
        >
          Remove <span class="visually-hidden">this requirement</span>
        </button>
      </p>`,
  )}
  ${
    requirements.length === 0
      ? nothing
      : html`<details class="effects">
          <summary>Does each bar a school, or only advise?</summary>
          ${requirements.map((requirement, index) =>
            selectField({
              id: `${controlId(`${at}.requirements[${index}]`)}-effect`,
              label: worded({ ...requirement, effect: 'bars' }),
              choices: [
                { value: 'bars', label: 'A school that does not meet it cannot join' },
                { value: 'advises', label: 'It is advice: the school can still join' },
              ],
              value: requirement.effect,
              onChange: (effect) =>
                put(
                  requirements.with(index, {
                    ...requirement,
                    ...BY_HUB,
                    effect: effect === 'advises' ? 'advises' : 'bars',
                  }),
                ),
            }),
          )}
        </details>`
  }`;
}
