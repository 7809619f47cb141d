import { html, type TemplateResult } from 'lit';

/** The preview's state. */
export interface PreviewState {
  readonly width: 'phone' | 'desktop';
  readonly dark: boolean;
}

interface PreviewOptions {
  readonly page: string;
  readonly state: PreviewState;
  readonly onChange: (state: PreviewState) => void;
}

/** The hub's page in a frame: at the width of a phone or a desktop, light or dark. */
export function preview({ page, state, onChange }: PreviewOptions): TemplateResult {
  const choice = (pressed: boolean, label: string, next: Partial<PreviewState>): TemplateResult =>
    html`<button
      type="button"
      class="secondary"
      aria-pressed=${pressed ? 'true' : 'false'}
      @click=${() => onChange({ ...state, ...next })}
    >
      ${label}
    </button>`;
  return html`<section class="preview" aria-labelledby="preview-title">
    <h3 id="preview-title">Preview</h3>
    <div class="actions">
      ${choice(state.width === 'phone', 'Phone', { width: 'phone' })}
      ${choice(state.width === 'desktop', 'Desktop', { width: 'desktop' })}
      ${choice(!state.dark, 'Light', { dark: false })} ${choice(state.dark, 'Dark', { dark: true })}
    </div>
    <div class="stage" tabindex="0" role="group" aria-label="Preview, scrolls sideways">
      <iframe
        class=${state.width}
        title="Your page at ${state.width} width, ${state.dark ? 'dark' : 'light'}"
        .srcdoc=${page}
      ></iframe>
    </div>
  </section>`;
}
