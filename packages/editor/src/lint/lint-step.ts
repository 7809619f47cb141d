import { html, nothing, type TemplateResult } from 'lit';
import type { Widget } from '../widgets/manifest.js';
import { lintPage } from './lint.js';
import type { LintOptions } from './page.js';

interface LintStep {
  readonly text: string;
  readonly widgets: readonly Widget[];
  readonly today: string;
  /** Tags of the snippet that this page has made; none before there is one. */
  readonly expected: readonly string[];
  readonly onText: (text: string) => void;
}

/** Paste a page or a snippet; each finding tells its place and its remedy. */
export function lintStep({ text, widgets, today, expected, onText }: LintStep): TemplateResult {
  return html`<section class="panel">
    <div class="field">
      <label for="page-html">Your page’s HTML, or your snippet</label>
      <p class="hint" id="page-html-hint">
        In most browsers: open your page, press Ctrl+U, select all, copy. It is read here and sent nowhere.
      </p>
      <textarea
        id="page-html"
        rows="12"
        spellcheck="false"
        aria-describedby="page-html-hint"
        .value=${text}
        @change=${(event: Event) => onText((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    <p class="actions">
      <button
        type="button"
        @click=${(event: Event) => {
          const root = (event.target as HTMLElement).getRootNode() as ShadowRoot;
          onText(root.querySelector<HTMLTextAreaElement>('#page-html')?.value ?? '');
        }}
      >
        Check this page
      </button>
    </p>
    <div aria-live="polite" id="lint-findings">
      ${text.trim() === '' ? nothing : findings(text, widgets, { today, expected })}
    </div>
  </section>`;
}

function findings(text: string, widgets: readonly Widget[], options: LintOptions): TemplateResult {
  const found = lintPage(text, widgets, options);
  if (found.length === 0) return html`<p class="notice good">Nothing to put right.</p>`;
  return html`<h3>${found.length === 1 ? 'One thing' : `${found.length} things`} to look at</h3>
    <ol>
      ${found.map(
        ({ severity, place, message, remedy }) =>
          html`<li>
            <p>
              <strong>${severity === 'error' ? 'To put right' : 'To consider'}, ${place}:</strong>
              ${message}<br />
              ${remedy}
            </p>
          </li>`,
      )}
    </ol>`;
}
