import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/**
 * A text inside a live region, put there whole: of one that is only changed, screen readers say no more than the letters
 * that differ ("1" of "1 of 60 applications"), or nothing.
 */
export function spoken(text: string): unknown {
  return keyed(text, html`<span>${text}</span>`);
}
