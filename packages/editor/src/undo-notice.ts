import { html, nothing, type TemplateResult } from 'lit';
import type { Work } from './work.js';

/** What was changed last, and the way back. */
export function undoNotice(work: Work): TemplateResult | typeof nothing {
  const { undoable } = work;
  if (undoable === undefined) return nothing;
  return html`<div class="notice undo" role="status">
    <p>
      ${undoable.what}
      <button type="button" id="undo" class="secondary" @click=${() => work.undo()}>
        Undo<span class="visually-hidden">: ${undoable.what}</span>
      </button>
    </p>
  </div>`;
}
