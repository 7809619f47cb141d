import { MAX_LENGTH } from '@maths-hubs/sdk/applications';
import type { ApplicationForm, FieldError } from '@maths-hubs/sdk/applications';
import { html } from 'hono/html';

type Html = ReturnType<typeof html>;

/** Where on the page a field is. */
export function anchorOf(field: string): string {
  return `field-${field.replace(/[^\w-]/g, '-')}`;
}

/** Fields of a form without script that nobody types. */
const HIDDEN = ['hub', 'schoolYear', 'editionVersion', 'noticeVersion', 'kind'];

/** The form as it was filled in, to be put right and sent again: nobody has to type anything twice. */
export function correctionForm(
  form: ApplicationForm,
  errors: readonly FieldError[],
  typed: URLSearchParams,
): Html {
  const phase = form.phases.find(({ id }) => id === typed.get('phase'));
  const interest = typed.get('kind') === 'interest';
  const wrong = (name: string): string | null =>
    errors.find(({ field }) => field === name || `readiness.${field}` === name)?.message ?? null;
  const asked = form.fields.filter(({ id, required }) => required || typed.has(id) || wrong(id) !== null);
  return html`<form method="post" novalidate>
    ${HIDDEN.filter((name) => typed.has(name)).map(
      (name) => html`<input type="hidden" name="${name}" value="${typed.get(name)}" />`,
    )}
    ${asked.map(({ id, kind, label, autocomplete }) => {
      if (kind === 'phase')
        return control(id, label, wrong(id), (attributes) =>
          choice(id, form.phases, typed.get(id), attributes),
        );
      if (kind === 'phases') return several(id, label, wrong(id), form.pastPhases, typed.getAll(id));
      const type = kind === 'email' || kind === 'tel' ? kind : 'text';
      return control(
        id,
        label,
        wrong(id),
        (attributes) =>
          html`<input
            ${attributes}
            name="${id}"
            type="${type}"
            autocomplete="${autocomplete}"
            maxlength="${MAX_LENGTH}"
            value="${typed.get(id) ?? ''}"
          />`,
      );
    })}
    ${(phase?.readiness ?? []).map(({ id, question, options }) => {
      const name = `readiness.${id}`;
      const named = options.map(({ value, label }) => ({ id: value, name: label }));
      return control(name, question, wrong(name), (attributes) =>
        choice(name, named, typed.get(name), attributes),
      );
    })}
    ${interest ? '' : agreement(typed.has('agreement'), wrong('agreement'), phase?.commitments ?? [])}
    <p hidden>
      <label>Leave this empty <input name="leaveEmpty" tabindex="-1" autocomplete="off" /></label>
    </p>
    <p><button>Send application again</button></p>
  </form>`;
}

function control(name: string, label: string, wrong: string | null, input: (attributes: Html) => Html): Html {
  const id = anchorOf(name);
  const attributes =
    wrong === null ? html`id="${id}"` : html`id="${id}" aria-invalid="true" aria-describedby="${id}-wrong"`;
  return html`<p class="${wrong === null ? '' : 'wrong'}">
    <label for="${id}">${label}</label>${said(id, wrong)} ${input(attributes)}
  </p>`;
}

function choice(
  name: string,
  options: readonly { readonly id: string; readonly name: string }[],
  chosen: string | null,
  attributes: Html,
): Html {
  return html`<select ${attributes} name="${name}">
    <option value="">Choose one</option>
    ${options.map(
      (option) =>
        html`<option value="${option.id}" ${option.id === chosen ? html`selected` : ''}>
          ${option.name}
        </option>`,
    )}
  </select>`;
}

function several(
  name: string,
  label: string,
  wrong: string | null,
  options: readonly { readonly id: string; readonly name: string }[],
  chosen: readonly string[],
): Html {
  const id = anchorOf(name);
  return html`<fieldset id="${id}" tabindex="-1" class="${wrong === null ? '' : 'wrong'}">
    <legend>${label}</legend>
    ${said(id, wrong)}
    ${options.map(
      (option) =>
        html`<label class="choice"
          ><input
            type="checkbox"
            name="${name}"
            value="${option.id}"
            ${chosen.includes(option.id) ? html`checked` : ''}
          />
          ${option.name}</label
        >`,
    )}
  </fieldset>`;
}

function agreement(
  ticked: boolean,
  wrong: string | null,
  commitments: readonly { readonly statement: string }[],
): Html {
  const id = anchorOf('agreement');
  return html`<div class="${wrong === null ? '' : 'wrong'}">
    ${
      commitments.length > 0
        ? html`<p>The school promises:</p>
            <ul>
              ${commitments.map(({ statement }) => html`<li>${statement}</li>`)}
            </ul>`
        : ''
    }
    ${said(id, wrong)}
    <label class="choice"
      ><input type="checkbox" id="${id}" name="agreement" value="yes" ${ticked ? html`checked` : ''} /> The
      headteacher agrees to what the school promises</label
    >
  </div>`;
}

function said(id: string, wrong: string | null): Html | string {
  return wrong === null ? '' : html`<span id="${id}-wrong">${wrong}</span>`;
}
