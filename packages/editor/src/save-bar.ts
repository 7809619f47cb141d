import { html, nothing, type TemplateResult } from 'lit';
import type { Work } from './work.js';

interface SaveBar {
  readonly work: Work;
  readonly next: { readonly label: string; readonly go: () => void } | undefined;
  readonly onSaveToHost: () => void;
}

/** The end of each step: on, save, keep a draft. */
export function saveBar({ work, next, onSaveToHost }: SaveBar): TemplateResult {
  const { host, keepsDraft, savedAt, unsaved, hostSaid } = work;
  return html`<div class="save">
    ${next ? html`<button type="button" id="next" @click=${next.go}>${next.label}</button>` : nothing}
    ${
      host
        ? html`<button type="button" id="save-here" class="secondary" @click=${onSaveToHost}>
            ${host.saveLabel}
          </button>`
        : nothing
    }
    <button type="button" class="secondary" @click=${() => void work.saveToFile()}>Save to a file</button>
    <p class="muted" id="saved-where">
      ${savedAt ? `Saved to a file at ${savedAt}${unsaved ? ', changed since' : ''}.` : 'Not saved to a file yet.'}
      ${host ? nothing : keepsDraft ? 'Kept on this device.' : 'Not kept on this device.'}
    </p>
    ${
      host
        ? html`<p id="saved-here">${hostSaid}</p>`
        : html`<div class="choice">
            <input id="draft" type="checkbox" .checked=${keepsDraft} @change=${() => work.toggleDraft()} />
            <label for="draft">Keep a draft on this device</label>
          </div>`
    }
  </div>`;
}
