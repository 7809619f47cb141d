import { html, nothing, type TemplateResult } from 'lit';
import { heading } from './heading.js';
import { ticks } from './ticks.js';

/** What every control needs: ids are unique within the widget's root. */
export interface ControlOptions {
  readonly id: string;
  readonly name?: string;
  readonly label: unknown;
  readonly hint?: unknown;
  /** One sentence that says what to do; absent when the answer is fine. */
  readonly error?: string | undefined;
}

/** What a field for text needs. `type` is `text` unless given. */
export interface TextFieldOptions extends ControlOptions {
  readonly value: string;
  readonly type?: 'text' | 'email' | 'tel' | 'number' | 'date' | 'time' | 'search';
  readonly autocomplete?: string;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search';
  readonly required?: boolean;
  readonly onInput: (value: string) => void;
}

/** One of several answers. Label and hint are text, or a template. */
export interface Choice {
  readonly value: string;
  readonly label: unknown;
  readonly hint?: unknown;
}

/** What a group of radio buttons needs. `value` is undefined while nothing is chosen. */
export interface ChoicesOptions extends ControlOptions {
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

/** What a group of checkboxes needs. `onChange` is given all that are ticked. */
export interface CheckboxesOptions extends ControlOptions {
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** A line of the summary of errors, which leads to its control. */
export interface ControlError {
  /** Id of the control to go to. */
  readonly id: string;
  readonly message: string;
}

function describedBy(options: ControlOptions): string | typeof nothing {
  const ids = [options.hint ? `${options.id}-hint` : '', options.error ? `${options.id}-error` : ''];
  return ids.filter(Boolean).join(' ') || nothing;
}

function hintAndError(options: ControlOptions): TemplateResult {
  return html`${options.hint ? html`<div class="hint" id="${options.id}-hint">${options.hint}</div>` : nothing}
  ${
    options.error
      ? html`<p class="error" id="${options.id}-error">
          <span class="visually-hidden">Error: </span>${options.error}
        </p>`
      : nothing
  }`;
}

const invalid = (options: ControlOptions): string => (options.error ? ' invalid' : '');

/** A labelled text field with its hint and error. */
export function textField(options: TextFieldOptions): TemplateResult {
  return html`<div class="field${invalid(options)}">
    <label for=${options.id}>${options.label}</label>
    ${hintAndError(options)}
    <input
      id=${options.id}
      name=${options.name ?? options.id}
      type=${options.type ?? 'text'}
      inputmode=${options.inputmode ?? nothing}
      autocomplete=${options.autocomplete ?? 'off'}
      aria-describedby=${describedBy(options)}
      aria-invalid=${options.error ? 'true' : nothing}
      aria-required=${options.required ? 'true' : nothing}
      .value=${options.value}
      @input=${(event: Event) => options.onInput((event.target as HTMLInputElement).value)}
    />
  </div>`;
}

/** One answer of several, all in sight. */
export function radios(options: ChoicesOptions): TemplateResult {
  return html`<fieldset
    class="${invalid(options)}"
    aria-describedby=${describedBy(options)}
    role="radiogroup"
    aria-invalid=${options.error ? 'true' : nothing}
  >
    <legend>${options.label}</legend>
    ${hintAndError(options)}
    ${options.choices.map((choice, index) => choiceOf(options, choice, index, 'radio', options.value === choice.value, () => options.onChange(choice.value)))}
  </fieldset>`;
}

/** Any number of answers. */
export function checkboxes(options: CheckboxesOptions): TemplateResult {
  const toggle = (value: string, on: boolean): void =>
    options.onChange(on ? [...options.values, value] : options.values.filter((other) => other !== value));
  return html`<fieldset class="${invalid(options)}" aria-describedby=${describedBy(options)}>
    <legend>${options.label}</legend>
    ${hintAndError(options)}
    ${options.choices.map((choice, index) =>
      choiceOf(options, choice, index, 'checkbox', options.values.includes(choice.value), (on) =>
        toggle(choice.value, on),
      ),
    )}
  </fieldset>`;
}

/** The first input carries the group's own id, so that an error summary can go to it. */
function choiceOf(
  group: ControlOptions,
  choice: Choice,
  index: number,
  type: 'radio' | 'checkbox',
  checked: boolean,
  onChange: (on: boolean) => void,
): TemplateResult {
  const id = index === 0 ? group.id : `${group.id}-${index}`;
  return html`<div class="choice">
    <input
      id=${id}
      type=${type}
      name=${group.name ?? group.id}
      value=${choice.value}
      aria-describedby=${choice.hint ? `${id}-choice-hint` : nothing}
      .checked=${ticks(checked)}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
    />
    <label for=${id}>${choice.label}</label>
    ${choice.hint ? html`<div class="hint" id="${id}-choice-hint">${choice.hint}</div>` : nothing}
  </div>`;
}

/** A choice among many. */
export function selectField(options: ChoicesOptions): TemplateResult {
  return html`<div class="field${invalid(options)}">
    <label for=${options.id}>${options.label}</label>
    ${hintAndError(options)}
    <select
      id=${options.id}
      name=${options.name ?? options.id}
      aria-describedby=${describedBy(options)}
      aria-invalid=${options.error ? 'true' : nothing}
      @change=${(event: Event) => options.onChange((event.target as HTMLSelectElement).value)}
    >
      ${options.choices.map(
        (choice) =>
          html`<option value=${choice.value} ?selected=${choice.value === options.value}>
            ${choice.label}
          </option>`,
      )}
    </select>
  </div>`;
}

/**
 * All faults of a step, each a link to its field. Focus is moved by script, since an id does not cross a shadow root.
 * After rendering, focus the element with the id `error-summary`.
 */
export function errorSummary(
  errors: readonly ControlError[],
  level: number,
  title = 'There is a problem',
): TemplateResult | typeof nothing {
  if (errors.length === 0) return nothing;
  return html`<div class="error-summary" id="error-summary" role="alert" tabindex="-1">
    ${heading(level, title)}
    <ul>
      ${errors.map(
        (error) => html`<li><a href="#${error.id}" @click=${goTo(error.id)}>${error.message}</a></li>`,
      )}
    </ul>
  </div>`;
}

function goTo(id: string) {
  return (event: Event): void => {
    event.preventDefault();
    const root = (event.target as HTMLElement).getRootNode() as ShadowRoot | Document;
    root.getElementById(id)?.focus();
  };
}
