import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../foundation/heading.js';
import { safeHref } from '../foundation/links.js';
import type { FindText } from './strings.js';

/** NCETM's own page, for when ours cannot help. */
export const NCETM = 'https://www.ncetm.org.uk/maths-hubs/find-your-hub/';

/** A search that goes on; when it is slow, with a way to stop it. */
export function lookingView(text: FindText, slow: boolean, onStop: () => void): TemplateResult {
  return html`<p class="looking">${text(slow ? 'find.slow' : 'find.looking')}</p>
    ${slow ? html`<button type="button" class="secondary" @click=${onStop}>${text('find.stop')}</button>` : nothing}`;
}

/** A search that did not work: the way on is NCETM's own. */
export function failedView(text: FindText, level: number, message: string): TemplateResult {
  return html`${heading(level, text('find.failed-title'), 'result-title')}
    <p>${text('find.failed')} ${ncetmLink(text)}</p>
    <p class="muted">${message}</p>`;
}

/** The hubs did not arrive: the plain content stays. */
export function notLoadedView(text: FindText): TemplateResult {
  return html`<div class="notice problem" part="notice" role="alert">
      <p>${text('find.not-loaded')} ${ncetmLink(text)}</p>
    </div>
    <slot></slot>`;
}

/** What the page gives and we could not read, for its editor. */
export function editorView(text: FindText, faults: readonly string[]): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<details class="where">
    <summary>${text('shared.editor')}</summary>
    <p>${text('find.own-file')}</p>
    <ul>
      ${faults.map((fault) => html`<li>${fault}</li>`)}
    </ul>
  </details>`;
}

function ncetmLink(text: FindText): TemplateResult {
  return html`<a href=${safeHref(NCETM)} rel="noopener">${text('find.ncetm')}</a>`;
}
