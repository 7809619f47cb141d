import { html, nothing, type TemplateResult } from 'lit';
import type { Editor } from '../editor.js';

/** Dates that were moved with the year: somebody has to look at them. */
export function unconfirmedDates({ project, change }: Editor): TemplateResult | typeof nothing {
  const count = project.unconfirmed.length;
  if (count === 0) return nothing;
  return html`<div class="notice" id="unconfirmed">
    <p>
      ${count === 1 ? 'One date was' : `${count} dates were`} moved by a year, to the same weekday. Look at
      them under “When schools may apply” and “Half-terms and dates”.
      <button type="button" class="secondary" @click=${() => change((old) => ({ ...old, unconfirmed: [] }))}>
        ${count === 1 ? 'It is right now' : 'They are right now'}
      </button>
    </p>
  </div>`;
}
