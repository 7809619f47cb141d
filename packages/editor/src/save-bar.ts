import { html, nothing, type TemplateResult } from 'lit';

interface SaveBar {
  readonly next: { readonly label: string; readonly go: () => void } | undefined;
  readonly drafting: boolean;
  /** When it was last saved to a file: `10:14`; empty before. */
  readonly savedAt: string;
  readonly unsaved: boolean;
  /** The system around this page that keeps the work; undefined where there is none. */
  readonly host: { readonly label: string; readonly said: string; readonly save: () => void } | undefined;
  readonly onSave: () => void;
  readonly onDraft: () => void;
}

/** What stands at the end of each step: on, save, keep a draft. */
export function saveBar({
  next,
  drafting,
  savedAt,
  unsaved,
  host,
  onSave,
  onDraft,
}: SaveBar): TemplateResult {
  return html`<div class="save">
    ${next ? html`<button type="button" id="next" @click=${next.go}>${next.label}</button>` : nothing}
    ${
      host
        ? html`<button type="button" id="save-here" class="secondary" @click=${host.save}>
            ${host.label}
          </button>`
        : nothing
    }
    <button type="button" class="secondary" @click=${onSave}>Save to a file</button>
    <p class="muted" id="saved-where">
      ${savedAt ? `Saved to a file at ${savedAt}${unsaved ? ', changed since' : ''}.` : 'Not saved to a file yet.'}
      ${host ? nothing : drafting ? 'Kept on this device.' : 'Not kept on this device.'}
    </p>
    ${
      host
        ? html`<p id="saved-here">${host.said}</p>`
        : html`<div class="choice">
            <input id="draft" type="checkbox" .checked=${drafting} @change=${onDraft} />
            <label for="draft">Keep a draft on this device</label>
          </div>`
    }
  </div>`;
}
