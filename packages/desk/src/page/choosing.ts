import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface Named {
  readonly reference: string;
}

/** A box that chooses every row in sight, or none where all are chosen. */
export function chooseAll(shown: readonly Named[], chosen: Set<string>, redraw: () => void): TemplateResult {
  const all = shown.every(({ reference }) => chosen.has(reference));
  return html`<input
    type="checkbox"
    aria-label="Choose all that are shown"
    .checked=${live(all)}
    @change=${() => {
      for (const { reference } of shown)
        if (all) chosen.delete(reference);
        else chosen.add(reference);
      redraw();
    }}
  />`;
}

/** A box that chooses one row. */
export function chooseOne(
  label: string,
  reference: string,
  chosen: Set<string>,
  redraw: () => void,
): TemplateResult {
  return html`<input
    type="checkbox"
    aria-label=${`Choose ${label}`}
    .checked=${live(chosen.has(reference))}
    @change=${() => {
      if (!chosen.delete(reference)) chosen.add(reference);
      redraw();
    }}
  />`;
}
