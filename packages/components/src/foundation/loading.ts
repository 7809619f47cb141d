import { html, type TemplateResult } from 'lit';

/**
 * What a widget shows while its data is on the way: the plain content between its tags, so that the page changes once and not twice;
 * where there is none, a word.
 */
export function loadingView(word: string): TemplateResult {
  return html`<slot><p class="loading" role="status">${word}</p></slot>`;
}
